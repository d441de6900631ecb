import { describe, expect, it } from "vitest";
import { branchService } from "../../../src/core/placement/branch-service.ts";
import { buildService } from "../../../src/core/placement/build-service.ts";
import { coverageProgram } from "../../../src/core/placement/cover-program.ts";
import { decideSites } from "../../../src/core/placement/decide-sites.ts";
import { DualAscent } from "../../../src/core/placement/dual-ascent.ts";
import { Incumbent } from "../../../src/core/placement/incumbent.ts";
import { buildLiftModel } from "../../../src/core/placement/lift-model.ts";
import { liftProgram } from "../../../src/core/placement/lift-program.ts";
import { serviceCost, uncovered } from "../../../src/core/placement/plan-values.ts";
import { clampPrices } from "../../../src/core/placement/search-service.ts";
import { endWithin } from "../../../src/core/placement/serve-all.ts";
import { shortfallGain } from "../../../src/core/placement/shortfall.ts";
import { Random } from "../../../src/core/random.ts";
import { createHighsSolver } from "../../../src/platform/solver/highs.ts";
import { NO_RULES } from "./dense-rows.ts";
import { everyPlan, plansOf, rowsOf, searchFreely } from "./worlds.ts";

const SEEDS = Array.from({ length: 150 }, (_, seed) => seed);
const highs = createHighsSolver();
const TO_THE_END = { timeLimit: 60, start: null, stopped: () => false };

/** Twelve points, eight candidates, every pair: the parts of the search must be right whatever plan they start from. */
function drawService(seed: number) {
  const random = new Random(seed);
  const isWhole = seed % 2 === 0;
  const pairs = Array.from({ length: 96 }, (_, k) => [k >> 3, k & 7, isWhole ? random.below(30) : random.unit() * 30]);
  const weights = Float64Array.from({ length: 12 }, () => 1 + random.below(9));
  const problem = { rows: rowsOf(pairs, 12, 8), weights, ...NO_RULES };
  const count = 2 + random.below(4);
  const plans = Array.from(everyPlan(problem, count));
  const { rows } = problem;
  const model = buildService(
    rows,
    {
      weight: (i) => weights[i],
      cap: (i) => weights[i] * rows.costs[rows.offsets[i + 1] - 1],
      end: (i) => rows.offsets[i + 1],
      cost: (k, i) => weights[i] * rows.costs[k],
    },
    problem,
    count,
  );
  const incumbent = new Incumbent(searchFreely(), {
    value: (sites) => serviceCost(problem, sites),
    read: (value) => value,
    step: isWhole ? 1 : 0,
    existing: [],
  });
  incumbent.offer(plans[random.below(plans.length)]);
  const best = Math.min(...plans.map((plan) => serviceCost(problem, plan)));
  return { problem, model, incumbent, plans, best };
}

describe("parts of the search for p-median", () => {
  it("prices never bound above the optimum, and what bounds decide keeps a best plan, unless the plan at hand is best", () => {
    let decided = 0;
    for (let seed = 0; seed < 600; seed++) {
      const { problem, model, incumbent, plans, best } = drawService(seed);
      const ascent = new DualAscent(
        model,
        clampPrices(
          model,
          model.caps.map((cap) => cap / 3),
        ),
        1.2,
      );
      for (let step = 0; step < 80; step++) ascent.step(incumbent.value);
      expect(ascent.bound).toBeLessThanOrEqual(best * (1 + 1e-12));
      const smaller = decideSites(ascent, incumbent, 1);
      if (!smaller || best >= incumbent.value) continue;
      decided++;
      const free = new Set(smaller.model.ids);
      const kept = plans.filter(
        (plan) =>
          smaller.model.decided.every((j) => plan.includes(j)) &&
          plan.every((j) => free.has(j) || smaller.model.decided.includes(j)),
      );
      const leastKept = Math.min(...kept.map((plan) => serviceCost(problem, plan)));
      expect(Math.abs(leastKept - best)).toBeLessThanOrEqual(1e-9 * best);
    }
    expect(decided).toBeGreaterThan(40);
  });

  it("branches find and prove the optimum from any plan and any prices", async () => {
    for (const seed of SEEDS) {
      const { model, incumbent, best } = drawService(seed);
      const prices = clampPrices(model, new Float64Array(model.rows));
      await branchService({ model, prices }, incumbent, 1000);
      expect(Math.abs(incumbent.value - best)).toBeLessThanOrEqual(1e-9 * best);
      expect(incumbent.found().gap).toBeLessThanOrEqual(1e-9);
    }
  });
});

describe("programs handed to the exact solver, alone", () => {
  it("coverage: what stays uncovered, over every plan", async () => {
    for (const seed of SEEDS.slice(0, 60)) {
      const { problem, plans } = drawService(seed);
      const { rows, weights } = problem;
      const pricing = {
        weight: (i: number) => weights[i],
        cap: (i: number) => weights[i],
        end: (i: number) => endWithin(rows, i, 5),
        cost: () => 0,
      };
      const model = buildService(rows, pricing, problem, plans[0].length);
      const { bound } = await highs.solve(coverageProgram(model, 2), TO_THE_END);
      const least = Math.min(...plans.map((plan) => uncovered(problem, plan, 5)));
      expect(model.base + 2 * bound).toBeCloseTo(least, 6);
    }
  });

  it("shortfall: what is gained, over every plan", async () => {
    for (const seed of SEEDS.slice(0, 60)) {
      const random = new Random(seed);
      const [origins, sites] = [10, 7];
      const lifts = {
        origins,
        sites,
        offsets: Uint32Array.from({ length: sites + 1 }, (_, j) => j * origins),
        targets: Uint32Array.from({ length: sites * origins }, (_, k) => k % origins),
        lifts: Float64Array.from({ length: sites * origins }, () => 0.01 + random.unit()),
      };
      const weights = Float64Array.from({ length: origins }, () => random.below(1000));
      const access = Float64Array.from({ length: origins }, () => random.unit() * 3);
      const rules = { ...NO_RULES, mandatory: seed % 3 === 0 ? [2] : [] };
      const model = buildLiftModel(lifts, weights, access, 2.5, rules, 3);
      const { bound } = await highs.solve(liftProgram(model, 10), TO_THE_END);
      const gains = Array.from(plansOf(sites, rules, 3), (plan) => shortfallGain(lifts, weights, access, 2.5, plan));
      expect(Math.abs((model.base + 10 * bound) / Math.max(...gains) - 1)).toBeLessThan(1e-7);
    }
  });
});
