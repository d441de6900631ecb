import type { NearPairs } from "../geo/near-pairs.ts";

/**
 * Value of each place as the mean of known ones around it, a place's own left out: Σ exp(−(km/scale)²)·x / Σ exp(…) within 4 scales, drawn
 * towards `otherwise` as if that had been seen with weight `doubt`. `near`: places × places; `known` 1 where x may be read.
 */
export function neighbourMean(
  near: NearPairs,
  x: Float64Array,
  known: Uint8Array,
  { scaleKm, doubt, otherwise }: { readonly scaleKm: number; readonly doubt: number; readonly otherwise: number },
): Float64Array {
  const means = new Float64Array(near.origins);
  for (let i = 0; i < near.origins; i++) {
    let sum = doubt * otherwise;
    let total = doubt;
    for (let k = near.offsets[i]; k < near.offsets[i + 1]; k++) {
      const j = near.targets[k];
      if (known[j] === 0 || j === i || near.km[k] > 4 * scaleKm) continue;
      const weight = Math.exp(-((near.km[k] / scaleKm) ** 2));
      sum += weight * x[j];
      total += weight;
    }
    means[i] = sum / total;
  }
  return means;
}
