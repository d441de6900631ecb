import type { Figure } from "./figure.ts";
import { type WeightedRows, whyNoShares } from "./weighted-rows.ts";

/**
 * D10/D1 as the DREES defines it: mean of the tenth of people with the highest values over that of the tenth with the
 * lowest. People are cut by the weights of `rows`, the row on the border split; means weigh `meanWeights` (by place in the
 * columns the rows come from; DREES: standardised population), else the same weights.
 */
export function tenthRatio(rows: WeightedRows, meanWeights?: Float64Array): Figure {
  return extremeRatio(rows, 0.1, 0.1, meanWeights);
}

/** Palma: mean of the highest tenth of people over that of the lowest four tenths (Palma 2011, means instead of shares). */
export function palma(rows: WeightedRows): Figure {
  return extremeRatio(rows, 0.1, 0.4);
}

/** Mean over the first `share` of people in the order of `rows`, or the last; NaN when they weigh nothing. */
export function meanOfEnd(
  rows: WeightedRows,
  end: "first" | "last",
  share: number,
  meanWeights?: Float64Array,
): number {
  const { values, weights, total } = rows;
  let left = share * total;
  let sum = 0;
  let weight = 0;
  for (let step = 0; step < values.length && left > 0; step++) {
    const k = end === "first" ? step : values.length - 1 - step;
    const part = Math.min(1, left / weights[k]);
    const own = meanWeights ? meanWeights[rows.rows[k]] : weights[k];
    const counted = own > 0 ? part * own : 0;
    sum += counted * values[k];
    weight += counted;
    left -= weights[k];
  }
  return sum / weight;
}

/** Mean over the last share of people over that of the first. */
export function extremeRatio(rows: WeightedRows, last: number, first: number, meanWeights?: Float64Array): Figure {
  const reason = whyNoShares(rows);
  if (reason) return reason;
  const high = meanOfEnd(rows, "last", last, meanWeights);
  const low = meanOfEnd(rows, "first", first, meanWeights);
  if (Number.isNaN(high) || Number.isNaN(low)) return { because: "nobody" };
  return low > 0 ? high / low : { because: "lowest-zero" };
}
