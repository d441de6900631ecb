/** Percent of activity up to which an even loss is followed. */
export const MOST_LOST = 40;

/** What is left of an access once `percent` % of all activity has left evenly and nobody replaces it: access is linear in supply. */
export function accessAfterLoss(value: number, percent: number): number {
  return (value * (100 - percent)) / 100;
}

/** Whether an area is strictly under the threshold once `percent` % of all activity has left evenly. */
export function isUnderAfterLoss(value: number, percent: number, threshold: number): boolean {
  return accessAfterLoss(value, percent) < threshold - ON_IT;
}

/**
 * People of the areas strictly under `threshold` once 0, 1 … MOST_LOST % of all activity has left evenly. NaN values and
 * negative or unknown people count nowhere.
 */
export function peopleUnderByLoss(values: Float64Array, people: Float64Array, threshold: number): Float64Array {
  const under = new Float64Array(MOST_LOST + 1);
  for (let i = 0; i < values.length; i++) {
    if (Number.isNaN(values[i]) || !(people[i] > 0)) continue;
    const first = firstLossUnder(values[i], threshold);
    if (first <= MOST_LOST) under[first] += people[i];
  }
  for (let percent = 1; percent <= MOST_LOST; percent++) under[percent] += under[percent - 1];
  return under;
}

/** A value that close under the threshold, in the unit of both, is on it: sums of decimals are not exact. */
const ON_IT = 1e-9;

/** The least whole percent whose loss brings the value strictly under the threshold; more than MOST_LOST where none does. */
function firstLossUnder(value: number, threshold: number): number {
  let percent = 0;
  while (percent <= MOST_LOST && !isUnderAfterLoss(value, percent, threshold)) percent++;
  return percent;
}
