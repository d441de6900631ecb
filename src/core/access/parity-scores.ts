/** How close computed values come to published ones over some rows. NaN where too few rows differ. */
export interface ParityScores {
  readonly n: number;
  /** Pearson correlation, each row once. */
  readonly r: number;
  /** The same, each row as often as its weight. */
  readonly weightedR: number;
  /** Root mean squared difference, unit of the values. */
  readonly rmse: number;
  /** Mean of computed minus published. */
  readonly bias: number;
  /** Quantiles of computed minus published: smallest value whose share of rows reaches the level. */
  readonly residuals: Readonly<Record<(typeof RESIDUAL_LEVELS)[number], number>>;
}

const RESIDUAL_LEVELS = ["0.05", "0.25", "0.5", "0.75", "0.95"] as const;

/** Compares two columns over the rows listed; `weights` ≥ 0, one per row of the columns. */
export function scoreParity(
  computed: Float64Array,
  published: Float64Array,
  weights: Float64Array,
  rows: readonly number[],
): ParityScores {
  const differences = new Float64Array(rows.length);
  let sum = 0;
  let squares = 0;
  for (let k = 0; k < rows.length; k++) {
    const difference = computed[rows[k]] - published[rows[k]];
    differences[k] = difference;
    sum += difference;
    squares += difference * difference;
  }
  const sorted = differences.sort();
  const quantile = (q: number) =>
    sorted.length === 0 ? Number.NaN : sorted[Math.max(0, Math.ceil(q * sorted.length) - 1)];
  return {
    n: rows.length,
    r: correlate(computed, published, null, rows),
    weightedR: correlate(computed, published, weights, rows),
    rmse: Math.sqrt(squares / rows.length),
    bias: sum / rows.length,
    residuals: {
      "0.05": quantile(0.05),
      "0.25": quantile(0.25),
      "0.5": quantile(0.5),
      "0.75": quantile(0.75),
      "0.95": quantile(0.95),
    },
  };
}

function correlate(a: Float64Array, b: Float64Array, weights: Float64Array | null, rows: readonly number[]): number {
  let total = 0;
  let meanA = 0;
  let meanB = 0;
  for (const i of rows) {
    const w = weights ? weights[i] : 1;
    total += w;
    meanA += w * a[i];
    meanB += w * b[i];
  }
  meanA /= total;
  meanB /= total;
  let aa = 0;
  let bb = 0;
  let ab = 0;
  for (const i of rows) {
    const w = weights ? weights[i] : 1;
    aa += w * (a[i] - meanA) ** 2;
    bb += w * (b[i] - meanB) ** 2;
    ab += w * (a[i] - meanA) * (b[i] - meanB);
  }
  return ab / Math.sqrt(aa * bb);
}
