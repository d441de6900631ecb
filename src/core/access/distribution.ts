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
  const bins = binByValue(values, people);
  if (!bins) return { lowest: Number.NaN, highest: Number.NaN };
  const ascending = (a: number, b: number) => values[a] - values[b] || a - b;
  const mean = (end: "low" | "high") => {
    const rows = listEnd(bins, values, people, end);
    rows.border.sort(end === "low" ? ascending : (a, b) => ascending(b, a));
    return headMean([...rows.whole, ...rows.border], values, people, standardised, bins.total / 10);
  };
  return { lowest: mean("low"), highest: mean("high") };
}

/** Equal intervals of value, so that only the rows around a border of the tenths need sorting. */
interface ValueBins {
  readonly total: number;
  /** People of each bin. */
  readonly people: Float64Array;
  readonly binOf: (value: number) => number;
}

const BINS = 2048;

/** Null when nobody has a value. */
function binByValue(values: Float64Array, people: Float64Array): ValueBins | null {
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < values.length; i++) {
    if (!(people[i] > 0) || Number.isNaN(values[i])) continue;
    if (values[i] < least) least = values[i];
    if (values[i] > most) most = values[i];
  }
  if (least > most) return null;
  const scale = most > least ? (BINS - 1) / (most - least) : 0;
  const binOf = (value: number) => Math.floor((value - least) * scale);
  const inBins = new Float64Array(BINS);
  let total = 0;
  for (let i = 0; i < values.length; i++) {
    if (!(people[i] > 0) || Number.isNaN(values[i])) continue;
    inBins[binOf(values[i])] += people[i];
    total += people[i];
  }
  return { total, people: inBins, binOf };
}

/** Rows surely within the tenth at one end, and those of the bin its border is in. */
function listEnd(bins: ValueBins, values: Float64Array, people: Float64Array, end: "low" | "high") {
  const at = (k: number) => (end === "low" ? k : BINS - 1 - k);
  let last = 0;
  // Sums over bins and over rows may differ in their last bits: the border is looked for a little early.
  for (let left = (bins.total / 10) * (1 - 1e-9) - bins.people[at(0)]; left > 0 && last < BINS - 1; ) {
    last++;
    left -= bins.people[at(last)];
  }
  const whole: number[] = [];
  const border: number[] = [];
  for (let i = 0; i < values.length; i++) {
    if (!(people[i] > 0) || Number.isNaN(values[i])) continue;
    const k = at(bins.binOf(values[i]));
    if (k < last) whole.push(i);
    else if (k === last) border.push(i);
  }
  return { whole, border };
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
