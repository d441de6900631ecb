/** What people are told apart by. */
export const HEARD_BY = ["density", "income-tenth", "age", "access"] as const;
export type HeardBy = (typeof HEARD_BY)[number];

/** How the people of an area divide among the groups; `known` of them do. */
export interface HeardArea {
  /** Fewest and most reports there may have been. */
  readonly least: number;
  readonly most: number;
  readonly told: number;
  /** People of each group. */
  readonly people: readonly number[];
}

export interface HeardGroup {
  readonly id: string;
  readonly people: number;
  /** Of the people whose group is known. */
  readonly peopleShare: number;
  /** Share of the reports told, given to groups as the people of each area divide; NaN where nothing is told. */
  readonly toldShare: number;
  /** Least and greatest share over every count that may be behind what was told. */
  readonly low: number;
  readonly high: number;
  /** `less`: even the greatest share is under that of people. */
  readonly heard: "less" | "more" | "uncertain";
}

/**
 * Who speaks less than there are people. Only areas are known, not who reported: each area's reports are given to its groups as
 * its people divide, which says where voices come from, not whose they are.
 */
export function compareHeard(ids: readonly string[], areas: readonly HeardArea[]): readonly HeardGroup[] {
  const totals = areas.map(({ people }) => people.reduce((sum, n) => sum + n, 0));
  const known = areas.flatMap((area, i) => (totals[i] > 0 ? [{ ...area, total: totals[i] }] : []));
  const everyone = totals.reduce((sum, n) => sum + n, 0);
  return ids.map((id, g) => {
    const own = known.map(({ people, total, least, most, told }) => ({ share: people[g] / total, least, most, told }));
    const people = known.reduce((sum, area) => sum + area.people[g], 0);
    const peopleShare = everyone > 0 ? people / everyone : Number.NaN;
    const told = own.reduce((sum, area) => sum + area.told, 0);
    const toldShare = told > 0 ? own.reduce((sum, area) => sum + area.told * area.share, 0) / told : Number.NaN;
    const [low, high] = [1 - greatestShare(own, (share) => 1 - share), greatestShare(own, (share) => share)];
    const heard = high < peopleShare ? "less" : low > peopleShare ? "more" : "uncertain";
    return { id, people, peopleShare, toldShare, low, high, heard } as const;
  });
}

/** Greatest Σ T·share / Σ T with each T between its bounds: those of the greatest shares at most, the others at least. */
function greatestShare(
  areas: readonly { readonly share: number; readonly least: number; readonly most: number }[],
  pick: (share: number) => number,
): number {
  const sorted = areas
    .map(({ share, least, most }) => ({ share: pick(share), least, most }))
    .sort((a, b) => b.share - a.share);
  let count = sorted.reduce((sum, { least }) => sum + least, 0);
  let weighed = sorted.reduce((sum, { least, share }) => sum + least * share, 0);
  let best = count > 0 ? weighed / count : Number.NEGATIVE_INFINITY;
  for (const { share, least, most } of sorted) {
    count += most - least;
    weighed += (most - least) * share;
    if (count > 0) best = Math.max(best, weighed / count);
  }
  return best === Number.NEGATIVE_INFINITY ? Number.NaN : best;
}
