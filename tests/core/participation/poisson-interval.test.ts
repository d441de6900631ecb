import fc from "fast-check";
import { expect, it } from "vitest";
import { poissonInterval } from "../../../src/core/participation/poisson-interval.ts";

/** Garwood, Biometrika 28 (1936); the same by scipy 1.x: chi2.ppf(.025, 2n) / 2, chi2.ppf(.975, 2n + 2) / 2. */
const PUBLISHED: readonly (readonly [count: number, low: number, high: number])[] = [
  [0, 0, 3.6888794541139354],
  [1, 0.025317807984289876, 5.571643390938898],
  [5, 1.6234863901184207, 11.66833207932267],
  [10, 4.7953886961324335, 18.39035604201778],
  [100, 81.36399125092314, 121.62679379242638],
  [1000, 938.9730184076952, 1063.952136016302],
];

it("the published limits, to ten figures", () => {
  for (const [count, low, high] of PUBLISHED) {
    const [least, most] = poissonInterval(count);
    expect(Math.abs(least - low)).toBeLessThanOrEqual(1e-10 * (1 + low));
    expect(Math.abs(most - high)).toBeLessThanOrEqual(1e-10 * (1 + high));
  }
});

it("holds the count, widens with what is not known of it and with the level, and never narrows", () => {
  const count = fc.integer({ min: 0, max: 3000 });
  fc.assert(
    fc.property(count, count, (a, b) => {
      const [least, most] = [Math.min(a, b), Math.max(a, b)];
      const [low, high] = poissonInterval(least, most);
      expect(low).toBeLessThanOrEqual(least);
      expect(high).toBeGreaterThan(most);
      expect(low).toBeCloseTo(poissonInterval(least)[0], 9);
      expect(high).toBeCloseTo(poissonInterval(most)[1], 9);
      const [lower, higher] = poissonInterval(least, most, 0.99);
      expect(lower).toBeLessThanOrEqual(low);
      expect(higher).toBeGreaterThan(high);
    }),
    { seed: 3, numRuns: 200 },
  );
});
