import { coverProgram } from "./cover-program.ts";
import { openGreedily } from "./greedy-sites.ts";
import { Incumbent } from "./incumbent.ts";
import { heldRadius } from "./place-coverage.ts";
import { assertRules, type PlacementProblem } from "./problem.ts";
import { type Found, isOver, type Search } from "./search.ts";
import { assertServable, coverAll, coverModel, reduceModel, USUAL } from "./serve-all.ts";
import { Service } from "./service.ts";
import type { ServiceModel } from "./service-model.ts";

/**
 * Set covering (Toregas et al. 1971): the fewest sites such that every demand point, whatever its weight, has one at most
 * `radius` away, limit included. Mandatory sites count, existing ones do not. Throws `bad-input` when a point is out of
 * everybody's reach.
 */
export async function placeCover(problem: PlacementProblem, radius: number, search: Search): Promise<Found> {
  const { rows } = problem;
  assertRules(problem, rows.candidates);
  const everyone = { ...problem, weights: new Float64Array(rows.demands).fill(1) };
  const limit = heldRadius(rows, radius);
  assertServable(everyone, limit);
  const whole = coverModel(everyone, limit, rows.candidates);
  const forced = new Set(problem.mandatory).size;
  const incumbent = new Incumbent(search, {
    value: (sites) => sites.length,
    read: (value) => value,
    step: 1,
    existing: problem.existing,
  });
  incumbent.raise(forced + (whole.rows > 0 ? 1 : 0));
  incumbent.offer([...whole.decided, ...coverGreedily(whole)]);
  const model = reduceModel(whole);
  if (model === null || isOver(search)) return incumbent.found();
  const open = new Set(problem.existing);
  const decided = model.decided.filter((j) => !open.has(j)).length;
  incumbent.raise(decided + (model.rows > 0 ? 1 : 0));
  incumbent.offer([...model.decided, ...coverGreedily(model)]);
  await descend(everyone, limit, incumbent, forced);
  if (incumbent.isClosed() || !search.solver || isOver(search)) return incumbent.found();
  const outcome = await search.solver.solve(coverProgram(model), {
    timeLimit: search.timeLimit - search.seconds(),
    start: startOf(model, incumbent.sites),
    stopped: (bound) => {
      if (bound !== undefined) incumbent.raise(Math.min(incumbent.value, decided + bound));
      return incumbent.isClosed() || isOver(search);
    },
    found: (values) => incumbent.offer(chosen(model, values)),
  });
  if (outcome.values) incumbent.offer(chosen(model, outcome.values));
  incumbent.raise(Math.min(incumbent.value, decided + outcome.bound));
  return incumbent.found();
}

/** One site fewer as long as that is possible; then the highest number of sites that bounds prove too few. */
async function descend(problem: PlacementProblem, limit: number, incumbent: Incumbent, forced: number): Promise<void> {
  const own: Search = { ...incumbent.search, solver: null };
  for (let attempt = 0; attempt < ATTEMPTS && !incumbent.isClosed() && !isOver(own); ) {
    const fewer = incumbent.value - 1;
    if (fewer < Math.max(1, forced)) return incumbent.raise(incumbent.value);
    const again = { exchanges: USUAL.exchanges * (attempt + 1), attempt, finish: "none" } as const;
    const found = await coverAll(problem, limit, fewer, own, attempt === 0 ? USUAL : again);
    if (found.kind === "impossible") return incumbent.raise(incumbent.value);
    if (found.kind === "unknown") attempt++;
    else incumbent.offer(found.sites);
  }
  for (let low = incumbent.bound, high = incumbent.value - 1; low < high && !isOver(own); ) {
    const middle = (low + high) >> 1;
    const found = await coverAll(problem, limit, middle, own);
    if (found.kind === "impossible") {
      low = middle + 1;
      incumbent.raise(low);
    } else high = middle;
  }
}

/** Searches of one site fewer, each longer, before it is left to proofs. */
const ATTEMPTS = 5;

/** Greedy cover (Chvátal 1979), then sites that the others make superfluous closed again. */
function coverGreedily(model: ServiceModel): number[] {
  const service = new Service(model);
  openGreedily(service, model.count, (gain) => gain > 0);
  for (const j of service.listOpen()) if (service.loss[j] === 0) service.close(j);
  return service.listOpen().map((j) => model.ids[j]);
}

/** null: the plan holds a site that the model does without. */
function startOf({ ids, decided }: ServiceModel, sites: Uint32Array): Float64Array | null {
  const isChosen = new Set(sites);
  const known = new Set([...ids, ...decided]);
  if (sites.some((j) => !known.has(j))) return null;
  return Float64Array.from(ids, (id) => (isChosen.has(id) ? 1 : 0));
}

function chosen({ ids, decided }: ServiceModel, values: Float64Array): number[] {
  return [...decided, ...Array.from(ids).filter((_, j) => values[j] > 0.5)];
}
