import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ESTIMATE, estimateMinutes, fillEstimates } from "../../../src/core/travel/estimate.ts";
import { QUIET } from "./run-quietly.ts";

describe("estimated minutes", () => {
  it("are zero on the spot and grow with distance", () => {
    expect(estimateMinutes(0)).toBe(0);
    const km = fc.double({ min: 0.001, max: 500, noNaN: true });
    fc.assert(
      fc.property(km, km, (a, b) => {
        expect(estimateMinutes(Math.min(a, b))).toBeLessThanOrEqual(estimateMinutes(Math.max(a, b)));
      }),
    );
  });

  it("stay near what is known of France: 1.5 to 2 minutes a kilometre close by, 60 to 80 km/h far away", () => {
    expect(estimateMinutes(5) / 5).toBeGreaterThan(1);
    expect(estimateMinutes(5) / 5).toBeLessThan(2);
    expect(60 / (estimateMinutes(60) / 60)).toBeGreaterThan(50);
    expect(60 / (estimateMinutes(60) / 60)).toBeLessThan(80);
  });

  it("publish their errors for every band of their range", () => {
    expect(ESTIMATE.errors_minutes[0].from_km).toBe(ESTIMATE.range_km[0]);
    expect(ESTIMATE.errors_minutes.at(-1)?.to_km).toBe(ESTIMATE.range_km[1]);
    ESTIMATE.errors_minutes.slice(1).forEach((band, i) => {
      expect(band.from_km).toBe(ESTIMATE.errors_minutes[i].to_km);
    });
    expect(ESTIMATE.errors_minutes.reduce((sum, band) => sum + band.pairs, 0)).toBe(ESTIMATE.pairs);
    const near = ESTIMATE.errors_minutes.filter((band) => band.to_km <= ESTIMATE.errors_by_rurality[0].to_km);
    const byRurality = ESTIMATE.errors_by_rurality.reduce((sum, kind) => sum + kind.pairs, 0);
    expect(byRurality).toBe(near.reduce((sum, band) => sum + band.pairs, 0));
  });

  it("fill rows with the limit included", () => {
    const points = { lon: Float64Array.of(2, 2, 3), lat: Float64Array.of(48, 48.1, 48) };
    const tenth = Math.round(estimateMinutes((6371.0088 * Math.PI) / 1800) * 600) / 10;
    const rows: number[][] = [];
    fillEstimates(points, points, tenth, QUIET, (_, row) => rows.push([...row]));
    expect(rows).toEqual([
      [0, tenth, Infinity],
      [tenth, 0, Infinity],
      [Infinity, Infinity, 0],
    ]);
  });
});
