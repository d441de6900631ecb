import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { peopleBelow } from "../../../src/core/access/distribution.ts";
import {
  accessAfterLoss,
  isUnderAfterLoss,
  MOST_LOST,
  peopleUnderByLoss,
} from "../../../src/core/access/uniform-loss.ts";

/** Published values have three decimals; thresholds two. */
const value = fc.oneof(
  fc.constant(Number.NaN),
  fc.integer({ min: 0, max: 9000 }).map((n) => n / 1000),
);
const area = fc.record({ value, people: fc.oneof(fc.constant(Number.NaN), fc.integer({ min: 0, max: 5000 })) });

describe("an even loss", () => {
  it("by hand: with a threshold of 2.5, 3.125 falls once more than 20 % have left, 2.5 at the first percent", () => {
    // 3.125 × 0.80 = 2.5 is on the threshold, 3.125 × 0.79 = 2.469 is under; 5 × 0.60 = 3 never falls within 40 %.
    const people = peopleUnderByLoss(
      Float64Array.of(2, 2.5, 3.125, 5, Number.NaN),
      Float64Array.of(1, 10, 100, 1000, 10_000),
      2.5,
    );
    expect([people[0], people[1], people[20], people[21], people[MOST_LOST]]).toEqual([1, 11, 11, 111, 111]);
  });

  it("counts at every percent those whose value, reduced, is under: the same as under T ÷ (1 − x)", () => {
    fc.assert(
      fc.property(fc.array(area, { maxLength: 12 }), fc.integer({ min: 1, max: 140 }), (areas, steps) => {
        const threshold = steps / 20;
        const values = Float64Array.from(areas, (one) => one.value);
        const people = Float64Array.from(areas, (one) => one.people);
        const byLoss = peopleUnderByLoss(values, people, threshold);
        expect(byLoss[0]).toBe(peopleBelow(values, people, threshold));
        for (let percent = 0; percent <= MOST_LOST; percent++) {
          const limit = threshold / (1 - percent / 100);
          expect(byLoss[percent]).toBe(peopleBelow(values, people, limit - 1e-9));
        }
      }),
    );
  });

  it("one area is under exactly when its people are counted", () => {
    expect(accessAfterLoss(3, 20)).toBe(2.4);
    expect([isUnderAfterLoss(3, 20, 2.4), isUnderAfterLoss(3, 21, 2.4)]).toEqual([false, true]);
    expect(isUnderAfterLoss(Number.NaN, 40, 2.5)).toBe(false);
  });
});
