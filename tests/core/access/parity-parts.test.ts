import { describe, expect, it } from "vitest";
import { weighUncertainMinutes } from "../../../src/core/access/blurred-steps.ts";
import { neighbourMean } from "../../../src/core/access/neighbour-mean.ts";
import { scoreParity } from "../../../src/core/access/parity-scores.ts";
import { findNearPairs } from "../../../src/core/geo/near-pairs.ts";

describe("blurred steps", () => {
  const steps = { bounds: [10, 20], weights: [1, 0.4] };

  it("are the steps without error, limits included", () => {
    const minutes = Float64Array.of(0, 10, 10.1, 20, 21);
    expect([...weighUncertainMinutes(steps, minutes, { floor: 0, share: 0 })]).toEqual([1, 1, 0.4, 0.4, 0]);
  });

  it("lie half way down a step at its limit, and never rise", () => {
    const minutes = Float64Array.from({ length: 400 }, (_, k) => k / 10);
    const weights = weighUncertainMinutes(steps, minutes, { floor: 1, share: 0 });
    expect(weights[100]).toBeCloseTo(0.7, 6);
    weights.forEach((w, k) => void expect(w).toBeLessThanOrEqual(k === 0 ? 1 : weights[k - 1]));
  });
});

describe("scores", () => {
  it("by hand: computed 1, 2, 4 against 1, 3, 3", () => {
    const scores = scoreParity(Float64Array.of(1, 2, 4), Float64Array.of(1, 3, 3), Float64Array.of(1, 1, 0), [0, 1, 2]);
    // Σ(a−ā)(b−b̄) = 8/3, Σ(a−ā)² = 14/3, Σ(b−b̄)² = 8/3.
    expect(scores.r).toBeCloseTo(Math.sqrt(4 / 7), 12);
    expect(scores.weightedR).toBeCloseTo(1, 12);
    expect(scores.rmse).toBeCloseTo(Math.sqrt(2 / 3), 12);
    expect(scores.bias).toBe(0);
    expect(scores.residuals).toEqual({ "0.05": -1, "0.25": -1, "0.5": 0, "0.75": 1, "0.95": 1 });
  });
});

describe("mean of neighbours", () => {
  const line = { lon: Float64Array.of(0, 0, 0), lat: Float64Array.of(45, 45.01, 45.02) };
  const near = findNearPairs(line, line, 5);

  it("leaves out the place itself and what is not known", () => {
    const known = Uint8Array.of(1, 1, 0);
    const means = neighbourMean(near, Float64Array.of(2, 6, 99), known, { scaleKm: 1e9, doubt: 0, otherwise: 0 });
    expect([...means]).toEqual([6, 2, 4]);
  });

  it("is drawn towards the value given otherwise", () => {
    const known = Uint8Array.of(0, 1, 0);
    const means = neighbourMean(near, Float64Array.of(0, 6, 0), known, { scaleKm: 1e9, doubt: 1, otherwise: 2 });
    expect([...means]).toEqual([4, 2, 4]);
  });
});
