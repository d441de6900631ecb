import type { Polygon } from "geojson";
import { describe, expect, it } from "vitest";
import { areaKm2, contains } from "../../../scripts/geo/planar.ts";
import { splitParent } from "../../../scripts/geo/split-parent.ts";

const polygon = (...ring: [number, number][]): Polygon => ({
  type: "Polygon",
  coordinates: [[...ring, ring[0] as [number, number]]],
});

// A precise union of 20 km by 10 km, and its two former halves on a map that is some 300 m off.
const union = polygon([0, 0], [0.1, 0.002], [0.2, 0], [0.2, 0.1], [0.1, 0.098], [0, 0.1]);
const west = polygon([-0.003, 0.003], [0.1, -0.001], [0.09, 0.05], [0.1, 0.1], [0, 0.103]);
const east = polygon([0.1, -0.001], [0.203, 0], [0.2, 0.097], [0.1, 0.1], [0.09, 0.05]);

describe("splitting a union along its former inner border", () => {
  it("fills the union exactly, with the former border between the parts", async () => {
    const parts = await splitParent(union, [
      { code: "W", geometry: west },
      { code: "E", geometry: east },
    ]);
    const [w, e] = [parts.get("W"), parts.get("E")];
    if (!w || !e) throw new Error("A part is missing");
    expect(areaKm2(w) + areaKm2(e)).toBeCloseTo(areaKm2(union), 6);
    expect(contains(w, [0.05, 0.05])).toBe(true);
    expect(contains(e, [0.15, 0.05])).toBe(true);
    expect(contains(e, [0.095, 0.05])).toBe(true);
  });

  it("adds no vertex to the outline of the union", async () => {
    const parts = await splitParent(union, [
      { code: "W", geometry: west },
      { code: "E", geometry: east },
    ]);
    const outline = new Set(union.coordinates[0]?.map(String));
    const inner = new Set(["0.09,0.05"]);
    for (const part of parts.values())
      for (const position of (part as Polygon).coordinates[0] ?? [])
        expect(outline.has(String(position)) || inner.has(String(position))).toBe(true);
  });
});
