import type { SiteLifts } from "./shortfall.ts";

/**
 * Access once supply is brought to some sites: A′_i = A_i + Σ_j lift_ij·amount_j. `amounts`: one per entry of `sites`, below 0
 * where supply leaves; 1 each when left out. What would fall under 0 is 0: a loss that others' values say was not there. Where
 * nothing is brought, access is the same bit for bit; where it is not known, it stays so.
 */
export function addLifts(
  { offsets, targets, lifts }: SiteLifts,
  access: Float64Array,
  sites: ArrayLike<number>,
  amounts?: ArrayLike<number>,
): Float64Array {
  const after = access.slice();
  for (let n = 0; n < sites.length; n++) {
    const amount = amounts ? amounts[n] : 1;
    for (let k = offsets[sites[n]]; k < offsets[sites[n] + 1]; k++) after[targets[k]] += lifts[k] * amount;
  }
  for (let i = 0; i < after.length; i++) if (after[i] < 0 && access[i] >= 0) after[i] = 0;
  return after;
}
