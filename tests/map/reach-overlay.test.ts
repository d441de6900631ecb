import { describe, expect, it } from "vitest";
import { kmBetween } from "../../src/core/geo/distance.ts";
import { signedArea } from "../../src/core/travel/contour.ts";
import { estimateMinutes } from "../../src/core/travel/estimate.ts";
import { boundsOf, buildReachAreas, estimateAreas, MAX_BANDS } from "../../src/map/reach-overlay.ts";
import { REACH_DASHES, REACH_WIDTHS } from "../../src/map/reach-style.ts";

const origin = { lon: -3.02, lat: 48.23 };

describe("outlines of the estimate", () => {
  it("lie where the estimate takes exactly the minutes, in every direction", () => {
    const areas = estimateAreas(origin, [10, 30]);
    for (const { minutes, polygons } of areas) {
      expect(polygons).toHaveLength(1);
      const [ring] = polygons[0];
      expect(ring[0]).toEqual(ring.at(-1));
      for (const [lon, lat] of ring) {
        expect(estimateMinutes(kmBetween(origin.lon, origin.lat, lon, lat))).toBeCloseTo(minutes, 6);
      }
      expect(signedArea(ring)).toBeGreaterThan(0);
    }
  });
});

describe("features of the bands", () => {
  const square = (size: number) => [
    [
      [
        [0, 0],
        [size, 0],
        [size, size],
        [0, size],
        [0, 0],
      ] as const,
    ],
  ];
  const areas = buildReachAreas(
    [
      { minutes: 30, polygons: square(3) },
      { minutes: 10, polygons: square(1) },
      { minutes: 15, polygons: [] },
    ],
    (minutes) => `${minutes} min`,
  );

  it("are ranked by their minutes, and absent where nothing is in reach", () => {
    expect(areas.features.map((feature) => feature.properties)).toEqual([
      { minutes: 10, rank: 0, label: "10 min" },
      { minutes: 30, rank: 2, label: "30 min" },
    ]);
    expect(areas.features[1].geometry).toEqual({ type: "MultiPolygon", coordinates: square(3) });
  });

  it("have a dash and a width each, no two alike", () => {
    expect(new Set(REACH_DASHES.map(String)).size).toBe(MAX_BANDS);
    expect(REACH_WIDTHS).toHaveLength(MAX_BANDS);
  });

  it("are framed by the widest", () => {
    expect(boundsOf(areas)).toEqual([0, 0, 3, 3]);
    expect(boundsOf(buildReachAreas([], String))).toBeNull();
  });
});
