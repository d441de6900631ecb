import { buildCapacityModel, type CapacityModel, keepSites } from "./capacity-model.ts";
import { CapacityPrices, rankForced } from "./capacity-prices.ts";
import { capacityProgram } from "./capacity-program.ts";
import { exchangeSites } from "./exchange-capacity.ts";
import { Incumbent } from "./incumbent.ts";
import { heldRadius, placeCoverage } from "./place-coverage.ts";
import { placeMedian } from "./place-median.ts";
import { assertChoice, impossible, type PlacementProblem } from "./problem.ts";
import { type Found, isOver, pauseAndAsk, type Search } from "./search.ts";
import { Transport } from "./transport.ts";

/** Steps of the prices; every so many of them, a plan improved from the sites they open. */
const STEPS = 1200;
const EVERY = 60;
const LEAST_PACE = 0.004;

/** Part of the time the same question without capacities may take: its bound holds here too. */
const WITHOUT = 0.2;

/** Pairs up to which the exact solver is asked. */
const MOST_PAIRS = 60_000;

export interface CapacityRequest {
  /** People each candidate takes, 0 or more; Infinity: no limit. Existing ones included. */
  readonly capacities: Float64Array;
  /** Most people within it and within capacity (Pirkul & Schilling 1991); null: everybody served, in the least time. */
  readonly radius: number | null;
}

/**
 * `count` sites none of which takes more people than it can: p-median or maximal coverage with capacities, demand split between
 * sites where one is full (Sridharan 1995; Pirkul & Schilling 1991). The plan says who goes where: a person may be sent past a
 * full site. The same question without capacities bounds it, and answers it when no site is over. Throws `bad-input` when no
 * plan exists, naming what is short and by how much.
 */
export async function placeWithCapacity(
  problem: PlacementProblem,
  { capacities, radius }: CapacityRequest,
  count: number,
  search: Search,
): Promise<Found> {
  const { rows, weights, existing } = problem;
  assertChoice(problem, rows.candidates, count);
  assertCapacities(capacities);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const free = (own: Search) =>
    radius === null ? placeMedian(problem, count, own) : placeCoverage(problem, count, radius, own);
  if (capacities.every((capacity) => capacity >= total)) return free(search);
  if (radius === null) assertRoom(problem, capacities, count, total);
  const goal = { capacities, radius: radius === null ? null : heldRadius(rows, radius) };
  const model = buildCapacityModel(problem, goal, count);
  const transport = new Transport(model);
  const place = new Map(Array.from(model.ids, (j, at) => [j, at]));
  const open = (sites: Iterable<number>) => [...new Set([...sites, ...existing])].map((j) => place.get(j) ?? 0);
  const perUnit = rows.perUnit ?? 1;
  const incumbent = new Incumbent(search, {
    value: (sites) => {
      const cost = model.base + transport.solve(open(sites));
      return model.isAll && !transport.servesAll() ? Number.POSITIVE_INFINITY : cost;
    },
    read: (value) => (radius === null ? value / perUnit : total - value),
    step: isWhole(model, total) ? 1 : 0,
    existing,
  });
  const without = await free({ ...search, timeLimit: search.timeLimit * WITHOUT, tell: () => undefined });
  incumbent.offer(without.sites);
  incumbent.raise(radius === null ? without.bound * perUnit * (1 - 1e-15) : total - without.bound);
  if (!incumbent.isClosed()) await climb(transport, incumbent, open(without.sites));
  if (incumbent.value === Number.POSITIVE_INFINITY) {
    throw impossible(`no ${count} sites within their capacities were found to serve everybody`, "no-capacity", {
      count,
    });
  }
  return incumbent.found();
}

function assertCapacities(capacities: Float64Array): void {
  if (!capacities.every((capacity) => capacity >= 0)) throw impossible("a capacity must be 0 or more");
}

/** Throws when not even the largest sites take everybody. */
function assertRoom(
  { existing, mandatory, excluded }: PlacementProblem,
  capacities: Float64Array,
  count: number,
  demand: number,
): void {
  const out = new Set(excluded);
  const sure = new Set([...existing, ...mandatory]);
  const free = Array.from(capacities.keys()).filter((j) => !out.has(j) && !sure.has(j));
  const largest = free.map((j) => capacities[j]).sort((a, b) => b - a);
  const kept = largest.slice(0, count - new Set(mandatory).size);
  const capacity = [...Array.from(sure, (j) => capacities[j]), ...kept].reduce((sum, one) => sum + one, 0);
  if (capacity >= demand * (1 - 1e-12)) return;
  const missing = demand - capacity;
  const words = `${count} sites take ${capacity} people at most and ${demand} are to be served: ${missing} places are missing`;
  throw impossible(words, "capacity", { count, capacity, demand, missing });
}

