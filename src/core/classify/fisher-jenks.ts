/** Classes of least inner spread. */
export interface FisherJenks {
  /** Least value of every class but the first, ascending: a value on a limit is above it, as in `classify`. */
  readonly breaks: readonly number[];
  /** Σ over classes of squared distances to their means. */
  readonly sse: number;
}

/** Distinct values ascending, with running sums that make the spread of any stretch four look-ups. */
interface Ranked {
  readonly distinct: Float64Array;
  /** Before each position: rows, Σ d and Σ d² of deviations d from the overall mean. */
  readonly rows: Float64Array;
  readonly sums: Float64Array;
  readonly squares: Float64Array;
}

/**
 * The cut into `count` classes whose values are closest to their class means (Fisher 1958; Jenks 1977), exact: dynamic
 * programming over distinct values, so that equal values share a class, in O(count·n·log n) because the best last cut never
 * goes back as the stretch grows. NaN are left out; as many classes as distinct values at most. Between cuts as good, the
 * lowest. Throws RangeError on a count under 1.
 */
export function fisherJenks(values: Float64Array, count: number): FisherJenks {
  if (!(count >= 1)) throw new RangeError(`${count} classes`);
  const ranked = rank(values);
  const size = ranked.distinct.length;
  const classes = Math.min(count, size);
  if (size === 0) return { breaks: [], sse: 0 };
  let best = Float64Array.from({ length: size + 1 }, (_, end) => (end === 0 ? 0 : spread(ranked, 0, end)));
  const cuts: Uint32Array[] = [];
  for (let k = 2; k <= classes; k++) {
    const next = new Float64Array(size + 1).fill(Number.POSITIVE_INFINITY);
    const cut = new Uint32Array(size + 1);
    fillStretch({ ranked, best, next, cut }, k, size, k - 1, size - 1);
    cuts.push(cut);
    best = next;
  }
  const breaks: number[] = [];
  for (let k = cuts.length - 1, end = size; k >= 0; k--) {
    end = cuts[k][end];
    breaks.unshift(ranked.distinct[end]);
  }
  return { breaks, sse: best[size] };
}

interface Layer {
  readonly ranked: Ranked;
  /** Least spread of the first `end` distinct values in one class less. */
  readonly best: Float64Array;
  readonly next: Float64Array;
  readonly cut: Uint32Array;
}

/** Fills `next` for ends `first` … `last`, whose best cut lies between `low` and `high`: the middle one, then both sides. */
function fillStretch(layer: Layer, first: number, last: number, low: number, high: number): void {
  if (first > last) return;
  const { ranked, best, next, cut } = layer;
  const end = (first + last) >> 1;
  let chosen = low;
  let least = Number.POSITIVE_INFINITY;
  for (let start = low; start <= Math.min(high, end - 1); start++) {
    const total = best[start] + spread(ranked, start, end);
    if (total < least) {
      least = total;
      chosen = start;
    }
  }
  next[end] = least;
  cut[end] = chosen;
  fillStretch(layer, first, end - 1, low, chosen);
  fillStretch(layer, end + 1, last, chosen, high);
}

/** Σ of squared distances of distinct values start … end − 1 to their mean. */
function spread({ rows, sums, squares }: Ranked, start: number, end: number): number {
  const sum = sums[end] - sums[start];
  return Math.max(0, squares[end] - squares[start] - (sum * sum) / (rows[end] - rows[start]));
}

function rank(values: Float64Array): Ranked {
  const sorted = values.filter((value) => !Number.isNaN(value)).sort();
  const mean = sorted.reduce((sum, value) => sum + value, 0) / sorted.length;
  const distinct = sorted.filter((value, i) => i === 0 || value !== sorted[i - 1]);
  const rows = new Float64Array(distinct.length + 1);
  const sums = new Float64Array(distinct.length + 1);
  const squares = new Float64Array(distinct.length + 1);
  for (let i = 0, at = 0; i < distinct.length; i++) {
    const from = at;
    while (at < sorted.length && sorted[at] === distinct[i]) at++;
    const deviation = distinct[i] - mean;
    rows[i + 1] = at;
    sums[i + 1] = sums[i] + (at - from) * deviation;
    squares[i + 1] = squares[i] + (at - from) * deviation * deviation;
  }
  return { distinct, rows, sums, squares };
}
