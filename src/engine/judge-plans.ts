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
  const { objective, minutes: within } = question;
  const isChosen = new Set(Array.from(chosen));
  const isFree = (j: number) => !isChosen.has(j);
  const bySite = listBySite(service, sites.names.length);
  const weights = Float64Array.from(demands, (r) => people[r]);
  const longest = bySite.minutes.reduce((most, minutes) => Math.max(most, minutes), 0);
  const nearest = (plan: Plan): Float64Array => {
    const times = Float64Array.from(demands, (r) => today[r]);
    for (let n = 0; n < plan.length; n++) {
      for (let k = bySite.offsets[plan[n]]; k < bySite.offsets[plan[n] + 1]; k++) {
        times[bySite.rows[k]] = Math.min(times[bySite.rows[k]], bySite.minutes[k]);
      }
    }
    return times;
  };
  const weigh = (times: Float64Array): number => {
    let sum = 0;
    for (let row = 0; row < times.length; row++) {
      if (objective === "p-center") sum = Math.min(sum, -times[row]);
      else if (objective !== "p-median") sum += times[row] <= within ? weights[row] : 0;
      else if (weights[row] > 0) sum -= weights[row] * times[row];
    }
    return sum;
  };
  /** What a site adds to the value of times, but for p-center, whose value is what it makes of the farthest. */
  const scoreOver = (base: Float64Array) => {
    if (objective === "p-center") return scoreFarthest(bySite, base);
    // Somebody served at last outweighs every minute.
    const wait = (row: number) => (base[row] === Number.POSITIVE_INFINITY ? longest : base[row]);
    const served = weights.reduce((sum, weight, row) => sum + weight * wait(row), 1);
    const gains = new Float64Array(sites.names.length);
    for (let row = 0; row < base.length; row++) {
      if (weights[row] === 0 || (objective !== "p-median" && base[row] <= within)) continue;
      // Nearest first: from the one of today on, or beyond the minutes, none brings anything.
      for (let k = rows.offsets[row]; k < rows.offsets[row + 1] && rows.costs[k] < base[row]; k++) {
        const minutes = rows.costs[k];
        if (rows.targets[k] >= gains.length) continue;
        if (objective !== "p-median") {
          if (minutes > within) break;
          gains[rows.targets[k]] += weights[row];
        } else if (base[row] === Number.POSITIVE_INFINITY) gains[rows.targets[k]] += served - weights[row] * minutes;
        else gains[rows.targets[k]] += weights[row] * (base[row] - minutes);
      }
    }
    return (j: number) => gains[j];
  };
  return {
    value: (plan) => weigh(nearest(plan)),
    bestOther(others) {
      const best = findBest(sites.names.length, isFree, scoreOver(nearest(others)));
      return best && { site: best.site, value: weigh(nearest([...Array.from(others), best.site])) };
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

interface BySite {
  /** Of each site: rows and minutes from `offsets[site]` to `offsets[site + 1]`. */
  readonly offsets: Uint32Array;
  readonly rows: Uint32Array;
  readonly minutes: Float64Array;
}

function listBySite({ rows: { offsets, targets, costs, demands } }: ServiceWorld, sites: number): BySite {
  const starts = new Uint32Array(sites + 1);
  for (let k = 0; k < offsets[demands]; k++) if (targets[k] < sites) starts[targets[k] + 1]++;
  for (let j = 0; j < sites; j++) starts[j + 1] += starts[j];
  const next = starts.slice(0, sites);
  const listed = { offsets: starts, rows: new Uint32Array(starts[sites]), minutes: new Float64Array(starts[sites]) };
  for (let row = 0; row < demands; row++) {
    for (let k = offsets[row]; k < offsets[row + 1]; k++) {
      if (targets[k] >= sites) continue;
      const at = next[targets[k]]++;
      listed.rows[at] = row;
      listed.minutes[at] = costs[k];
    }
  }
  return listed;
}

/** The farthest row's minutes once a site is added, negated; −Infinity where it is plain that another site does better. */
function scoreFarthest({ offsets, rows, minutes }: BySite, base: Float64Array): (site: number) => number {
  const farthestFirst = Uint32Array.from(base.keys()).sort((a, b) => base[b] - base[a]);
  const own = new Float64Array(base.length);
  let least = Number.POSITIVE_INFINITY;
  return (j) => {
    own.fill(Number.POSITIVE_INFINITY);
    for (let k = offsets[j]; k < offsets[j + 1]; k++) own[rows[k]] = minutes[k];
    let farthest = 0;
    for (const row of farthestFirst) {
      if (base[row] <= farthest) break;
      farthest = Math.max(farthest, Math.min(base[row], own[row]));
      if (farthest > least) return Number.NEGATIVE_INFINITY;
    }
    least = farthest;
    return -farthest;
  };
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
