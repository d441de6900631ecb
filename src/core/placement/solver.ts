/**
 * A mixed-integer program in rows (CSR): minimise or maximise Σ cost·x with rowLower ≤ A·x ≤ rowUpper and
 * 0 ≤ x ≤ upper; a column whose `integer` is 1 takes whole values. Infinity: no bound.
 */
export interface MixedProgram {
  readonly maximise: boolean;
  readonly costs: Float64Array;
  readonly upper: Float64Array;
  readonly integer: Uint8Array;
  readonly starts: Int32Array;
  readonly indices: Int32Array;
  readonly values: Float64Array;
  readonly rowLower: Float64Array;
  readonly rowUpper: Float64Array;
}

export interface SolverRun {
  /** Seconds; Infinity: none. */
  readonly timeLimit: number;
  /** A feasible point, one value per column. */
  readonly start: Float64Array | null;
  /** Asked now and then, with the bound proven so far where there is one; true ends the search with the best found. */
  readonly stopped: (bound: number | undefined) => boolean;
  /** Each better point as it is found. */
  readonly found?: (values: Float64Array) => void;
}

export interface SolverOutcome {
  /** One value per column; null: no feasible point was found. */
  readonly values: Float64Array | null;
  /** No feasible point is better than this; ±Infinity when nothing is known. */
  readonly bound: number;
  /** Proven that no point is feasible. */
  readonly infeasible: boolean;
}

/** Whoever solves mixed-integer programs: a port, so that the kernels know no library. */
export interface Solver {
  solve(program: MixedProgram, run: SolverRun): Promise<SolverOutcome>;
}
