import { Random } from "../random.ts";
import { branchService } from "./branch-service.ts";
import { buildService } from "./build-service.ts";
import { coverProgram } from "./cover-program.ts";
import { Incumbent } from "./incumbent.ts";
import { uncovered } from "./plan-values.ts";
import { impossible, type PlacementProblem } from "./problem.ts";
import { reduceCover } from "./reduce-cover.ts";
import { isOver, type Search } from "./search.ts";
import { searchCover } from "./search-cover.ts";
import { searchService } from "./search-service.ts";
import { type ServiceModel, withColumns } from "./service-model.ts";
import type { Solver } from "./solver.ts";

/** Whether `count` sites can serve every point with weight within a radius. */
export type Feasibility =
  | { readonly kind: "plan"; readonly sites: Uint32Array }
  | { readonly kind: "impossible" }
  | { readonly kind: "unknown" };

/** How much is tried before a radius is left unknown. */
export interface Effort {
  /** Exchanges of sites in search of a plan. */
  readonly exchanges: number;
  /** Added to the seed of the search: asked again, another plan may be found. */
  readonly attempt: number;
  /** What comes after own bounds: nothing, the linear relaxation where there is an exact solver, or a whole decision. */
  readonly finish: "none" | "relaxed" | "whole";
}

export const USUAL: Effort = { exchanges: 60_000, attempt: 0, finish: "whole" };

const PARTS = 60;
const FEW = 2000;
const QUICK = { steps: 400, every: 20, pace: 1, leastPace: 0.01 };

/**
 * Looks for a plan that leaves nobody further than `radius` (costs as held in the rows), or for the proof that there is none:
 * what decides itself first, then own search and bounds, then the exact solver on what they leave open. Weights count only as
 * 0 or not.
 */
export async function coverAll(
  problem: PlacementProblem,
  radius: number,
  count: number,
  search: Search,
  { exchanges, attempt, finish }: Effort = USUAL,
): Promise<Feasibility> {
  const weights = problem.weights.map((weight) => (weight > 0 ? 1 : 0));
  const unweighted = { ...problem, weights };
  const whole = coverModel(unweighted, radius, count);
  // Pairs left out to save memory may serve what those listed do not.
  const impossibility: Feasibility = mayServeUnlisted(problem, radius) ? { kind: "unknown" } : { kind: "impossible" };
  if (whole.base > 0) return impossibility;
  const model = reduceModel(whole);
  if (model === null || model.count < 0) return impossibility;
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
  const answer = (): Feasibility | null => {
    if (incumbent.value === 0) return { kind: "plan", sites: fillUp(incumbent.sites, whole, problem.existing) };
    return incumbent.bound > 0 ? impossibility : null;
  };
  incumbent.raise(0);
  if (model.rows === 0) {
    incumbent.offer(model.decided);
    return answer() ?? { kind: "unknown" };
  }
  const random = new Random(search.seed + attempt);
  const look = async (most: number) => {
    const plan = await searchCover(model, most, random, search);
    if (plan) incumbent.offer([...model.decided, ...Array.from(plan, (j) => model.ids[j])]);
    return incumbent.value === 0;
  };
  // A plan that is easily found is, before bounds are; a proof that is easy, before a plan is looked for at length.
  if (await look(FEW)) return answer() ?? { kind: "unknown" };
  const rest = await searchService(model, incumbent, null, QUICK);
  if (!answer() && rest && (await look(exchanges))) return answer() ?? { kind: "unknown" };
  if (rest && !search.solver && finish === "whole" && !isOver(search)) await branchService(rest, incumbent, PARTS);
  const known = answer();
  if (known || !rest) return known ?? impossibility;
  if (!search.solver || finish === "none" || isOver(search)) return { kind: "unknown" };
  const last = reduceModel(rest.model);
  if (last === null || last.count < 0) return impossibility;
  if (finish === "relaxed") {
    const isRuledOut = (await relax(last, search, search.solver)) > last.count + LINEAR_SLACK;
    return isRuledOut ? impossibility : { kind: "unknown" };
  }
  const most = last.count + SLACK;
  const best = { sites: Number.POSITIVE_INFINITY };
  const outcome = await search.solver.solve(coverProgram(last), {
    timeLimit: search.timeLimit - search.seconds(),
    start: null,
    stopped: (bound) => best.sites <= most || (bound !== undefined && bound > most) || isOver(search),
    found: (values) => {
      best.sites = values.reduce((sum, value) => sum + value, 0);
    },
  });
  if (outcome.bound > most) return impossibility;
  const { values } = outcome;
  if (values) {
    const chosen = Array.from(last.ids).filter((_, j) => values[j] > 0.5);
    if (chosen.length <= last.count) incumbent.offer([...last.decided, ...chosen]);
  }
  return answer() ?? { kind: "unknown" };
}

/** Numbers of sites are whole: a bound this far above one rules it out. */
const SLACK = 1e-4;
/** A linear optimum is one within 1e-7 a row. */
const LINEAR_SLACK = 1e-3;

/** Fewest sites when parts of sites may be opened; −∞ when time is too short to know. */
async function relax(model: ServiceModel, search: Search, solver: Solver): Promise<number> {
  const { bound } = await solver.solve(
    { ...coverProgram(model), integer: new Uint8Array(model.sites) },
    { timeLimit: search.timeLimit - search.seconds(), start: null, stopped: () => isOver(search) },
  );
  return bound;
}

/** Rows within a radius of nobody decided, each worth 1; no cost but that. */
export function coverModel(problem: PlacementProblem, radius: number, count: number): ServiceModel {
  const { rows, weights } = problem;
  const pricing = {
    weight: () => 1,
    cap: (i: number) => (weights[i] > 0 ? 1 : 0),
    end: (i: number) => endWithin(rows, i, radius),
    cost: () => 0,
  };
  return buildService(rows, pricing, problem, count);
}

/** The same covering once what decides itself is decided; null: a row has no site. */
export function reduceModel(model: ServiceModel): ServiceModel | null {
  const reduced = reduceCover(model);
  if (reduced === null) return null;
  const { left, siteOf, decided } = reduced;
  return withColumns({
    ...left,
    count: Math.min(model.count - decided.length, left.sites),
    costs: new Float64Array(left.targets.length),
    caps: new Float64Array(left.rows).fill(1),
    weights: new Float64Array(left.rows).fill(1),
    ids: siteOf.map((j) => model.ids[j]),
    decided: [...model.decided, ...decided.map((j) => model.ids[j])],
    base: 0,
  });
}

function mayServeUnlisted({ rows, weights }: PlacementProblem, radius: number): boolean {
  return rows.rest?.least.some((least, i) => weights[i] > 0 && least <= radius) ?? false;
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

/** Any free sites besides, until the plan has as many as were asked for: reduced models leave out those that add nothing. */
function fillUp(plan: Uint32Array, { ids, count, decided }: ServiceModel, existing: readonly number[]): Uint32Array {
  const open = new Set(existing);
  const chosen = new Set([...plan, ...decided.filter((j) => !open.has(j))]);
  const asked = count + decided.filter((j) => !open.has(j)).length;
  for (const j of ids) if (chosen.size < asked) chosen.add(j);
  return Uint32Array.from(chosen).sort();
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
