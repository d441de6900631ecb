import type { NationalFrame } from "./national-frame.ts";
import type { SeriesColumns } from "./series-columns.ts";

/** Supply of a place of practice that makes up the official total: Σ standardised people × access ÷ places. */
export function supplyPerPlace(
  { isFolded }: Pick<NationalFrame, "isFolded">,
  { values, standardised }: Pick<SeriesColumns, "values" | "standardised">,
  counts: Float64Array,
  perPeople: number,
): number {
  let total = 0;
  for (let unit = 0; unit < values.length; unit++) {
    if (isFolded[unit] === 0 && standardised[unit] > 0 && values[unit] >= 0) total += standardised[unit] * values[unit];
  }
  const places = counts.reduce((sum, n) => sum + Math.max(0, n || 0), 0);
  return places > 0 ? total / perPeople / places : 0;
}
