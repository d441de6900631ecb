import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { quantileBreaks } from "../../../src/core/classes.ts";
import { crossThirds, NO_CLASS } from "../../../src/core/classify/bivariate-classes.ts";
import { fisherJenks } from "../../../src/core/classify/fisher-jenks.ts";
import { measureClasses } from "../../../src/core/classify/limits.ts";

/** Σ of squared distances to class means; a value on a limit is above it. */
function spreadOf(values: readonly number[], breaks: readonly number[]): number {
  const classes = Array.from({ length: breaks.length + 1 }, (): number[] => []);
  for (const x of values) classes[breaks.filter((limit) => x >= limit).length].push(x);
  return classes.reduce((total, members) => {
    const mean = members.reduce((a, b) => a + b, 0) / members.length;
    return total + members.reduce((s, x) => s + (x - mean) ** 2, 0);
  }, 0);
}

function* choose<T>(items: readonly T[], count: number): Generator<readonly T[]> {
  if (count === 0) yield [];
  else
    for (let i = 0; i < items.length; i++)
      for (const rest of choose(items.slice(i + 1), count - 1)) yield [items[i], ...rest];
}

const values = fc.array(fc.integer({ min: -20, max: 20 }), { minLength: 1, maxLength: 12 });

describe("Fisher-Jenks", () => {
  it("is as good as the best of every cut tried", () => {
    fc.assert(
      fc.property(values, fc.integer({ min: 1, max: 5 }), (list, count) => {
        const { breaks, sse } = fisherJenks(Float64Array.from(list), count);
        const distinct = [...new Set(list)].sort((a, b) => a - b);
        const cuts = Math.min(count, distinct.length) - 1;
        const best = Math.min(...[...choose(distinct.slice(1), cuts)].map((limits) => spreadOf(list, limits)));
        expect(breaks.length).toBe(cuts);
        expect(breaks.every((limit, k) => distinct.includes(limit) && (k === 0 || limit > breaks[k - 1]))).toBe(true);
        expect(spreadOf(list, breaks)).toBeCloseTo(best, 9);
        expect(sse).toBeCloseTo(best, 9);
      }),
    );
  });

  it("is never worse than quantiles, nor with one class more", () => {
    const many = fc.array(fc.double({ min: 0, max: 1000, noNaN: true }), { minLength: 2, maxLength: 300 });
    fc.assert(
      fc.property(many, fc.integer({ min: 2, max: 8 }), (list, count) => {
        const column = Float64Array.from(list);
        const slack = 1e-6;
        const own = fisherJenks(column, count).sse;
        expect(own).toBeLessThanOrEqual(spreadOf(list, quantileBreaks(column, count)) + slack);
        expect(fisherJenks(column, count + 1).sse).toBeLessThanOrEqual(own + slack);
      }),
    );
  });

  it("parts three heaps, keeps equal values together, leaves out what has no value", () => {
    expect(fisherJenks(Float64Array.of(1, 2, Number.NaN, 2, 10, 11, 50, 51), 3).breaks).toEqual([10, 50]);
    expect(fisherJenks(Float64Array.of(3, 3, 3), 4)).toEqual({ breaks: [], sse: 0 });
    expect(fisherJenks(Float64Array.of(Number.NaN), 4)).toEqual({ breaks: [], sse: 0 });
    expect(() => fisherJenks(Float64Array.of(1), 0)).toThrow(RangeError);
  });

  it("stands values far from zero: a billion more changes nothing", () => {
    const list = [1, 2, 4, 9, 10, 30, 31, 33];
    const far = fisherJenks(
      Float64Array.from(list, (x) => x + 1e9),
      3,
    );
    expect(far.breaks.map((limit) => limit - 1e9)).toEqual(fisherJenks(Float64Array.from(list), 3).breaks);
  });
});

describe("classes by limits", () => {
  it("a value on a limit is above it; the spread is that of the classes", () => {
    const list = [1, 2, 2.5, 3, 7, 8];
    const { classes, counts, sse } = measureClasses(Float64Array.from(list), [2.5, 7]);
    expect([...classes]).toEqual([0, 0, 1, 1, 2, 2]);
    expect([...counts]).toEqual([2, 2, 2]);
    expect(sse).toBeCloseTo(0.5 + 0.125 + 0.5, 12);
    expect(sse).toBeCloseTo(spreadOf(list, [2.5, 7]), 12);
  });
});

describe("thirds of two columns", () => {
  it("by hand: six rows of 10 people", () => {
    const first = Float64Array.of(1, 2, 3, 4, 5, 6);
    const second = Float64Array.of(60, 50, 40, 30, 20, 10);
    const crossed = crossThirds(first, second, new Float64Array(6).fill(10));
    expect(crossed.limits).toEqual([
      [2, 4],
      [20, 40],
    ]);
    expect([...crossed.classes]).toEqual([2, 2, 4, 4, 6, 6]);
    expect([...crossed.people]).toEqual([0, 0, 20, 0, 20, 0, 20, 0, 0]);
  });

  it("one town of half the people takes a third alone, and its neighbours the rest", () => {
    const town = crossThirds(Float64Array.of(1, 2, 3), Float64Array.of(1, 2, 3), Float64Array.of(10, 60, 50));
    // A third is 40 people, two thirds 80: the row of 2 reaches the first, that of 3 the second.
    expect(town.limits[0]).toEqual([2, 3]);
    expect([...town.classes]).toEqual([0, 0, 4]);
  });

  it("every row with both values and people has one class, whatever its weight is multiplied by", () => {
    const row = fc.record({
      a: fc.integer({ min: 0, max: 9 }),
      b: fc.option(fc.nat(9), { nil: Number.NaN }),
      n: fc.nat(5),
    });
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 30 }), (rows) => {
        const column = (pick: (r: (typeof rows)[number]) => number) => Float64Array.from(rows, pick);
        const crossed = crossThirds(
          column((r) => r.a),
          column((r) => r.b),
          column((r) => r.n),
        );
        const tripled = crossThirds(
          column((r) => r.a),
          column((r) => r.b),
          column((r) => 3 * r.n),
        );
        expect(tripled.classes).toEqual(crossed.classes);
        rows.forEach((r, i) => {
          expect(crossed.classes[i] === NO_CLASS).toBe(r.n === 0 || Number.isNaN(r.b));
        });
        const known = rows.reduce((total, r) => total + (Number.isNaN(r.b) ? 0 : r.n), 0);
        expect(crossed.people.reduce((x, y) => x + y, 0)).toBe(known);
      }),
    );
  });
});
