import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Random } from "../../../src/core/random.ts";
import { bivariateMoran, globalMoran, permuteMoran } from "../../../src/core/spatial/moran.ts";
import { buildNeighbours, standardiseRows } from "../../../src/core/spatial/neighbours.ts";
import { gridNeighbours } from "./worlds.ts";

describe("global Moran", () => {
  it("of a chessboard is −1, of two halves 2/3, by hand", () => {
    const board = Float64Array.from({ length: 16 }, (_, i) => (i + (i >> 2)) % 2);
    expect(globalMoran(board, gridNeighbours(4, 4)).i).toBeCloseTo(-1, 12);
    // Two rows of one, two of zero: of 48 links 8 cross, so (40 − 8)/48.
    const halves = Float64Array.from({ length: 16 }, (_, i) => (i < 8 ? 1 : 0));
    expect(globalMoran(halves, gridNeighbours(4, 4)).i).toBeCloseTo(2 / 3, 12);
  });

  it("has for moments the mean and variance of every arrangement of five values, counted one by one", () => {
    const path = standardiseRows(
      buildNeighbours({ from: Uint32Array.of(0, 1, 1, 2, 2, 3, 4), to: Uint32Array.of(1, 0, 2, 1, 3, 2, 3) }, 5),
    );
    const values = [1, 2, 4, 4, 11];
    const found = arrange(values).map((order) => globalMoran(Float64Array.from(order), path).i);
    const mean = found.reduce((a, b) => a + b, 0) / found.length;
    const variance = found.reduce((s, i) => s + (i - mean) ** 2, 0) / found.length;
    const moments = globalMoran(Float64Array.from(values), path);
    expect(moments.expected).toBeCloseTo(mean, 12);
    expect(moments.varianceRandomisation).toBeCloseTo(variance, 12);
  });

  it("has for variance under normality Cliff and Ord's, its sums taken over a whole matrix by hand", () => {
    // 0 → 1 ¾, 0 → 2 ¼, 1 → 0 ½, 3 → 1 2: S₀ 3.5; S₁ half of both ways: (0,1) 1.25², (0,2) ¼², (1,3) 2².
    const from = Uint32Array.of(0, 0, 1, 3);
    const weights = Float64Array.of(0.75, 0.25, 0.5, 2);
    const neighbours = buildNeighbours({ from, to: Uint32Array.of(1, 2, 0, 1), weights }, 4);
    const s1 = 1.25 ** 2 + 0.25 ** 2 + 2 ** 2;
    // Given and received: 0 1 + ½, 1 ½ + 2.75, 2 ¼, 3 2.
    const s2 = 1.5 ** 2 + 3.25 ** 2 + 0.25 ** 2 + 2 ** 2;
    const expected = (16 * s1 - 4 * s2 + 3 * 3.5 ** 2) / (15 * 3.5 ** 2) - 1 / 9;
    expect(globalMoran(Float64Array.of(1, 5, 2, 9), neighbours).varianceNormality).toBeCloseTo(expected, 12);
  });

  it("does not change with the unit of the values", () => {
    const values = fc.uniqueArray(fc.integer({ min: -99, max: 99 }), { minLength: 12, maxLength: 12 });
    fc.assert(
      fc.property(
        values,
        fc.integer({ min: 1, max: 50 }),
        fc.integer({ min: -999, max: 999 }),
        (list, scale, shift) => {
          const grid = gridNeighbours(3, 4);
          const before = globalMoran(Float64Array.from(list), grid);
          const after = globalMoran(
            Float64Array.from(list, (x) => shift - scale * x),
            grid,
          );
          expect(after.i).toBeCloseTo(before.i, 10);
          expect(after.zRandomisation).toBeCloseTo(before.zRandomisation, 8);
        },
      ),
    );
  });

  it("is not defined where nothing varies", () => {
    expect(() => globalMoran(Float64Array.of(2, 2, 2, 2), gridNeighbours(2, 2))).toThrow(RangeError);
  });
});

describe("permuted Moran", () => {
  const grid = standardiseRows(gridNeighbours(6, 7));
  const random = new Random(9);
  const noise = Float64Array.from({ length: 42 }, () => random.unit());
  const other = Float64Array.from({ length: 42 }, () => random.unit());
  const slope = Float64Array.from({ length: 42 }, (_, i) => i % 7);

  it("has −1/(n − 1) for mean, within four standard errors", () => {
    const { expected, varianceRandomisation } = globalMoran(noise, grid);
    const test = permuteMoran(noise, grid, 1);
    test.draw(4000);
    expect(Math.abs(test.mean() - expected)).toBeLessThan(4 * Math.sqrt(varianceRandomisation / 4000));
  });

  it("is the same in one go or in many, for a seed", () => {
    const once = permuteMoran(noise, grid, 5);
    once.draw(300);
    const often = permuteMoran(noise, grid, 5);
    for (let k = 0; k < 30; k++) often.draw(10);
    expect([often.p(), often.mean()]).toEqual([once.p(), once.mean()]);
    const another = permuteMoran(noise, grid, 6);
    another.draw(300);
    expect(another.mean()).not.toBe(once.mean());
  });

  it("finds a slope: the least p there is", () => {
    const test = permuteMoran(slope, grid, 1);
    test.draw(999);
    expect(test.p()).toBe(2 / 1000);
  });

  it("bivariate: itself with itself, and no more than chance with a column dealt at random", () => {
    expect(bivariateMoran(slope, slope, grid)).toBeCloseTo(globalMoran(slope, grid).i, 12);
    const crossed = permuteMoran(slope, grid, 1, slope);
    const single = permuteMoran(slope, grid, 1);
    for (const test of [crossed, single]) test.draw(199);
    expect(crossed.p()).toBe(single.p());
    const unrelated = permuteMoran(noise, grid, 1, other);
    unrelated.draw(999);
    expect(unrelated.p()).toBeGreaterThan(0.05);
    expect(Math.abs(unrelated.mean())).toBeLessThan(0.02);
  });
});

function arrange(values: readonly number[]): readonly (readonly number[])[] {
  if (values.length === 0) return [[]];
  return values.flatMap((value, i) => arrange(values.toSpliced(i, 1)).map((rest) => [value, ...rest]));
}
