import fc from "fast-check";
import { orderRows, type WeightedRows } from "../../../src/core/inequality/weighted-rows.ts";

export interface Area {
  readonly value: number;
  readonly people: number;
}

export const rowsOf = (areas: readonly Area[]): WeightedRows =>
  orderRows(
    Float64Array.from(areas, (area) => area.value),
    Float64Array.from(areas, (area) => area.people),
  );

/** The five places of METHODS, section B: 10,000 people, 28,000 consultations, so a mean of 2.8. */
export const FIVE_VALUES = Float64Array.of(1.2, 2, 2.6, 3.4, 5);
export const FIVE_PEOPLE = Float64Array.of(1000, 3000, 2500, 2000, 1500);
export const FIVE_INCOMES = Float64Array.of(15, 22, 19, 27, 31);

const people = fc.integer({ min: 1, max: 3000 });

/** Areas with people and values from 0 to 40 in steps of 0.001, many of them equal, some 0. */
export const anyAreas = (minLength = 1) =>
  fc.array(
    fc.record({
      value: fc.oneof(
        fc.integer({ min: 0, max: 40_000 }).map((n) => n / 1000),
        fc.constantFrom(0, 1, 2.5),
      ),
      people,
    }),
    { minLength, maxLength: 40 },
  );

/** The same without a value of 0. */
export const positiveAreas = (minLength = 1) =>
  fc.array(fc.record({ value: fc.integer({ min: 1, max: 40_000 }).map((n) => n / 1000), people }), {
    minLength,
    maxLength: 40,
  });

/** As many group numbers below 4 as areas, the highest at most 3. */
export const groupsOf = (areas: readonly Area[]) => ({
  groupOf: Uint32Array.from(areas, (area, i) => (i * 7 + area.people) % 4),
  count: 4,
});
