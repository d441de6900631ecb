import { describe, expect, test } from "vitest";
import {
  type Choropleth,
  COMMUNE_COUNT,
  diffCodes,
  encodeChoropleth,
  listPatterned,
  paintCode,
} from "../../src/map/choropleth.ts";

function choropleth(units: number[], classes: number[], dimmed: number[] = units.map(() => 0)): Choropleth {
  return {
    units: Uint16Array.from(units),
    classes: Int8Array.from(classes),
    dimmed: Uint8Array.from(dimmed),
    palette: ["#000000", "#ffffff"],
  };
}

function changes(from: Uint8Array, to: Uint8Array): [number, number][] {
  const seen: [number, number][] = [];
  diffCodes(from, to, (unit, code) => seen.push([unit, code]));
  return seen;
}

const NOTHING = new Uint8Array(COMMUNE_COUNT);

test("every class, dimmed or not, has its own paint code, and none is that of a commune outside", () => {
  const classes = [...Array(16).keys(), -1, -2, -3, -4];
  const codes = classes.flatMap((index) => [paintCode(index, false), paintCode(index, true)]);
  expect(new Set(codes).size).toBe(codes.length);
  expect(codes).not.toContain(0);
  expect(Math.max(...codes)).toBeLessThan(256);
});

describe("diffCodes", () => {
  test("sets only what the territory holds, leaving arrondissements out", () => {
    const codes = encodeChoropleth(choropleth([3, 34_968, 34_969, 40_000], [0, 1, 1, 1]));
    expect(changes(NOTHING, codes)).toEqual([
      [3, paintCode(0, false)],
      [34_968, paintCode(1, false)],
    ]);
  });

  test("touches only what changed, and resets what left", () => {
    const before = encodeChoropleth(choropleth([1, 2, 3], [0, 1, -2]));
    const after = encodeChoropleth(choropleth([2, 3, 4], [1, 0, 1]));
    expect(changes(before, after)).toEqual([
      [1, 0],
      [3, paintCode(0, false)],
      [4, paintCode(1, false)],
    ]);
  });

  test("dimming is a change; the same again is none", () => {
    const lit = encodeChoropleth(choropleth([1, 2], [0, 1]));
    const dimmed = encodeChoropleth(choropleth([1, 2], [0, 1], [0, 1]));
    expect(changes(lit, dimmed)).toEqual([[2, paintCode(1, true)]]);
    expect(changes(lit, encodeChoropleth(choropleth([1, 2], [0, 1])))).toEqual([]);
  });
});

test("patterned communes are listed by kind, dimmed or not", () => {
  const codes = encodeChoropleth(choropleth([9, 8, 7, 6, 5, 4], [-1, -2, -3, -4, 0, -2], [0, 0, 1, 0, 1, 1]));
  expect(listPatterned(codes)).toEqual({ zero: [9], missing: [4, 8], secret: [7], unreachable: [6] });
});
