import { addLifts } from "../core/placement/add-lifts.ts";
import { type SiteLifts, shortfallGain } from "../core/placement/shortfall.ts";
import type { PlacementWorld, ServiceWorld } from "./placement-world.ts";
import { shortfallOf } from "./shortfall-of.ts";

type Plan = ArrayLike<number>;

/** Values plans and looks for the best site to add to one; a higher value is better. */
export interface Judgement {
  value(plan: Plan): number;
  /** Of the candidates outside the plan described: the one whose adding makes the best plan; null: there is none. */
  bestOther(others: Plan): { readonly site: number; readonly value: number } | null;
}

export interface AccessJudgement extends Judgement {
  /** Official access with what the sites add. */
  after(plan: Plan): Float64Array;
  /** Σ people × what a site adds under the threshold beside others. */
  usefulOf(site: number, others: Plan): number;
}

/** Plans by the shortfall they fill. */
export function judgeAccess(world: PlacementWorld, chosen: Plan): AccessJudgement {
  const { lifts, official, people, question, options } = world;
  const goal = shortfallOf(world);
  const isChosen = new Set(Array.from(chosen));
  const after = (plan: Plan) => addLifts(lifts, official, plan);
  /** Not in the plan described, nor another size of a commune in it, nor dearer than what is left. */
  const isAllowedBeside = (others: Plan) => {
    if (options === null) return (j: number) => !isChosen.has(j);
    const taken = new Set(Array.from(chosen, (j) => options.sites[j]));
    const left = Array.from(others).reduce((sum, j) => sum - options.costs[j], question.budget?.total ?? 0);
    return (j: number) => !taken.has(options.sites[j]) && options.costs[j] <= left;
  };
  const value = (plan: Plan) => shortfallGain(goal.lifts, goal.weights, goal.access, goal.threshold, plan);
  return {
    after,
    value,
    usefulOf: (site, others) => gainOf(lifts, site, after(others), people, question.threshold),
    bestOther(others) {
      const access = addLifts(goal.lifts, goal.access, others);
      const gain = (j: number) => gainOf(goal.lifts, j, access, goal.weights, goal.threshold);
      const best = findBest(lifts.sites, isAllowedBeside(others), gain);
      return best && { site: best.site, value: value([...Array.from(others), best.site]) };
    },
  };
}

/** Σ weight × what a site adds under the threshold to an access. */
export function gainOf(
  { offsets, targets, lifts }: SiteLifts,
  site: number,
  access: Float64Array,
  weights: Float64Array,
  threshold: number,
): number {
  let gain = 0;
  for (let k = offsets[site]; k < offsets[site + 1]; k++) {
    const r = targets[k];
    gain += weights[r] * Math.min(lifts[k], Math.max(0, threshold - access[r]));
  }
  return gain;
}

export interface ServiceJudgement extends Judgement {
  /** Minutes to the nearest site of a plan or place of practice of today; NaN where set aside, Infinity: nobody. */
  minutes(plan: Plan): Float64Array;
  /** People nearer to each site of a plan than to any other and to today's places. */
  peopleNearest(plan: Plan): Float64Array;
}

/** Plans by minutes: people × minutes, people within some minutes, or the farthest commune. */
export function judgeService(world: PlacementWorld, service: ServiceWorld, chosen: Plan): ServiceJudgement {
  const { question, people, sites } = world;
  const { demands, rows, today } = service;
  const isChosen = new Set(Array.from(chosen));
  const isFree = (j: number) => !isChosen.has(j);
  const bySite = listBySite(service, sites.names.length);
  const nearest = (plan: Plan): Float64Array => {
    const times = Float64Array.from(demands, (r) => today[r]);
    for (let n = 0; n < plan.length; n++) {
      for (const { row, minutes } of bySite[plan[n]]) times[row] = Math.min(times[row], minutes);
    }
    return times;
  };
  const weigh = (times: Float64Array): number => {
    let sum = 0;
    for (let row = 0; row < times.length; row++) {
      const n = people[demands[row]];
      if (question.objective === "p-center") sum = Math.min(sum, -times[row]);
      else if (question.objective !== "p-median") sum += times[row] <= question.minutes ? n : 0;
      else if (n > 0) sum -= n * times[row];
    }
    return sum;
  };
  return {
    value: (plan) => weigh(nearest(plan)),
    bestOther(others) {
      const base = nearest(others);
      const added = base.slice();
      const best = findBest(sites.names.length, isFree, (j) => {
        for (const { row, minutes } of bySite[j]) added[row] = Math.min(base[row], minutes);
        const value = weigh(added);
        for (const { row } of bySite[j]) added[row] = base[row];
        return value;
      });
      return best;
    },
    minutes(plan) {
      const all = new Float64Array(people.length).fill(Number.NaN);
      const times = nearest(plan);
      demands.forEach((r, row) => {
        all[r] = times[row];
      });
      return all;
    },
    peopleNearest(plan) {
      const position = new Map(Array.from(plan, (j, k) => [j, k]));
      const sums = new Float64Array(plan.length);
      demands.forEach((r, row) => {
        for (let k = rows.offsets[row]; k < rows.offsets[row + 1]; k++) {
          const at = position.get(rows.targets[k]);
          if (at === undefined && rows.targets[k] < sites.names.length) continue;
          if (at !== undefined) sums[at] += people[r];
          return;
        }
      });
      return sums;
    },
  };
}

function listBySite({ rows }: ServiceWorld, sites: number) {
  const bySite: { readonly row: number; readonly minutes: number }[][] = Array.from({ length: sites }, () => []);
  for (let row = 0; row < rows.demands; row++) {
    for (let k = rows.offsets[row]; k < rows.offsets[row + 1]; k++) {
      if (rows.targets[k] < sites) bySite[rows.targets[k]].push({ row, minutes: rows.costs[k] });
    }
  }
  return bySite;
}

function findBest(sites: number, isAllowed: (site: number) => boolean, score: (site: number) => number) {
  let best: { readonly site: number; readonly value: number } | null = null;
  for (let site = 0; site < sites; site++) {
    if (!isAllowed(site)) continue;
    const value = score(site);
    if (best === null || value > best.value) best = { site, value };
  }
  return best;
}
