import type { Figure } from "./figure.ts";
import { type WeightedRows, whyNoShares } from "./weighted-rows.ts";

/** Rounding of sums of weights must not push a row over a border it stands on. */
const SLACK = 1e-12;

/** The smallest value whose cumulated share of people reaches `share` (lower inverse CDF, no interpolation). */
export function quantile({ values, weights, total }: WeightedRows, share: number): Figure {
  if (values.length === 0) return { because: "nobody" };
  const border = (share - SLACK) * total;
  let below = 0;
  for (let k = 0; k < values.length; k++) {
    below += weights[k];
    if (below >= border) return values[k];
  }
  return values[values.length - 1];
}

/** P90/P10: what nine tenths of people do not exceed, over what a tenth does not. */
export function percentileRatio(rows: WeightedRows): Figure {
  const reason = whyNoShares(rows);
  if (reason) return reason;
  const high = quantile(rows, 0.9);
  const low = quantile(rows, 0.1);
  if (typeof high !== "number" || typeof low !== "number") return { because: "nobody" };
  return low > 0 ? high / low : { because: "lowest-zero" };
}
