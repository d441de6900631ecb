import type { CoverRows } from "./reduce-cover.ts";
import type { ServiceModel } from "./service-model.ts";
import type { MixedProgram } from "./solver.ts";

/** Fewest sites with one at least among those listed for every row (Toregas et al. 1971). */
export function coverProgram({ rows, sites, offsets, targets }: CoverRows): MixedProgram {
  return {
    maximise: false,
    costs: new Float64Array(sites).fill(1),
    upper: new Float64Array(sites).fill(1),
    integer: new Uint8Array(sites).fill(1),
    starts: Int32Array.from(offsets),
    indices: Int32Array.from(targets),
    values: new Float64Array(targets.length).fill(1),
    rowLower: new Float64Array(rows).fill(1),
    rowUpper: new Float64Array(rows).fill(Number.POSITIVE_INFINITY),
  };
}

/**
 * Least Σ cap of rows left without a site (Church & ReVelle 1974), as `sites` yes-or-no columns and one column in [0, 1] per
 * row for what is left. Caps are divided by `unit`, so that the solver's absolute tolerances mean something.
 */
export function coverageProgram(
  { rows, sites, count, offsets, targets, caps }: ServiceModel,
  unit: number,
): MixedProgram {
  const pairs = targets.length;
  const starts = new Int32Array(rows + 2);
  const indices = new Int32Array(pairs + rows + sites);
  let at = 0;
  for (let i = 0; i < rows; i++) {
    starts[i] = at;
    for (let k = offsets[i]; k < offsets[i + 1]; k++) indices[at++] = targets[k];
    indices[at++] = sites + i;
  }
  starts[rows] = at;
  for (let j = 0; j < sites; j++) indices[at++] = j;
  starts[rows + 1] = at;
  const costs = new Float64Array(sites + rows);
  for (let i = 0; i < rows; i++) costs[sites + i] = caps[i] / unit;
  const integer = new Uint8Array(sites + rows);
  integer.fill(1, 0, sites);
  const rowLower = new Float64Array(rows + 1).fill(1);
  const rowUpper = new Float64Array(rows + 1).fill(Number.POSITIVE_INFINITY);
  rowLower[rows] = count;
  rowUpper[rows] = count;
  return {
    maximise: false,
    costs,
    upper: new Float64Array(sites + rows).fill(1),
    integer,
    starts,
    indices,
    values: new Float64Array(at).fill(1),
    rowLower,
    rowUpper,
  };
}
