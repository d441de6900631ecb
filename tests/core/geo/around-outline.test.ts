import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { aroundOutline } from "../../../src/core/geo/around-outline.ts";
import { kmBetween } from "../../../src/core/geo/distance.ts";

const square = (west: number, south: number, side: number) => [
  [west, south],
  [west + side, south],
  [west + side, south + side],
  [west, south + side],
  [west, south],
];

/** A degree of latitude is 111.195 km on this sphere. */
const KM = 111.195;

describe("around an outline", () => {
  const ring = square(-2, 48, 1);

  it("holds what is inside and up to the margin, on every side", () => {
    const near = aroundOutline([ring], 20);
    expect(near(-1.5, 48.5)).toBe(true);
    // South: 19.9 and 20.1 km below; east at 48.5° a degree is 73.68 km.
    expect([near(-1.5, 48 - 19.9 / KM), near(-1.5, 48 - 20.1 / KM)]).toEqual([true, false]);
    const east = KM * Math.cos((48.5 * Math.PI) / 180);
    expect([near(-1 + 19.9 / east, 48.5), near(-1 + 20.1 / east, 48.5)]).toEqual([true, false]);
    // Off the corner 15 km both ways: 21.2 km away.
    const cornerEast = KM * Math.cos((49 * Math.PI) / 180);
    expect(near(-1 + 15 / cornerEast, 49 + 15 / KM)).toBe(false);
    expect(near(-1 + 13 / cornerEast, 49 + 13 / KM)).toBe(true);
  });

  it("leaves holes out, but for their margin", () => {
    const hole = square(-1.7, 48.3, 0.4);
    const near = aroundOutline([ring, hole], 5);
    expect([near(-1.5, 48.5), near(-1.5, 48.3 + 4.9 / KM), near(-1.9, 48.1)]).toEqual([false, true, true]);
  });

  it("judges by cells exactly as by places", () => {
    const triangle = [
      [-1.2, 47.9],
      [-0.7, 48.2],
      [-1.3, 48.4],
      [-1.2, 47.9],
    ];
    const far = { noNaN: true, noDefaultInfinity: true };
    fc.assert(
      fc.property(
        fc.double({ min: -1.6, max: -0.4, ...far }),
        fc.double({ min: 47.6, max: 48.7, ...far }),
        fc.double({ min: 0.5, max: 30, ...far }),
        (lon, lat, margin) => {
          // Alone in its cell, against thousands of points along the edges.
          let nearest = Number.POSITIVE_INFINITY;
          for (let e = 1; e < triangle.length; e++) {
            for (let k = 0; k <= 2000; k++) {
              const [a, b] = [triangle[e - 1], triangle[e]];
              const at = (i: number) => a[i] + ((b[i] - a[i]) * k) / 2000;
              nearest = Math.min(nearest, kmBetween(lon, lat, at(0), at(1)));
            }
          }
          const inside = aroundOutline([triangle], 0)(lon, lat);
          if (!inside && Math.abs(nearest - margin) < 0.1) return;
          expect(aroundOutline([triangle], margin)(lon, lat)).toBe(inside || nearest <= margin);
        },
      ),
      { seed: 7, numRuns: 150 },
    );
  });
});
