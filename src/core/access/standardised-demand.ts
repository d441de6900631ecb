/** An age band from `from` up to and including `to` years (null: and over) and its use of care relative to the mean. */
export interface AgeWeight {
  readonly from: number;
  readonly to: number | null;
  readonly weight: number;
}

/** Name of a band's column of people: `age_0_4` … `age_85_89`, `age_90`. */
export function ageColumn({ from, to }: AgeWeight): string {
  return to === null ? `age_${from}` : `age_${from}_${to}`;
}

/**
 * Standardised demand Σ_a people_a·weight_a per origin (IRDES DT 70, section 2.1.2). `bands`: one column of people per
 * weight. With `rescale`, the whole is scaled so that its sum stays the number of people, as DREES does every year
 * (ER 1206): ageing then no longer shows in the trend.
 */
export function standardiseDemand(
  bands: readonly Float64Array[],
  weights: readonly AgeWeight[],
  rescale: boolean,
): Float64Array {
  if (bands.length !== weights.length) throw new RangeError("one column of people per age weight");
  const demand = new Float64Array(bands[0]?.length ?? 0);
  let people = 0;
  let total = 0;
  bands.forEach((band, a) => {
    for (let i = 0; i < band.length; i++) {
      demand[i] += band[i] * weights[a].weight;
      people += band[i];
    }
  });
  if (!rescale) return demand;
  for (let i = 0; i < demand.length; i++) total += demand[i];
  return total > 0 ? demand.map((d) => (d * people) / total) : demand;
}
