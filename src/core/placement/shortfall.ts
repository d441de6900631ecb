import type { TravelTable } from "../access/travel-table.ts";
import { impossible } from "./problem.ts";

/**
 * What a new site brings: `lifts`, per origin in reach, the access it adds for one unit of demand there. Compressed by site
 * (CSR), origins ascending, only lifts above 0.
 */
export interface SiteLifts {
  readonly origins: number;
  readonly sites: number;
  readonly offsets: Uint32Array;
  readonly targets: Uint32Array;
  readonly lifts: Float64Array;
}

/**
 * Lifts of sites of `supply` each. In the two-step family R_j = S_j / D_j and D_j = Σ_i P_i·w_ij holds no supply, so that
 * access is linear in what is added: A′_i = A_i + Σ_j w_ij·supply / D_j. `weights`: one per pair of `table` (origins × sites);
 * `weighted`: D_j. A site whose weighted demand is 0 brings nothing.
 *
 * Total access is no objective: Σ_i P_i·ΔA_i = Σ_j supply exactly, wherever the sites are, so that every plan scores the
 * same. The shortfall under a threshold is: what is brought above it counts for nothing.
 */
export function liftsOf(table: TravelTable, weights: Float64Array, weighted: Float64Array, supply: number): SiteLifts {
  const offsets = new Uint32Array(table.destinations + 1);
  const counts = (k: number) => weights[k] > 0 && weighted[table.targets[k]] > 0;
  for (let k = 0; k < table.targets.length; k++) if (counts(k)) offsets[table.targets[k] + 1]++;
  for (let j = 0; j < table.destinations; j++) offsets[j + 1] += offsets[j];
  const next = offsets.slice();
  const targets = new Uint32Array(offsets[table.destinations]);
  const lifts = new Float64Array(targets.length);
  for (let i = 0; i < table.origins; i++) {
    for (let k = table.offsets[i]; k < table.offsets[i + 1]; k++) {
      if (!counts(k)) continue;
      const at = next[table.targets[k]]++;
      targets[at] = i;
      lifts[at] = (weights[k] * supply) / weighted[table.targets[k]];
    }
  }
  return { origins: table.origins, sites: table.destinations, offsets, targets, lifts };
}

/**
 * Weights that count a gain the more, the further below the threshold it falls: weight × ((threshold − access) / threshold)^α.
 * α = 0 leaves weights as they are; 1 and 2 are the first-order gains of FGT₂ and FGT₃ (Foster, Greer & Thorbecke 1984).
 */
export function weighDeprived(
  weights: Float64Array,
  access: Float64Array,
  threshold: number,
  alpha: number,
): Float64Array {
  return weights.map((weight, i) => weight * (Math.max(0, threshold - access[i]) / threshold) ** alpha);
}

/** Σ weight × (min(T, A′) − min(T, A)) of a plan; 0 at least. */
export function shortfallGain(
  lifts: SiteLifts,
  weights: Float64Array,
  access: Float64Array,
  threshold: number,
  plan: ArrayLike<number>,
): number {
  const added = new Float64Array(lifts.origins);
  for (let n = 0; n < plan.length; n++) {
    for (let k = lifts.offsets[plan[n]]; k < lifts.offsets[plan[n] + 1]; k++) added[lifts.targets[k]] += lifts.lifts[k];
  }
  let gain = 0;
  for (let i = 0; i < added.length; i++) {
    const lack = threshold - access[i];
    if (lack > 0 && weights[i] > 0) gain += weights[i] * Math.min(lack, added[i]);
  }
  return gain;
}

export function assertThreshold(threshold: number): void {
  if (!(threshold > 0 && threshold < Number.POSITIVE_INFINITY)) throw impossible("the threshold must be above 0");
}
