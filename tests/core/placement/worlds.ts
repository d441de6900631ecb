import { buildCostRows, type CostRows } from "../../../src/core/placement/cost-rows.ts";
import { assignDemand } from "../../../src/core/placement/plan-values.ts";
import type { PlacementProblem, SiteRules } from "../../../src/core/placement/problem.ts";
import type { Found, Search } from "../../../src/core/placement/search.ts";
import type { Solver } from "../../../src/core/placement/solver.ts";
import { Random } from "../../../src/core/random.ts";
import { NO_RULES } from "./dense-rows.ts";

/** A search with no limit but what it sets itself, its steps kept. */
export function searchFreely(solver: Solver | null = null): Search & { readonly told: Found[] } {
  const told: Found[] = [];
  return {
    run: { signal: { aborted: false }, progress: () => undefined },
    seconds: () => 0,
    timeLimit: Number.POSITIVE_INFINITY,
    seed: 1,
    solver,
    tell: (found) => told.push(found),
    told,
  };
}

export interface DrawnWorld extends PlacementProblem {
  readonly count: number;
  readonly radius: number;
}

/** A small world drawn from a seed: whole or broken costs, gaps in the table, points without people, ties, rules. */
export function drawWorld(seed: number): DrawnWorld {
  const random = new Random(seed);
  const demands = 2 + random.below(9);
  const candidates = 2 + random.below(7);
  const whole = random.below(2) === 0;
  const scale = [3, 10, 1000][random.below(3)];
  const isSparse = random.below(3) === 0;
  const draw = () => (whole ? random.below(scale) : random.unit() * scale);
  const pairs: [number, number, number][] = [];
  for (let i = 0; i < demands; i++) {
    for (let j = 0; j < candidates; j++) if (!isSparse || random.below(4) > 0) pairs.push([i, j, draw()]);
  }
  const rules: SiteRules = random.below(3) === 0 ? drawRules(random, candidates) : NO_RULES;
  const free = candidates - new Set([...rules.existing, ...rules.excluded]).size;
  const count = Math.max(new Set(rules.mandatory).size, 1 + random.below(Math.max(1, free)));
  return {
    rows: rowsOf(pairs, demands, candidates),
    weights: Float64Array.from({ length: demands }, () =>
      random.below(6) === 0 ? 0 : whole ? 1 + random.below(20) : random.unit() * 50,
    ),
    ...rules,
    count,
    radius: draw(),
  };
}

export function rowsOf(pairs: readonly (readonly number[])[], demands: number, candidates: number): CostRows {
  return buildCostRows(
    {
      demands: Uint32Array.from(pairs, ([i]) => i),
      candidates: Uint32Array.from(pairs, ([, j]) => j),
      costs: Float64Array.from(pairs, ([, , cost]) => cost),
    },
    demands,
    candidates,
  );
}

function drawRules(random: Random, candidates: number): SiteRules {
  const existing: number[] = [];
  const mandatory: number[] = [];
  const excluded: number[] = [];
  for (let j = 0; j < candidates; j++) [existing, mandatory, excluded][random.below(9)]?.push(j);
  return existing.length + excluded.length === candidates ? NO_RULES : { existing, mandatory, excluded };
}

/** Every plan of `count` sites that the rules allow. */
export function* everyPlan({ rows, existing, mandatory, excluded }: PlacementProblem, count: number) {
  yield* plansOf(rows.candidates, { existing, mandatory, excluded }, count);
}

export function* plansOf(candidates: number, { existing, mandatory, excluded }: SiteRules, count: number) {
  const barred = new Set([...existing, ...excluded]);
  for (let mask = 0; mask < 1 << candidates; mask++) {
    const plan: number[] = [];
    for (let j = 0; j < candidates; j++) if ((mask >> j) & 1) plan.push(j);
    if (plan.length !== count || plan.some((j) => barred.has(j)) || mandatory.some((j) => !plan.includes(j))) continue;
    yield plan;
  }
}

/** Worst-served demand point of a plan, whatever its weight. */
export function worstCost(problem: PlacementProblem, plan: readonly number[]): number {
  return Math.max(...assignDemand(problem, plan).costs);
}
