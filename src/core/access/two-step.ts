import type { TravelTable } from "./travel-table.ts";
import { type AccessOutcome, type AccessWorld, assertWorld, statusesOf } from "./world.ts";

/**
 * Two-step floating catchment areas: R_j = S_j / Σ_i P_i·w_ij, A_i = Σ_j R_j·w_ij. Binary weights give 2SFCA (Luo & Wang
 * 2003), steps E2SFCA (Luo & Qi 2009, equations 2 and 3) and the APL (Barlet et al. 2012), kernels KD2SFCA (Dai & Wang 2011).
 * `weights`: one per pair. Access 0 where nothing is within reach. Σ P_i·A_i = Σ S_j over sites with weighted demand.
 */
export function twoStepAccess(world: AccessWorld, weights: Float64Array): AccessOutcome {
  assertWorld(world, weights);
  const ratios = world.supply.slice();
  const zeroDemandSites = divide(ratios, weightedDemand(world.table, world.demand, weights));
  const values = gather(world.table, ratios, weights);
  return { values, statuses: statusesOf(world, weights, values), zeroDemandSites };
}

/**
 * M2SFCA: R_j as in two steps, A_i = Σ_j R_j·w_ij², so that supply far from everyone is partly lost (Delamater 2013,
 * equation 6). Never above E2SFCA with the same weights; does not conserve supply, by design.
 */
export function modifiedTwoStepAccess(world: AccessWorld, weights: Float64Array): AccessOutcome {
  assertWorld(world, weights);
  const ratios = world.supply.slice();
  const zeroDemandSites = divide(ratios, weightedDemand(world.table, world.demand, weights));
  const squares = weights.map((weight) => weight * weight);
  const values = gather(world.table, ratios, squares);
  return { values, statuses: statusesOf(world, weights, values), zeroDemandSites };
}

/** Σ_i P_i·w_ij per destination. */
export function weightedDemand(table: TravelTable, demand: Float64Array, weights: Float64Array): Float64Array {
  const { offsets, targets } = table;
  const sums = new Float64Array(table.destinations);
  for (let i = 0; i < table.origins; i++) {
    const people = demand[i];
    const end = offsets[i + 1];
    for (let k = offsets[i]; k < end; k++) sums[targets[k]] += people * weights[k];
  }
  return sums;
}

/** Σ_j x_j·w_ij per origin. */
export function gather(table: TravelTable, x: Float64Array, weights: Float64Array): Float64Array {
  const { offsets, targets } = table;
  const sums = new Float64Array(table.origins);
  for (let i = 0; i < table.origins; i++) {
    const end = offsets[i + 1];
    let sum = 0;
    for (let k = offsets[i]; k < end; k++) sum += x[targets[k]] * weights[k];
    sums[i] = sum;
  }
  return sums;
}

/** Divides supply in place by its demand, 0 where there is none; returns how many sites with supply have none. */
export function divide(supply: Float64Array, demand: Float64Array): number {
  let without = 0;
  for (let j = 0; j < supply.length; j++) {
    if (demand[j] > 0) supply[j] /= demand[j];
    else {
      if (supply[j] > 0) without++;
      supply[j] = 0;
    }
  }
  return without;
}
