import { sortAscending } from "./ascending-order.ts";
import type { Undefined } from "./figure.ts";

/**
 * The rows that count, in ascending order: those with a finite value, a finite key and a positive weight. Every measure
 * walks these columns; `rows` says where each stands in the columns they come from.
 */
export interface WeightedRows {
  readonly rows: Uint32Array;
  /** What the order follows, ascending: the values themselves unless another key was given. */
  readonly keys: Float64Array;
  readonly values: Float64Array;
  /** People of each row, > 0. */
  readonly weights: Float64Array;
  /** Σ w. */
  readonly total: number;
  /** Σ w·x / Σ w; NaN without rows. */
  readonly mean: number;
  /** Rows left out for want of a value or key, and among the others those of weight 0 or without a weight. */
  readonly missing: number;
  readonly weightless: number;
}

/** Columns of one length. Equal keys keep the order of the columns. */
export function orderRows(values: Float64Array, weights: Float64Array, keys = values): WeightedRows {
  const counted = new Uint32Array(values.length);
  let count = 0;
  let missing = 0;
  for (let i = 0; i < values.length; i++) {
    if (!(Number.isFinite(values[i]) && Number.isFinite(keys[i]))) missing++;
    else if (weights[i] > 0 && weights[i] < Number.POSITIVE_INFINITY) counted[count++] = i;
  }
  const rows = sortAscending(counted.subarray(0, count), keys);
  const sorted = new Float64Array(count);
  const sortedWeights = new Float64Array(count);
  let total = 0;
  let held = 0;
  for (let k = 0; k < count; k++) {
    sorted[k] = values[rows[k]];
    sortedWeights[k] = weights[rows[k]];
    total += sortedWeights[k];
    held += sortedWeights[k] * sorted[k];
  }
  return {
    rows,
    keys: keys === values ? sorted : Float64Array.from(rows, (row) => keys[row]),
    values: sorted,
    weights: sortedWeights,
    total,
    mean: held / total,
    missing,
    weightless: values.length - count - missing,
  };
}

/** Why shares of the whole mean nothing for these rows; null when they do. */
export function whyNoShares({ values, mean }: WeightedRows): Undefined | null {
  if (values.length === 0) return { because: "nobody" };
  for (let k = 0; k < values.length; k++) if (values[k] < 0) return { because: "value-negative" };
  return mean > 0 ? null : { because: "mean-zero" };
}

/** The same, and why its logarithm means nothing. */
export function whyNoLogarithms(rows: WeightedRows): Undefined | null {
  const reason = whyNoShares(rows);
  if (reason) return reason;
  for (let k = 0; k < rows.values.length; k++) if (rows.values[k] === 0) return { because: "value-zero" };
  return null;
}
