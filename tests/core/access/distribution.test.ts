import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  peopleBelow,
  peopleBelowGrid,
  peopleWithValue,
  tenthMeans,
  weightedMean,
} from "../../../src/core/access/distribution.ts";

interface Area {
  readonly value: number;
  readonly people: number;
}

const columns = (areas: readonly Area[]) => ({
  values: Float64Array.from(areas, (area) => area.value),
  people: Float64Array.from(areas, (area) => area.people),
});
const count = fc.oneof(fc.integer({ min: 0, max: 3000 }), fc.constant(Number.NaN));
const anyValue = fc.oneof(
  fc.integer({ min: 0, max: 140 }).map((n) => n * 0.05),
  fc.constant(Number.NaN),
);
const areas = fc.array(fc.record({ value: anyValue, people: count }), { maxLength: 40 });
const knownAreas = fc.array(
  fc.record({ value: fc.integer({ min: 0, max: 140 }).map((n) => n / 20), people: fc.integer({ min: 1, max: 3000 }) }),
  { minLength: 1, maxLength: 40 },
);

/** Five villages; the middle three have a value. */
const VILLAGES = columns([
  { value: Number.NaN, people: 1000 },
  { value: 2, people: 100 },
  { value: 2.5, people: 200 },
  { value: 4, people: 100 },
  { value: 9, people: Number.NaN },
]);

describe("predicted", () => {
  test("mean, people with a value, people below", () => {
    const { values, people } = VILLAGES;
    expect(weightedMean(values, people)).toBe((2 * 100 + 2.5 * 200 + 4 * 100) / 400);
    expect(peopleWithValue(values, people)).toBe(400);
    expect(peopleBelow(values, people, 2.5)).toBe(100);
    expect(peopleBelow(values, people, 2.55)).toBe(300);
    expect([...peopleBelowGrid(values, people, 0.5, 6)]).toEqual([0, 0, 0, 0, 0, 100]);
    expect([...peopleBelowGrid(values, people, 0.5, 10)].slice(6)).toEqual([300, 300, 300, 400]);
  });

  test("the area on the border of a tenth is split", () => {
    // 200 people, tenths of 20: all 10 of the first and 10 of the 190 of the second.
    const { values, people } = columns([
      { value: 1, people: 10 },
      { value: 3, people: 190 },
    ]);
    expect(tenthMeans(values, people, people)).toEqual({ lowest: 2, highest: 3 });
  });

  test("tenths are of people, means by standardised population", () => {
    const { values, people } = columns([
      { value: 1, people: 50 },
      { value: 2, people: 50 },
      { value: 5, people: 900 },
    ]);
    const { lowest, highest } = tenthMeans(values, people, Float64Array.of(150, 50, 900));
    expect(lowest).toBe((150 * 1 + 50 * 2) / 200);
    expect(highest).toBe(5);
  });

  test("an area without standardised population weighs nothing", () => {
    const { values, people } = columns([
      { value: 1, people: 50 },
      { value: 2, people: 50 },
      { value: 5, people: 900 },
    ]);
    expect(tenthMeans(values, people, Float64Array.of(Number.NaN, 50, 900)).lowest).toBe(2);
    expect(weightedMean(values, Float64Array.of(Number.NaN, 50, 0))).toBe(2);
  });

  test("nobody with a value: no mean, and no people", () => {
    const values = Float64Array.of(Number.NaN, 3);
    const people = Float64Array.of(10, 0);
    expect(weightedMean(values, people)).toBeNaN();
    expect(peopleWithValue(values, people)).toBe(0);
    expect(tenthMeans(values, people, people)).toEqual({ lowest: Number.NaN, highest: Number.NaN });
    expect([...peopleBelowGrid(values, people, 0.5, 3)]).toEqual([0, 0, 0]);
  });
});

describe("laws", () => {
  test("the grid says what counting at each threshold says, with the binary noise of the values forgiven", () => {
    fc.assert(
      fc.property(areas, (some) => {
        const { values, people } = columns(some);
        const exact = values.map((value) => Math.round(value / 0.05) * 0.05);
        peopleBelowGrid(values, people, 0.05, 141).forEach((below, k) => {
          expect(below).toBe(peopleBelow(exact, people, k * 0.05));
        });
      }),
    );
  });

  test("people below never decrease with the threshold, and end at all who have a value", () => {
    fc.assert(
      fc.property(areas, (some) => {
        const { values, people } = columns(some);
        const below = peopleBelowGrid(values, people, 0.05, 150);
        for (let k = 1; k < below.length; k++) expect(below[k]).toBeGreaterThanOrEqual(below[k - 1]);
        expect(below[149]).toBe(peopleWithValue(values, people));
      }),
    );
  });

  test("the mean lies between the tenths, and they between the extremes", () => {
    fc.assert(
      fc.property(knownAreas, (some) => {
        const { values, people } = columns(some);
        const { lowest, highest } = tenthMeans(values, people, people);
        const mean = weightedMean(values, people);
        const slack = 1e-9;
        expect(lowest).toBeLessThanOrEqual(mean + slack);
        expect(highest).toBeGreaterThanOrEqual(mean - slack);
        expect(lowest).toBeGreaterThanOrEqual(Math.min(...values) - slack);
        expect(highest).toBeLessThanOrEqual(Math.max(...values) + slack);
      }),
    );
  });

  test("the order of the rows changes nothing, nor does splitting an area in two", () => {
    fc.assert(
      fc.property(knownAreas, (some) => {
        const whole = columns(some);
        const split = columns(
          some
            .flatMap(({ value, people }) => [
              { value, people: people / 2 },
              { value, people: people / 2 },
            ])
            .reverse(),
        );
        const before = tenthMeans(whole.values, whole.people, whole.people);
        const after = tenthMeans(split.values, split.people, split.people);
        expect(after.lowest).toBeCloseTo(before.lowest, 9);
        expect(after.highest).toBeCloseTo(before.highest, 9);
        expect(weightedMean(split.values, split.people)).toBeCloseTo(weightedMean(whole.values, whole.people), 9);
      }),
    );
  });
});
