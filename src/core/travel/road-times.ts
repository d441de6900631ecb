import type { Run } from "../run.ts";
import { type Components, findComponents } from "./components.ts";
import { buildHierarchy } from "./hierarchy.ts";
import { fillTableByHierarchy } from "./hierarchy-table.ts";
import { arrivingEntries, groupByRoad, improveOnSameRoad, leavingEntries, type Place } from "./placement.ts";
import type { RoadGraph } from "./road-graph.ts";
import { networkGraph, type RoadNetwork } from "./road-network.ts";
import { fillTableBySweeps, measureReach, type Reach } from "./sweep-table.ts";

/** A network with its graph, ready to answer. */
export interface Roads {
  readonly network: RoadNetwork;
  readonly graph: RoadGraph;
  readonly components: Components;
}

/** From this many sources on, a table pays for building a hierarchy; both ways give the same times. */
const HIERARCHY_FROM = 400;

export function prepareRoads(network: RoadNetwork): Roads {
  const graph = networkGraph(network);
  return { network, graph, components: findComponents(graph) };
}

/** Ticks within a limit in minutes, inclusive; a hair is added so that 0.1 minutes are six whole seconds. */
export function limitTicks(network: RoadNetwork, minutes: number): number {
  return Math.floor(minutes * 60 * network.ticksPerSecond + 1e-6);
}

/**
 * Times by road from each source to each target up to `limit` ticks, inclusive; UNREACHED beyond. A row is overwritten
 * by the next. Throws `cancelled`.
 */
export function fillTable(
  { network, graph }: Roads,
  sources: readonly Place[],
  targets: readonly Place[],
  limit: number,
  run: Run,
  onRow: (source: number, row: Uint32Array) => void,
): void {
  const leaving = leavingEntries(network, sources);
  const arriving = arrivingEntries(network, targets);
  const byRoad = groupByRoad(targets);
  const finish = (source: number, row: Uint32Array) => {
    improveOnSameRoad(network, sources[source], targets, byRoad, limit, row);
    onRow(source, row);
  };
  if (sources.length < HIERARCHY_FROM) fillTableBySweeps(graph, leaving, arriving, limit, run, finish);
  else fillTableByHierarchy(buildHierarchy(graph, run), leaving, arriving, limit, run, finish);
}

/** Junctions within `limit` ticks of each source, inclusive. Throws `cancelled`. */
export function fillReach(
  { network, graph }: Roads,
  sources: readonly Place[],
  limit: number,
  run: Run,
  onReach: (source: number, reach: Reach) => void,
): void {
  measureReach(graph, leavingEntries(network, sources), limit, run, onReach);
}
