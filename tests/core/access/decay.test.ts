import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Decay, weighMinutes } from "../../../src/core/access/decay.ts";
import { parseDecay } from "../../../src/core/access/decay-text.ts";
import { FailureError } from "../../../src/core/failure.ts";

const MAX = 30;
const positive = (max: number) => fc.double({ min: 0.01, max, noNaN: true });

const steps: fc.Arbitrary<Decay> = fc
  .array(fc.tuple(positive(20), fc.double({ min: 0, max: 1, noNaN: true })), { minLength: 1, maxLength: 5 })
  .map((pieces) => ({
    kind: "steps",
    bounds: pieces.map((_, k) => pieces.slice(0, k + 1).reduce((sum, [width]) => sum + width, 0)),
    weights: pieces.map(([, weight]) => weight).sort((a, b) => b - a),
  }));

const DECAYS: Readonly<Record<Decay["kind"], fc.Arbitrary<Decay>>> = {
  steps,
  dai: positive(90).map((range) => ({ kind: "dai", range })),
  gaussian: positive(5000).map((beta) => ({ kind: "gaussian", beta })),
  exponential: positive(3).map((rate) => ({ kind: "exponential", rate })),
  linear: positive(90).map((range) => ({ kind: "linear", range })),
  epanechnikov: positive(90).map((range) => ({ kind: "epanechnikov", range })),
  logistic: fc
    .tuple(positive(90), positive(40))
    .map(([inflection, deviation]) => ({ kind: "logistic", inflection, deviation })),
  power: fc.tuple(positive(4), positive(10)).map(([exponent, floor]) => ({ kind: "power", exponent, floor })),
};

const times = fc
  .array(fc.double({ min: 0, max: 120, noNaN: true }), { maxLength: 40 })
  .map((list) => Float64Array.from([0, MAX, ...list]).sort());

describe.each(Object.entries(DECAYS))("%s", (kind, decays) => {
  it("never increases, stays within [0, 1], is 0 beyond the limit and as asked at it", () => {
    fc.assert(
      fc.property(
        decays,
        times,
        fc.constantFrom("inclusive" as const, "half-open" as const),
        (decay, minutes, bins) => {
          const weights = weighMinutes(decay, minutes, { maxMinutes: MAX, bins });
          const open = weighMinutes(decay, minutes, { maxMinutes: Number.POSITIVE_INFINITY, bins });
          weights.forEach((weight, k) => {
            const within = bins === "inclusive" ? minutes[k] <= MAX : minutes[k] < MAX;
            expect(weight).toBe(within ? open[k] : 0);
            expect(weight >= 0 && weight <= 1).toBe(true);
            if (k > 0) expect(weight).toBeLessThanOrEqual(weights[k - 1]);
          });
          if (kind !== "steps") expect(open[0]).toBe(1);
        },
      ),
      { numRuns: 1000 },
    );
  });
});

describe("values", () => {
  const weigh = (text: string, minutes: readonly number[], bins: "inclusive" | "half-open" = "inclusive", max = 30) => [
    ...weighMinutes(parseDecay(text, max), Float64Array.from(minutes), { maxMinutes: max, bins }),
  ];

  it.each([
    ["inclusive", [1, 1, 0.3, 0.3, 0.1, 0]],
    ["half-open", [1, 0.3, 0.3, 0.1, 0, 0]],
  ] as const)("steps at their limits, %s", (bins, expected) => {
    expect(weigh("5:1,10:0.3,15:0.1", [0, 5, 5.1, 10, 15, 15.1], bins)).toEqual(expected);
  });

  it.each([
    ["gauss", 15, (Math.exp(-0.125) - Math.exp(-0.5)) / (1 - Math.exp(-0.5))],
    ["gauss", 30, 0],
    ["gauss:180", 18.5, 0.14936],
    ["exp:0.12", 18.5, 0.10861],
    ["empirical", 10, 0.11533],
    ["linear", 12, 0.6],
    ["linear:20", 25, 0],
    ["epanechnikov", 15, 0.75],
    ["logistic:15,5", 15, (1 + Math.exp((-15 * Math.PI) / (5 * Math.sqrt(3)))) / 2],
    ["power:2", 0.5, 1],
    ["power:2", 10, 0.01],
    ["power:2,5", 10, 0.25],
  ] as const)("%s at %f minutes", (text, minutes, expected) => {
    expect(weigh(text, [minutes])[0]).toBeCloseTo(expected, 5);
  });

  it("steps with bounds that are not whole, far apart, or with minutes beyond counting", () => {
    const minutes = [0, 0.5, 0.6, 7.25, 7.3, 9999, 20_000, 20_001, 2 ** 31, 3 * 2 ** 31, 1e300];
    const weights = [1, 1, 0.8, 0.8, 0.5, 0.5, 0.5, 0.2, 0.2, 0, 0];
    expect(weigh("0.5:1,7.25:0.8,20000:0.5,4e9:0.2", minutes, "inclusive", 1e301)).toEqual(weights);
    expect(weigh("0:1,0.1:0.5", [0, 0.05, 0.2])).toEqual([1, 0.5, 0]);
    expect(weigh("0:1,0.1:0.5", [0, 0.05, 0.2], "half-open")).toEqual([0.5, 0.5, 0]);
  });

  it("a half-open limit of 0 leaves nothing within reach", () => {
    expect(weigh("exp:0.1", [0, 5], "half-open", 0)).toEqual([0, 0]);
    expect(weigh("exp:0.1", [0, 5], "inclusive", 0)).toEqual([1, 0]);
  });

  it("reads steps as they are written, spaces aside", () => {
    expect(parseDecay("10:1, 20:0.68 ,30:0.22", 30)).toEqual({
      kind: "steps",
      bounds: [10, 20, 30],
      weights: [1, 0.68, 0.22],
    });
  });
});

describe("a decay that cannot be read says what was expected", () => {
  it.each([
    ["10:1,20", "minutes:weight"],
    ["10:1,x:0.5", "minutes:weight"],
    ["10:1,20:0.5:3", "minutes:weight"],
    ["10:1,10:0.5", "bounds that rise"],
    ["10:0.5,20:0.6", "never rise"],
    ["10:1.5", "never rise"],
    ["10:-1", "never rise"],
    ["exp", "exp:RATE"],
    ["exp:-1", "exp:RATE"],
    ["exp:a", "exp:RATE"],
    ["gauss:0", "gauss:BETA"],
    ["gauss:1,2", "gauss:BETA"],
    ["logistic:5", "logistic:INFLECTION,DEVIATION"],
    ["power:", "power:EXPONENT"],
    ["cosine", "gauss"],
    ["", "minutes:weight"],
    ["empirical:2", "empirical"],
  ])("%j", (text, expected) => {
    expect(() => parseDecay(text, 30)).toThrow(FailureError);
    expect(() => parseDecay(text, 30)).toThrow(expected);
  });

  it.each(["gauss", "linear", "epanechnikov"])("%s needs a limit", (text) => {
    expect(() => parseDecay(text, Number.POSITIVE_INFINITY)).toThrow("--max");
  });
});
