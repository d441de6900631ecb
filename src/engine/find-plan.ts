import { costOf, type Purchase, placeBudget } from "../core/placement/place-budget.ts";
import { placeWithCapacity } from "../core/placement/place-capacity.ts";
import { placeCenter } from "../core/placement/place-center.ts";
import { placeCover } from "../core/placement/place-cover.ts";
import { placeCoverage } from "../core/placement/place-coverage.ts";
import { placeMedian } from "../core/placement/place-median.ts";
import { placeShortfall } from "../core/placement/place-shortfall.ts";
import { type Found, isOver, type Search } from "../core/placement/search.ts";
import { findFront } from "./find-front.ts";
import { capacityOf, requestCapacity, serviceProblem } from "./limit-capacity.ts";
import type { PlacementWorld, SiteOptions } from "./placement-world.ts";
import { shortfallOf } from "./shortfall-of.ts";

/**
 * The best sites under the objective of the question: weighted people lifted (`shortfall`), people × minutes (`p-median`), people
 * within the minutes (`mclp`), minutes of the farthest commune (`p-center`), sites (`lscp`); against others, a front. Throws `bad-input` when no plan exists.
 */
export function findPlan(world: PlacementWorld, search: Search): Promise<Found> {
  const { question, service } = world;
  const { objective, versus = [] } = question;
  if (world.options) return findPurchase(world, world.options, search);
  if (versus.length === 0 || service === null || objective === "lscp") return findBest(world, search);
  return findFront(world, service, [objective, ...versus], search, (aim, own) =>
    findBest({ ...world, question: { ...question, objective: aim } }, own),
  );
}

/** Part of the time for the plan; the rest for what a little more money would buy. */
const PLAN = 0.6;

/** What the budget buys, and what it would with enough more for the cheapest site. */
async function findPurchase(world: PlacementWorld, options: SiteOptions, search: Search): Promise<Purchase> {
  const { question, mandatory } = world;
  const total = question.budget?.total ?? 0;
  const { sites, costs } = options;
  const problem = { ...shortfallOf(world), sites, costs, mandatory };
  const within = { ...search, timeLimit: search.timeLimit * PLAN };
  const found = await placeBudget({ ...problem, budget: total }, within);
  const spent = costOf(problem, found.sites);
  const purchase = { ...found, spent, next: null };
  if (isOver(search)) return purchase;
  const more = costs.reduce((least, cost) => Math.min(least, cost), Number.POSITIVE_INFINITY);
  search.tell?.(purchase);
  const next = await placeBudget({ ...problem, budget: total + more }, { ...search, tell: () => undefined });
  const isProven = found.gap <= EXACT && next.gap <= EXACT;
  return { ...purchase, next: { more, gain: next.objective - found.objective, isProven } };
}

/** The exact solver's own tolerance on the gap. */
const EXACT = 1e-6;

function findBest(world: PlacementWorld, search: Search): Promise<Found> {
  const { question, sites, mandatory, service } = world;
  const nameOfSite = (j: number) => sites.names[j];
  if (service === null || question.objective === "shortfall") {
    const rules = { existing: [], mandatory, excluded: [], nameOfSite };
    return placeShortfall({ ...shortfallOf(world), ...rules }, question.count, search);
  }
  const problem = serviceProblem(world, service);
  const limit = capacityOf(question);
  if (limit) return placeWithCapacity(problem, requestCapacity(world, limit), question.count, search);
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
