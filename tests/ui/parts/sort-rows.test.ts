import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sortRows } from "../../../src/ui/parts/sort-rows.ts";

const value = fc.oneof(fc.integer({ min: -5, max: 5 }), fc.constant(Number.NaN));
const column = fc.array(value, { maxLength: 40 });
const direction = fc.constantFrom("ascending" as const, "descending" as const);
const byValue = (values: readonly number[]) => (a: number, b: number) => values[a] - values[b];
const everyRow = (values: readonly number[]) => values.map((_, row) => row).reverse();

describe("laws", () => {
  test("the rows are those given, each once", () => {
    fc.assert(
      fc.property(column, direction, (values, to) => {
        const sorted = sortRows(everyRow(values), byValue(values), to);
        expect([...sorted].sort((a, b) => a - b)).toEqual(values.map((_, row) => row));
      }),
    );
  });

  test("known values are in order, equal ones by row, and missing ones last in both directions", () => {
    fc.assert(
      fc.property(column, direction, (values, to) => {
        const sorted = [...sortRows(everyRow(values), byValue(values), to)];
        for (let i = 1; i < sorted.length; i++) {
          const [before, after] = [values[sorted[i - 1]], values[sorted[i]]];
          if (Number.isNaN(before)) expect(after).toBeNaN();
          else if (before === after) expect(sorted[i - 1]).toBeLessThan(sorted[i]);
          else if (!Number.isNaN(after)) expect(before < after).toBe(to === "ascending");
        }
      }),
    );
  });

  test("what was given is left alone", () => {
    const rows = Uint32Array.of(2, 0, 1);
    sortRows(rows, byValue([3, 2, 1]), "ascending");
    expect([...rows]).toEqual([2, 0, 1]);
  });
});

test("predicted", () => {
  const values = [3, Number.NaN, 1, 3, Number.NaN, 2];
  expect([...sortRows(everyRow(values), byValue(values), "ascending")]).toEqual([2, 5, 0, 3, 1, 4]);
  expect([...sortRows(everyRow(values), byValue(values), "descending")]).toEqual([0, 3, 5, 2, 1, 4]);
  expect([...sortRows([5, 1, 0], byValue(values), "ascending")]).toEqual([5, 0, 1]);
});
