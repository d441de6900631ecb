import { buildGraph, type RoadGraph, UNREACHED } from "./road-graph.ts";

/** Coordinates are whole hundred-thousandths of a degree: 1.1 m of latitude. */
export const DEGREE = 100_000;

/**
 * Roads between junctions. Road r leads from node `from[r]` to node `to[r]` in `forward[r]` ticks and back in
 * `backward[r]` (UNREACHED: one-way; forward is always open). Between its ends it bends at the points `shapeStart[r]` …
 * `shapeStart[r + 1] - 1`, met `shapeTicks` after leaving `from`.
 */
export interface RoadNetwork {
  /** 10 for networks built from OpenStreetMap, 1000 for tables of nodes and edges. */
  readonly ticksPerSecond: number;
  readonly nodeLon: Int32Array;
  readonly nodeLat: Int32Array;
  readonly from: Uint32Array;
  readonly to: Uint32Array;
  readonly forward: Uint32Array;
  readonly backward: Uint32Array;
  /** 1 where a trip may start or end on the road: 0 for ferries and motorways. */
  readonly open: Uint8Array;
  readonly shapeStart: Uint32Array;
  readonly shapeLon: Int32Array;
  readonly shapeLat: Int32Array;
  readonly shapeTicks: Uint32Array;
}

/** The arcs of the roads: one or two per road, by road number. */
export function networkGraph(network: RoadNetwork): RoadGraph {
  const roads = network.from.length;
  const from = new Uint32Array(2 * roads);
  const to = new Uint32Array(2 * roads);
  const ticks = new Uint32Array(2 * roads);
  let count = 0;
  const add = (u: number, v: number, time: number) => {
    if (time === UNREACHED) return;
    from[count] = u;
    to[count] = v;
    ticks[count++] = time;
  };
  for (let r = 0; r < roads; r++) {
    add(network.from[r], network.to[r], network.forward[r]);
    add(network.to[r], network.from[r], network.backward[r]);
  }
  return buildGraph(network.nodeLon.length, from.subarray(0, count), to.subarray(0, count), ticks.subarray(0, count));
}
