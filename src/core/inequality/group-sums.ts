import type { WeightedRows } from "./weighted-rows.ts";

/** Rows sorted into groups 0 … count − 1, by their place in the columns the rows come from. */
export interface Grouping {
  readonly groupOf: Uint32Array;
  readonly count: number;
}

/** An index of inequality as the sum of that between the means of groups and that inside them. */
export interface Decomposition {
  readonly total: number;
  readonly between: number;
  readonly within: number;
}

/** Σ w and Σ w·x of each group. */
export function sumGroups(
  { rows, values, weights }: WeightedRows,
  { groupOf, count }: Grouping,
): { readonly people: Float64Array; readonly held: Float64Array } {
  const people = new Float64Array(count);
  const held = new Float64Array(count);
  for (let k = 0; k < rows.length; k++) {
    const group = groupOf[rows[k]];
    people[group] += weights[k];
    held[group] += weights[k] * values[k];
  }
  return { people, held };
}
