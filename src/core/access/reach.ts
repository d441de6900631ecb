import { STATUS_CODE } from "../status.ts";
import { gather } from "./two-step.ts";
import { type AccessOutcome, type AccessWorld, assertWorld, statusesOf } from "./world.ts";

/**
 * Cumulative opportunities: Σ_j S_j·w_ij per origin, in units of supply (Hansen 1959; Wachs & Kumagai 1973 with binary
 * weights). Demand plays no part.
 */
export function cumulativeAccess(world: AccessWorld, weights: Float64Array): AccessOutcome {
  assertWorld(world, weights);
  const values = gather(world.table, world.supply, weights);
  return { values, statuses: statusesOf(world, weights), zeroDemandSites: 0 };
}

/** Supply within the catchment per unit of the origin's own demand; 0 where the origin has no demand. */
export function catchmentRatio(world: AccessWorld, weights: Float64Array): AccessOutcome {
  const outcome = cumulativeAccess(world, weights);
  for (let i = 0; i < world.demand.length; i++) {
    outcome.values[i] = world.demand[i] > 0 ? outcome.values[i] / world.demand[i] : 0;
  }
  return outcome;
}

/**
 * Minutes to the `rank`-th nearest destination with supply (1 = the nearest; ties count one by one), among pairs of
 * positive weight; NaN and unreachable where there are fewer.
 */
export function nearestMinutes(world: AccessWorld, weights: Float64Array, rank: number): AccessOutcome {
  assertWorld(world, weights);
  if (!Number.isInteger(rank) || rank < 1) throw new RangeError("rank must be 1, 2, …");
  const { table, supply } = world;
  const { offsets, targets, minutes } = table;
  const values = new Float64Array(table.origins);
  const statuses = new Uint8Array(table.origins);
  const best = new Float64Array(rank);
  for (let i = 0; i < table.origins; i++) {
    best.fill(Number.POSITIVE_INFINITY);
    const end = offsets[i + 1];
    for (let k = offsets[i]; k < end; k++) {
      if (weights[k] > 0 && supply[targets[k]] > 0 && minutes[k] < best[rank - 1]) insert(best, minutes[k]);
    }
    const reached = best[rank - 1] < Number.POSITIVE_INFINITY;
    values[i] = reached ? best[rank - 1] : Number.NaN;
    statuses[i] = reached ? STATUS_CODE.value : STATUS_CODE.unreachable;
  }
  return { values, statuses, zeroDemandSites: 0 };
}

/** Puts x in ascending order, dropping the last. */
function insert(sorted: Float64Array, x: number): void {
  let at = sorted.length - 1;
  while (at > 0 && sorted[at - 1] > x) {
    sorted[at] = sorted[at - 1];
    at--;
  }
  sorted[at] = x;
}
