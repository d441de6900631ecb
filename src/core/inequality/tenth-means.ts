import type { WeightedRows } from "./weighted-rows.ts";

const TENTHS = 10;

/**
 * Mean of each tenth of people, from the lowest values to the highest, rows on a border split. People are cut by the weights
 * of `rows`; means weigh `meanWeights` (by place in the columns the rows come from), else the same weights. NaN where a tenth
 * weighs nothing; the last over the first is tenthRatio.
 */
export function meansOfTenths(
  { rows, values, weights, total }: WeightedRows,
  meanWeights?: Float64Array,
): Float64Array {
  const sums = new Float64Array(TENTHS);
  const held = new Float64Array(TENTHS);
  let below = 0;
  for (let k = 0; k < rows.length; k++) {
    const own = meanWeights ? meanWeights[rows[k]] : weights[k];
    const from = (below / total) * TENTHS;
    below += weights[k];
    const to = (below / total) * TENTHS;
    for (let tenth = Math.floor(from); tenth < TENTHS && tenth < to; tenth++) {
      const part = (Math.min(to, tenth + 1) - Math.max(from, tenth)) / (to - from);
      if (!(own > 0)) continue;
      sums[tenth] += part * own;
      held[tenth] += part * own * values[k];
    }
  }
  return held.map((sum, tenth) => sum / sums[tenth]);
}
