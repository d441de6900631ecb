import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nestRings, type Ring, signedArea, traceContours } from "../../../src/core/travel/contour.ts";
import { traceIsochrone } from "../../../src/core/travel/isochrone.ts";
import { visitReached } from "../../../src/core/travel/reached-stretches.ts";
import { networkGraph, type RoadNetwork } from "../../../src/core/travel/road-network.ts";
import { anyNetwork, drawNetwork } from "./worlds.ts";

const METRES = (6_371_008.8 * Math.PI) / 180;

const isochrone = (network: RoadNetwork, node: number, limit: number) =>
  traceIsochrone(network, networkGraph(network), { node }, limit);

/** Area near the equator, square metres; holes count against it. */
const areaOf = (polygons: readonly (readonly Ring[])[]) =>
  polygons.flat().reduce((sum, ring) => sum + signedArea(ring), 0) * METRES * METRES;

/** Even-odd over all rings. */
function covers(polygons: readonly (readonly Ring[])[], x: number, y: number): boolean {
  let odd = false;
  for (const ring of polygons.flat()) {
    for (let i = 1; i < ring.length; i++) {
      const [[ax, ay], [bx, by]] = [ring[i - 1], ring[i]];
      if (ay > y !== by > y && x < ax + ((y - ay) / (by - ay)) * (bx - ax)) odd = !odd;
    }
  }
  return odd;
}

/** A road of 0.02° (2,224 m) along the equator, ten minutes. */
const straight = drawNetwork(
  [
    [0, 0],
    [0.02, 0],
  ],
  [[0, 1, 6000]],
);

describe("isochrones", () => {
  it("of a straight road is a band with round ends", () => {
    const { polygons, margin } = isochrone(straight, 0, 6000);
    expect([polygons.length, polygons[0].length, margin]).toEqual([1, 1, 300]);
    const expected = 2 * 300 * 0.02 * METRES + Math.PI * 300 ** 2;
    expect(Math.abs(areaOf(polygons) / expected - 1)).toBeLessThan(0.02);
  });

  it("stops on the road where the time is up", () => {
    const { polygons } = isochrone(straight, 0, 3000);
    const east = Math.max(...polygons[0][0].map(([lon]) => lon));
    expect(Math.abs((east - 0.01) * METRES - 300)).toBeLessThan(15);
  });

  it("of a point on a road goes both ways, or one way", () => {
    const reach = (network: RoadNetwork) => {
      const ends: number[] = [];
      visitReached(network, networkGraph(network), { road: 0, ticks: 3000 }, 600, (lonA, _, lonB) => {
        ends.push(lonA, lonB);
      });
      return [Math.min(...ends), Math.max(...ends)].map((lon) => Number(lon.toFixed(6)));
    };
    expect(reach(straight)).toEqual([0.008, 0.012]);
    expect(reach({ ...straight, backward: Uint32Array.of(0xffff_ffff) })).toEqual([0.01, 0.012]);
  });

  it("has a hole inside a ring road, and an island of its own beyond a ferry", () => {
    const ring = drawNetwork(
      [
        [0, 0],
        [0.02, 0],
        [0.02, 0.02],
        [0, 0.02],
        [0.06, 0],
        [0.07, 0],
      ],
      [
        [0, 1, 100],
        [1, 2, 100],
        [2, 3, 100],
        [3, 0, 100],
        [1, 4, 100],
        [4, 5, 100],
      ],
    );
    const ferry = { ...ring, open: Uint8Array.of(1, 1, 1, 1, 0, 1) };
    const { polygons } = isochrone(ferry, 0, 1000);
    expect(polygons.map((polygon) => polygon.length)).toEqual([2, 1]);
    expect(covers(polygons, 0.01, 0.01)).toBe(false);
    expect(covers(polygons, 0.04, 0)).toBe(false);
    expect(covers(polygons, 0.065, 0.001)).toBe(true);
  });

  it("covers every reached stretch, and no ground far from one", () => {
    fc.assert(
      fc.property(anyNetwork, fc.integer({ min: 0, max: 8000 }), (network, limit) => {
        const graph = networkGraph(network);
        const { polygons, margin } = traceIsochrone(network, graph, { node: 0 }, limit);
        const stretches: number[][] = [];
        visitReached(network, graph, { node: 0 }, limit, (...ends) => stretches.push(ends));
        const uncovered = stretches.filter(
          ([ax, ay, bx, by]) => !covers(polygons, ax, ay) || !covers(polygons, (ax + bx) / 2, (ay + by) / 2),
        );
        expect(uncovered).toEqual([]);
        for (const [x, y] of polygons.flat(2)) {
          const near = Math.min(...stretches.map((ends) => metresTo(x, y, ends)));
          expect(Math.abs(near - margin)).toBeLessThan(margin / 4);
        }
      }),
      { numRuns: 30 },
    );
  });

  it("closes its rings and gives holes the other turn", () => {
    const values = Float32Array.from({ length: 81 }, (_, i) => {
      const ring = Math.max(Math.abs((i % 9) - 4), Math.abs(Math.floor(i / 9) - 4));
      return ring === 0 || ring === 3 ? 0 : 2;
    });
    const rings = traceContours(values, 9, 1);
    expect(rings.every((ring) => ring[0] === ring.at(-1))).toBe(true);
    expect(rings.map((ring) => Math.sign(signedArea(ring))).sort()).toEqual([-1, 1, 1]);
    expect(nestRings(rings).map((polygon) => polygon.length)).toEqual([2, 1]);
  });
});

function metresTo(x: number, y: number, [ax, ay, bx, by]: readonly number[]): number {
  const [dx, dy] = [bx - ax, by - ay];
  const square = dx * dx + dy * dy;
  const share = square === 0 ? 0 : Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / square));
  return Math.hypot(x - ax - share * dx, y - ay - share * dy) * METRES;
}
