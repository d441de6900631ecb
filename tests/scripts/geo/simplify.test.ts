import { describe, expect, it } from "vitest";
import { simplifier } from "../../../scripts/geo/simplify.ts";
import type { FranceTopology } from "../../../scripts/geo/topology.ts";

// Two neighbours that share arc 0, a jagged border; arcs 1 and 2 are the coast; arc 3 is an islet.
const zigzag = Array.from({ length: 41 }, (_, i) => [i % 2 ? 0.0005 : 0, i * 0.0025]);
const polygon = { type: "Polygon" as const };
const world = {
  type: "Topology",
  objects: {
    communes: {
      type: "GeometryCollection",
      geometries: [
        { ...polygon, arcs: [[0, 1]], id: "A" },
        { type: "MultiPolygon", arcs: [[[~0, 2]], [[3]]], id: "B" },
      ],
    },
    land: { type: "GeometryCollection", geometries: [{ type: "MultiPolygon", arcs: [[[1, 2]], [[3]]] }] },
  },
  arcs: [
    zigzag,
    zigzag.map(([x, y]) => [(x ?? 0) - 0.1, y]).toReversed(),
    zigzag.map(([x, y]) => [(x ?? 0) + 0.1, y]),
    [
      [0.5, 0],
      [0.5001, 0],
      [0.5001, 0.0001],
      [0.5, 0.0001],
      [0.5, 0],
    ],
  ],
} as unknown as FranceTopology;

const lengths = (topology: FranceTopology): number[] => topology.arcs.map((arc) => arc.length);

describe("simplifying shared borders", () => {
  it("keeps everything at no tolerance, and the ends always", () => {
    const simplify = simplifier(world);
    expect(simplify(0, 0).arcs).toEqual(world.arcs);
    const coarse = simplify(1e6, 1e6);
    coarse.arcs.forEach((arc, i) => {
      expect(arc[0]).toEqual(world.arcs[i]?.[0]);
      expect(arc.at(-1)).toEqual(world.arcs[i]?.at(-1));
    });
  });

  it("never lets a commune or an islet lose its area", () => {
    const coarse = simplifier(world)(1e6, 1e6);
    expect(
      lengths(coarse)
        .slice(0, 3)
        .every((length) => length >= 3),
    ).toBe(true);
    expect(lengths(coarse)[3]).toBeGreaterThanOrEqual(4);
  });

  it("keeps more of the coast than of inner borders", () => {
    const [inner = 0, west = 0, east = 0] = lengths(simplifier(world)(200, 1));
    expect(inner).toBeLessThan(20);
    expect([west, east]).toEqual([41, 41]);
  });
});
