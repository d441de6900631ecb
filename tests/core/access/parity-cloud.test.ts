import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { binCloud } from "../../../src/core/access/parity-cloud.ts";

describe("cloud of published against computed values", () => {
  it("by hand: cells of 0.5, four on a side, the last open", () => {
    const published = Float64Array.of(0, 0.4, 0.5, 9, 1.2);
    const computed = Float64Array.of(0.1, 0.2, 1.6, 9, -0.3);
    // (0, 0) twice, (1, 3) once, (3, 3) once; the last row is not listed.
    expect(binCloud(published, computed, [0, 1, 2, 3], 0.5, 4)).toEqual({
      step: 0.5,
      cells: 4,
      counts: [0, 0, 2, 1, 3, 1, 3, 3, 1],
    });
    expect(binCloud(published, computed, [4], 0.5, 4).counts).toEqual([2, 0, 1]);
  });

  it("puts a value on a limit above it, whatever the noise of binary fractions", () => {
    const limits = Float64Array.from({ length: 20 }, (_, k) => k * 0.1);
    const { counts } = binCloud(limits, limits, [...limits.keys()], 0.1, 20);
    expect(counts).toEqual([...limits.keys()].flatMap((k) => [k, k, 1]));
  });

  it("counts every row once", () => {
    const value = fc.double({ min: 0, max: 50, noNaN: true });
    fc.assert(
      fc.property(fc.array(fc.tuple(value, value), { maxLength: 200 }), (pairs) => {
        const [a, b] = [Float64Array.from(pairs, (p) => p[0]), Float64Array.from(pairs, (p) => p[1])];
        const { counts } = binCloud(a, b, [...a.keys()], 0.7, 12);
        expect(counts.filter((_, k) => k % 3 === 2).reduce((sum, n) => sum + n, 0)).toBe(pairs.length);
        expect(counts.filter((_, k) => k % 3 < 2).every((cell) => cell >= 0 && cell < 12)).toBe(true);
      }),
    );
  });
});
