import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildNetwork } from "../../../src/core/travel/build-network.ts";
import { contractChains } from "../../../src/core/travel/contract-chains.ts";
import { buildGraph } from "../../../src/core/travel/road-graph.ts";
import { networkGraph } from "../../../src/core/travel/road-network.ts";
import type { Segments } from "../../../src/core/travel/segments.ts";
import { allTimes, drawSegments } from "./worlds.ts";

/** Every segment as an arc or two between its vertices, nothing contracted. */
function fullGraph(segments: Segments) {
  const arcs: [number, number, number][] = [];
  segments.from.forEach((from, s) => {
    arcs.push([from, segments.to[s], segments.forward[s]]);
    if (segments.backward[s] >= 0) arcs.push([segments.to[s], from, segments.backward[s]]);
  });
  const column = (k: 0 | 1 | 2) => Uint32Array.from(arcs, (arc) => arc[k]);
  return buildGraph(segments.lon.length, column(0), column(1), column(2));
}

const anySegments = fc.integer({ min: 2, max: 18 }).chain((n) =>
  fc
    .array(
      fc.tuple(
        fc.integer({ min: 0, max: n - 1 }),
        fc.integer({ min: 0, max: n - 1 }),
        fc.integer({ min: 1, max: 500 }),
        fc.oneof(fc.constant(null), fc.integer({ min: 1, max: 500 })),
      ),
      { minLength: 1, maxLength: 26 },
    )
    .map((pieces) =>
      drawSegments(
        n,
        pieces.filter(([from, to]) => from !== to),
      ),
    ),
);

describe("contracting chains", () => {
  it("keeps every time between junctions", () => {
    fc.assert(
      fc.property(anySegments, (segments) => {
        const network = buildNetwork(segments);
        const vertexOf = Array.from(network.nodeLon, (lon) => Math.round(lon / 100));
        const full = allTimes(fullGraph(segments));
        const expected = vertexOf.map((u) => vertexOf.map((v) => full[u][v]));
        expect(allTimes(networkGraph(network))).toEqual(expected);
      }),
      { numRuns: 200 },
    );
  });

  it("puts every segment in one chain", () => {
    fc.assert(
      fc.property(anySegments, (segments) => {
        const { members } = contractChains(segments);
        const used = Array.from(members, (member) => (member < 0 ? ~member : member)).sort((a, b) => a - b);
        expect(used).toEqual(Array.from(segments.from, (_, s) => s));
      }),
      { numRuns: 100 },
    );
  });

  it("joins a road of several pieces and keeps where its bends are in time", () => {
    const bent = {
      ...drawSegments(4, [
        [0, 1, 10],
        [1, 2, 20],
        [2, 3, 30],
      ]),
      lat: Int32Array.of(0, 9000, 0, 0),
    };
    const network = buildNetwork(bent);
    expect([...network.forward]).toEqual([60]);
    expect([...network.shapeTicks]).toEqual([10, 30]);
  });

  it("stops where a one-way street begins, where a ferry begins, and at a fork", () => {
    const nodes = (segments: Segments) => buildNetwork(segments).nodeLon.length;
    expect(
      nodes(
        drawSegments(3, [
          [0, 1, 10],
          [1, 2, 10],
        ]),
      ),
    ).toBe(2);
    expect(
      nodes(
        drawSegments(3, [
          [0, 1, 10],
          [1, 2, 10, null],
        ]),
      ),
    ).toBe(3);
    expect(
      nodes(
        drawSegments(3, [
          [0, 1, 10, null],
          [1, 2, 10, null],
        ]),
      ),
    ).toBe(2);
    expect(
      nodes(
        drawSegments(3, [
          [0, 1, 10, null],
          [2, 1, 10, null],
        ]),
      ),
    ).toBe(3);
    expect(
      nodes(
        drawSegments(
          3,
          [
            [0, 1, 10],
            [1, 2, 10],
          ],
          [1],
        ),
      ),
    ).toBe(3);
    expect(
      nodes(
        drawSegments(4, [
          [0, 1, 10],
          [1, 2, 10],
          [1, 3, 10],
        ]),
      ),
    ).toBe(4);
  });

  it("keeps a ring without a junction, driven its way", () => {
    const ring = buildNetwork(
      drawSegments(3, [
        [0, 1, 10, null],
        [1, 2, 20, null],
        [2, 0, 30, null],
      ]),
    );
    expect(ring.nodeLon.length).toBe(1);
    expect([ring.from[0], ring.to[0], ring.forward[0]]).toEqual([0, 0, 60]);
    expect(ring.shapeLon.length).toBeGreaterThan(0);
  });
});
