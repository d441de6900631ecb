import { impossible, type PlacementProblem } from "./problem.ts";
import { endWithin } from "./serve-all.ts";
import { type Columns, columnsOf } from "./service-model.ts";

/**
 * Sites that each take so many people, whose demand may be split between sites: minimise Σ cost_ij·x_ij + Σ cap_i·u_i with
 * Σ_j x_ij + u_i = amount_i, Σ_i x_ij ≤ capacity_j·y_j, Σ_j y_j = open. A commune is larger than a centre, so that to serve each from
 * one site alone would mean nothing (Sridharan 1995, § 1: with and without single sourcing).
 */
export interface CapacityModel {
  readonly rows: number;
  readonly sites: number;
  /** Sites of a plan, those that stand whatever is chosen among them. */
  readonly open: number;
  /** People of each row, above 0. */
  readonly amounts: Float64Array;
  /** People a site takes; Infinity: any. */
  readonly capacities: Float64Array;
  /** CSR by row, ascending cost, per person. */
  readonly offsets: Uint32Array;
  readonly targets: Uint32Array;
  readonly costs: Float64Array;
  /** What a person left out costs. */
  readonly caps: Float64Array;
  /** Whether leaving somebody out is no plan at all: the cap then only guides. */
  readonly isAll: boolean;
  /** 1: a site that stands in every plan. */
  readonly isForced: Uint8Array;
  /** Candidate of each site. */
  readonly ids: Uint32Array;
  /** Demand point of each row. */
  readonly rowOf: Uint32Array;
  /** Cost of the points that no site can serve, when they may be left out. */
  readonly base: number;
  readonly columns: Columns;
}

export interface CapacityGoal {
  /** One per candidate, people, 0 or more; Infinity: no limit. */
  readonly capacities: Float64Array;
  /** Held as the costs of the rows are: people within it count, minutes do not; null: everybody is served, at the least cost. */
  readonly radius: number | null;
}

/** Excluded candidates are gone; points without people too. `count`: sites to choose, mandatory ones among them. */
export function buildCapacityModel(problem: PlacementProblem, goal: CapacityGoal, count: number): CapacityModel {
  const { rows, weights, existing, mandatory, excluded } = problem;
  if (rows.rest)
    throw impossible("capacities need the cost of every pair: fewer demand points or candidates", "all-pairs");
  const isOut = new Uint8Array(rows.candidates);
  for (const j of excluded) isOut[j] = 1;
  const ids = Uint32Array.from({ length: rows.candidates }, (_, j) => j).filter((j) => isOut[j] === 0);
  const place = new Int32Array(rows.candidates).fill(-1);
  ids.forEach((j, at) => {
    place[j] = at;
  });
  const { radius } = goal;
  const kept: number[] = [];
  const starts = [0];
  const targets: number[] = [];
  const costs: number[] = [];
  let [base, dearest] = [0, 0];
  for (let i = 0; i < rows.demands; i++) {
    if (!(weights[i] > 0)) continue;
    const before = targets.length;
    const end = radius === null ? rows.offsets[i + 1] : endWithin(rows, i, radius);
    for (let k = rows.offsets[i]; k < end; k++) {
      if (place[rows.targets[k]] < 0) continue;
      targets.push(place[rows.targets[k]]);
      costs.push(radius === null ? rows.costs[k] : 0);
      dearest = Math.max(dearest, rows.costs[k]);
    }
    if (radius !== null && targets.length === before) base += weights[i];
    else {
      kept.push(i);
      starts.push(targets.length);
    }
  }
  const forced = new Set([...existing, ...mandatory]);
  const open = count + new Set(existing).size;
  const shape = {
    rows: kept.length,
    sites: ids.length,
    offsets: Uint32Array.from(starts),
    targets: Uint32Array.from(targets),
    costs: Float64Array.from(costs),
  };
  return {
    ...shape,
    open,
    amounts: Float64Array.from(kept, (i) => weights[i]),
    capacities: Float64Array.from(ids, (j) => goal.capacities[j]),
    // To take one more person in, each site of a plan passes one on at most.
    caps: new Float64Array(kept.length).fill(radius === null ? (open + 1) * dearest + 1 : 1),
    isAll: radius === null,
    isForced: Uint8Array.from(ids, (j) => (forced.has(j) ? 1 : 0)),
    ids,
    rowOf: Uint32Array.from(kept),
    base,
    columns: columnsOf(shape),
  };
}

/** The model without the sites where `keep` is 0; those of 2 stand in every plan. */
export function keepSites(model: CapacityModel, keep: Uint8Array): CapacityModel {
  const place = new Int32Array(model.sites).fill(-1);
  const kept: number[] = [];
  for (let j = 0; j < model.sites; j++) if (keep[j] > 0) place[j] = kept.push(j) - 1;
  const starts = [0];
  const targets: number[] = [];
  const costs: number[] = [];
  for (let i = 0; i < model.rows; i++) {
    for (let k = model.offsets[i]; k < model.offsets[i + 1]; k++) {
      if (place[model.targets[k]] < 0) continue;
      targets.push(place[model.targets[k]]);
      costs.push(model.costs[k]);
    }
    starts.push(targets.length);
  }
  const shape = {
    rows: model.rows,
    sites: kept.length,
    offsets: Uint32Array.from(starts),
    targets: Uint32Array.from(targets),
    costs: Float64Array.from(costs),
  };
  return {
    ...model,
    ...shape,
    capacities: Float64Array.from(kept, (j) => model.capacities[j]),
    isForced: Uint8Array.from(kept, (j) => (keep[j] === 2 ? 1 : model.isForced[j])),
    ids: Uint32Array.from(kept, (j) => model.ids[j]),
    columns: columnsOf(shape),
  };
}
