import type { PlaceTimes } from "./place-times.ts";

/** Minutes around a depot within which need is counted. */
export const DEPOT_MINUTES = 45;

/** Inhabitants from which a commune may be a depot by itself. */
export const DEPOT_PEOPLE = 5_000;

/**
 * Where vehicles start when nobody says: of the communes of 5,000 inhabitants or more, the one with most people × shortfall
 * within 45 minutes; of none that large, the most populous. Positions among the places; ties by position.
 */
export function chooseDepot(
  times: PlaceTimes,
  home: readonly number[],
  people: ArrayLike<number>,
  lacks: (place: number) => number,
): number {
  const towns = home.filter((i) => people[i] >= DEPOT_PEOPLE);
  const needy = home.filter((i) => lacks(i) > 0);
  if (towns.length === 0 || needy.length === 0) {
    return home.reduce((best, i) => ((people[i] || 0) > (people[best] || 0) ? i : best), home[0]);
  }
  const { offsets, targets } = times.measure(towns, needy, DEPOT_MINUTES);
  let best = 0;
  let most = -1;
  towns.forEach((_, k) => {
    let need = 0;
    for (let n = offsets[k]; n < offsets[k + 1]; n++) need += lacks(needy[targets[n]]);
    if (need <= most) return;
    most = need;
    best = k;
  });
  return towns[best];
}
