import type { CapacityModel } from "./capacity-model.ts";
import type { MixedProgram } from "./solver.ts";

/**
 * The exact problem: `sites` yes-or-no columns, then the part of each row served by each pair and, where people may be left out,
 * the part of each row that is. Costs are divided by `unit`, so that the solver's absolute tolerances mean something.
 */
export function capacityProgram(model: CapacityModel, unit: number): MixedProgram {
  const { rows, sites, open, amounts, capacities, offsets, targets, costs, caps, isAll, isForced, columns } = model;
  const pairs = targets.length;
  const left = isAll ? 0 : rows;
  const width = sites + pairs + left;
  const limited = Array.from({ length: sites }, (_, j) => j).filter((j) => capacities[j] < Number.POSITIVE_INFINITY);
  const starts = [0];
  const indices: number[] = [];
  const values: number[] = [];
  const lower: number[] = [];
  const upper: number[] = [];
  const close = (low: number, high: number) => {
    starts.push(indices.length);
    lower.push(low);
    upper.push(high);
  };
  const put = (column: number, value: number) => {
    indices.push(column);
    values.push(value);
  };
  for (let i = 0; i < rows; i++) {
    for (let k = offsets[i]; k < offsets[i + 1]; k++) put(sites + k, 1);
    if (!isAll) put(sites + pairs + i, 1);
    close(1, 1);
  }
  // Nobody goes to a closed site, nor more than it takes.
  const rowsOf = new Uint32Array(pairs);
  for (let i = 0; i < rows; i++) rowsOf.fill(i, offsets[i], offsets[i + 1]);
  for (let k = 0; k < pairs; k++) {
    const j = targets[k];
    put(j, -Math.min(1, capacities[j] / amounts[rowsOf[k]]));
    put(sites + k, 1);
    close(Number.NEGATIVE_INFINITY, 0);
  }
  const pairOf = Array.from({ length: sites }, (): number[] => []);
  for (let k = 0; k < pairs; k++) pairOf[targets[k]].push(k);
  for (const j of limited) {
    if (columns.offsets[j] === columns.offsets[j + 1]) continue;
    const scale = Math.max(1, capacities[j]);
    put(j, -capacities[j] / scale);
    for (const k of pairOf[j]) put(sites + k, amounts[rowsOf[k]] / scale);
    close(Number.NEGATIVE_INFINITY, 0);
  }
  for (let j = 0; j < sites; j++) put(j, 1);
  close(open, open);
  for (let j = 0; j < sites; j++) {
    if (isForced[j] === 0) continue;
    put(j, 1);
    close(1, 1);
  }
  const price = new Float64Array(width);
  for (let k = 0; k < pairs; k++) price[sites + k] = (amounts[rowsOf[k]] * costs[k]) / unit;
  for (let i = 0; i < left; i++) price[sites + pairs + i] = (amounts[i] * caps[i]) / unit;
  return {
    maximise: false,
    costs: price,
    upper: new Float64Array(width).fill(1),
    integer: new Uint8Array(width).fill(1, 0, sites),
    starts: Int32Array.from(starts),
    indices: Int32Array.from(indices),
    values: Float64Array.from(values),
    rowLower: Float64Array.from(lower),
    rowUpper: Float64Array.from(upper),
  };
}
