import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { classify, fixedBreaks, quantileBreaks, STATUS_CLASS, ZERO_CLASS } from "../../src/core/classes.ts";
import { PROFESSION_RULES, PROFESSIONS } from "../../src/core/professions.ts";
import { STATUS_CODE } from "../../src/core/status.ts";

const all = (count: number) => new Uint8Array(count);
const column = fc.array(
  fc.oneof(
    fc.integer({ min: 0, max: 60 }).map((n) => n / 4),
    fc.constant(Number.NaN),
  ),
);

describe("fixed limits", () => {
  test("those of the zoning orders, whatever the mean", () => {
    expect(fixedBreaks("gp", 3.3)).toEqual([1, 1.75, 2.5, 3.25, 4, 5]);
    expect(fixedBreaks("nurse", 999)).toEqual([58.8, 73.1, 121.3, 171.5]);
  });

  test("half, once and twice the mean for dentists", () => {
    expect(fixedBreaks("dentist", 60)).toEqual([30, 60, 120]);
  });

  test("ascending, and the threshold of a profession is one of its limits", () => {
    for (const profession of PROFESSIONS) {
      const breaks = fixedBreaks(profession, 60);
      expect([...breaks].sort((a, b) => a - b)).toEqual(breaks);
      const { threshold } = PROFESSION_RULES[profession];
      if (threshold !== null) expect(breaks).toContain(threshold);
    }
  });
});

describe("classes", () => {
  test("a value on a limit is above it; zero, missing, secret and unreachable are told apart", () => {
    const values = Float64Array.of(0.9, 1, 1.5, 2, 7, 0, Number.NaN, Number.NaN, Number.NaN);
    const statuses = all(9);
    statuses.set([STATUS_CODE.missing, STATUS_CODE.secret, STATUS_CODE.unreachable], 6);
    const { missing, secret, unreachable } = STATUS_CLASS;
    expect([...classify(values, statuses, [1, 2])]).toEqual([0, 1, 1, 2, 2, ZERO_CLASS, missing, secret, unreachable]);
    expect(new Set([ZERO_CLASS, missing, secret, unreachable]).size).toBe(4);
  });

  test("classes follow values, and every class is that of the limits passed", () => {
    const limits = fc
      .uniqueArray(fc.integer({ min: 1, max: 60 }))
      .map((some) => some.sort((a, b) => a - b).map((n) => n / 4));
    const positive = fc.array(fc.integer({ min: 1, max: 80 }).map((n) => n / 4));
    fc.assert(
      fc.property(positive, limits, (values, breaks) => {
        const classes = classify(Float64Array.from(values), all(values.length), breaks);
        expect([...classes]).toEqual(values.map((value) => breaks.filter((limit) => limit <= value).length));
      }),
    );
  });
});

describe("quantile limits", () => {
  test("predicted: eight different values in four classes of two", () => {
    const values = Float64Array.of(8, 1, 7, 2, 6, 3, Number.NaN, 5, 4);
    const breaks = quantileBreaks(values, 4);
    expect(breaks).toEqual([3, 5, 7]);
    const classes = classify(
      values,
      Uint8Array.from(values, (v) => (Number.isNaN(v) ? 1 : 0)),
      breaks,
    );
    expect([...classes]).toEqual([3, 0, 3, 0, 2, 1, STATUS_CLASS.missing, 2, 1]);
  });

  test("ties merge limits; one value alone, or none, has no limit", () => {
    expect(quantileBreaks(Float64Array.of(1, 1, 1, 1, 1, 1, 1, 9), 4)).toEqual([]);
    expect(quantileBreaks(Float64Array.of(1, 1, 9, 9), 4)).toEqual([9]);
    expect(quantileBreaks(Float64Array.of(5, 5, 5), 4)).toEqual([]);
    expect(quantileBreaks(Float64Array.of(Number.NaN), 4)).toEqual([]);
    expect(quantileBreaks(new Float64Array(0), 4)).toEqual([]);
  });

  test("at most count − 1, strictly ascending, each one of the values and above the least", () => {
    fc.assert(
      fc.property(column, fc.integer({ min: 1, max: 9 }), (values, count) => {
        const breaks = quantileBreaks(Float64Array.from(values), count);
        const known = values.filter((value) => !Number.isNaN(value));
        expect(breaks.length).toBeLessThan(count);
        breaks.forEach((limit, k) => {
          expect(known).toContain(limit);
          expect(limit).toBeGreaterThan(k === 0 ? Math.min(...known) : breaks[k - 1]);
        });
      }),
    );
  });

  test("without ties the numbers of areas differ by one at most", () => {
    const different = fc.uniqueArray(fc.integer({ min: 1, max: 10_000 }), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(different, fc.integer({ min: 1, max: 9 }), (values, count) => {
        fc.pre(values.length >= count);
        const column = Float64Array.from(values);
        const sizes = new Array<number>(count).fill(0);
        for (const k of classify(column, all(values.length), quantileBreaks(column, count))) sizes[k]++;
        expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
      }),
    );
  });
});
