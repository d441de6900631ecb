import { assertRunning, type Run } from "../run.ts";
import { STATUS_CODE } from "../status.ts";
import { type AccessOutcome, type AccessWorld, assertWorld } from "./world.ts";

/** Settings of the rational agent access model; defaults are those of Saxon & Snow's own implementation. */
export interface RaamSettings {
  /** τ, minutes of travel worth a congestion equal to the mean of the area. */
  readonly tau: number;
  /** ρ, demand per supply that costs 1; null for Σ demand / Σ supply. */
  readonly rho: number | null;
  readonly cycles: number;
}

export const RAAM_DEFAULTS: RaamSettings = { tau: 60, rho: null, cycles: 150 };

/** Share of an origin's demand that may move in cycle c: max(FIRST_STEP·½^(c/HALF_LIFE), LEAST_STEP). */
const FIRST_STEP = 0.2;
const LEAST_STEP = 0.005;
const HALF_LIFE = 50;
/** In the first cycles a site takes in at most its own capacity ρ·S_j, so that attractive sites are not mobbed. */
const GUARDED_CYCLES = 20;

/**
 * RAAM (Saxon & Snow 2020, Annals of the AAG 110(1)): everyone starts at the nearest site and moves, cycle by cycle, from
 * the dearest site used to the cheapest within reach; cost_ij = (demand_j / S_j)/ρ + t_ij/τ. The value of an origin is the
 * mean cost of its people: no unit, **lower is better**, NaN and unreachable where no site with supply is in reach.
 * An origin without demand gets the least cost it is offered. Ties go to the lowest destination index.
 * `weights`: only pairs of positive weight are within reach. Where every demand is whole, people move whole, as in the
 * authors' code; standardised demand moves in fractions. `zeroDemandSites`: sites with supply nobody chose.
 */
export function rationalAgentAccess(
  world: AccessWorld,
  weights: Float64Array,
  settings: RaamSettings,
  run: Run,
): AccessOutcome {
  const agents = startRationalAgents(world, weights, settings);
  for (let cycle = 0; cycle < settings.cycles; cycle++) {
    assertRunning(run);
    run.progress(cycle, settings.cycles, "raam");
    agents.move(cycle);
  }
  return agents.outcome();
}

/** RAAM cycle by cycle, for a caller that does something else in between. */
export interface RationalAgents {
  /** Cycle 0, 1, 2…, each once and in order. */
  move(cycle: number): void;
  outcome(): AccessOutcome;
}

/** Everyone at the nearest site. Parameters as for `rationalAgentAccess`. */
export function startRationalAgents(world: AccessWorld, weights: Float64Array, settings: RaamSettings): RationalAgents {
  assertWorld(world, weights);
  const model = prepare(world, weights, settings);
  return {
    move(cycle) {
      computeCosts(model);
      chooseMoves(model, Math.max(FIRST_STEP * 0.5 ** (cycle / HALF_LIFE), LEAST_STEP));
      if (cycle < GUARDED_CYCLES) limitArrivals(model);
      applyMoves(model);
    },
    outcome: () => summarise(model, world),
  };
}

/** Pairs within reach of a site with supply, compressed by origin, and the state of the people on them. */
interface Model {
  readonly offsets: Uint32Array;
  readonly sites: Uint32Array;
  /** t/τ per pair. */
  readonly travel: Float64Array;
  /** ρ·S_j. */
  readonly capacity: Float64Array;
  readonly demand: Float64Array;
  readonly whole: boolean;
  readonly assigned: Float64Array;
  readonly costs: Float64Array;
  readonly load: Float64Array;
  /** Per origin: pair people leave, pair they go to, how many. */
  readonly from: Uint32Array;
  readonly to: Uint32Array;
  readonly moves: Float64Array;
}

function prepare({ table, demand, supply }: AccessWorld, weights: Float64Array, settings: RaamSettings): Model {
  const offsets = new Uint32Array(table.origins + 1);
  const sites = new Uint32Array(weights.length);
  const travel = new Float64Array(weights.length);
  let count = 0;
  for (let i = 0; i < table.origins; i++) {
    for (let k = table.offsets[i]; k < table.offsets[i + 1]; k++) {
      if (!(weights[k] > 0 && supply[table.targets[k]] > 0)) continue;
      sites[count] = table.targets[k];
      travel[count++] = table.minutes[k] / settings.tau;
    }
    offsets[i + 1] = count;
  }
  const rho = settings.rho ?? sum(demand) / sum(supply);
  const assigned = new Float64Array(count);
  for (let i = 0; i < table.origins; i++) {
    if (offsets[i] < offsets[i + 1]) assigned[leastAt(travel, offsets[i], offsets[i + 1])] = demand[i];
  }
  return {
    offsets,
    sites: sites.subarray(0, count),
    travel: travel.subarray(0, count),
    capacity: supply.map((s) => s * rho),
    demand,
    whole: demand.every(Number.isInteger),
    assigned,
    costs: new Float64Array(count),
    load: new Float64Array(supply.length),
    from: new Uint32Array(table.origins),
    to: new Uint32Array(table.origins),
    moves: new Float64Array(table.origins),
  };
}

