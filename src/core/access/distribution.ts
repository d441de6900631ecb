/** Figures of one territory's access values, each row an area. NaN values (missing, secret, unreachable) count nowhere. */

/** Σ w·x / Σ w over rows with a value and a positive weight; NaN when there is none. DREES: w = standardised population. */
export function weightedMean(values: Float64Array, weights: Float64Array): number {
  let sum = 0;
  let total = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    const weight = weights[i];
    if (Number.isNaN(value) || !(weight > 0)) continue;
    sum += weight * value;
    total += weight;
  }
  return total > 0 ? sum / total : Number.NaN;
}

/** Σ people over rows with a value. */
export function peopleWithValue(values: Float64Array, people: Float64Array): number {
  let total = 0;
  for (let i = 0; i < values.length; i++) if (!Number.isNaN(values[i]) && people[i] > 0) total += people[i];
  return total;
}

/** Σ people over rows whose value is strictly below the threshold. */
export function peopleBelow(values: Float64Array, people: Float64Array, threshold: number): number {
  let total = 0;
  for (let i = 0; i < values.length; i++) if (values[i] < threshold && people[i] > 0) total += people[i];
  return total;
}

/**
 * People strictly below each threshold k·step, k = 0 … length − 1: one pass, exact on the grid.
 * A value within 1e-9 steps of a grid point is that grid point, so 2.5 is not below 2.5.
 */
export function peopleBelowGrid(
  values: Float64Array,
  people: Float64Array,
  step: number,
  length: number,
): Float64Array {
  const below = new Float64Array(length);
  for (let i = 0; i < values.length; i++) {
    if (Number.isNaN(values[i]) || !(people[i] > 0)) continue;
    const first = Math.floor(values[i] / step + 1e-9) + 1;
    if (first < length) below[Math.max(0, first)] += people[i];
  }
  for (let k = 1; k < length; k++) below[k] += below[k - 1];
  return below;
}

/**
 * Means of the lowest and highest tenth of people (DREES: tenths by total population, means by standardised population).
 * The area on the border is split. NaN when nobody has a value.
 */
export function tenthMeans(
  values: Float64Array,
  people: Float64Array,
  standardised: Float64Array,
): { readonly lowest: number; readonly highest: number } {
  const rows: number[] = [];
  let total = 0;
  for (let i = 0; i < values.length; i++) {
    if (Number.isNaN(values[i]) || !(people[i] > 0)) continue;
    rows.push(i);
    total += people[i];
  }
  rows.sort((a, b) => values[a] - values[b] || a - b);
  const lowest = headMean(rows, values, people, standardised, total / 10);
  const highest = headMean(rows.reverse(), values, people, standardised, total / 10);
  return { lowest, highest };
}

function headMean(
  rows: readonly number[],
  values: Float64Array,
  people: Float64Array,
  standardised: Float64Array,
  quota: number,
): number {
  let left = quota;
  let sum = 0;
  let weight = 0;
  for (const i of rows) {
    if (left <= 0) break;
    const share = Math.min(1, left / people[i]);
    const counted = standardised[i] > 0 ? share * standardised[i] : 0;
    sum += counted * values[i];
    weight += counted;
    left -= people[i];
  }
  return weight > 0 ? sum / weight : Number.NaN;
}
