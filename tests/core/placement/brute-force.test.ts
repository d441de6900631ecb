import { describe, expect, it } from "vitest";
import { FailureError } from "../../../src/core/failure.ts";
import { placeCenter } from "../../../src/core/placement/place-center.ts";
import { placeCover } from "../../../src/core/placement/place-cover.ts";
import { placeCoverage } from "../../../src/core/placement/place-coverage.ts";
import { placeMedian } from "../../../src/core/placement/place-median.ts";
import { placeShortfall, type ShortfallProblem } from "../../../src/core/placement/place-shortfall.ts";
import { serviceCost, uncovered } from "../../../src/core/placement/plan-values.ts";
import type { Found } from "../../../src/core/placement/search.ts";
import { shortfallGain } from "../../../src/core/placement/shortfall.ts";
import { Random } from "../../../src/core/random.ts";
import { createHighsSolver } from "../../../src/platform/solver/highs.ts";
import { type DrawnWorld, drawWorld, everyPlan, plansOf, searchFreely, worstCost } from "./worlds.ts";

const WORLDS = Array.from({ length: 400 }, (_, seed) => seed);
const highs = createHighsSolver();

/** The plan found, or what was said to be impossible. */
async function attempt(place: Promise<Found>): Promise<Found | string> {
  try {
    return await place;
  } catch (error) {
    if (error instanceof FailureError) return String(error.failure.params.constraint);
    throw error;
  }
}

const best = (values: Iterable<number>) => Math.min(Number.POSITIVE_INFINITY, ...values);
const valuesOf = (world: DrawnWorld, value: (plan: readonly number[]) => number) =>
  Array.from(everyPlan(world, world.count), value);

function expectOptimum(found: Found | string, optimum: number, value: (plan: readonly number[]) => number) {
  if (optimum === Number.POSITIVE_INFINITY) return expect(typeof found).toBe("string");
  if (typeof found === "string") throw new Error(`${found}, but ${optimum} can be had`);
  const near = 1e-9 * Math.max(1, Math.abs(optimum));
  expect(Math.abs(value([...found.sites]) - found.objective)).toBeLessThanOrEqual(near);
  expect(Math.abs(found.objective - optimum)).toBeLessThanOrEqual(near);
  return expect(found.gap).toBeLessThanOrEqual(1e-9);
}

describe.each([
  ["own bounds alone", null],
  ["with the exact solver", highs],
] as const)("every plan tried, %s", (_, solver) => {
  it("p-median", async () => {
    for (const seed of WORLDS) {
      const world = drawWorld(seed);
      const value = (plan: readonly number[]) => serviceCost(world, plan);
      const found = await attempt(placeMedian(world, world.count, searchFreely(solver)));
      expectOptimum(found, best(valuesOf(world, value)), value);
    }
  });

  it("maximal coverage", async () => {
    for (const seed of WORLDS) {
      const world = drawWorld(seed);
      const total = world.weights.reduce((sum, weight) => sum + weight, 0);
      const value = (plan: readonly number[]) => total - uncovered(world, plan, world.radius);
      const found = await attempt(placeCoverage(world, world.count, world.radius, searchFreely(solver)));
      expectOptimum(found, -best(valuesOf(world, (plan) => -value(plan))), value);
    }
  });

  it("p-center", async () => {
    for (const seed of WORLDS) {
      const world = drawWorld(seed);
      const value = (plan: readonly number[]) => worstCost(world, plan);
      const found = await attempt(placeCenter(world, world.count, searchFreely(solver)));
      expectOptimum(found, best(valuesOf(world, value)), value);
    }
  });

  it("set covering", async () => {
    for (const seed of WORLDS) {
      const world = drawWorld(seed);
      const least = Array.from({ length: world.rows.candidates + 1 }, (_, count) => count).find((count) =>
        Array.from(everyPlan(world, count)).some((plan) => worstCost(world, plan) <= world.radius),
      );
      const found = await attempt(placeCover(world, world.radius, searchFreely(solver)));
      expectOptimum(found, least ?? Number.POSITIVE_INFINITY, (plan) =>
        worstCost(world, plan) <= world.radius ? plan.length : Number.POSITIVE_INFINITY,
      );
    }
  });
});

/** Access, lifts, people and a threshold drawn from a seed. */
function drawShortfall(seed: number): ShortfallProblem & { readonly count: number } {
  const random = new Random(seed);
  const origins = 2 + random.below(10);
  const sites = 2 + random.below(7);
  const offsets = new Uint32Array(sites + 1);
  const targets: number[] = [];
  const lifts: number[] = [];
  for (let j = 0; j < sites; j++) {
    for (let i = 0; i < origins; i++) {
      if (random.below(2) === 0) continue;
      targets.push(i);
      lifts.push(random.unit() * 2);
    }
    offsets[j + 1] = targets.length;
  }
  const excluded = random.below(3) === 0 ? [random.below(sites)] : [];
  const mandatory = random.below(3) === 0 && excluded[0] !== 0 ? [0] : [];
  return {
    lifts: { origins, sites, offsets, targets: Uint32Array.from(targets), lifts: Float64Array.from(lifts) },
    weights: Float64Array.from({ length: origins }, () => (random.below(6) === 0 ? 0 : random.below(1000))),
    access: Float64Array.from({ length: origins }, () => random.unit() * 4),
    threshold: 2.5,
    existing: [],
    mandatory,
    excluded,
    count: 1 + random.below(sites - excluded.length),
  };
}

describe("shortfall, every plan tried", () => {
  const gainOf = (world: ShortfallProblem) => (plan: readonly number[]) =>
    shortfallGain(world.lifts, world.weights, world.access, world.threshold, plan);

  it("the exact solver finds the most", async () => {
    for (const seed of WORLDS) {
      const world = drawShortfall(seed);
      const value = gainOf(world);
      const most = Math.max(...Array.from(plansOf(world.lifts.sites, world, world.count), value));
      expectOptimum(await placeShortfall(world, world.count, searchFreely(highs)), most, value);
    }
  });

  it("alone, the optimum lies between the plan and the bound, and the plan is near", async () => {
    let worst = 0;
    for (const seed of WORLDS) {
      const world = drawShortfall(seed);
      const value = gainOf(world);
      const most = Math.max(...Array.from(plansOf(world.lifts.sites, world, world.count), value));
      const found = await placeShortfall(world, world.count, searchFreely());
      expect(value([...found.sites])).toBeCloseTo(found.objective, 9);
      expect(found.objective).toBeLessThanOrEqual(most * (1 + 1e-12));
      expect(found.bound).toBeGreaterThanOrEqual(most * (1 - 1e-12));
      worst = Math.max(worst, most === 0 ? 0 : 1 - found.objective / most);
    }
    expect(worst).toBeLessThan(0.02);
  });
});
