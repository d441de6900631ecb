import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FailureError } from "../../../src/core/failure.ts";
import { findComponents } from "../../../src/core/travel/components.ts";
import { buildHierarchy } from "../../../src/core/travel/hierarchy.ts";
import { fillTableByHierarchy } from "../../../src/core/travel/hierarchy-table.ts";
import { arrivingEntries, leavingEntries, type Place } from "../../../src/core/travel/placement.ts";
import { UNREACHED } from "../../../src/core/travel/road-graph.ts";
import { networkGraph, type RoadNetwork } from "../../../src/core/travel/road-network.ts";
import { fillReach, fillTable, limitTicks, prepareRoads } from "../../../src/core/travel/road-times.ts";
import { fillTableBySweeps } from "../../../src/core/travel/sweep-table.ts";
import { QUIET } from "./run-quietly.ts";
import { allTimes, anyNetwork, drawNetwork } from "./worlds.ts";

const everyNode = (network: RoadNetwork): Place[] => Array.from(network.nodeLon, (_, node) => ({ node }));

type Engine = "sweeps" | "hierarchy";

function tableOf(network: RoadNetwork, limit: number, engine: Engine, places = everyNode(network)): number[][] {
  const graph = networkGraph(network);
  const leaving = leavingEntries(network, places);
  const arriving = arrivingEntries(network, places);
  const rows: number[][] = [];
  const onRow = (_: number, row: Uint32Array) => {
    rows.push(Array.from(row, (ticks) => (ticks === UNREACHED ? Number.POSITIVE_INFINITY : ticks)));
  };
  if (engine === "sweeps") fillTableBySweeps(graph, leaving, arriving, limit, QUIET, onRow);
  else fillTableByHierarchy(buildHierarchy(graph, QUIET), leaving, arriving, limit, QUIET, onRow);
  return rows;
}

const anyLimit = fc.oneof(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: 40_000 }));

