import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countDifficulties, peopleByCount } from "../../../src/core/access/count-difficulties.ts";
import {
  carryThreshold,
  judgeRobustness,
  LEAST_VARIANTS,
  type VariantColumn,
  VERDICTS,
} from "../../../src/core/access/robustness.ts";
import { ROBUSTNESS_VARIANTS } from "../../../src/core/access/robustness-variants.ts";

const cell = fc.oneof(
  { weight: 1, arbitrary: fc.constant(Number.NaN) },
  { weight: 3, arbitrary: fc.constantFrom(0, 2.5, 4) },
  { weight: 6, arbitrary: fc.double({ min: 0, max: 8, noNaN: true }) },
);

const variants: fc.Arbitrary<readonly VariantColumn[]> = fc.integer({ min: 1, max: 6 }).chain((areas) =>
  fc.array(
    fc.record({
      values: fc.array(cell, { minLength: areas, maxLength: areas }).map((list) => Float64Array.from(list)),
      threshold: fc.constantFrom(1, 2.5, 4, 60),
    }),
    { minLength: LEAST_VARIANTS, maxLength: 12 },
  ),
);

const verdictNames = (codes: Uint8Array) => Array.from(codes, (code) => VERDICTS[code]);

describe("laws of the verdict", () => {
  it("raises no count when a variant is not under, raises by one when it is, and never lowers one", () => {
    fc.assert(
      fc.property(variants, fc.double({ min: 0, max: 8, noNaN: true }), (some, value) => {
        const areas = some[0].values.length;
        const more = { values: new Float64Array(areas).fill(value), threshold: 4 };
        const before = judgeRobustness(some).count;
        const after = judgeRobustness([...some, more]).count;
        expect([...after]).toEqual([...before].map((n) => n + (value < 4 ? 1 : 0)));
      }),
    );
  });

  it("does not care about the order of variants", () => {
    fc.assert(
      fc.property(
        variants.chain((some) =>
          fc.tuple(fc.constant(some), fc.shuffledSubarray([...some], { minLength: some.length })),
        ),
        ([some, shuffled]) => {
          expect(judgeRobustness(shuffled)).toEqual(judgeRobustness(some));
        },
      ),
    );
  });

  it("agrees with the counts", () => {
    fc.assert(
      fc.property(variants, (some) => {
        const { count, known, verdicts } = judgeRobustness(some);
        verdictNames(verdicts).forEach((verdict, i) => {
          expect(verdict === "unjudged").toBe(known[i] < some.length);
          expect(verdict === "always").toBe(count[i] === some.length);
          expect(verdict === "never").toBe(known[i] === some.length && count[i] === 0);
          expect(count[i]).toBeLessThanOrEqual(known[i]);
        });
      }),
    );
  });

  it("never lowers a count when a threshold rises", () => {
    fc.assert(
      fc.property(variants, fc.nat(), fc.double({ min: 0, max: 5, noNaN: true }), (some, which, rise) => {
        const raised = some.map((v, k) => (k === which % some.length ? { ...v, threshold: v.threshold + rise } : v));
        const before = judgeRobustness(some).count;
        judgeRobustness(raised).count.forEach((n, i) => {
          expect(n).toBeGreaterThanOrEqual(before[i]);
        });
      }),
    );
  });

  it("asks for enough variants, as long as each other", () => {
    const column = { values: Float64Array.of(1), threshold: 2 };
    const few = Array.from({ length: LEAST_VARIANTS - 1 }, () => column);
    expect(() => judgeRobustness(few)).toThrow(RangeError);
    expect(() => judgeRobustness([...few, { values: new Float64Array(2), threshold: 2 }])).toThrow(RangeError);
  });
});

describe("judgeRobustness, by hand", () => {
  it("tells always, never, depends and unjudged apart; on the threshold is not under", () => {
    const columns = Array.from({ length: 8 }, (_, k) => ({
      values: Float64Array.of(1, 2.5, k === 3 ? 2 : 3, k === 0 ? Number.NaN : 1),
      threshold: 2.5,
    }));
    const { count, known, verdicts } = judgeRobustness(columns);
    expect([...count]).toEqual([8, 0, 1, 7]);
    expect([...known]).toEqual([8, 8, 8, 7]);
    expect(verdictNames(verdicts)).toEqual(["always", "never", "depends", "unjudged"]);
  });
});

