import loadHighs, { type Highs, type ModelData } from "highs";
import type { MixedProgram, Solver, SolverOutcome, SolverRun } from "../../core/placement/solver.ts";

/**
 * HiGHS in WebAssembly, loaded at the first program: the same in Node and in a worker. It runs on the thread that calls it
 * and hears `stopped` between its own stages, at times seconds apart. `wasmUrl`: where a browser finds highs.wasm.
 */
export function createHighsSolver(wasmUrl?: string): Solver {
  let loading: Promise<Highs> | undefined;
  return {
    async solve(program, run) {
      loading ??= loadHighs(wasmUrl === undefined ? {} : { locateFile: () => wasmUrl });
      return solveWith(await loading, program, run);
    },
  };
}

function solveWith(highs: Highs, program: MixedProgram, run: SolverRun): SolverOutcome {
  const { modelStatus, callbackType } = highs.constants;
  const model = highs.createModel(toModelData(highs, program));
  try {
    model.options.set({ output_flag: false, mip_rel_gap: 0, mip_abs_gap: 1e-6, mip_feasibility_tolerance: 1e-9 });
    if (run.timeLimit < Number.POSITIVE_INFINITY) model.options.set("time_limit", Math.max(0.01, run.timeLimit));
    if (run.start) model.setSolution({ colValue: run.start });
    model.run({
      [callbackType.mipInterrupt](event) {
        if (run.stopped(event.data.mip_dual_bound)) event.interrupt();
        return undefined;
      },
      [callbackType.mipImprovingSolution](event) {
        if (event.data.mip_solution) run.found?.(event.data.mip_solution);
        return undefined;
      },
    });
    const status = model.getModelStatus();
    const worst = program.maximise ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
    if (status === modelStatus.infeasible) return { values: null, bound: worst, infeasible: true };
    // A program without whole columns has no bound of the other kind; stopped early, its point bounds nothing.
    const isWhole = program.integer.includes(1);
    if (!isWhole && status !== modelStatus.optimal) return { values: null, bound: worst, infeasible: false };
    const bound = Number(model.info.get(isWhole ? "mip_dual_bound" : "objective_function_value"));
    const isFeasible = Number(model.info.get("primal_solution_status")) === FEASIBLE;
    const isKnown = Number.isFinite(bound) && Math.abs(bound) < HUGE;
    return {
      values: isFeasible ? Float64Array.from(model.getSolution().colValue ?? []) : null,
      bound: isKnown ? bound : worst,
      infeasible: false,
    };
  } finally {
    model.dispose();
  }
}

/** HiGHS' `kSolutionStatusFeasible`, and what it takes for infinite. */
const FEASIBLE = 2;
const HUGE = 1e30;

function toModelData(highs: Highs, program: MixedProgram): ModelData {
  const numCols = program.costs.length;
  const numRows = program.rowLower.length;
  const { objectiveSense, variableType } = highs.constants;
  return {
    numCols,
    numRows,
    sense: program.maximise ? objectiveSense.maximize : objectiveSense.minimize,
    colCost: program.costs,
    colLower: new Float64Array(numCols),
    colUpper: program.upper,
    rowLower: program.rowLower,
    rowUpper: program.rowUpper,
    matrix: {
      format: "csr",
      numRows,
      numCols,
      starts: program.starts,
      indices: program.indices,
      values: program.values,
    },
    integrality: Array.from(program.integer, (whole) => (whole === 1 ? variableType.integer : variableType.continuous)),
  };
}
