import fc from "fast-check";
import { type RoadGraph, UNREACHED } from "../../../src/core/travel/road-graph.ts";
import type { RoadNetwork } from "../../../src/core/travel/road-network.ts";
import type { Segments } from "../../../src/core/travel/segments.ts";

/** A road as drawn by hand: ends, ticks forward, ticks backward (left out: the same; null: one-way). */
export type DrawnRoad = readonly [from: number, to: number, forward: number, backward?: number | null];

/** Network of hand-drawn roads between nodes at [lon, lat] in degrees; straight, open, in tenths of a second. */
export function drawNetwork(nodes: readonly (readonly [number, number])[], roads: readonly DrawnRoad[]): RoadNetwork {
  return {
    ticksPerSecond: 10,
    nodeLon: Int32Array.from(nodes, ([lon]) => Math.round(lon * 1e5)),
    nodeLat: Int32Array.from(nodes, ([, lat]) => Math.round(lat * 1e5)),
    from: Uint32Array.from(roads, ([from]) => from),
    to: Uint32Array.from(roads, ([, to]) => to),
    forward: Uint32Array.from(roads, ([, , forward]) => forward),
    backward: Uint32Array.from(roads, ([, , forward, backward]) =>
      backward === null ? UNREACHED : (backward ?? forward),
    ),
    open: new Uint8Array(roads.length).fill(1),
    shapeStart: new Uint32Array(roads.length + 1),
    shapeLon: new Int32Array(0),
    shapeLat: new Int32Array(0),
    shapeTicks: new Uint32Array(0),
  };
}

/** Shortest times by definition: Floyd and Warshall on a full matrix. */
export function allTimes(graph: RoadGraph): number[][] {
  const n = graph.nodes;
  const times = Array.from({ length: n }, (_, i) =>
    Array.from({ length: n }, (_, j) => (i === j ? 0 : Number.POSITIVE_INFINITY)),
  );
  for (let v = 0; v < n; v++) {
    for (let a = graph.start[v]; a < graph.start[v + 1]; a++) {
      times[v][graph.head[a]] = Math.min(times[v][graph.head[a]], graph.ticks[a]);
    }
  }
  for (let k = 0; k < n; k++)
    for (let i = 0; i < n; i++)
      for (let j = 0; j < n; j++) times[i][j] = Math.min(times[i][j], times[i][k] + times[k][j]);
  return times;
}

/** Random networks: up to 24 nodes on a small square, any roads (loops, doubles, dead ends, islands, zero times). */
export const anyNetwork: fc.Arbitrary<RoadNetwork> = fc
  .integer({ min: 1, max: 24 })
  .chain((n) =>
    fc.tuple(
      fc.array(fc.tuple(fc.integer({ min: 0, max: 1000 }), fc.integer({ min: 0, max: 1000 })), {
        minLength: n,
        maxLength: n,
      }),
      fc.array(
        fc.tuple(
          fc.integer({ min: 0, max: n - 1 }),
          fc.integer({ min: 0, max: n - 1 }),
          fc.oneof(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 5000 })),
          fc.oneof(fc.constant(undefined), fc.constant(null), fc.integer({ min: 0, max: 5000 })),
        ),
        { minLength: 1, maxLength: 60 },
      ),
    ),
  )
  .map(([nodes, roads]) =>
    drawNetwork(
      nodes.map(([x, y]) => [x / 10_000, y / 10_000] as const),
      roads.map(([from, to, forward, backward]) =>
        backward === undefined ? ([from, to, forward] as const) : ([from, to, forward, backward] as const),
      ),
    ),
  );

/** Segments between vertices a thousandth of a degree apart on a line, with whole times. */
export function drawSegments(vertices: number, pieces: readonly DrawnRoad[], closed: readonly number[] = []): Segments {
  return {
    lon: Int32Array.from({ length: vertices }, (_, v) => v * 10_000),
    lat: new Int32Array(vertices),
    from: Uint32Array.from(pieces, ([from]) => from),
    to: Uint32Array.from(pieces, ([, to]) => to),
    forward: Float64Array.from(pieces, ([, , forward]) => forward),
    backward: Float64Array.from(pieces, ([, , forward, backward]) => (backward === null ? -1 : (backward ?? forward))),
    open: Uint8Array.from(pieces, (_, s) => (closed.includes(s) ? 0 : 1)),
  };
}
