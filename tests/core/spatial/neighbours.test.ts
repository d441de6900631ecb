import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildTravelTable } from "../../../src/core/access/travel-table.ts";
import { kmBetween } from "../../../src/core/geo/distance.ts";
import { findNearestNeighbours } from "../../../src/core/spatial/nearest-neighbours.ts";
import {
  buildNeighbours,
  isIsland,
  type Neighbours,
  restrictNeighbours,
  standardiseRows,
} from "../../../src/core/spatial/neighbours.ts";
import { findReachableNeighbours } from "../../../src/core/spatial/reachable-neighbours.ts";
import { gridNeighbours } from "./worlds.ts";

const listOf = ({ units, offsets, targets }: Neighbours) =>
  Array.from({ length: units }, (_, i) => [...targets.slice(offsets[i], offsets[i + 1])]);

describe("neighbours", () => {
  it("come in order whatever the order of the links, those of weight 0 left out", () => {
    const neighbours = buildNeighbours(
      { from: Uint32Array.of(2, 0, 2, 1), to: Uint32Array.of(1, 2, 0, 0), weights: Float64Array.of(3, 1, 2, 0) },
      4,
    );
    expect(listOf(neighbours)).toEqual([[2], [], [0, 1], []]);
    expect([...neighbours.weights]).toEqual([1, 2, 3]);
    expect([0, 1, 2, 3].map((i) => isIsland(neighbours, i))).toEqual([false, true, false, true]);
    expect([...standardiseRows(neighbours).weights]).toEqual([1, 2 / 5, 3 / 5]);
  });

  it.each([
    ["itself", [1], [1], [1]],
    ["out of range", [0], [3], [1]],
    ["negative", [0], [1], [-1]],
    ["not finite", [0], [1], [Number.NaN]],
    ["twice", [0, 0], [1, 1], [1, 2]],
  ])("refuse a link %s", (_, from, to, weights) => {
    const links = { from: Uint32Array.from(from), to: Uint32Array.from(to), weights: Float64Array.from(weights) };
    expect(() => buildNeighbours(links, 3)).toThrow(RangeError);
  });

  it("of a part are those within it, renumbered", () => {
    // 0 1 2 / 3 4 5: without 1, 0 keeps 3, 2 keeps 5.
    const rest = restrictNeighbours(gridNeighbours(2, 3), Uint32Array.of(0, 2, 3, 4, 5));
    expect(listOf(rest)).toEqual([[2], [4], [0, 3], [2, 4], [1, 3]]);
    expect(listOf(gridNeighbours(2, 2, true))).toEqual([
      [1, 2, 3],
      [0, 2, 3],
      [0, 1, 3],
      [0, 1, 2],
    ]);
  });

  it("by minutes are those of the table within the limit, the limit included, never itself", () => {
    const table = buildTravelTable(
      {
        origins: Uint32Array.of(0, 0, 0, 1, 2),
        destinations: Uint32Array.of(0, 1, 2, 0, 0),
        minutes: Float64Array.of(0, 15, 15.1, 3, 20),
      },
      3,
      3,
    );
    expect(listOf(findReachableNeighbours(table, 15))).toEqual([[1], [0], []]);
  });
});

describe("nearest neighbours", () => {
  const coordinate = (limit: number) =>
    fc.oneof(fc.integer({ min: -limit, max: limit }), fc.double({ min: -limit, max: limit, noNaN: true }));
  const place = fc.record({ lon: coordinate(180), lat: coordinate(90) });

  it("are those a look at every pair finds, anywhere on the globe", () => {
    fc.assert(
      fc.property(fc.array(place, { maxLength: 40 }), fc.nat(8), (list, count) => {
        const places = { lon: Float64Array.from(list, (p) => p.lon), lat: Float64Array.from(list, (p) => p.lat) };
        const km = (i: number, j: number) => kmBetween(list[i].lon, list[i].lat, list[j].lon, list[j].lat);
        listOf(findNearestNeighbours(places, count)).forEach((found, i) => {
          const others = [...list.keys()].filter((j) => j !== i).sort((a, b) => km(i, a) - km(i, b) || a - b);
          // Ties at the far end are a matter of rounding: compare distances.
          expect(found.map((j) => km(i, j)).sort((a, b) => a - b)).toEqual(others.slice(0, count).map((j) => km(i, j)));
        });
      }),
      { numRuns: 300 },
    );
  });

  it("leave places without a point alone, and take the lower of two as far", () => {
    const lon = Float64Array.of(0, 1, -1, Number.NaN, 5);
    const lat = Float64Array.of(0, 0, 0, 0, 0);
    expect(listOf(findNearestNeighbours({ lon, lat }, 1))).toEqual([[1], [0], [0], [], [1]]);
  });
});
