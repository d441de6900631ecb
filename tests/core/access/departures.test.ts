import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { followDepartures, LEFT_OUT, NEVER_UNDER } from "../../../src/core/access/departures.ts";

const column = (...values: number[]) => Float64Array.from(values);
const none = Number.NaN;

describe("followDepartures, by hand", () => {
  // already under · falls at 65 · falls at 62 · never · up to 62 above up to 65 · no value up to 62 · no value at all
  const all = column(2, 3, 4, 5, 4, 4, none);
  const le65 = column(1, 2, 3, 4.5, 3, 3, none);
  const le62 = column(1.5, 1, 2.4, 4, 3.1, none, none);
  const people = column(10, 20, 40, 80, 160, 320, 640);
  const everyone = new Uint8Array(7).fill(1);
  const { firstUnder, inconsistentAt, steps } = followDepartures([all, le65, le62], people, 2.5, everyone);

  it("says at which series each area falls under", () => {
    expect([...firstUnder]).toEqual([0, 1, 2, NEVER_UNDER, LEFT_OUT, LEFT_OUT, LEFT_OUT]);
  });

  it("counts who falls at each step and who cannot be compared", () => {
    expect(steps[0]).toEqual({
      areas: 1,
      people: 20,
      inconsistentAreas: 0,
      inconsistentPeople: 0,
      missingAreas: 0,
      missingPeople: 0,
      inconsistentEverywhere: 0,
    });
    expect(steps[1]).toEqual({
      areas: 1,
      people: 40,
      inconsistentAreas: 1,
      inconsistentPeople: 160,
      missingAreas: 1,
      missingPeople: 320,
      inconsistentEverywhere: 2,
    });
  });

  it("marks inconsistent areas, those already under included", () => {
    expect([...inconsistentAt]).toEqual([2, 0, 0, 0, 2, 0, 0]);
  });

  it("leaves uncounted areas out of the figures", () => {
    const [first] = followDepartures([all, le65], people, 2.5, Uint8Array.of(1, 0, 1, 1, 1, 1, 1)).steps;
    expect([first.areas, first.people]).toEqual([0, 0]);
  });
});

describe("laws of departures", () => {
  const world = fc.array(
    fc.record({
      all: fc.double({ min: 0, max: 6, noNaN: true }),
      drops: fc.tuple(fc.double({ min: 0, max: 2, noNaN: true }), fc.double({ min: 0, max: 2, noNaN: true })),
      people: fc.integer({ min: 1, max: 999 }),
    }),
    { minLength: 1, maxLength: 20 },
  );

  it("when fewer practitioners never mean more access, people under at the end are those under before plus those who fell", () => {
    fc.assert(
      fc.property(world, fc.double({ min: 0, max: 6, noNaN: true }), (rows, threshold) => {
        const first = Float64Array.from(rows, (r) => r.all);
        const second = Float64Array.from(rows, (r) => Math.max(0, r.all - r.drops[0]));
        const third = second.map((v, i) => Math.max(0, v - rows[i].drops[1]));
        const people = Float64Array.from(rows, (r) => r.people);
        const { steps } = followDepartures(
          [first, second, third],
          people,
          threshold,
          new Uint8Array(rows.length).fill(1),
        );
        const under = (values: Float64Array) => people.reduce((sum, n, i) => sum + (values[i] < threshold ? n : 0), 0);
        expect(under(first) + steps[0].people).toBe(under(second));
        expect(under(second) + steps[1].people).toBe(under(third));
        expect(steps.every((s) => s.inconsistentAreas + s.missingAreas === 0)).toBe(true);
      }),
    );
  });
});
