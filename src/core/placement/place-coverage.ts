import { branchService } from "./branch-service.ts";
import { buildService, isWhole } from "./build-service.ts";
import { coverageProgram } from "./cover-program.ts";
import { Incumbent } from "./incumbent.ts";
import { uncovered } from "./plan-values.ts";
import { assertChoice, impossible, type PlacementProblem } from "./problem.ts";
import { type Found, isOver, type Search } from "./search.ts";
import { searchService } from "./search-service.ts";
import { endWithin } from "./serve-all.ts";

/** Parts looked at before the exact solver is asked, and without one. */
const PARTS = { before: 30, alone: 20_000 };

/**
 * Maximal coverage (Church & ReVelle 1974): `count` sites such that the weight of the points with one at most `radius` away,
 * limit included, is greatest. `radius` in the unit of the costs. Objective and bound are covered weight, what existing sites
 * cover included. Throws `bad-input` when no plan exists.
 */
export async function placeCoverage(
  problem: PlacementProblem,
  count: number,
  radius: number,
  search: Search,
): Promise<Found> {
  const { rows, weights } = problem;
  assertChoice(problem, rows.candidates, count);
  const limit = heldRadius(rows, radius);
  const pricing = {
    weight: (i: number) => weights[i],
    cap: (i: number) => weights[i],
    end: (i: number) => endWithin(rows, i, limit),
    cost: () => 0,
  };
  const model = buildService(rows, pricing, problem, count);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const incumbent = new Incumbent(search, {
    value: (sites) => uncovered(problem, sites, limit),
    read: (value) => total - value,
    step: isWhole(model) && Number.isInteger(total) ? 1 : 0,
    existing: problem.existing,
  });
  incumbent.raise(model.base);
  const rest = await searchService(model, incumbent);
  if (!rest || isOver(search)) return incumbent.found();
  await branchService(rest, incumbent, search.solver ? PARTS.before : PARTS.alone);
  if (!search.solver || incumbent.isClosed() || isOver(search)) return incumbent.found();
  const unit = Math.max(1e-9, incumbent.value) / 1e4;
  const part = rest.model;
  const outcome = await search.solver.solve(coverageProgram(part, unit), {
    timeLimit: search.timeLimit - search.seconds(),
    start: null,
    stopped: () => isOver(search),
    found: (values) => incumbent.offer(chosenBy(values, part)),
  });
  if (outcome.values) incumbent.offer(chosenBy(outcome.values, part));
  // Sites decided before hold in every better plan, so the smaller program bounds what is better than the plan at hand.
  incumbent.raise(Math.min(incumbent.value, outcome.infeasible ? incumbent.value : part.base + outcome.bound * unit));
  return incumbent.found();
}

/** A radius in the unit of the costs, as the rows hold them; rejects what is not a distance. */
export function heldRadius({ perUnit = 1 }: PlacementProblem["rows"], radius: number): number {
  if (!(radius >= 0 && radius < Number.POSITIVE_INFINITY)) throw impossible("the radius must be a number, 0 or more");
  // A radius written with the decimals of the costs is one of them exactly once multiplied; rounding must not lose it.
  const held = radius * perUnit;
  const whole = Math.round(held);
  return Math.abs(held - whole) < 1e-9 * Math.max(1, whole) ? whole : held;
}

function chosenBy(values: Float64Array, { ids, decided }: { ids: Uint32Array; decided: readonly number[] }) {
  return [...decided, ...Array.from(ids).filter((_, j) => values[j] > 0.5)];
}
