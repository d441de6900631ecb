import { describe, expect, it } from "vitest";
import { type BudgetProblem, costOf, placeBudget } from "../../../src/core/placement/place-budget.ts";
import { shortfallGain } from "../../../src/core/placement/shortfall.ts";
import { Random } from "../../../src/core/random.ts";
import { createHighsSolver } from "../../../src/platform/solver/highs.ts";
import { searchFreely } from "./worlds.ts";

const highs = createHighsSolver();

/** Three sites in two sizes, the larger lifting twice as much; costs opening + per size. */
function drawProblem(seed: number): BudgetProblem {
  const random = new Random(seed);
  const origins = 2 + random.below(6);
  const offsets = new Uint32Array(7);
  const [targets, lifts]: number[][] = [[], []];
  for (let o = 0; o < 6; o += 2) {
    const row = Array.from({ length: origins }, () => (random.below(2) === 0 ? 0 : random.unit() * 1.5));
    for (const size of [1, 2]) {
      row.forEach((lift, i) => {
        if (lift === 0) return;
        targets.push(i);
        lifts.push(lift * size);
      });
      offsets[o + size] = targets.length;
    }
  }
  const opening = 10 + random.below(50);
  const each = 10 + random.below(50);
  return {
    lifts: { origins, sites: 6, offsets, targets: Uint32Array.from(targets), lifts: Float64Array.from(lifts) },
    weights: Float64Array.from({ length: origins }, () => random.below(1000)),
    access: Float64Array.from({ length: origins }, () => random.unit() * 3),
    threshold: 2.5,
    sites: Uint32Array.of(0, 0, 1, 1, 2, 2),
    costs: Float64Array.from({ length: 6 }, (_, o) => opening + each * (1 + (o % 2))),
    budget: opening + each + random.below(300),
    mandatory: random.below(4) === 0 ? [1] : [],
  };
}

function* everyPurchase({ sites, costs, budget, mandatory }: BudgetProblem) {
  for (let mask = 0; mask < 64; mask++) {
    const options = [0, 1, 2, 3, 4, 5].filter((o) => (mask >> o) & 1);
    const opened = new Set(options.map((o) => sites[o]));
    if (opened.size < options.length || mandatory.some((site) => !opened.has(site))) continue;
    if (costOf({ costs }, options) <= budget) yield options;
  }
}

describe("sites within a budget", () => {
  it("by hand: two small sites beat a large one when opening is cheap, the large one when it is dear", async () => {
    // Two communes of 100 people lacking 1 each. A small site lifts its own commune by 0.6, a large one by 1: 60 or 100.
    // Opening 10, 20 a size: two small ones cost 60 and gain 120, a large one 50 and gains 100. Opening 40: 120 > 100, and a
    // large one (80) gains 100 while one small one gains 60.
    const problem = (opening: number, budget: number): BudgetProblem => ({
      lifts: {
        origins: 2,
        sites: 4,
        offsets: Uint32Array.of(0, 1, 2, 3, 4),
        targets: Uint32Array.of(0, 0, 1, 1),
        lifts: Float64Array.of(0.6, 1.2, 0.6, 1.2),
      },
      weights: Float64Array.of(100, 100),
      access: Float64Array.of(1.5, 1.5),
      threshold: 2.5,
      sites: Uint32Array.of(0, 0, 1, 1),
      costs: Float64Array.from([1, 2, 1, 2], (size) => opening + 20 * size),
      budget,
      mandatory: [],
    });
    const cheap = await placeBudget(problem(10, 60), searchFreely(highs));
    expect([...cheap.sites]).toEqual([0, 2]);
    expect(cheap.objective).toBeCloseTo(120, 6);
    const dear = await placeBudget(problem(40, 100), searchFreely(highs));
    expect(dear.sites.length).toBe(1);
    expect(dear.objective).toBeCloseTo(100, 6);
    expect(dear.gap).toBeLessThan(1e-6);
  });

  it("every purchase tried: the most for the budget, never over it, one size a site, never less with more", async () => {
    let tried = 0;
    for (let seed = 1; seed <= 60; seed++) {
      const problem = drawProblem(seed);
      const gainOf = (options: readonly number[]) =>
        shortfallGain(problem.lifts, problem.weights, problem.access, problem.threshold, options);
      const every = [...everyPurchase(problem)];
      if (every.length === 0) {
        await expect(placeBudget(problem, searchFreely(highs))).rejects.toMatchObject({
          failure: { params: { rule: expect.stringMatching(/small-budget|over-budget/) } },
        });
        continue;
      }
      const most = Math.max(...every.map(gainOf));
      const found = await placeBudget(problem, searchFreely(highs));
      expect(Math.abs(found.objective - most)).toBeLessThanOrEqual(1e-6 * Math.max(1, most));
      expect(found.bound).toBeGreaterThanOrEqual(most * (1 - 1e-9));
      expect(costOf(problem, found.sites)).toBeLessThanOrEqual(problem.budget * (1 + 1e-9));
      expect(new Set(Array.from(found.sites, (o) => problem.sites[o])).size).toBe(found.sites.length);
      const alone = await placeBudget(problem, searchFreely());
      expect(alone.objective).toBeLessThanOrEqual(most * (1 + 1e-9));
      expect(alone.bound).toBeGreaterThanOrEqual(most * (1 - 1e-9));
      const more = await placeBudget({ ...problem, budget: problem.budget + 60 }, searchFreely(highs));
      expect(more.objective).toBeGreaterThanOrEqual(found.objective - 1e-6 * Math.max(1, most));
      tried++;
    }
    expect(tried).toBeGreaterThan(30);
  });
});
