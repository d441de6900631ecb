import { buildCapacityModel } from "./capacity-model.ts";
import type { CostRows } from "./cost-rows.ts";
import type { CapacityRequest } from "./place-capacity.ts";
import { heldRadius } from "./place-coverage.ts";
import type { PlacementProblem } from "./problem.ts";
import { endWithin } from "./serve-all.ts";
import { Transport } from "./transport.ts";

/** People of a demand point at a site; site −1: left out, beyond the radius or in reach of full sites alone. */
export interface Flow {
  readonly row: number;
  readonly site: number;
  readonly people: number;
  /** As held in the rows; NaN for those left out. */
  readonly cost: number;
  /** Of those left out: whether an open site is within the radius, but full. */
  readonly isReached: boolean;
}

/** Who goes where under a plan: as many people as can be within radius and capacity, then at the least cost. Rows ascend. */
export function serveWithin(
  problem: PlacementProblem,
  { capacities, radius }: CapacityRequest,
  plan: ArrayLike<number>,
): readonly Flow[] {
  const rows = radius === null ? problem.rows : cutRows(problem.rows, heldRadius(problem.rows, radius));
  const model = buildCapacityModel({ ...problem, rows }, { capacities, radius: null }, Math.max(1, plan.length));
  const transport = new Transport(model);
  const open = new Set([...Array.from(plan), ...problem.existing]);
  transport.solve(Array.from(model.ids.keys()).filter((at) => open.has(model.ids[at])));
  const width = transport.open.length + 1;
  const flows: Flow[] = [];
  for (let i = 0; i < model.rows; i++) {
    const row = model.rowOf[i];
    let isReached = false;
    for (let k = model.offsets[i]; k < model.offsets[i + 1]; k++) {
      const s = transport.open.indexOf(model.targets[k]);
      if (s < 0) continue;
      isReached = true;
      const people = transport.flows[i * width + s];
      const site = model.ids[model.targets[k]];
      if (people > 0) flows.push({ row, site, people, cost: model.costs[k], isReached });
    }
    const left = transport.flows[i * width + width - 1];
    if (left > 0) flows.push({ row, site: -1, people: left, cost: Number.NaN, isReached });
  }
  return flows;
}

/** The pairs that cost no more than a radius. */
function cutRows(rows: CostRows, radius: number): CostRows {
  const ends = Array.from({ length: rows.demands }, (_, i) => endWithin(rows, i, radius));
  const offsets = new Uint32Array(rows.demands + 1);
  ends.forEach((end, i) => {
    offsets[i + 1] = offsets[i] + end - rows.offsets[i];
  });
  const targets = new Uint32Array(offsets[rows.demands]);
  const costs = new Float64Array(targets.length);
  ends.forEach((end, i) => {
    targets.set(rows.targets.subarray(rows.offsets[i], end), offsets[i]);
    costs.set(rows.costs.subarray(rows.offsets[i], end), offsets[i]);
  });
  return { ...rows, offsets, targets, costs };
}
