import type { Undefined } from "./figure.ts";
import { type WeightedRows, whyNoShares } from "./weighted-rows.ts";

export interface Hoover {
  /** ½ Σ |w_i/W − w_i x_i/Wμ|: the share of everything to move for equality, also the widest gap of the Lorenz curve. */
  readonly index: number;
  /** ½ Σ w_i |x_i − μ|: the amount to move, in units of value × weight. */
  readonly amount: number;
}

/** Hoover 1936. */
export function hoover(rows: WeightedRows): Hoover | Undefined {
  const reason = whyNoShares(rows);
  if (reason) return reason;
  const { values, weights, total, mean } = rows;
  let distance = 0;
  for (let k = 0; k < values.length; k++) distance += weights[k] * Math.abs(values[k] - mean);
  return { index: distance / 2 / (total * mean), amount: distance / 2 };
}