function computeCosts({ sites, travel, capacity, assigned, costs, load }: Model): void {
  load.fill(0);
  for (let k = 0; k < sites.length; k++) load[sites[k]] += assigned[k];
  for (let k = 0; k < sites.length; k++) costs[k] = load[sites[k]] / capacity[sites[k]] + travel[k];
}

/** The move of each origin that would level the cost of its dearest and cheapest sites, within the step. */
function chooseMoves(model: Model, step: number): void {
  const { offsets, sites, travel, capacity, demand, assigned, costs, load, from, to, moves, whole } = model;
  for (let i = 0; i < moves.length; i++) {
    moves[i] = 0;
    if (offsets[i] === offsets[i + 1] || !(demand[i] > 0)) continue;
    const low = leastAt(costs, offsets[i], offsets[i + 1]);
    const high = dearestUsedAt(costs, assigned, offsets[i], offsets[i + 1]);
    from[i] = high;
    to[i] = low;
    if (low === high) continue;
    const lowCapacity = capacity[sites[low]];
    const highCapacity = capacity[sites[high]];
    const othersLow = load[sites[low]] - assigned[low];
    const othersHigh = load[sites[high]] - assigned[high];
    const mine = assigned[low] + assigned[high];
    const gap = travel[high] - travel[low] + (mine + othersHigh) / highCapacity - othersLow / lowCapacity;
    const level = ((lowCapacity * highCapacity) / (lowCapacity + highCapacity)) * gap;
    const move = Math.min(level - assigned[low], assigned[high], step * demand[i]);
    moves[i] = whole ? Math.trunc(move) : Math.max(0, move);
  }
}

function limitArrivals({ sites, capacity, to, moves, load, whole }: Model): void {
  load.fill(0);
  for (let i = 0; i < moves.length; i++) if (moves[i] !== 0) load[sites[to[i]]] += moves[i];
  for (let i = 0; i < moves.length; i++) {
    if (moves[i] === 0) continue;
    const scaled = moves[i] / Math.max(load[sites[to[i]]] / capacity[sites[to[i]]], 1);
    moves[i] = whole ? roundHalfEven(scaled) : scaled;
  }
}

function applyMoves({ assigned, from, to, moves }: Model): void {
  for (let i = 0; i < moves.length; i++) {
    if (moves[i] === 0) continue;
    assigned[to[i]] += moves[i];
    assigned[from[i]] -= moves[i];
  }
}

/** Costs are those of the last cycle, before its moves, weighed by the people after them: as in the authors' code. */
function summarise(
  { offsets, sites, assigned, costs, travel, demand, load }: Model,
  world: AccessWorld,
): AccessOutcome {
  const values = new Float64Array(demand.length).fill(Number.NaN);
  const statuses = new Uint8Array(demand.length).fill(STATUS_CODE.unreachable);
  for (let i = 0; i < demand.length; i++) {
    const end = offsets[i + 1];
    if (offsets[i] === end) continue;
    statuses[i] = STATUS_CODE.value;
    let cost = 0;
    let people = 0;
    for (let k = offsets[i]; k < end; k++) {
      cost += costs[k] * assigned[k];
      people += assigned[k];
    }
    values[i] = people > 0 ? cost / people : costs[leastAt(costs, offsets[i], end)];
  }
  load.fill(0);
  for (let k = 0; k < travel.length; k++) load[sites[k]] += assigned[k];
  let zeroDemandSites = 0;
  for (let j = 0; j < load.length; j++) if (world.supply[j] > 0 && !(load[j] > 0)) zeroDemandSites++;
  return { values, statuses, zeroDemandSites };
}

function leastAt(x: Float64Array, start: number, end: number): number {
  let at = start;
  for (let k = start + 1; k < end; k++) if (x[k] < x[at]) at = k;
  return at;
}

function dearestUsedAt(costs: Float64Array, assigned: Float64Array, start: number, end: number): number {
  let at = -1;
  for (let k = start; k < end; k++) if (assigned[k] !== 0 && (at < 0 || costs[k] > costs[at])) at = k;
  return at;
}

function roundHalfEven(x: number): number {
  const rounded = Math.round(x);
  return rounded - x === 0.5 && rounded % 2 !== 0 ? rounded - 1 : rounded;
}

function sum(x: Float64Array): number {
  let total = 0;
  for (let i = 0; i < x.length; i++) total += x[i];
  return total;
}
