import { describe, expect, it } from "vitest";
import { listContacts } from "../../../scripts/geo/contiguity.ts";

/**
 * Four squares around one point and an island, on a grid of whole numbers; arcs are first point, then steps.
 *
 *     2 ┌───┬───┐
 *       │ 2 │ 3 │
 *     1 ├───┼───┤   ┌─┐
 *       │ 0 │ 1 │   │4│
 *     0 └───┴───┘   └─┘
 */
const arcs = [
  [
    [1, 1],
    [0, -1],
  ], // 0: between 0 and 1, from the middle down
  [
    [1, 1],
    [-1, 0],
  ], // 1: between 0 and 2, from the middle left
  [
    [1, 1],
    [1, 0],
  ], // 2: between 1 and 3, from the middle right
  [
    [1, 1],
    [0, 1],
  ], // 3: between 2 and 3, from the middle up
  [
    [1, 0],
    [-1, 0],
    [0, 1],
  ], // 4: coast of 0
  [
    [1, 0],
    [1, 0],
    [0, 1],
  ], // 5: coast of 1
  [
    [0, 1],
    [0, 1],
    [1, 0],
  ], // 6: coast of 2
  [
    [1, 2],
    [1, 0],
    [0, -1],
  ], // 7: coast of 3
  [
    [5, 0],
    [1, 0],
    [0, 1],
    [-1, 0],
    [0, -1],
  ], // 8: the island
];

const square = (unit: number, ...rings: number[][]) => ({
  type: "Polygon" as const,
  arcs: rings,
  properties: { unit, code: String(unit), departement: "", region: "", epci: null },
});

const world = {
  arcs,
  objects: {
    communes: {
      type: "GeometryCollection" as const,
      geometries: [
        square(0, [0, 4, ~1]),
        square(
          1,
          [~0, 2, 5].map((arc) => (arc === 5 ? ~5 : arc)),
        ),
        square(2, [1, 6, ~3]),
        { ...square(3, []), type: "MultiPolygon" as const, arcs: [[[3, 7, ~2]]] },
        square(4, [8]),
      ],
    },
  },
};

describe("contacts of outlines", () => {
  it("are borders between squares side by side, points across the middle, none for the island", () => {
    expect(listContacts(world)).toEqual([
      { unit: 0, neighbour: 1, edge: true },
      { unit: 0, neighbour: 2, edge: true },
      { unit: 0, neighbour: 3, edge: false },
      { unit: 1, neighbour: 2, edge: false },
      { unit: 1, neighbour: 3, edge: true },
      { unit: 2, neighbour: 3, edge: true },
    ]);
  });
});
