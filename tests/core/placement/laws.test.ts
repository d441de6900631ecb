import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildTravelTable } from "../../../src/core/access/travel-table.ts";
import { weightedDemand } from "../../../src/core/access/two-step.ts";
import { euclideanRows } from "../../../src/core/placement/euclidean-rows.ts";
import { placeCenter } from "../../../src/core/placement/place-center.ts";
import { placeCoverage } from "../../../src/core/placement/place-coverage.ts";
import { placeMedian } from "../../../src/core/placement/place-median.ts";
import { placeShortfall } from "../../../src/core/placement/place-shortfall.ts";
import { serviceCost } from "../../../src/core/placement/plan-values.ts";
import type { PlacementProblem } from "../../../src/core/placement/problem.ts";
import type { Found, Search } from "../../../src/core/placement/search.ts";
import { liftsOf } from "../../../src/core/placement/shortfall.ts";
import { NO_RULES } from "./dense-rows.ts";
import { searchFreely } from "./worlds.ts";

interface Town {
  readonly x: readonly number[];
  readonly y: readonly number[];
  readonly people: readonly number[];
}

/** Up to 40 points of a grid, so that equal distances are frequent. */
const town: fc.Arbitrary<Town> = fc.integer({ min: 4, max: 40 }).chain((n) => {
  const axis = fc.array(fc.integer({ min: 0, max: 30 }), { minLength: n, maxLength: n });
  return fc.record({ x: axis, y: axis, people: fc.array(fc.nat(500), { minLength: n, maxLength: n }) });
});
const RUNS = { numRuns: 40, seed: 1 };

function problemOf({ x, y, people }: Town, order?: readonly number[], mostPairs = 1e6): PlacementProblem {
  const at = order ?? x.map((_, i) => i);
  const points = { x: Float64Array.from(x), y: Float64Array.from(y) };
  const sites = { x: Float64Array.from(at, (i) => x[i]), y: Float64Array.from(at, (i) => y[i]) };
  const metric = { decimals: 2, within: Number.POSITIVE_INFINITY, mostPairs };
  return { rows: euclideanRows(points, sites, metric), weights: Float64Array.from(people), ...NO_RULES };
}

const near = (a: number, b: number) => Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));

describe("placements of towns too large to try every plan", () => {
  it("cost falls with every site more, and the bound holds for the plans of one site fewer too", async () => {
    await fc.assert(
      fc.asyncProperty(town, fc.integer({ min: 1, max: 3 }), async (some, p) => {
        const problem = problemOf(some);
        const few = await placeMedian(problem, p, searchFreely());
        const more = await placeMedian(problem, p + 1, searchFreely());
        expect([few.gap, more.gap].every((gap) => gap <= 1e-9)).toBe(true);
        expect(more.objective).toBeLessThanOrEqual(few.objective * (1 + 1e-12));
        expect(more.bound).toBeLessThanOrEqual(few.objective * (1 + 1e-12));
      }),
      RUNS,
    );
  });

  it("no plan drawn at random beats the bound of a proven one", async () => {
    await fc.assert(
      fc.asyncProperty(town, fc.integer({ min: 1, max: 4 }), fc.infiniteStream(fc.nat(1e6)), async (some, p, draws) => {
        const problem = problemOf(some);
        const { bound } = await placeMedian(problem, p, searchFreely());
        for (let k = 0; k < 50; k++) {
          const plan = new Set<number>();
          while (plan.size < p) plan.add((draws.next().value ?? 0) % some.x.length);
          expect(serviceCost(problem, [...plan]) / 100).toBeGreaterThanOrEqual(bound * (1 - 1e-12));
        }
      }),
      RUNS,
    );
  });

  it("the order of the candidates changes neither cost, nor coverage, nor the worst distance", async () => {
    const shuffled = town.chain((some) =>
      fc.tuple(
        fc.constant(some),
        fc.shuffledSubarray(
          some.x.map((_, i) => i),
          { minLength: some.x.length },
        ),
      ),
    );
    await fc.assert(
      fc.asyncProperty(shuffled, fc.integer({ min: 1, max: 4 }), async ([some, order], p) => {
        const [a, b] = [problemOf(some), problemOf(some, order)];
        const same = async (place: (problem: PlacementProblem) => Promise<Found>) =>
          expect(near((await place(a)).objective, (await place(b)).objective)).toBe(true);
        await same((problem) => placeMedian(problem, p, searchFreely()));
        await same((problem) => placeCoverage(problem, p, 7, searchFreely()));
        await same((problem) => placeCenter(problem, p, searchFreely()));
      }),
      RUNS,
    );
  });

  it("coverage grows with the radius and with the sites, up to everybody", async () => {
    await fc.assert(
      fc.asyncProperty(town, fc.integer({ min: 1, max: 3 }), fc.nat(20), async (some, p, radius) => {
        const problem = problemOf(some);
        const covered = async (count: number, within: number) =>
          (await placeCoverage(problem, count, within, searchFreely())).objective;
        const base = await covered(p, radius);
        expect(await covered(p, radius + 3)).toBeGreaterThanOrEqual(base);
        expect(await covered(p + 1, radius)).toBeGreaterThanOrEqual(base);
        expect(await covered(p, 43)).toBe(some.people.reduce((sum, n) => sum + n, 0));
      }),
      RUNS,
    );
  });

  it("pairs left out to save memory change nothing", async () => {
    await fc.assert(
      fc.asyncProperty(town, fc.integer({ min: 1, max: 3 }), fc.integer({ min: 3, max: 12 }), async (some, p, kept) => {
        const whole = await placeMedian(problemOf(some), p, searchFreely());
        const cut = await placeMedian(problemOf(some, undefined, kept * some.x.length), p, searchFreely());
        expect(cut.objective).toBeGreaterThanOrEqual(whole.objective);
        expect(cut.bound).toBeLessThanOrEqual(whole.objective);
        if (cut.gap === 0) expect(cut.objective).toBe(whole.objective);
      }),
      RUNS,
    );
  });

  it("given up after any number of pauses, a plan is there and the optimum between it and the bound", async () => {
    await fc.assert(
      fc.asyncProperty(town, fc.integer({ min: 1, max: 4 }), fc.nat(12), async (some, p, pauses) => {
        const problem = problemOf(some);
        const best = await placeMedian(problem, p, searchFreely());
        const signal = { aborted: pauses === 0 };
        let left = pauses;
        const pause = async () => {
          if (--left <= 0) signal.aborted = true;
        };
        const search: Search = { ...searchFreely(), run: { signal, progress: () => undefined, pause } };
        const found = await placeMedian(problem, p, search);
        expect(found.sites.length).toBe(p);
        expect(found.objective).toBeGreaterThanOrEqual(best.objective);
        expect(found.bound).toBeLessThanOrEqual(best.objective);
      }),
      RUNS,
    );
  });

  it("what is told on the way only gets better: plans fall, bounds rise, the same twice with the same seed", async () => {
    await fc.assert(
      fc.asyncProperty(town, fc.integer({ min: 1, max: 4 }), async (some, p) => {
        const search = searchFreely();
        const found = await placeMedian(problemOf(some), p, search);
        search.told.slice(1).forEach((later, k) => {
          expect(later.objective).toBeLessThanOrEqual(search.told[k].objective);
          expect(later.bound).toBeGreaterThanOrEqual(search.told[k].bound);
        });
        const again = await placeMedian(problemOf(some), p, searchFreely());
        expect([...again.sites]).toEqual([...found.sites]);
      }),
      RUNS,
    );
  });
});

