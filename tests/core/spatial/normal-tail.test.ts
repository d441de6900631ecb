import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { normalTail } from "../../../src/core/spatial/normal-tail.ts";

describe("tails of the normal distribution", () => {
  // scipy, 2 * norm.sf(z).
  test.each([
    [0, 1],
    [0.5, 0.6170750774519738],
    [1, 0.317310507862914],
    [1.959963984540054, 0.05],
    [2.8, 0.005110260660855864],
    [2.8284271247461903, 0.004677734981047266],
    [2.83, 0.004654800413463103],
    [3.5, 0.00046525815807105],
    [6, 1.97317529007539e-9],
    [10, 1.5239706048321e-23],
  ])("z = %d", (z, p) => {
    expect(Math.abs(normalTail(z) / p - 1)).toBeLessThan(1e-11);
    expect(normalTail(-z)).toBe(normalTail(z));
  });

  test("falls as z goes away from 0, and is no number where z is none", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 30, noNaN: true }),
        fc.double({ min: 1e-6, max: 5, noNaN: true }),
        (z, d) => {
          expect(normalTail(z + d)).toBeLessThan(normalTail(z));
        },
      ),
    );
    expect(normalTail(Number.NaN)).toBeNaN();
  });
});
