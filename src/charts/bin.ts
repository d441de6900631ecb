/**
 * People by interval of value. Bin i holds values in [lower[i], lower[i + 1]); the last has no upper end, and the first
 * takes everything below its own.
 */
export interface Bins {
  /** Lower ends, strictly ascending from 0, in the unit of the values. */
  readonly lower: Float64Array;
  /** People in each bin. */
  readonly people: Float64Array;
  /** Class of each bin, 0 … breaks.length: no break lies inside a bin. */
  readonly classes: Uint8Array;
  /** Width of an ordinary bin; those beside a break off the grid are narrower or wider. */
  readonly step: number;
  /** Lower end of the open last bin. */
  readonly end: number;
}

const NICE = [1, 2, 2.5, 5, 10];
const TARGET = 32;
/** Bounds on the number of ordinary bins; at least a factor two apart, so that some nice step always lies between. */
const FEWEST = 20;
const MOST = 45;

/**
 * Lower ends of the bins from 0 to `domainMax`: a nice step giving 20 to 45 bins, the one on which most breaks fall; a
 * break that falls on none takes the place of the nearest end. The domain grows to hold every break.
 */
export function planBins(
  breaks: readonly number[],
  domainMax: number,
): { readonly lower: Float64Array; readonly step: number; readonly end: number } {
  const step = chooseStep(breaks, domainMax);
  const farthest = breaks.at(-1) ?? 0;
  const end = farthest > domainMax ? Math.max(farthest, clean(Math.ceil(farthest / step - 1e-9) * step)) : domainMax;
  const count = Math.ceil(end / step - 1e-9);
  const ends = Array.from({ length: count + 1 }, (_, k) => (k === count ? end : clean(k * step)));
  const taken = new Set([0, end]);
  const inserted: number[] = [];
  for (const limit of new Set(breaks)) {
    if (!(limit > 0 && limit < end)) continue;
    const k = Math.round(limit / step);
    if (k > 0 && k < count && !taken.has(ends[k])) ends[k] = limit;
    else if (!taken.has(limit)) inserted.push(limit);
    taken.add(limit);
  }
  return { lower: Float64Array.from([...ends, ...inserted]).sort(), step, end };
}

/** People per bin and per class. Rows that are NaN, or not counted (`counted` 0), or without people, are left out. */
export function binPeople(
  values: Float64Array,
  people: Float64Array,
  counted: Uint8Array,
  breaks: readonly number[],
  domainMax: number,
): Bins {
  const { lower, step, end } = planBins(breaks, domainMax);
  const sums = new Float64Array(lower.length);
  for (let row = 0; row < values.length; row++) {
    if (counted[row] === 0 || Number.isNaN(values[row]) || !(people[row] > 0)) continue;
    sums[findBin(lower, values[row])] += people[row];
  }
  const classes = Uint8Array.from(lower, (from) => breaks.filter((limit) => from >= limit).length);
  return { lower, people: sums, classes, step, end };
}

/** Bin of a value: the last whose lower end is not above it, and 0 below the first. */
export function findBin(lower: Float64Array, value: number): number {
  let low = 0;
  let high = lower.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (lower[middle] <= value) low = middle;
    else high = middle;
  }
  return low;
}

/** Nearest multiple of `step` within 0 … max, without the noise of binary fractions. */
export function snapToStep(value: number, step: number, max: number): number {
  return clean(Math.min(max, Math.max(0, Math.round(value / step) * step)));
}

function chooseStep(breaks: readonly number[], domainMax: number): number {
  const magnitude = 10 ** Math.floor(Math.log10(domainMax / TARGET));
  const steps = NICE.map((n) => clean(n * magnitude)).filter(
    (step) => domainMax / step >= FEWEST && domainMax / step <= MOST,
  );
  const missed = (step: number) => breaks.filter((limit) => !isMultiple(limit, step)).length;
  const distance = (step: number) => Math.abs(Math.log(domainMax / step / TARGET));
  return steps.reduce((best, step) => {
    const gain = missed(best) - missed(step);
    return gain > 0 || (gain === 0 && distance(step) < distance(best)) ? step : best;
  });
}

function isMultiple(value: number, step: number): boolean {
  return Math.abs(value / step - Math.round(value / step)) < 1e-9;
}

function clean(value: number): number {
  return Number(value.toPrecision(12));
}
