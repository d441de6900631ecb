import type { Polygon } from "geojson";
import { describe, expect, it } from "vitest";
import { areaKm2, bboxOf, contains } from "../../../scripts/geo/planar.ts";

const square: Polygon = {
  type: "Polygon",
  coordinates: [
    [
      [0, 0],
      [1, 0],
      [1, 1],
      [0, 1],
      [0, 0],
    ],
    [
      [0.4, 0.4],
      [0.4, 0.6],
      [0.6, 0.6],
      [0.6, 0.4],
      [0.4, 0.4],
    ],
  ],
};

describe("polygons", () => {
  it("measures a square degree at the equator without its hole", () => {
    const degreeKm = (Math.PI / 180) * 6371.0088;
    expect(areaKm2(square) / degreeKm ** 2).toBeCloseTo(0.96, 3);
  });

  it("knows inside from outside and from the hole", () => {
    expect(contains(square, [0.2, 0.2])).toBe(true);
    expect(contains(square, [0.5, 0.5])).toBe(false);
    expect(contains(square, [1.2, 0.5])).toBe(false);
  });

  it("bounds the outer ring", () => {
    expect(bboxOf(square)).toEqual([0, 0, 1, 1]);
  });
});