describe("new supply", () => {
  const weight = fc.constantFrom(0, 0.1, 0.3, 1);
  const world = fc.tuple(fc.integer({ min: 2, max: 15 }), fc.integer({ min: 2, max: 8 })).chain(([n, m]) =>
    fc.record({
      n: fc.constant(n),
      m: fc.constant(m),
      people: fc.array(fc.nat(900), { minLength: n, maxLength: n }),
      access: fc.array(fc.double({ min: 0, max: 5, noNaN: true }), { minLength: n, maxLength: n }),
      weights: fc.array(weight, { minLength: n * m, maxLength: n * m }),
      supply: fc.double({ min: 0.1, max: 3000, noNaN: true }),
    }),
  );
  type World = typeof world extends fc.Arbitrary<infer T> ? T : never;

  function build({ n, m, people, weights, supply }: World) {
    const pairs = {
      origins: Uint32Array.from({ length: n * m }, (_, k) => Math.floor(k / m)),
      destinations: Uint32Array.from({ length: n * m }, (_, k) => k % m),
      minutes: Float64Array.from(weights),
    };
    const table = buildTravelTable(pairs, n, m);
    const demand = Float64Array.from(people);
    return liftsOf(table, table.minutes, weightedDemand(table, demand, table.minutes), supply);
  }

  it("brings as much access in total wherever it goes: total access cannot choose a site", () => {
    fc.assert(
      fc.property(world, (some) => {
        const lifts = build(some);
        for (let j = 0; j < lifts.sites; j++) {
          let total = 0;
          for (let k = lifts.offsets[j]; k < lifts.offsets[j + 1]; k++) {
            total += some.people[lifts.targets[k]] * lifts.lifts[k];
          }
          const hasDemand = some.people.some((n, i) => n > 0 && some.weights[i * some.m + j] > 0);
          expect(near(total, hasDemand ? some.supply : 0)).toBe(true);
        }
      }),
      { numRuns: 300, seed: 1 },
    );
  });

  it("takes off the shortfall between nothing and all of it, more with every site", async () => {
    await fc.assert(
      fc.asyncProperty(world, async (some) => {
        const weights = Float64Array.from(some.people);
        const access = Float64Array.from(some.access);
        const problem = { lifts: build(some), weights, access, threshold: 2.5, ...NO_RULES };
        const shortfall = weights.reduce((sum, n, i) => sum + n * Math.max(0, 2.5 - access[i]), 0);
        let before = 0;
        for (let p = 1; p <= some.m; p++) {
          const { objective, bound } = await placeShortfall(problem, p, searchFreely());
          expect(objective).toBeGreaterThanOrEqual(0);
          expect(bound).toBeLessThanOrEqual(shortfall * (1 + 1e-9) + 1e-9);
          expect(bound).toBeGreaterThanOrEqual(before * (1 - 1e-12));
          before = objective;
        }
      }),
      { numRuns: 100, seed: 1 },
    );
  });
});
