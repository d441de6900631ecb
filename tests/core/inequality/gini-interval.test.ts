import { describe, expect, it } from "vitest";
import { FailureError } from "../../../src/core/failure.ts";
import { gini } from "../../../src/core/inequality/gini.ts";
import { giniInterval } from "../../../src/core/inequality/gini-interval.ts";
import type { Run } from "../../../src/core/run.ts";
import { rowsOf } from "./columns.ts";

const RUN: Run = { signal: { aborted: false }, progress: () => undefined };
const ask = (areas: Parameters<typeof rowsOf>[0], draws = 999, seed = 1) =>
  giniInterval(rowsOf(areas), { draws, seed }, RUN);

/** A town like many: values spread, people too. */
const TOWN = Array.from({ length: 200 }, (_, i) => ({
  value: 1 + ((i * 37) % 101) / 20,
  people: 100 + ((i * 53) % 97),
}));

describe("interval of the Gini index", () => {
  it("two areas of 1 person at 1 and 3: a quarter of the draws are twice the first, a quarter twice the second", () => {
    // Gini 0 with probability 1/2, 0.25 with probability 1/2: the ends are the two values there are.
    expect(
      ask([
        { value: 1, people: 1 },
        { value: 3, people: 1 },
      ]),
    ).toEqual({ low: 0, high: 0.25, draws: 999 });
  });

  it("leaves out draws that hold nothing: a quarter of those of two areas at 0 and 1", () => {
    // {0, 0} has no index; {1, 1} has 0, {0, 1} has 0.5.
    const interval = ask(
      [
        { value: 0, people: 1 },
        { value: 1, people: 1 },
      ],
      4000,
    );
    if ("because" in interval) throw new Error(interval.because);
    expect([interval.low, interval.high]).toEqual([0, 0.5]);
    // Binomial(4000, 3/4): 3000 ± 5 standard deviations of 27.4.
    expect(Math.abs(interval.draws - 3000)).toBeLessThan(137);
  });

  it("holds the index, is the same for the same seed, and another for another", () => {
    const interval = ask(TOWN);
    if ("because" in interval) throw new Error(interval.because);
    const index = gini(rowsOf(TOWN)) as number;
    expect(interval.low).toBeLessThan(index);
    expect(interval.high).toBeGreaterThan(index);
    expect(ask(TOWN)).toEqual(interval);
    expect(ask(TOWN, 999, 2)).not.toEqual(interval);
  });

  it("is half as wide with four times the areas", () => {
    const width = (times: number) => {
      const interval = ask(Array.from({ length: times }, () => TOWN).flat(), 1999);
      return "because" in interval ? Number.NaN : interval.high - interval.low;
    };
    expect(width(4) / width(1)).toBeGreaterThan(0.43);
    expect(width(4) / width(1)).toBeLessThan(0.57);
  });

  it("nearly agrees with the interval of a normal law: ± 1.96 standard errors of the jackknife", () => {
    const n = TOWN.length;
    const without = TOWN.map((_, left) => gini(rowsOf(TOWN.filter((_, i) => i !== left))) as number);
    const mean = without.reduce((a, b) => a + b, 0) / n;
    const error = Math.sqrt(((n - 1) / n) * without.reduce((sum, g) => sum + (g - mean) ** 2, 0));
    const interval = ask(TOWN, 3999);
    if ("because" in interval) throw new Error(interval.because);
    expect((interval.high - interval.low) / (2 * 1.96 * error)).toBeGreaterThan(0.93);
    expect((interval.high - interval.low) / (2 * 1.96 * error)).toBeLessThan(1.07);
  });

  it("has none for nobody, for nothing, or for one area alone; stops when asked to", () => {
    expect(ask([])).toEqual({ because: "nobody" });
    expect(ask([{ value: 0, people: 1 }])).toEqual({ because: "mean-zero" });
    expect(ask([{ value: 2, people: 9 }])).toEqual({ because: "one-area" });
    const stopped: Run = { ...RUN, signal: { aborted: true } };
    expect(() => giniInterval(rowsOf(TOWN), { draws: 9, seed: 1 }, stopped)).toThrow(FailureError);
  });
});
