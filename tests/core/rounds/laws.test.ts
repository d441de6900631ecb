import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Random, shuffleFirst } from "../../../src/core/random.ts";
import { buildRoundsModel } from "../../../src/core/rounds/model.ts";
import { planRounds } from "../../../src/core/rounds/plan-rounds.ts";
import type { RoundsProblem } from "../../../src/core/rounds/problem.ts";
import { allDays, patternsOf, type Rhythm } from "../../../src/core/rounds/rhythm.ts";
import { boundByTime } from "../../../src/core/rounds/time-bound.ts";
import { breachOf, searchRounds } from "./worlds.ts";

const IS_FULL = process.env.OASIS_FULL === "1";
const RUNS = { numRuns: IS_FULL ? 15 : 6, seed: 1 };
const FEW = { ...RUNS, numRuns: IS_FULL ? 6 : 3 };
const RHYTHMS: readonly Rhythm[] = ["weekly", "fortnightly", "monthly", 1, 2];

/** Up to 25 villages in the plane, four weeks of two days, rhythms and limits of all kinds. */
function drawRegion(seed: number, order: readonly number[] | null = null): RoundsProblem {
  const random = new Random(seed);
  const places = 3 + random.below(23);
  const period = { days: 8, daysPerWeek: 2 };
  const x = Array.from({ length: places + 1 }, () => random.below(60));
  const y = Array.from({ length: places + 1 }, () => random.below(60));
  const drawn = Array.from({ length: places }, (_, place) => ({
    place,
    reward: 1 + random.below(90),
    serviceMinutes: random.below(60),
    demand: random.below(10),
    patterns: patternsOf(RHYTHMS[random.below(5)], period, allDays(8), "x"),
  }));
  const at = order ?? drawn.map((_, p) => p);
  const far = (a: number, b: number) => Math.hypot(x[a] - x[b], y[a] - y[b]);
  const depot = Float64Array.from(at, (p) => far(p, places));
  return {
    places,
    out: depot,
    back: depot,
    between: Float64Array.from({ length: places * places }, (_, k) => far(at[Math.floor(k / places)], at[k % places])),
    offers: at.map((p, place) => ({ ...drawn[p], place })),
    vehicles: 1 + random.below(2),
    days: 8,
    maxMinutes: 240,
    maxDriving: random.below(2) === 0 ? 170 : Number.POSITIVE_INFINITY,
    capacity: random.below(2) === 0 ? 15 : Number.POSITIVE_INFINITY,
    minuteCost: random.below(3) === 0 ? 0.05 : 0,
  };
}

const seeds = fc.nat(1e6);

describe("rounds of regions too large to try every plan", () => {
  it("every route keeps its limits, no plan told passes its bound, plans rise and bounds fall", async () => {
    await fc.assert(
      fc.asyncProperty(seeds, async (seed) => {
        const problem = drawRegion(seed);
        const search = searchRounds(400);
        const found = await planRounds(problem, search);
        expect(breachOf(problem, found)).toBe(null);
        for (const [k, step] of [...search.told, found].entries()) {
          expect(breachOf(problem, step)).toBe(null);
          expect(found.objective).toBeGreaterThanOrEqual(step.objective - 1e-9);
          expect(step.objective).toBeLessThanOrEqual(found.bound + 1e-9);
          if (k > 0) expect(step.bound).toBeLessThanOrEqual(search.told[k - 1].bound + 1e-9);
        }
      }),
      RUNS,
    );
  });

  it("same seed and iterations, same answer; another seed stays under the bound", async () => {
    await fc.assert(
      fc.asyncProperty(seeds, async (seed) => {
        const problem = drawRegion(seed);
        const first = await planRounds(problem, searchRounds(300));
        expect(await planRounds(problem, searchRounds(300))).toEqual(first);
        const other = await planRounds(problem, searchRounds(300, 2));
        expect(other.objective).toBeLessThanOrEqual(first.bound + 1e-9);
      }),
      FEW,
    );
  });

  it("a vehicle, a longer day or room for more never lowers the bound by time, nor what bounds must stay above", async () => {
    await fc.assert(
      fc.asyncProperty(seeds, async (seed) => {
        const problem = drawRegion(seed);
        const { objective } = await planRounds(problem, searchRounds(300));
        const wider: readonly RoundsProblem[] = [
          { ...problem, vehicles: problem.vehicles + 1 },
          { ...problem, maxMinutes: problem.maxMinutes + 30 },
          { ...problem, capacity: problem.capacity + 5, maxDriving: problem.maxDriving + 20 },
        ];
        for (const wide of wider) {
          expect(boundByTime(buildRoundsModel(wide))).toBeGreaterThanOrEqual(
            boundByTime(buildRoundsModel(problem)) - 1e-9,
          );
          expect((await planRounds(wide, searchRounds(100))).bound).toBeGreaterThanOrEqual(objective - 1e-9);
        }
      }),
      FEW,
    );
  });

  it("the order in which stops are given changes no bound that is exact, and no plan passes the other's", async () => {
    await fc.assert(
      fc.asyncProperty(seeds, async (seed) => {
        const problem = drawRegion(seed);
        const order = Float64Array.from({ length: problem.places }, (_, p) => p);
        shuffleFirst(order, order.length, new Random(seed));
        const turned = drawRegion(seed, [...order]);
        const [one, two] = [boundByTime(buildRoundsModel(problem)), boundByTime(buildRoundsModel(turned))];
        expect(Math.abs(one - two)).toBeLessThanOrEqual(1e-9 * one);
        const [a, b] = [await planRounds(problem, searchRounds(300)), await planRounds(turned, searchRounds(300))];
        expect(a.objective).toBeLessThanOrEqual(b.bound + 1e-9);
        expect(b.objective).toBeLessThanOrEqual(a.bound + 1e-9);
      }),
      FEW,
    );
  });

  it("giving up returns the best plan so far", async () => {
    const problem = drawRegion(7);
    const signal = { aborted: false };
    const told: number[] = [];
    const found = await planRounds(problem, {
      ...searchRounds(1e9),
      run: { signal, progress: (done) => (signal.aborted = done >= 3) },
      tell: ({ objective }) => told.push(objective),
    });
    expect(breachOf(problem, found)).toBe(null);
    expect(found.objective).toBeGreaterThan(0);
    expect(found.objective).toBeGreaterThanOrEqual(Math.max(...told));
  });
});
