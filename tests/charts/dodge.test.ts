import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dodge } from "../../src/charts/dodge.ts";
import { estimateWidth, shorten } from "../../src/charts/ink.ts";

const wanted = fc.array(fc.integer({ min: 0, max: 300 }), { maxLength: 8 });

describe("moving labels apart", () => {
  test("neighbours end at least a gap apart, in the order they had", () => {
    fc.assert(
      fc.property(wanted, fc.integer({ min: 0, max: 30 }), (places, gap) => {
        const moved = dodge(places, gap);
        const order = places.map((_, i) => i).sort((a, b) => places[a] - places[b] || a - b);
        for (let k = 1; k < order.length; k++) {
          expect(moved[order[k]] - moved[order[k - 1]]).toBeGreaterThanOrEqual(gap - 1e-9);
        }
      }),
    );
  });

  test("those already apart stay where they are", () => {
    fc.assert(
      fc.property(wanted, (steps) => {
        const apart = steps.map((_, i) => steps.slice(0, i + 1).reduce((sum, step) => sum + step + 20, 0));
        dodge(apart, 20).forEach((place, i) => {
          expect(place).toBeCloseTo(apart[i], 9);
        });
      }),
    );
  });

  test("when there is room, none leaves it", () => {
    fc.assert(
      fc.property(wanted, (places) => {
        for (const place of dodge(places, 14, 10, 200)) {
          expect(place).toBeGreaterThanOrEqual(10 - 1e-9);
          expect(place).toBeLessThanOrEqual(200 + 1e-9);
        }
      }),
    );
  });

  test("predicted: a pair shares the effort, a third is pushed only when reached", () => {
    expect(dodge([100, 100], 20)).toEqual([90, 110]);
    expect(dodge([104, 100, 200], 20)).toEqual([112, 92, 200]);
    expect(dodge([10, 12], 20, 8)).toEqual([8, 28]);
    expect(dodge([0, 10], (a, b) => (a === 0 && b === 1 ? 30 : 0))).toEqual([-10, 20]);
    expect(dodge([], 20)).toEqual([]);
  });
});

describe("shortening names", () => {
  test("a name that fits is left alone, another is cut to what fits", () => {
    expect(shorten("Vitré", 100)).toBe("Vitré");
    const cut = shorten("Communauté de communes du Pays des Achards", 100);
    expect(cut).toMatch(/^Communauté d.*…$/);
    expect(estimateWidth(cut)).toBeLessThanOrEqual(100);
  });

  test("some of the name is always left", () => {
    expect(shorten("Vitré", 0)).toBe("V…");
  });
});
