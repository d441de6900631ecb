import { describe, expect, it } from "vitest";
import { kmBetween } from "../../../src/core/geo/distance.ts";
import { estimateMinutes } from "../../../src/core/travel/estimate.ts";
import { buildEstimateTable } from "../../../src/core/travel/estimate-table.ts";

describe("buildEstimateTable", () => {
  const places = { lon: Float64Array.of(2, 2.1, 2.4, 3.5, Number.NaN), lat: Float64Array.of(47, 47, 47, 47, 47) };

  it("lists exactly the pairs within the minutes, 0 for a place and itself, with the minutes of the estimate", () => {
    const { offsets, targets, minutes } = buildEstimateTable(places, places, 30);
    const found = Array.from({ length: 5 }, (_, i) => [...targets.slice(offsets[i], offsets[i + 1])]);
    const expected = [...places.lon].map((lon) =>
      [0, 1, 2, 3, 4].filter((j) => estimateMinutes(kmBetween(lon, 47, places.lon[j], 47)) <= 30),
    );
    expect(found).toEqual(expected);
    expect(found[0]).toEqual([0, 1]);
    expect(minutes[0]).toBe(0);
    expect(minutes[1]).toBe(estimateMinutes(kmBetween(2, 47, 2.1, 47)));
  });
});
