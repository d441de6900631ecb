import type { TravelTable } from "./travel-table.ts";
import { divide, gather, twoStepAccess, weightedDemand } from "./two-step.ts";
import { type AccessOutcome, type AccessWorld, assertWorld, statusesOf } from "./world.ts";

/**
 * 3SFCA: people choose among sites first, G_ij = u_ij / Σ_k u_ik, then both steps weigh by G_ij·w_ij (Wan, Zou &
 * Sternberg 2012, equations 4 to 6). `choice` holds u over every pair of the table, sites without supply included;
 * `weights` holds w, the same decay ended at the catchment limit. Conserves supply as two steps do.
 */
export function threeStepAccess(world: AccessWorld, choice: Float64Array, weights: Float64Array): AccessOutcome {
  assertWorld(world, choice);
  assertWorld(world, weights);
  const chosen = weights.slice();
  scaleRows(world.table, chosen, choice);
  return twoStepAccess(world, chosen);
}

/**
 * BFCA: balanced catchments (Páez, Higgins & Vivona 2019, equations 7 to 10). Step 1 shares each origin's demand among
 * the destinations it reaches (weights of a row sum to 1), step 2 shares each site's ratio among the origins reaching it
 * (weights of a column sum to 1): nobody is counted twice, and Σ_i A_i = Σ_j R_j.
 */
export function balancedAccess(world: AccessWorld, weights: Float64Array): AccessOutcome {
  assertWorld(world, weights);
  const { table } = world;
  const shares = new Float64Array(weights.length).fill(1);
  scaleRows(table, shares, weights);
  const ratios = world.supply.slice();
  const zeroDemandSites = divide(ratios, weightedDemand(table, world.demand, shares));
  divide(ratios, weightedDemand(table, new Float64Array(table.origins).fill(1), weights));
  return { values: gather(table, ratios, weights), statuses: statusesOf(world, weights), zeroDemandSites };
}

/** Multiplies each pair's weight by u_ij / Σ_k u_ik in place; rows whose u sum to 0 become 0. */
function scaleRows(table: TravelTable, weights: Float64Array, u: Float64Array): void {
  const { offsets } = table;
  for (let i = 0; i < table.origins; i++) {
    const end = offsets[i + 1];
    let sum = 0;
    for (let k = offsets[i]; k < end; k++) sum += u[k];
    for (let k = offsets[i]; k < end; k++) weights[k] = sum > 0 ? (weights[k] * u[k]) / sum : 0;
  }
}
