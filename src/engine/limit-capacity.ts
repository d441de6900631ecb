import type { CapacityRequest } from "../core/placement/place-capacity.ts";
import type { PlacementProblem } from "../core/placement/problem.ts";
import type { PlacementWorld, PlaceSitesQuestion, ServiceWorld, SiteCapacity } from "./placement-world.ts";

/** What sites may take, where that counts: under the aims of mean time and of coverage, alone. */
export function capacityOf({ capacity, objective, versus }: PlaceSitesQuestion): SiteCapacity | null {
  const isAim = objective === "p-median" || objective === "mclp";
  return capacity && isAim && !versus?.length ? capacity : null;
}

/** The question of minutes over all inhabitants; with capacities, over those who are to be served. */
export function serviceProblem(world: PlacementWorld, { rows, demands }: ServiceWorld): PlacementProblem {
  const { sites, mandatory, people, names, question, official } = world;
  const isUnder = capacityOf(question)?.served === "under";
  return {
    rows,
    weights: Float64Array.from(demands, (r) => (isUnder && official[r] >= question.threshold ? 0 : people[r])),
    existing: question.practices ? [sites.names.length] : [],
    mandatory,
    excluded: [],
    nameOf: (row) => names[demands[row]],
    nameOfSite: (j) => sites.names[j],
  };
}

/** People each candidate takes; today's places of practice, which stand as one, take any. */
export function requestCapacity({ sites, question }: PlacementWorld, { people, own }: SiteCapacity): CapacityRequest {
  const known = new Map(own.map((site) => [site.code, site.people]));
  const capacities = sites.codes.map((code) => known.get(code) ?? people);
  if (question.practices) capacities.push(Number.POSITIVE_INFINITY);
  return {
    capacities: Float64Array.from(capacities),
    radius: question.objective === "mclp" ? question.minutes : null,
  };
}
