import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { meanOfEnd, tenthRatio } from "../../../src/core/inequality/extreme-means.ts";
import { meansOfTenths } from "../../../src/core/inequality/tenth-means.ts";
import { orderRows } from "../../../src/core/inequality/weighted-rows.ts";
import { positiveAreas, rowsOf } from "./columns.ts";

describe("means of tenths of people", () => {
  it("rise, average to the whole, and their ends are those of D10/D1", () => {
    fc.assert(
      fc.property(positiveAreas(), (areas) => {
        const rows = rowsOf(areas);
        const tenths = meansOfTenths(rows);
        for (let k = 1; k < 10; k++) expect(tenths[k]).toBeGreaterThanOrEqual(tenths[k - 1] * (1 - 1e-9));
        expect(tenths.reduce((sum, mean) => sum + mean / 10, 0)).toBeCloseTo(rows.mean, 6);
        expect(tenths[0]).toBeCloseTo(meanOfEnd(rows, "first", 0.1), 6);
        expect(tenths[9]).toBeCloseTo(meanOfEnd(rows, "last", 0.1), 6);
        const ratio = tenthRatio(rows);
        if (typeof ratio === "number") expect(tenths[9] / tenths[0] / ratio).toBeCloseTo(1, 6);
      }),
      { seed: 5 },
    );
  });

  it("by hand: 15, 5 and 80 people at 1, 2 and 4; means weigh 1, 3 and 1 a row", () => {
    const rows = orderRows(Float64Array.of(4, 1, 2), Float64Array.of(80, 15, 5));
    // The second tenth: a third of those at 1, and all those at 2, five people each.
    expect(Array.from(meansOfTenths(rows))).toEqual([1, 1.5, 4, 4, 4, 4, 4, 4, 4, 4].map((n) => expect.closeTo(n, 12)));
    // A third of the row at 1 weighs a third, the whole row at 2 weighs 3: (1/3 + 6) / (1/3 + 3).
    const weighed = meansOfTenths(rows, Float64Array.of(1, 1, 3));
    expect(weighed[1]).toBeCloseTo(19 / 3 / (10 / 3), 12);
    expect(meansOfTenths(orderRows(new Float64Array(0), new Float64Array(0))).every(Number.isNaN)).toBe(true);
  });
});
