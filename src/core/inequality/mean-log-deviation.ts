import type { Figure, Undefined } from "./figure.ts";
import { type Decomposition, type Grouping, sumGroups } from "./group-sums.ts";
import { type WeightedRows, whyNoLogarithms } from "./weighted-rows.ts";

/** Mean log deviation (Theil's L), Σ f ln(μ/x); undefined where a value is 0. Theil 1967. */
export function meanLogDeviation(rows: WeightedRows): Figure {
  const reason = whyNoLogarithms(rows);
  if (reason) return reason;
  const { values, weights, total, mean } = rows;
  let sum = 0;
  for (let k = 0; k < values.length; k++) sum += weights[k] * Math.log(mean / values[k]);
  return sum / total;
}

/** L = Σ f_g ln(μ/μ_g) + Σ f_g L_g, f_g the share of people in group g. Shorrocks 1980. */
export function decomposeMeanLogDeviation(rows: WeightedRows, grouping: Grouping): Decomposition | Undefined {
  const total = meanLogDeviation(rows);
  if (typeof total !== "number") return total;
  const { people, held } = sumGroups(rows, grouping);
  let between = 0;
  for (let g = 0; g < people.length; g++) {
    if (people[g] > 0) between += people[g] * Math.log((rows.mean * people[g]) / held[g]);
  }
  let within = 0;
  for (let k = 0; k < rows.rows.length; k++) {
    const g = grouping.groupOf[rows.rows[k]];
    within += rows.weights[k] * Math.log(held[g] / people[g] / rows.values[k]);
  }
  return { total, between: between / rows.total, within: within / rows.total };
}
