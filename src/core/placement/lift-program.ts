import type { LiftModel } from "./lift-model.ts";
import type { MixedProgram } from "./solver.ts";

/**
 * The exact problem: `sites` yes-or-no columns, then for each row the part of its lack that is filled, in [0, 1], which the
 * lifts of the open sites allow. Gains are divided by `unit`, so that the solver's absolute tolerances mean something.
 */
export function liftProgram(model: LiftModel, unit: number): MixedProgram {
  const { rows, sites, count, weights, lacks, offsets, targets, lifts } = model;
  const starts = new Int32Array(rows + 2);
  for (const row of targets) starts[row + 1]++;
  for (let i = 0; i < rows; i++) starts[i + 1] += starts[i] + 1;
  const indices = new Int32Array(targets.length + rows + sites);
  const values = new Float64Array(indices.length);
  const next = starts.slice();
  for (let j = 0; j < sites; j++) {
    for (let k = offsets[j]; k < offsets[j + 1]; k++) {
      const row = targets[k];
      indices[next[row]] = j;
      values[next[row]++] = -Math.min(1, lifts[k] / lacks[row]);
    }
  }
  for (let i = 0; i < rows; i++) {
    indices[next[i]] = sites + i;
    values[next[i]] = 1;
  }
  for (let j = 0; j < sites; j++) {
    indices[starts[rows] + j] = j;
    values[starts[rows] + j] = 1;
  }
  starts[rows + 1] = starts[rows] + sites;
  const costs = new Float64Array(sites + rows);
  for (let i = 0; i < rows; i++) costs[sites + i] = (weights[i] * lacks[i]) / unit;
  const integer = new Uint8Array(sites + rows);
  integer.fill(1, 0, sites);
  const rowLower = new Float64Array(rows + 1).fill(Number.NEGATIVE_INFINITY);
  const rowUpper = new Float64Array(rows + 1);
  rowLower[rows] = count;
  rowUpper[rows] = count;
  return {
    maximise: true,
    costs,
    upper: new Float64Array(sites + rows).fill(1),
    integer,
    starts,
    indices,
    values,
    rowLower,
    rowUpper,
  };
}