describe.each(["sweeps", "hierarchy"] as const)("times by %s", (engine) => {
  it("are the shortest there are, within the limit and no further", () => {
    fc.assert(
      fc.property(anyNetwork, anyLimit, (network, limit) => {
        const expected = allTimes(networkGraph(network)).map((row) =>
          row.map((ticks) => (ticks <= limit ? ticks : Number.POSITIVE_INFINITY)),
        );
        expect(tableOf(network, limit, engine)).toEqual(expected);
      }),
      { numRuns: 150 },
    );
  });

  it("are the same both ways where roads are", () => {
    fc.assert(
      fc.property(anyNetwork, (network) => {
        const table = tableOf({ ...network, backward: network.forward }, 40_000, engine);
        expect(table).toEqual(table.map((row, i) => row.map((_, j) => table[j][i])));
      }),
      { numRuns: 40 },
    );
  });

  it("never gain by a stop on the way", () => {
    fc.assert(
      fc.property(anyNetwork, (network) => {
        const t = tableOf(network, UNREACHED - 1, engine);
        const shortcuts = t.flatMap((row, i) =>
          row.flatMap((direct, j) => t[i].filter((first, k) => direct > first + t[k][j])),
        );
        expect(shortcuts).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });
});

describe("places on roads", () => {
  const anyPlaced = anyNetwork.chain((network) =>
    fc.tuple(
      fc.constant(network),
      fc.array(
        fc.tuple(fc.integer({ min: 0, max: network.from.length - 1 }), fc.double({ min: 0, max: 1, noNaN: true })),
        { minLength: 1, maxLength: 8 },
      ),
    ),
  );

  /** The same world with a node at each place: every road cut at the places on it. */
  it("take the times of nodes put in their stead", () => {
    fc.assert(
      fc.property(anyPlaced, ([drawn, spots]) => {
        const network = { ...drawn, backward: drawn.forward };
        const places = spots.map(([road, share]) => ({ road, ticks: Math.round(network.forward[road] * share) }));
        const nodes = network.nodeLon.length;
        const roads: [number, number, number][] = [];
        for (let r = 0; r < network.from.length; r++) {
          const cuts = places.map((place, i) => ({ ...place, i })).filter((place) => place.road === r);
          cuts.sort((a, b) => a.ticks - b.ticks || a.i - b.i);
          let [at, ticks] = [network.from[r], 0];
          for (const cut of cuts) {
            roads.push([at, nodes + cut.i, cut.ticks - ticks]);
            [at, ticks] = [nodes + cut.i, cut.ticks];
          }
          roads.push([at, network.to[r], network.forward[r] - ticks]);
        }
        const cutUp = drawNetwork(
          Array.from({ length: nodes + places.length }, () => [0, 0] as const),
          roads,
        );
        const expected = tableOf(
          cutUp,
          9000,
          "sweeps",
          places.map((_, i) => ({ node: nodes + i })),
        );
        const rows: number[][] = [];
        fillTable(prepareRoads(network), places, places, 9000, QUIET, (_, row) => {
          rows.push(Array.from(row, (time) => (time === UNREACHED ? Number.POSITIVE_INFINITY : time)));
        });
        expect(rows).toEqual(expected);
      }),
      { numRuns: 150 },
    );
  });

  it("on a one-way road are passed in one direction only", () => {
    const ring = drawNetwork(
      [
        [0, 0],
        [0.01, 0],
        [0.01, 0.01],
      ],
      [
        [0, 1, 100, null],
        [1, 2, 100, null],
        [2, 0, 100, null],
      ],
    );
    const places = [
      { road: 0, ticks: 20 },
      { road: 0, ticks: 80 },
    ];
    const rows: number[][] = [];
    fillTable(prepareRoads(ring), places, places, 1000, QUIET, (_, row) => rows.push([...row]));
    expect(rows).toEqual([
      [0, 60],
      [240, 0],
    ]);
  });
});

describe("reach", () => {
  /** 0 ─60─ 1 ─60─ 2, and an island 3 ─30─ 4. */
  const islands = drawNetwork(
    [
      [0, 0],
      [0.01, 0],
      [0.02, 0],
      [1, 0],
      [1.01, 0],
    ],
    [
      [0, 1, 600],
      [1, 2, 600],
      [3, 4, 300],
    ],
  );
  const reachOf = (minutes: number) => {
    const rows: [number, number][] = [];
    const sources = everyNode(islands);
    fillReach(prepareRoads(islands), sources, limitTicks(islands, minutes), QUIET, (_, { nodes, ticks }) => {
      rows.push([nodes, ticks]);
    });
    return rows;
  };

  it("counts the source, and the node at exactly the limit", () => {
    expect(reachOf(0)).toEqual([1, 1, 1, 1, 1].map((nodes) => [nodes, 0]));
    expect(reachOf(0.99).map(([nodes]) => nodes)).toEqual([1, 1, 1, 2, 2]);
    expect(reachOf(1)).toEqual([
      [2, 600],
      [3, 1200],
      [2, 600],
      [2, 300],
      [2, 300],
    ]);
  });

  it("keeps islands as they are", () => {
    expect([...findComponents(networkGraph(islands)).size].sort()).toEqual([2, 3]);
    expect(reachOf(1000).map(([nodes]) => nodes)).toEqual([3, 3, 3, 2, 2]);
  });

  it("never shrinks when the limit grows", () => {
    fc.assert(
      fc.property(anyNetwork, anyLimit, anyLimit, (network, a, b) => {
        const roads = prepareRoads(network);
        const counts = [Math.min(a, b), Math.max(a, b)].map((limit) => {
          const found: number[] = [];
          fillReach(roads, everyNode(network), limit, QUIET, (_, { nodes }) => found.push(nodes));
          return found;
        });
        counts[0].forEach((nodes, i) => {
          expect(nodes).toBeLessThanOrEqual(counts[1][i]);
        });
      }),
      { numRuns: 60 },
    );
  });

  it("stops when the caller gives up", () => {
    const stopped = { signal: { aborted: true }, progress: () => undefined };
    const attempt = () => fillReach(prepareRoads(islands), everyNode(islands), 100, stopped, () => undefined);
    expect(attempt).toThrow(FailureError);
    expect(attempt).toThrow("cancelled");
    expect(() => buildHierarchy(networkGraph(islands), stopped)).toThrow("cancelled");
  });
});

describe("components", () => {
  it("hold the nodes that reach each other, and no others", () => {
    fc.assert(
      fc.property(anyNetwork, (network) => {
        const graph = networkGraph(network);
        const times = allTimes(graph);
        const { label, size } = findComponents(graph);
        for (let i = 0; i < graph.nodes; i++) {
          const mates = times.filter((row, j) => times[i][j] < Infinity && row[i] < Infinity).length;
          expect(size[label[i]]).toBe(mates);
        }
      }),
      { numRuns: 80 },
    );
  });
});
