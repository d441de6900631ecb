import { describe, expect, it } from "vitest";

import { buildHierarchy } from "../../../src/core/travel/hierarchy.ts";
import { fillTableByHierarchy } from "../../../src/core/travel/hierarchy-table.ts";
import { arrivingEntries, leavingEntries } from "../../../src/core/travel/placement.ts";
import { UNREACHED } from "../../../src/core/travel/road-graph.ts";
import { fillReach, limitTicks, prepareRoads } from "../../../src/core/travel/road-times.ts";
import { fillTableBySweeps } from "../../../src/core/travel/sweep-table.ts";
import { readTableNetwork } from "../../../src/core/travel/table-network.ts";
import { readOracle } from "./oracle-networks.ts";
import { QUIET } from "./run-quietly.ts";

const EVERYTHING = UNREACHED - 1;

for (const name of ["monaco", "andorra"] as const) {
  const oracle = readOracle(name);
  describe.skipIf(!oracle)(`${name}, exact to the millisecond against scipy`, () => {
    if (!oracle) return;
    const { network, nodes } = readTableNetwork(
      { name: "nodes.csv", text: oracle.nodeText },
      { name: "edges.csv", text: oracle.edgeText },
    );
    const roads = prepareRoads(network);
    const placesOf = (ids: readonly string[]) => ids.map((id) => ({ node: nodes.get(id) ?? -1 }));
    const expected = (text: string) => (Number(text) < 0 ? UNREACHED : Number(text));

    const [[, ...ids], ...lines] = oracle.matrix;
    const times = lines.map(([, ...row]) => row.map(expected));
    const sources = leavingEntries(network, placesOf(ids));
    const targets = arrivingEntries(network, placesOf(ids));

    it("gives 200 × 200 times by bucket queue", () => {
      const rows: number[][] = [];
      fillTableBySweeps(roads.graph, sources, targets, EVERYTHING, QUIET, (_, row) => rows.push([...row]));
      expect(rows).toEqual(times);
    });

    it("gives 200 × 200 times by contraction hierarchy", () => {
      const hierarchy = buildHierarchy(roads.graph, QUIET);
      const rows: number[][] = [];
      fillTableByHierarchy(hierarchy, sources, targets, EVERYTHING, QUIET, (_, row) => rows.push([...row]));
      expect(rows).toEqual(times);
    });

    it("gives every time within 1,800 s from five sources, the limit included", () => {
      const [[, ...columns], ...rows] = oracle.limited;
      const five = leavingEntries(network, placesOf(columns.map((column) => column.slice(1))));
      const all = arrivingEntries(network, placesOf(rows.map(([node]) => node)));
      const limit = limitTicks(network, 30);
      fillTableBySweeps(roads.graph, five, all, limit, QUIET, (s, row) => {
        expect([...row]).toEqual(rows.map((cells) => expected(cells[s + 1])));
      });
    });

    it("counts the nodes within each limit of 200 sources", () => {
      const places = oracle.summary.sources.map((id) => ({ node: nodes.get(String(id)) ?? -1 }));
      for (const [seconds, counts] of Object.entries(oracle.summary.reachable_counts_by_limit_s)) {
        const reached: number[] = [];
        fillReach(roads, places, limitTicks(network, Number(seconds) / 60), QUIET, (_, reach) =>
          reached.push(reach.nodes),
        );
        expect(reached).toEqual(counts);
      }
    });
  });
}