describe("carryThreshold", () => {
  const official = { values: Float64Array.of(1, 2, 3, 4), threshold: 2.5 };
  const people = Float64Array.of(100, 200, 300, 400);
  const standardised = people;

  it("same-share: 300 of 1,000 people under 2.5, so the value with 300 people under it", () => {
    const values = Float64Array.of(50, 90, 20, 70);
    expect(carryThreshold("same-share", { reference: official, values, people, standardised })).toBe(50);
  });

  it("same-ratio: 2.5 is 2.5 / 3 of the mean, 63 × 2.5 / 3 of the other", () => {
    const values = Float64Array.of(50, 90, 20, 85);
    expect(carryThreshold("same-ratio", { reference: official, values, people, standardised })).toBeCloseTo(
      (63 * 2.5) / 3,
      12,
    );
  });

  it("takes the nearest share when a tie stands in the way: 700 people at 0 are too many to leave none under", () => {
    const values = Float64Array.of(0, 0, 9, 0);
    expect(carryThreshold("same-share", { reference: official, values, people, standardised })).toBe(0);
    const most = { ...official, threshold: 3.5 };
    expect(carryThreshold("same-share", { reference: most, values, people, standardised })).toBe(9);
  });

  it("leaves out areas without either value or without people", () => {
    const withGaps = {
      reference: { values: Float64Array.of(1, 2, 3, 4, Number.NaN, 1, 1), threshold: 2.5 },
      values: Float64Array.of(50, 90, 20, 70, 1, Number.NaN, 1),
      people: Float64Array.of(100, 200, 300, 400, 5000, 5000, Number.NaN),
      standardised: Float64Array.of(100, 200, 300, 400, 5000, 5000, 5000),
    };
    expect(carryThreshold("same-share", withGaps)).toBe(50);
  });

  it("keeps the official threshold's own share, in any unit", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 0, max: 80 }), fc.integer({ min: 1, max: 999 })), {
          minLength: 2,
          maxLength: 40,
        }),
        fc.constantFrom(0.1, 7, 100_000),
        (rows, unit) => {
          const values = Float64Array.from(rows, ([v]) => v / 10);
          const weights = Float64Array.from(rows, ([, n]) => n);
          const other = values.map((v) => unit * v);
          const columns = {
            reference: { values, threshold: 2.5 },
            values: other,
            people: weights,
            standardised: weights,
          };
          if (values.every((v) => v < 2.5)) return;
          const threshold = carryThreshold("same-share", columns);
          expect(other.map((v) => (v < threshold ? 1 : 0))).toEqual(values.map((v) => (v < 2.5 ? 1 : 0)));
        },
      ),
    );
  });
});

describe("countDifficulties", () => {
  it("counts below and above, a place nobody reaches as too far, the limit itself as neither", () => {
    const columns = [
      { values: Float64Array.of(1, 2.5, 9, Number.NaN), limit: 2.5, side: "below" },
      { values: Float64Array.of(31, 30, Number.POSITIVE_INFINITY, 40), limit: 30, side: "above" },
    ] as const;
    const { count, known } = countDifficulties(columns);
    expect([...count]).toEqual([2, 0, 1, 1]);
    expect([...known]).toEqual([2, 2, 2, 1]);
    expect([...peopleByCount(count, 2, Float64Array.of(10, 20, 40, 80), Uint8Array.of(1, 1, 1, 0))]).toEqual([
      20, 40, 10,
    ]);
  });

  it("shares all people out", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat({ max: 3 }), fc.nat({ max: 999 })), { maxLength: 30 }), (rows) => {
        const count = Uint8Array.from(rows, ([n]) => n);
        const people = Float64Array.from(rows, ([, n]) => n);
        const sums = peopleByCount(count, 3, people, new Uint8Array(rows.length).fill(1));
        expect(sums.reduce((a, b) => a + b, 0)).toBe(people.reduce((a, b) => a + b, 0));
      }),
    );
  });
});

describe("the variants", () => {
  it("are at least eight, named once, with a source each", () => {
    expect(ROBUSTNESS_VARIANTS.length).toBeGreaterThanOrEqual(LEAST_VARIANTS);
    expect(new Set(ROBUSTNESS_VARIANTS.map((v) => v.id)).size).toBe(ROBUSTNESS_VARIANTS.length);
    for (const { source } of ROBUSTNESS_VARIANTS) expect(source.author.length * source.where.length).toBeGreaterThan(0);
  });

  it("say which parameters nobody published", () => {
    const unpublished = ROBUSTNESS_VARIANTS.filter((v) => !v.published).map((v) => v.id);
    expect(unpublished).toEqual(["apl-v2", "linear-20", "2sfca-20"]);
  });
});
