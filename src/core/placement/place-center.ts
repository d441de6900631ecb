import { Incumbent } from "./incumbent.ts";
import { assignDemand } from "./plan-values.ts";
import { assertChoice, impossible, type PlacementProblem } from "./problem.ts";
import { type Found, isOver, type Search } from "./search.ts";
import { coverAll, type Effort, findServingAll } from "./serve-all.ts";

/**
 * p-center (Hakimi 1964): `count` sites such that the demand point worst served, whatever its weight, is as near as can be.
 * The answer is one of the costs: whether `count` sites cover everybody within one is asked by bisection (Minieka 1970).
 * Throws `bad-input` when no plan serves everybody.
 */
export async function placeCenter(problem: PlacementProblem, count: number, search: Search): Promise<Found> {
  const { rows } = problem;
  assertChoice(problem, rows.candidates, count);
  const everyone = { ...problem, weights: new Float64Array(rows.demands).fill(1) };
  const perUnit = rows.perUnit ?? 1;
  const incumbent = new Incumbent(search, {
    value: (sites) => assignDemand(everyone, sites).costs.reduce((worst, cost) => Math.max(worst, cost), 0),
    read: (value) => value / perUnit,
    step: 0,
    existing: problem.existing,
  });
  const first = await findServingAll(everyone, count, search);
  incumbent.offer(first ?? anyPlan(everyone, count));
  const radii = distinct(rows.costs);
  let low = atLeast(radii, leastWorst(everyone));
  incumbent.raise(radii[low] ?? 0);
  let high = indexOf(radii, incumbent.value);
  let attempt = 0;
  const ask = async (at: number, one: Search, effort: Omit<Effort, "attempt">) => {
    const found = await coverAll(everyone, radii[at], count, one, { ...effort, attempt: attempt++ });
    if (found.kind === "plan") {
      incumbent.offer(found.sites);
      high = indexOf(radii, incumbent.value);
    } else if (found.kind === "impossible") {
      low = Math.max(low, at + 1);
      incumbent.raise(radii[low]);
    }
    search.run.progress(radii.length - (high - low), radii.length, "radii");
    return found.kind;
  };
  // Own means first: a plan is soon found about as near as can be, what it takes time to prove is that there is no nearer one.
  for (let from = low; isWide(radii, from, high) && !isOver(search); from = Math.max(from, low)) {
    const middle = (from + high) >> 1;
    if ((await ask(middle, search, QUICK)) === "unknown") from = middle + 1;
  }
  // The relaxation is all there is to solve of most radii that are too near.
  for (let top = high; search.solver && isWide(radii, low, Math.min(top, high)) && !isOver(search); ) {
    const middle = (low + Math.min(top, high)) >> 1;
    if ((await ask(middle, within(search, PATIENCE), RELAXED)) === "unknown") top = middle;
  }
  // A better plan is sooner found by exchanges at length than by proofs that cannot be.
  const look = { exchanges: EXCHANGES_A_ROW * rows.demands, finish: "none" } as const;
  const looking = within(search, LOOKING);
  for (let isFound = true; isFound && isWide(radii, low, high); ) {
    isFound = false;
    for (const at of listRadii(radii, low, high).slice(0, 2)) {
      if (!isFound && !isOver(looking)) isFound = (await ask(at, looking, look)) === "plan";
    }
  }
  for (let patience = PATIENCE; low < high && !isOver(search); ) {
    const effort = { exchanges: EXCHANGES * (patience / PATIENCE), finish: "whole" } as const;
    const [before, after] = [low, high];
    for (const at of listRadii(radii, low, high)) {
      await ask(at, within(search, patience), effort);
      if (low !== before || high !== after || isOver(search)) break;
    }
    if (low !== before || high !== after) continue;
    // Without an exact solver, asking again would be answered the same.
    if (!search.solver) break;
    patience *= 2;
  }
  if (incumbent.value === Number.POSITIVE_INFINITY)
    throw impossible(`no plan of ${count} sites serving everybody was found`);
  return incumbent.found();
}

const QUICK = { exchanges: 15_000, finish: "none" } as const;
const RELAXED = { exchanges: 0, finish: "relaxed" } as const;
const EXCHANGES = 50_000;
const EXCHANGES_A_ROW = 200;

/** Seconds given to looking for better plans before proofs. */
const LOOKING = 4;

/** Seconds one radius is given, twice as many once all were in vain. */
const PATIENCE = 13;

/** Radii as near as this are not worth asking apart while others may be decided. */
const LEAST_STEP = 1.002;

function isWide(radii: Float64Array, low: number, high: number): boolean {
  return low < high && radii[high] > radii[low] * LEAST_STEP;
}

/** Part of the nearest radius known by which the bound is wanted close to it first. */
const CLOSE = 0.004;

/**
 * Radii to ask until one is decided: the highest that would bring the bound close if nothing serves everybody within it, or
 * half-way; then one where a plan is easier to find, then lower ones, where a proof is. Times differ widely between neighbours.
 */
function listRadii(radii: Float64Array, low: number, high: number): readonly number[] {
  const close = atLeast(radii, radii[high] * (1 - CLOSE));
  const first = close > low && close < high ? close : (low + high) >> 1;
  const listed = [first, (first + high) >> 1];
  for (let at = (low + first) >> 1; isWide(radii, low, at); at = (low + at) >> 1) listed.push(at);
  return [...new Set(listed)];
}

function within(search: Search, seconds: number): Search {
  return { ...search, timeLimit: Math.min(search.timeLimit, search.seconds() + seconds) };
}

/** The first sites allowed, where every plan serves everybody. */
function anyPlan({ rows, existing, mandatory, excluded }: PlacementProblem, count: number): number[] {
  const plan = new Set(mandatory);
  const barred = new Set([...existing, ...excluded]);
  for (let j = 0; plan.size < count; j++) if (!barred.has(j) && j < rows.candidates) plan.add(j);
  return [...plan];
}

/** Nobody can be nearer than to the nearest candidate of all. */
function leastWorst({ rows, excluded }: PlacementProblem): number {
  const barred = new Set(excluded);
  let worst = 0;
  for (let i = 0; i < rows.demands; i++) {
    let k = rows.offsets[i];
    while (k < rows.offsets[i + 1] && barred.has(rows.targets[k])) k++;
    if (k < rows.offsets[i + 1]) worst = Math.max(worst, rows.costs[k]);
  }
  return worst;
}

function distinct(costs: Float64Array): Float64Array {
  const sorted = costs.slice().sort();
  return sorted.filter((cost, k) => k === 0 || cost !== sorted[k - 1]);
}

/** Position of the first value that is no less. */
function atLeast(values: Float64Array, wanted: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (values[middle] < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

function indexOf(values: Float64Array, wanted: number): number {
  return Math.min(values.length - 1, atLeast(values, wanted));
}
