import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { stackTables } from "../../../src/core/access/stack-tables.ts";
import { buildTravelTable } from "../../../src/core/access/travel-table.ts";
import { buildEstimateTable } from "../../../src/core/travel/estimate-table.ts";

const place = fc.record({
  lon: fc.double({ min: -2, max: 2, noNaN: true }),
  lat: fc.double({ min: 47, max: 49, noNaN: true }),
});
const places = (max: number) =>
  fc.array(place, { minLength: 1, maxLength: max }).map((list) => ({
    lon: Float64Array.from(list, ({ lon }) => lon),
    lat: Float64Array.from(list, ({ lat }) => lat),
  }));

describe("stacked tables", () => {
  it("slices of the origins, one after the other, are the whole table", () => {
    fc.assert(
      fc.property(places(25), places(10), fc.array(fc.nat(25), { maxLength: 4 }), (origins, sites, cuts) => {
        const count = origins.lon.length;
        const ends = [...cuts.map((cut) => Math.min(cut, count)).sort((a, b) => a - b), count];
        const slices = ends.map((end, k) => {
          const first = k === 0 ? 0 : ends[k - 1];
          const part = { lon: origins.lon.subarray(first, end), lat: origins.lat.subarray(first, end) };
          return buildEstimateTable(part, sites, 45);
        });
        expect(stackTables(slices)).toEqual(buildEstimateTable(origins, sites, 45));
      }),
    );
  });

  it("two origins over one: 0→1 in 3 min; then 0→0 in 4 and nothing", () => {
    const one = { origins: Uint32Array.of(0), destinations: Uint32Array.of(1), minutes: Float64Array.of(3) };
    const two = { origins: Uint32Array.of(0), destinations: Uint32Array.of(0), minutes: Float64Array.of(4) };
    expect(stackTables([buildTravelTable(one, 1, 2), buildTravelTable(two, 2, 2)])).toEqual({
      origins: 3,
      destinations: 2,
      offsets: Uint32Array.of(0, 1, 2, 2),
      targets: Uint32Array.of(1, 0),
      minutes: Float64Array.of(3, 4),
    });
  });

  it("refuses tables whose destinations differ", () => {
    const none = { origins: new Uint32Array(), destinations: new Uint32Array(), minutes: new Float64Array() };
    expect(() => stackTables([buildTravelTable(none, 1, 2), buildTravelTable(none, 1, 3)])).toThrow(RangeError);
  });
});
