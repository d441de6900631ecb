import { assertRunning, type Run } from "../run.ts";
import { type TravelTable, transposeTravelTable } from "./travel-table.ts";

/**
 * Published access read backwards: A_i = Σ_j w_ij·R_j is linear in the ratios R_j of supply to demand, so they can be
 * estimated from published A. What is known beforehand of each site comes in as `expected` ratios.
 */
export interface Calibration {
  readonly table: Pick<TravelTable, "origins" | "destinations" | "offsets" | "targets" | "minutes">;
  /** w_ij ≥ 0, one per pair of the table. */
  readonly weights: Float64Array;
  /** Published access, one per origin; never read where importance is 0, so that it may be held out. */
  readonly observed: Float64Array;
  /** Weight ≥ 0 of each origin in the fit; 0 leaves it out. */
  readonly importance: Float64Array;
  /** Ratio expected of each destination, unit of `observed`; 0 where nobody practises, and R stays 0 there. */
  readonly expected: Float64Array;
  /** Strength ≥ 0 with which R_j / expected_j is held near 1, unit of `observed` squared × importance. */
  readonly firmness: Float64Array;
}

export interface FittedRatios {
  /** R_j ≥ 0, one per destination. */
  readonly ratios: Float64Array;
  /** Passes over all destinations until the largest change fell under the tolerance, or the most allowed. */
  readonly passes: number;
  readonly converged: boolean;
}

export interface FitLimits {
  readonly maxPasses: number;
  /** Largest change of any R_j / expected_j in a pass that counts as none. */
  readonly tolerance: number;
}

/**
 * Minimises Σ_i ω_i (A_i − Σ_j w_ij·R_j)² + Σ_j λ_j (R_j / e_j − 1)² over R ≥ 0 by coordinate descent, which ends at the
 * minimum because the sum is convex and each step exact. `start`: ratios to begin from, by default the expected ones.
 * A destination seen by no fitted origin keeps its expected ratio. Throws `cancelled`.
 */
export function fitRatios(problem: Calibration, limits: FitLimits, run: Run, start?: Float64Array): FittedRatios {
  const { observed, importance, expected, firmness } = problem;
  const columns = columnsOf(problem);
  const x = Float64Array.from(expected, (e, j) => (e > 0 ? (start ? start[j] / e : 1) : 0));
  const residuals = Float64Array.from(importance, (w, i) => (w > 0 ? Math.sqrt(w) * observed[i] : 0));
  for (let j = 0; j < x.length; j++) {
    for (let k = columns.offsets[j]; k < columns.offsets[j + 1]; k++)
      residuals[columns.rows[k]] -= columns.values[k] * x[j];
  }
  let passes = 0;
  let change = Number.POSITIVE_INFINITY;
  while (passes < limits.maxPasses && change > limits.tolerance) {
    assertRunning(run);
    change = 0;
    for (let j = 0; j < x.length; j++) {
      if (!(expected[j] > 0)) continue;
      const end = columns.offsets[j + 1];
      let slope = firmness[j] * (1 - x[j]);
      for (let k = columns.offsets[j]; k < end; k++) {
        slope += columns.values[k] * residuals[columns.rows[k]];
      }
      const bend = columns.bends[j] + firmness[j];
      if (bend === 0) continue;
      const step = Math.max(0, x[j] + slope / bend) - x[j];
      if (step === 0) continue;
      x[j] += step;
      change = Math.max(change, Math.abs(step));
      for (let k = columns.offsets[j]; k < end; k++) residuals[columns.rows[k]] -= columns.values[k] * step;
    }
    passes++;
  }
  return { ratios: x.map((value, j) => value * expected[j]), passes, converged: change <= limits.tolerance };
}

interface Columns {
  readonly offsets: Uint32Array;
  readonly rows: Uint32Array;
  /** √ω_i·w_ij·e_j. */
  readonly values: Float64Array;
  /** Σ_i ω_i (w_ij·e_j)² per destination. */
  readonly bends: Float64Array;
}

/** The fitted rows seen from their destinations; pairs that weigh nothing are dropped. */
function columnsOf({ table, weights, importance, expected }: Calibration): Columns {
  const turned = transposeTravelTable({ ...table, minutes: weights });
  const scales = importance.map(Math.sqrt);
  const rows = new Uint32Array(weights.length);
  const values = new Float64Array(weights.length);
  const offsets = new Uint32Array(table.destinations + 1);
  const bends = new Float64Array(table.destinations);
  let kept = 0;
  for (let j = 0; j < table.destinations; j++) {
    for (let k = turned.offsets[j]; k < turned.offsets[j + 1]; k++) {
      const i = turned.targets[k];
      const value = scales[i] * turned.minutes[k] * expected[j];
      if (value === 0) continue;
      rows[kept] = i;
      values[kept++] = value;
      bends[j] += value * value;
    }
    offsets[j + 1] = kept;
  }
  return { offsets, rows: rows.slice(0, kept), values: values.slice(0, kept), bends };
}
