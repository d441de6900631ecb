import { branchService } from "./branch-service.ts";
import { buildService } from "./build-service.ts";
import { coverProgram } from "./cover-program.ts";
import { Incumbent } from "./incumbent.ts";
import { uncovered } from "./plan-values.ts";
import { impossible, type PlacementProblem } from "./problem.ts";
import { isOver, type Search } from "./search.ts";
import { searchService } from "./search-service.ts";
import type { ServiceModel } from "./service-model.ts";

/** Whether `count` sites can serve every point with weight within a radius. */
export type Feasibility =
  | { readonly kind: "plan"; readonly sites: Uint32Array }
  | { readonly kind: "impossible" }
  | { readonly kind: "unknown" };

const PARTS = 60;
const QUICK = { steps: 400, every: 20, pace: 1, leastPace: 0.01 };

/**
 * Looks for a plan that leaves nobody further than `radius` (costs as held in the rows), or for the proof that there is none:
 * own search and bounds first, then the exact solver on what they leave open. Weights count only as 0 or not.
 */
export async function coverAll(
  problem: PlacementProblem,
  radius: number,
  count: number,
  search: Search,
): Promise<Feasibility> {
  const { rows } = problem;
  const weights = problem.weights.map((weight) => (weight > 0 ? 1 : 0));
  const unweighted = { ...problem, weights };
  const pricing = {
    weight: () => 1,
    cap: (i: number) => weights[i],
    end: (i: number) => endWithin(rows, i, radius),
    cost: () => 0,
  };
  const model = buildService(rows, pricing, problem, count);
  const incumbent = new Incumbent(
    { ...search, tell: () => undefined },
    {
      value: (sites) => uncovered(unweighted, sites, radius),
      read: (value) => value,
      step: 1,
      enough: 0,
      existing: problem.existing,
    },
  );
  incumbent.raise(0);
  const rest = await searchService(model, incumbent, null, QUICK);
  if (rest && !isOver(search)) await branchService(rest, incumbent, PARTS);
  if (incumbent.value === 0) return { kind: "plan", sites: incumbent.sites };
  if (incumbent.bound > 0) return { kind: "impossible" };
  if (!search.solver || isOver(search)) return { kind: "unknown" };
  const program = coverProgram(model);
  const outcome = await search.solver.solve(program, {
    timeLimit: search.timeLimit - search.seconds(),
    start: null,
    stopped: () => isOver(search),
  });
  if (outcome.infeasible) return { kind: "impossible" };
  if (outcome.values === null) return { kind: "unknown" };
  const chosen = Array.from(model.ids).filter((_, j) => (outcome.values?.[j] ?? 0) > 0.5);
  incumbent.offer(fillUp([...model.decided, ...chosen], model));
  return incumbent.value === 0 ? { kind: "plan", sites: incumbent.sites } : { kind: "unknown" };
}

/** First pair of a row beyond the radius. */
export function endWithin({ offsets, costs }: PlacementProblem["rows"], row: number, radius: number): number {
  let low = offsets[row];
  let high = offsets[row + 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (costs[middle] <= radius) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Any free sites besides, until the plan has as many as were asked for. */
function fillUp(plan: readonly number[], { ids, count, decided }: ServiceModel): readonly number[] {
  const chosen = new Set(plan);
  const spare = Array.from(ids).filter((j) => !chosen.has(j));
  return [...plan, ...spare.slice(0, Math.max(0, decided.length + count - plan.length))];
}

/**
 * A plan that serves every point with weight at any cost, null when every plan does or none was found. Throws `bad-input`
 * when there is none.
 */
export async function findServingAll(
  problem: PlacementProblem,
  count: number,
  search: Search,
): Promise<Uint32Array | null> {
  const { rows, weights } = problem;
  const isComplete = (i: number) =>
    !(weights[i] > 0) ||
    rows.offsets[i + 1] - rows.offsets[i] === rows.candidates ||
    (rows.rest?.least[i] ?? Number.POSITIVE_INFINITY) < Number.POSITIVE_INFINITY;
  if (Array.from({ length: rows.demands }, (_, i) => i).every(isComplete)) return null;
  assertServable(problem, Number.POSITIVE_INFINITY);
  const found = await coverAll(problem, Number.POSITIVE_INFINITY, count, search);
  if (found.kind === "impossible") {
    throw impossible(`no ${count} sites serve every demand point`, "not-all", { count });
  }
  return found.kind === "plan" ? found.sites : null;
}

/** Throws `bad-input` naming the first point with weight that no candidate, allowed or existing, serves within the radius. */
export function assertServable(problem: PlacementProblem, radius: number): void {
  const { rows, weights, excluded } = problem;
  const isExcluded = new Uint8Array(rows.candidates);
  for (const j of excluded) isExcluded[j] = 1;
  const lost: number[] = [];
  for (let i = 0; i < rows.demands; i++) {
    if (!(weights[i] > 0)) continue;
    const end = endWithin(rows, i, radius);
    let k = rows.offsets[i];
    while (k < end && isExcluded[rows.targets[k]] === 1) k++;
    if (k === end) lost.push(i);
  }
  if (lost.length === 0) return;
  const name = problem.nameOf?.(lost[0]) ?? `${lost[0] + 1}`;
  const within = radius < Number.POSITIVE_INFINITY ? ` within ${radius / (rows.perUnit ?? 1)}` : "";
  const others = lost.length > 1 ? ` (nor ${lost.length - 1} other demand points)` : "";
  throw impossible(`no candidate serves demand point ${name}${within}${others}`, "out-of-reach", {
    name,
    others: lost.length - 1,
    // Absent: within any time at all.
    ...(radius < Number.POSITIVE_INFINITY ? { within: radius / (rows.perUnit ?? 1) } : {}),
  });
}
