import type { Figure } from "./figure.ts";
import { type WeightedRows, whyNoShares } from "./weighted-rows.ts";

/** Gini index, 1 − Σ f_i (L_i + L_{i−1}), twice the area between equality and the Lorenz curve; no n/(n−1). Gini 1912. */
export function gini(rows: WeightedRows): Figure {
  return whyNoShares(rows) ?? giniOfAscending(rows.values, rows.weights);
}

/** The same over bare columns in ascending order of value, values ≥ 0, weights ≥ 0; NaN where the mean is 0. */
export function giniOfAscending(values: Float64Array, weights: Float64Array): number {
  let total = 0;
  let held = 0;
  let twiceArea = 0;
  for (let k = 0; k < values.length; k++) {
    const weight = weights[k];
    const before = held;
    total += weight;
    held += weight * values[k];
    twiceArea += weight * (before + held);
  }
  return held > 0 ? Math.max(0, 1 - twiceArea / (total * held)) : Number.NaN;
}
