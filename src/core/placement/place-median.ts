import { branchService } from "./branch-service.ts";
import { buildService, isWhole } from "./build-service.ts";
import { openGreedily } from "./greedy-sites.ts";
import { Incumbent } from "./incumbent.ts";
import { serviceCost } from "./plan-values.ts";
import { assertChoice, impossible, type PlacementProblem } from "./problem.ts";
import { type Found, isOver, type Search } from "./search.ts";
import { searchService } from "./search-service.ts";
import { findServingAll } from "./serve-all.ts";
import { Service } from "./service.ts";
import type { ServiceModel } from "./service-model.ts";

/** Parts of the problem looked at, at most, before the bound is left as it is; few where pairs left out may keep it open. */
const PARTS = { whole: 20_000, cut: 100 };

/**
 * p-median (Hakimi 1964): `count` sites such that Σ weight × cost to the nearest open site is least. Every point with weight
 * must be served. Throws `bad-input` when no plan can.
 */
export async function placeMedian(problem: PlacementProblem, count: number, search: Search): Promise<Found> {
  const { rows, weights } = problem;
  assertChoice(problem, rows.candidates, count);
  const unserved = priceOfUnserved(problem);
  const model = buildService(
    rows,
    {
      weight: (i) => weights[i],
      cap: (i) => (weights[i] > 0 ? unserved(i) : 0),
      end: (i) => rows.offsets[i + 1],
      cost: (k, i) => weights[i] * rows.costs[k],
    },
    problem,
    count,
  );
  const perUnit = rows.perUnit ?? 1;
  const incumbent = new Incumbent(search, {
    value: (sites) => serviceCost(problem, sites),
    read: (value) => value / perUnit,
    step: isWhole(model) ? 1 : 0,
    existing: problem.existing,
  });
  // Looking for a plan that serves everybody may take long, and the first one at hand mostly does.
  offerGreedy(model, incumbent);
  await search.run.pause?.();
  const isServed = incumbent.value < Number.POSITIVE_INFINITY;
  const known = isServed ? incumbent.sites : await findServingAll(problem, count, search);
  const rest = await searchService(model, incumbent, known && positionsIn(model, known));
  if (rest && !isOver(search)) await branchService(rest, incumbent, rows.rest ? PARTS.cut : PARTS.whole);
  if (incumbent.value === Number.POSITIVE_INFINITY)
    throw impossible(`no plan of ${count} sites serving everybody was found`);
  return incumbent.found();
}

function offerGreedy(model: ServiceModel, incumbent: Incumbent): void {
  if (model.count <= 0 || model.count >= model.sites) return;
  const service = new Service(model);
  openGreedily(service, model.count);
  incumbent.offer(service.plan());
}

/** Positions, among the sites still free, of a plan's candidates. */
function positionsIn({ ids }: ServiceModel, plan: Uint32Array): readonly number[] {
  const chosen = new Set(plan);
  return Array.from(ids.keys()).filter((j) => chosen.has(ids[j]));
}

/**
 * What a point costs when no listed site serves it. A row that lists every candidate never costs more than its last; one
 * cut short, no less than what was cut; one that some candidates cannot serve, more than serving everybody.
 */
function priceOfUnserved({ rows, weights }: PlacementProblem): (row: number) => number {
  const { offsets, costs, candidates, rest } = rows;
  const last = (i: number) => (offsets[i + 1] > offsets[i] ? weights[i] * costs[offsets[i + 1] - 1] : 0);
  let all = 1;
  for (let i = 0; i < rows.demands; i++) all += last(i);
  return (i) => {
    const least = rest?.least[i] ?? Number.POSITIVE_INFINITY;
    if (least < Number.POSITIVE_INFINITY) return weights[i] * least;
    return offsets[i + 1] - offsets[i] === candidates ? last(i) : last(i) + all;
  };
}