/** Whether every value is whole: capacities and people being so, so is the best assignment. */
function isWhole({ amounts, capacities, costs, isAll }: CapacityModel, total: number): boolean {
  const whole = (value: number) => Number.isInteger(value) || value === Number.POSITIVE_INFINITY;
  if (!amounts.every(Number.isInteger) || !capacities.every(whole)) return false;
  if (!isAll) return Number.isInteger(total);
  return costs.every(Number.isInteger) && total * costs.reduce((most, cost) => Math.max(most, cost), 0) < 2 ** 52;
}

/** Returns the cost of the plan it ends with, whoever is left out at their cap. */
async function improveFrom(transport: Transport, incumbent: Incumbent, open: readonly number[]): Promise<number> {
  const better = await exchangeSites(transport, open, () => pauseAndAsk(incumbent.search));
  incumbent.offer(better.map((at) => transport.model.ids[at]));
  return transport.solve(better);
}

/** Prices climb, plans are improved from the sites they open, then what they leave open is solved. */
async function climb(transport: Transport, incumbent: Incumbent, known: readonly number[]): Promise<void> {
  const { model } = transport;
  const { search } = incumbent;
  const shift = model.base;
  let target = await improveFrom(transport, incumbent, known);
  if (incumbent.isClosed() || isOver(search)) return;
  const prices = new CapacityPrices(model, transport.prices);
  const seen = new Set<string>();
  for (let step = 1; step <= STEPS && prices.pace > LEAST_PACE; step++) {
    prices.step(target);
    if (step % 10 === 0) {
      incumbent.raise(shift + prices.bound);
      if (incumbent.isClosed() || (await pauseAndAsk(search))) return;
    }
    if (step % EVERY !== 0) continue;
    search.run.progress(step, STEPS, "prices");
    const start = Array.from(prices.order.subarray(0, model.open)).sort((a, b) => a - b);
    if (seen.has(start.join())) continue;
    seen.add(start.join());
    target = Math.min(target, await improveFrom(transport, incumbent, start));
  }
  incumbent.raise(shift + prices.bound);
  if (search.solver === null || incumbent.isClosed()) return;
  const rest = decide(model, prices, incumbent);
  if (rest.targets.length <= MOST_PAIRS) await solveRest(rest, incumbent, shift);
}

/** Sites that no better plan can open, or leave closed, by the bound with that one decision taken. */
function decide(model: CapacityModel, { bound, bestValues }: CapacityPrices, incumbent: Incumbent): CapacityModel {
  const { sites, open } = model;
  if (open >= sites) return model;
  const ranks = rankForced(model, bestValues);
  const order = Array.from({ length: sites }, (_, j) => j).sort((a, b) => ranks[a] - ranks[b] || a - b);
  const lastIn = bestValues[order[open - 1]];
  const firstOut = bestValues[order[open]];
  const keep = new Uint8Array(sites).fill(1);
  order.forEach((j, at) => {
    if (model.isForced[j] === 1) return;
    const against = at < open ? bound - bestValues[j] + firstOut : bound + bestValues[j] - lastIn;
    if (incumbent.isBeaten(model.base + against)) keep[j] = at < open ? 2 : 0;
  });
  return keepSites(model, keep);
}

async function solveRest(model: CapacityModel, incumbent: Incumbent, shift: number): Promise<void> {
  const { search } = incumbent;
  if (search.solver === null) return;
  const known = Number.isFinite(incumbent.value) ? incumbent.value - shift : incumbent.bound - shift;
  const unit = Math.max(1e-9, known) / 1e4;
  const chosen = (values: Float64Array) => Array.from(model.ids).filter((_, j) => values[j] > 0.5);
  const outcome = await search.solver.solve(capacityProgram(model, unit), {
    timeLimit: search.timeLimit - search.seconds(),
    start: null,
    stopped: () => isOver(search),
    found: (values) => incumbent.offer(chosen(values)),
  });
  if (outcome.values) incumbent.offer(chosen(outcome.values));
  // Sites decided before hold in every better plan, so the smaller program bounds what is better than the plan at hand.
  if (Number.isFinite(incumbent.value)) {
    incumbent.raise(Math.min(incumbent.value, outcome.infeasible ? incumbent.value : shift + outcome.bound * unit));
  } else if (outcome.infeasible) {
    throw impossible("no plan of so many sites serves everybody within capacities and known times", "no-capacity", {
      count: model.open,
    });
  }
}
