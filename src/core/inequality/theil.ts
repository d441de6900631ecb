import type { Figure, Undefined } from "./figure.ts";
import { type Decomposition, type Grouping, sumGroups } from "./group-sums.ts";
import { type WeightedRows, whyNoShares } from "./weighted-rows.ts";

/** Theil's T, Σ f (x/μ) ln(x/μ), with 0·ln 0 = 0. Theil 1967. */
export function theil(rows: WeightedRows): Figure {
  const reason = whyNoShares(rows);
  if (reason) return reason;
  const { values, weights, total, mean } = rows;
  let sum = 0;
  for (let k = 0; k < values.length; k++) sum += weights[k] * timesLog(values[k] / mean);
  return sum / total;
}

/** T = Σ s_g ln(μ_g/μ) + Σ s_g T_g, s_g the share of everything held by group g. Shorrocks 1980. */
export function decomposeTheil(rows: WeightedRows, grouping: Grouping): Decomposition | Undefined {
  const total = theil(rows);
  if (typeof total !== "number") return total;
  const { people, held } = sumGroups(rows, grouping);
  const everything = rows.total * rows.mean;
  let between = 0;
  for (let g = 0; g < people.length; g++) {
    if (held[g] > 0) between += people[g] * timesLog(held[g] / people[g] / rows.mean);
  }
  let within = 0;
  for (let k = 0; k < rows.rows.length; k++) {
    const g = grouping.groupOf[rows.rows[k]];
    if (held[g] > 0)
      within += rows.weights[k] * (held[g] / people[g]) * timesLog((rows.values[k] * people[g]) / held[g]);
  }
  return { total, between: between / rows.total, within: within / everything };
}

function timesLog(ratio: number): number {
  return ratio > 0 ? ratio * Math.log(ratio) : 0;
}
