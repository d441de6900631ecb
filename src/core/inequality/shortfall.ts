import type { Undefined } from "./figure.ts";
import type { Grouping } from "./group-sums.ts";
import type { WeightedRows } from "./weighted-rows.ts";

/** FGT_α = Σ f ((z − x)/z)^α over x < z. Foster, Greer & Thorbecke 1984. */
export interface Shortfall {
  /** α = 0: share of people strictly under the threshold. */
  readonly headcount: number;
  /** α = 1: what they lack, as a share of the threshold, over everyone. */
  readonly depth: number;
  /** α = 2: the same squared, so that those who lack most weigh most. */
  readonly severity: number;
}

/** The measures of each group; one without people is undefined. Σ people·FGT_g / Σ people = FGT. */
export function shortfallByGroup(
  { rows, values, weights }: WeightedRows,
  threshold: number,
  { groupOf, count }: Grouping,
): readonly (Shortfall | Undefined)[] {
  if (!(threshold > 0)) return Array.from({ length: count }, () => ({ because: "no-threshold" }));
  const people = new Float64Array(count);
  const sums = [new Float64Array(count), new Float64Array(count), new Float64Array(count)];
  for (let k = 0; k < rows.length; k++) {
    const group = groupOf[rows[k]];
    people[group] += weights[k];
    if (values[k] >= threshold) continue;
    const gap = (threshold - values[k]) / threshold;
    sums[0][group] += weights[k];
    sums[1][group] += weights[k] * gap;
    sums[2][group] += weights[k] * gap * gap;
  }
  return Array.from(people, (n, g) => {
    if (!(n > 0)) return { because: "nobody" };
    const [headcount, depth, severity] = sums.map((sum) => sum[g] / n);
    return { headcount, depth, severity };
  });
}

/** Values of any sign; a threshold above 0. */
export function measureShortfall(rows: WeightedRows, threshold: number): Shortfall | Undefined {
  const everyone = { groupOf: new Uint32Array(rows.rows.reduce((most, row) => Math.max(most, row + 1), 0)), count: 1 };
  return shortfallByGroup(rows, threshold, everyone)[0];
}
