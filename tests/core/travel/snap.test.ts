import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findComponents } from "../../../src/core/travel/components.ts";
import { placeOnRoad } from "../../../src/core/travel/placement.ts";
import { networkGraph, type RoadNetwork } from "../../../src/core/travel/road-network.ts";
import { snapPoint } from "../../../src/core/travel/snap.ts";
import { buildSnapIndex } from "../../../src/core/travel/snap-index.ts";
import { anyNetwork, drawNetwork } from "./worlds.ts";

const indexOf = (network: RoadNetwork) => buildSnapIndex(network, findComponents(networkGraph(network)));
const METRES_PER_DEGREE = (6_371_008.8 * Math.PI) / 180;

/** Metres from a point to the straight line between the ends of a road, by trying a thousand places on it. */
function metresTo(network: RoadNetwork, road: number, lon: number, lat: number): number {
  const [a, b] = [network.from[road], network.to[road]];
  const squeeze = Math.cos((lat * Math.PI) / 180);
  let best = Number.POSITIVE_INFINITY;
  for (let k = 0; k <= 1000; k++) {
    const at = (from: number, to: number) => (from + (k / 1000) * (to - from)) / 1e5;
    const x = (at(network.nodeLon[a], network.nodeLon[b]) - lon) * squeeze;
    const y = at(network.nodeLat[a], network.nodeLat[b]) - lat;
    best = Math.min(best, Math.hypot(x, y) * METRES_PER_DEGREE);
  }
  return best;
}

describe("snapping to roads", () => {
  const cross = drawNetwork(
    [
      [2, 48],
      [2.02, 48],
      [2.01, 48.01],
    ],
    [
      [0, 1, 1000],
      [1, 2, 500, null],
    ],
  );

  it("falls on the middle of a road, not on its nearest junction", () => {
    const snap = snapPoint(indexOf(cross), 2.005, 47.999);
    expect(snap?.road).toBe(0);
    expect(snap?.ticks).toBe(250);
    expect(snap?.metres).toBeCloseTo(0.001 * METRES_PER_DEGREE, 6);
  });

  it("is the junction itself at the end of a road", () => {
    expect(placeOnRoad(cross, 0, 0)).toEqual({ node: 0 });
    expect(placeOnRoad(cross, 0, 1000)).toEqual({ node: 1 });
    expect(placeOnRoad(cross, 0, 999)).toEqual({ road: 0, ticks: 999 });
  });

  it("works from far away", () => {
    expect(snapPoint(indexOf(cross), -60, 14)?.road).toBeTypeOf("number");
    expect(snapPoint(indexOf(cross), 2.5, 48)).toMatchObject({ road: 0, ticks: 1000 });
  });

  it("leaves ferries and motorways alone", () => {
    const closed = { ...cross, open: Uint8Array.of(0, 1) };
    expect(snapPoint(indexOf(closed), 2.005, 47.999)?.road).toBe(1);
  });

  it("prefers a well connected road at most 500 m farther", () => {
    const yard = drawNetwork(
      [
        [0, 0],
        [0.02, 0],
        [0.01, 0.02],
        [0.005, 0.001],
        [0.006, 0.001],
        [0.005, 0.009],
        [0.006, 0.009],
      ],
      [
        [0, 1, 100],
        [1, 2, 100],
        [3, 4, 10],
        [5, 6, 10],
      ],
    );
    expect(snapPoint(indexOf(yard), 0.0055, 0.001)?.road).toBe(0);
    expect(snapPoint(indexOf(yard), 0.0055, 0.009)?.road).toBe(3);
  });

  it("finds the nearest of all roads", () => {
    const point = fc.tuple(
      fc.double({ min: -0.2, max: 0.3, noNaN: true }),
      fc.double({ min: -0.2, max: 0.3, noNaN: true }),
    );
    fc.assert(
      fc.property(anyNetwork, point, (drawn, [lon, lat]) => {
        const index = indexOf(drawn);
        const snap = snapPoint({ ...index, solid: index.solid.map(() => 1) }, lon, lat);
        const nearest = Array.from(drawn.from, (_, r) => metresTo(drawn, r, lon, lat));
        const best = Math.min(...nearest);
        expect(Math.abs((snap?.metres ?? Number.NaN) - best)).toBeLessThan(10);
        expect(snap?.ticks).toBeLessThanOrEqual(drawn.forward[snap?.road ?? -1]);
      }),
      { numRuns: 100 },
    );
  });

  it("leaves a point on a road where it is", () => {
    const spot = fc.tuple(anyNetwork, fc.nat(), fc.double({ min: 0, max: 1, noNaN: true }));
    fc.assert(
      fc.property(spot, ([network, pick, share]) => {
        const r = pick % network.from.length;
        const along = (values: Int32Array) =>
          (values[network.from[r]] + share * (values[network.to[r]] - values[network.from[r]])) / 1e5;
        const index = indexOf(network);
        const snap = snapPoint(
          { ...index, solid: index.solid.map(() => 1) },
          along(network.nodeLon),
          along(network.nodeLat),
        );
        expect(snap?.metres).toBeLessThan(0.01);
      }),
      { numRuns: 100 },
    );
  });
});
