import { placeCenter } from "../core/placement/place-center.ts";
import { placeCover } from "../core/placement/place-cover.ts";
import { placeCoverage } from "../core/placement/place-coverage.ts";
import { placeMedian } from "../core/placement/place-median.ts";
import { placeShortfall } from "../core/placement/place-shortfall.ts";
import type { PlacementProblem } from "../core/placement/problem.ts";
import type { Found, Search } from "../core/placement/search.ts";
import { findFront } from "./find-front.ts";
import type { PlacementWorld, ServiceWorld } from "./placement-world.ts";

/**
 * The best sites under the objective of the question: weighted people lifted (`shortfall`), people × minutes (`p-median`), people
 * within the minutes (`mclp`), minutes of the farthest commune (`p-center`), sites (`lscp`); against others, a front. Throws `bad-input` when no plan exists.
 */
export function findPlan(world: PlacementWorld, search: Search): Promise<Found> {
  const { question, service } = world;
  const { objective, versus = [] } = question;
  if (versus.length === 0 || service === null || objective === "lscp") return findBest(world, search);
  return findFront(world, service, [objective, ...versus], search, (aim, own) =>
    findBest({ ...world, question: { ...question, objective: aim } }, own),
  );
}

function findBest(world: PlacementWorld, search: Search): Promise<Found> {
  const { question, lifts, counted, official, sites, mandatory, service } = world;
  const nameOfSite = (j: number) => sites.names[j];
  if (service === null || question.objective === "shortfall") {
    const rules = { existing: [], mandatory, excluded: [], nameOfSite };
    const { threshold, count } = question;
    return placeShortfall({ lifts, weights: counted, access: official, threshold, ...rules }, count, search);
  }
  const problem = serviceProblem(world, service);
  switch (question.objective) {
    case "mclp":
      return placeCoverage(problem, question.count, question.minutes, search);
    case "p-center":
      return placeCenter(problem, question.count, search);
    case "lscp":
      return placeCover(problem, question.minutes, search);
    default:
      return placeMedian(problem, question.count, search);
  }
}

function serviceProblem(world: PlacementWorld, { rows, demands }: ServiceWorld): PlacementProblem {
  const { sites, mandatory, people, names, question } = world;
  return {
    rows,
    weights: Float64Array.from(demands, (r) => people[r]),
    existing: question.practices ? [sites.names.length] : [],
    mandatory,
    excluded: [],
    nameOf: (row) => names[demands[row]],
    nameOfSite: (j) => sites.names[j],
  };
}
