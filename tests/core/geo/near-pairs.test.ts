import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { degreesOfLatitude, kmBetween, type Places } from "../../../src/core/geo/distance.ts";
import { findNearPairs } from "../../../src/core/geo/near-pairs.ts";

const place = fc.record({
  lon: fc.double({ min: -6, max: 10, noNaN: true }),
  lat: fc.double({ min: 41, max: 52, noNaN: true }),
  part: fc.nat({ max: 1 }),
});
const toPlaces = (list: readonly { lon: number; lat: number; part: number }[]): Places => ({
  lon: Float64Array.from(list, (p) => p.lon),
  lat: Float64Array.from(list, (p) => p.lat),
  part: Uint8Array.from(list, (p) => p.part),
});

describe("distance", () => {
  it("is 344 km from Paris to London (great circle of the mean sphere)", () => {
    expect(kmBetween(2.3522, 48.8566, -0.1276, 51.5072)).toBeCloseTo(343.6, 0);
    expect(degreesOfLatitude(111.195)).toBeCloseTo(1, 4);
  });
});

describe("near pairs", () => {
  it("are those a look at every pair finds, targets ascending", () => {
    fc.assert(
      fc.property(
        fc.array(place, { maxLength: 40 }),
        fc.array(place, { maxLength: 40 }),
        fc.double({ min: 0, max: 400, noNaN: true }),
        (a, b, radius) => {
          const near = findNearPairs(toPlaces(a), toPlaces(b), radius);
          const expected = a.map((p) =>
            b.flatMap((q, j) => (p.part === q.part && kmBetween(p.lon, p.lat, q.lon, q.lat) <= radius ? [j] : [])),
          );
          expect(a.map((_, i) => [...near.targets.slice(near.offsets[i], near.offsets[i + 1])])).toEqual(expected);
        },
      ),
    );
  });

  it("leave out places that have no point", () => {
    const nowhere = { lon: Float64Array.of(Number.NaN, 2), lat: Float64Array.of(Number.NaN, 48) };
    expect([...findNearPairs(nowhere, nowhere, 5).targets]).toEqual([1]);
  });
});
