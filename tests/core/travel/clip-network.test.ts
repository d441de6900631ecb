import { describe, expect, it } from "vitest";
import { clipNetwork } from "../../../src/core/travel/clip-network.ts";
import { readRoadFile, writeRoadFile } from "../../../src/core/travel/road-file.ts";
import { UNREACHED } from "../../../src/core/travel/road-graph.ts";
import { DEGREE } from "../../../src/core/travel/road-network.ts";
import { fillTable, prepareRoads } from "../../../src/core/travel/road-times.ts";
import { readTableNetwork } from "../../../src/core/travel/table-network.ts";
import { readOracle } from "./oracle-networks.ts";
import { QUIET } from "./run-quietly.ts";

describe("a clipped network", () => {
  it("keeps roads whose ends are both within, with their shape", () => {
    const network = {
      ticksPerSecond: 10,
      nodeLon: Int32Array.of(0, 100_000, 200_000, 300_000),
      nodeLat: Int32Array.of(0, 0, 0, 0),
      from: Uint32Array.of(0, 1, 2),
      to: Uint32Array.of(1, 2, 3),
      forward: Uint32Array.of(10, 20, 30),
      backward: Uint32Array.of(10, UNREACHED, 30),
      open: Uint8Array.of(1, 0, 1),
      shapeStart: Uint32Array.of(0, 2, 3, 4),
      shapeLon: Int32Array.of(20_000, 50_000, 150_000, 250_000),
      shapeLat: Int32Array.of(1, 2, 3, 4),
      shapeTicks: Uint32Array.of(2, 5, 10, 15),
    };
    expect(clipNetwork(network, (lon) => lon >= 1)).toEqual({
      ticksPerSecond: 10,
      nodeLon: Int32Array.of(100_000, 200_000, 300_000),
      nodeLat: Int32Array.of(0, 0, 0),
      from: Uint32Array.of(0, 1),
      to: Uint32Array.of(1, 2),
      forward: Uint32Array.of(20, 30),
      backward: Uint32Array.of(UNREACHED, 30),
      open: Uint8Array.of(0, 1),
      shapeStart: Uint32Array.of(0, 1, 2),
      shapeLon: Int32Array.of(150_000, 250_000),
      shapeLat: Int32Array.of(3, 4),
      shapeTicks: Uint32Array.of(10, 15),
    });
    expect(clipNetwork(network, () => true)).toEqual(network);
    expect(clipNetwork(network, () => false).nodeLon).toHaveLength(0);
  });

  const oracle = readOracle("andorra");
  it.skipIf(!oracle)("gives the times of the whole one to trips that stay within, never shorter ones (Andorra)", () => {
    if (!oracle) return;
    const { network } = readTableNetwork(
      { name: "nodes.csv", text: oracle.nodeText },
      { name: "edges.csv", text: oracle.edgeText },
    );
    const lons = network.nodeLon.toSorted();
    const middle = lons[lons.length >> 1];
    const clipped = clipNetwork(network, (lon) => lon * DEGREE <= middle);
    expect(clipped.nodeLon.length).toBeGreaterThan(0.4 * network.nodeLon.length);
    expect(clipped.nodeLon.every((lon) => lon <= middle)).toBe(true);
    expect(readRoadFile(writeRoadFile(clipped), "half.road")).toEqual(clipped);

    // Junctions by place in both; where several share one, none is asked.
    const placed = new Map<string, number>();
    network.nodeLon.forEach((lon, v) => {
      const key = `${lon} ${network.nodeLat[v]}`;
      placed.set(key, placed.has(key) ? -1 : v);
    });
    const asked = Array.from({ length: 60 }, (_, i) => Math.floor((i * clipped.nodeLon.length) / 60)).flatMap(
      (node) => {
        const whole = placed.get(`${clipped.nodeLon[node]} ${clipped.nodeLat[node]}`) ?? -1;
        return whole < 0 ? [] : [{ node, whole }];
      },
    );
    expect(asked.length).toBeGreaterThan(40);
    type Nodes = readonly { readonly node: number }[];
    const times = (of: typeof network, from: Nodes, to: Nodes) => {
      const rows: number[][] = [];
      fillTable(prepareRoads(of), from, to, UNREACHED - 1, QUIET, (_, row) => rows.push([...row]));
      return rows;
    };
    const sources = asked.map(({ whole }) => ({ node: whole }));
    const outside = Array.from(network.nodeLon.keys()).flatMap((node) =>
      network.nodeLon[node] > middle ? { node } : [],
    );
    const leaves = times(network, sources, outside).map((row) => row.reduce((a, b) => Math.min(a, b), UNREACHED));
    const before = times(network, sources, sources);
    const after = times(clipped, asked, asked);
    let stayed = 0;
    after.forEach((row, i) => {
      row.forEach((time, k) => {
        expect(time).toBeGreaterThanOrEqual(before[i][k]);
        if (before[i][k] >= leaves[i]) return;
        stayed++;
        expect(time).toBe(before[i][k]);
      });
    });
    expect(stayed).toBeGreaterThan(500);
  });
});
