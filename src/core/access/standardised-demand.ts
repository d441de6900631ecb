/** An age band from `from` up to and including `to` years (null: and over). */
export interface AgeBand {
  readonly from: number;
  readonly to: number | null;
}

/** A band and its use of care relative to the mean. */
export interface AgeWeight extends AgeBand {
  readonly weight: number;
}

/** Name of a band's column of people: `age_0_4` … `age_85_89`, `age_90`. */
export function ageColumn({ from, to }: AgeBand): string {
  return to === null ? `age_${from}` : `age_${from}_${to}`;
}

/** The band a column of people is named after, `age_90`, `age_90_plus` and `age_0_4` being names; null for any other. */
export function parseAgeColumn(name: string): AgeBand | null {
  const found = /^age_(\d+)(?:_(\d+|plus))?$/.exec(name);
  if (!found) return null;
  const [, from, to] = found;
  return { from: Number(from), to: to === undefined || to === "plus" ? null : Number(to) };
}

/**
 * Weights of wide bands from published ones: the plain mean of those within each, because who lives in a wide band is not
 * known. Null unless the bands are in order, cover every age once and none cuts a published band.
 */
export function widenAgeWeights(weights: readonly AgeWeight[], bands: readonly AgeBand[]): AgeWeight[] | null {
  const widened: AgeWeight[] = [];
  let next = 0;
  for (const band of bands) {
    const first = next;
    if (weights[first]?.from !== band.from) return null;
    while (next < weights.length && weights[next].to !== band.to) next++;
    if (next === weights.length) return null;
    const within = weights.slice(first, ++next);
    widened.push({ ...band, weight: within.reduce((sum, { weight }) => sum + weight, 0) / within.length });
  }
  return next === weights.length ? widened : null;
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
