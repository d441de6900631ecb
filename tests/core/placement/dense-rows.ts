import { type CostRows, sortCostRows } from "../../../src/core/placement/cost-rows.ts";
import type { SiteRules } from "../../../src/core/placement/problem.ts";

export const NO_RULES: SiteRules = { existing: [], mandatory: [], excluded: [] };

/** Every pair of a dense matrix, row by row: demands × candidates costs. */
export function buildDenseRows(matrix: ArrayLike<number>, demands: number, candidates: number): CostRows {
  return sortCostRows({
    demands,
    candidates,
    offsets: Uint32Array.from({ length: demands + 1 }, (_, i) => i * candidates),
    targets: Uint32Array.from({ length: demands * candidates }, (_, k) => k % candidates),
    costs: Float64Array.from(matrix),
  });
}
