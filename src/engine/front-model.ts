import type { FrontAim } from "../core/placement/objectives.ts";
import type { FrontModel } from "../core/placement/search-front.ts";
import type { PlacementWorld, ServiceWorld } from "./placement-world.ts";
import { shortfallOf } from "./shortfall-of.ts";

/** Rates plans of a world by several aims; lower is better. */
export interface WorldModel extends FrontModel {
  valuesOf(plan: ArrayLike<number>): Float64Array;
  /** A rating as it is told: people × minutes as mean minutes, the others in the unit and direction of the aim's search. */
  read(k: number, value: number): number;
  /** Units of the aim's search in one that is told. */
  unitOf(aim: FrontAim): number;
}

/**
 * Ratings: less the weighted people lifted (`shortfall`), people × minutes (`p-median`), less the people within the minutes
 * (`mclp`), minutes of the farthest commune (`p-center`), all over the same plan.
 */
export function rateWorld(world: PlacementWorld, service: ServiceWorld, aims: readonly FrontAim[]): WorldModel {
  const { question, people, mandatory, sites } = world;
  const { lifts, weights: counted, access, threshold } = shortfallOf(world);
  const { demands, today } = service;
  const { minutes } = question;
  const count = sites.names.length;
  const columns = listColumns(service, count);
  const weights = Float64Array.from(demands, (r) => people[r]);
  const counts = weights.reduce((sum, weight) => sum + weight, 0);
  const unitOf = (aim: FrontAim) => (aim === "p-median" ? counts || 1 : 1);
  const isTimed = aims.some((aim) => aim !== "shortfall");
  const lack = access.map((value, r) => (counted[r] > 0 ? Math.max(0, threshold - value) : 0));
  const rate = (others: readonly number[]) => {
    const left = lack.slice();
    let gained = 0;
    for (const j of others) {
      for (let k = lifts.offsets[j]; k < lifts.offsets[j + 1]; k++) left[lifts.targets[k]] -= lifts.lifts[k];
    }
    for (let r = 0; r < left.length; r++) gained += counted[r] * (lack[r] - Math.max(0, left[r]));
    const nearest = Float64Array.from(demands, (r) => today[r]);
    for (const j of others) {
      const column = columns[j];
      for (let i = 0; i < nearest.length; i++) if (column[i] < nearest[i]) nearest[i] = column[i];
    }
    return (site: number, values: Float64Array) => {
      const times = { cost: 0, within: 0, worst: 0 };
      if (isTimed) sumTimes(nearest, site < 0 ? nearest : columns[site], weights, minutes, times);
      let gain = gained;
      for (let k = site < 0 ? 0 : lifts.offsets[site]; k < (site < 0 ? 0 : lifts.offsets[site + 1]); k++) {
        const r = lifts.targets[k];
        if (left[r] > 0) gain += counted[r] * Math.min(left[r], lifts.lifts[k]);
      }
      const all = { shortfall: -gain, "p-median": times.cost, mclp: -times.within, "p-center": times.worst };
      for (let a = 0; a < aims.length; a++) values[a] = all[aims[a]];
    };
  };
  return {
    sites: count,
    objectives: aims.length,
    fixed: new Set(mandatory),
    rate,
    valuesOf(plan) {
      const values = new Float64Array(aims.length);
      rate(Array.from(plan))(-1, values);
      return values;
    },
    read: (k, value) => (aims[k] === "shortfall" || aims[k] === "mclp" ? 0 - value : value / unitOf(aims[k])),
    unitOf,
  };
}

interface Times {
  cost: number;
  within: number;
  worst: number;
}

function sumTimes(base: Float64Array, added: Float64Array, weights: Float64Array, limit: number, into: Times): void {
  let [cost, within, worst] = [0, 0, 0];
  for (let i = 0; i < base.length; i++) {
    const time = Math.min(added[i], base[i]);
    const weight = weights[i];
    if (weight > 0) cost += weight * time;
    if (time <= limit) within += weight;
    if (time > worst) worst = time;
  }
  [into.cost, into.within, into.worst] = [cost, within, worst];
}

/** Minutes from every demand point to each candidate; Infinity where it is not listed. */
function listColumns({ rows, demands }: ServiceWorld, count: number): readonly Float64Array[] {
  const columns = Array.from({ length: count }, () => new Float64Array(demands.length).fill(Number.POSITIVE_INFINITY));
  for (let row = 0; row < rows.demands; row++) {
    for (let k = rows.offsets[row]; k < rows.offsets[row + 1]; k++) {
      if (rows.targets[k] < count) columns[rows.targets[k]][row] = rows.costs[k];
    }
  }
  return columns;
}
