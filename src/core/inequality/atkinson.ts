import type { Figure } from "./figure.ts";
import { type WeightedRows, whyNoLogarithms, whyNoShares } from "./weighted-rows.ts";

/**
 * Atkinson's index: the share of everything that could be given up, were the rest equal, without loss of welfare, for an
 * aversion to inequality ε > 0. 1 − (Σ f (x/μ)^(1−ε))^(1/(1−ε)), at ε = 1 one minus the geometric mean over μ; undefined
 * where a value is 0 and ε ≥ 1. Atkinson 1970.
 */
export function atkinson(rows: WeightedRows, aversion: number): Figure {
  const reason = aversion < 1 ? whyNoShares(rows) : whyNoLogarithms(rows);
  if (reason) return reason;
  const { values, weights, total, mean } = rows;
  let sum = 0;
  if (aversion === 1) {
    for (let k = 0; k < values.length; k++) sum += weights[k] * Math.log(values[k] / mean);
    return 1 - Math.exp(sum / total);
  }
  for (let k = 0; k < values.length; k++) sum += weights[k] * (values[k] / mean) ** (1 - aversion);
  return 1 - (sum / total) ** (1 / (1 - aversion));
}
