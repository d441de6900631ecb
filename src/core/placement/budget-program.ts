import type { LiftModel } from "./lift-model.ts";
import { liftProgram } from "./lift-program.ts";
import type { MixedProgram } from "./solver.ts";

/** Site and cost of each option, what may be spent, and the sites to open whatever their size. */
interface Offer {
  readonly sites: Uint32Array;
  readonly costs: Float64Array;
  readonly budget: number;
  readonly mandatory: readonly number[];
}

/** The lift program with a budget in the place of the number of sites, and one option at most of each site. */
export function budgetProgram(
  model: LiftModel,
  { sites, costs, budget, mandatory }: Offer,
  unit: number,
): MixedProgram {
  const whole = liftProgram(model, unit);
  const options = model.sites;
  const groups = new Map<number, number[]>();
  sites.forEach((site, o) => {
    const group = groups.get(site);
    if (group) group.push(o);
    else groups.set(site, [o]);
  });
  const { rows } = model;
  const spent = whole.starts[rows];
  const indices = new Int32Array(spent + 2 * options);
  const values = new Float64Array(indices.length).fill(1);
  indices.set(whole.indices.subarray(0, spent));
  values.set(whole.values.subarray(0, spent));
  for (let o = 0; o < options; o++) {
    indices[spent + o] = o;
    values[spent + o] = costs[o] / budget;
  }
  const starts = new Int32Array(rows + 2 + groups.size);
  starts.set(whole.starts.subarray(0, rows + 1));
  starts[rows + 1] = spent + options;
  const rowLower = new Float64Array(rows + 1 + groups.size);
  const rowUpper = new Float64Array(rowLower.length).fill(1);
  rowLower.set(whole.rowLower.subarray(0, rows));
  rowUpper.set(whole.rowUpper.subarray(0, rows));
  const must = new Set(mandatory);
  let row = rows + 1;
  for (const [site, group] of groups) {
    indices.set(group, starts[row]);
    rowLower[row] = must.has(site) ? 1 : 0;
    starts[row + 1] = starts[row] + group.length;
    row++;
  }
  return { ...whole, starts, indices, values, rowLower, rowUpper };
}
