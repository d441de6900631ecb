import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { weighMinutes } from "../../../src/core/access/decay.ts";
import { modelOf } from "../../../src/core/access/model.ts";
import { PROFESSIONS } from "../../../src/core/professions.ts";
import { changeStep, DECAY_KINDS, listSliders, startDecay } from "../../../src/ui/recomputed/decay-settings.ts";
import { nameModel, READY_MODELS, readyModel } from "../../../src/ui/recomputed/ready-models.ts";

describe("steps", () => {
  test("moving one keeps bounds rising and weights never rising", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 2 }),
        fc.integer({ min: 5, max: 55 }),
        fc.integer({ min: 0, max: 20 }).map((n) => n / 20),
        (at, bound, weight) => {
          const start = { bounds: [10, 15, 20], weights: [1, 0.3, 0.1] };
          const moved = changeStep(start, at, { bound });
          const weighed = changeStep(start, at, { weight });
          if (moved.kind !== "steps" || weighed.kind !== "steps") throw new Error("no steps");
          expect(moved.bounds[at]).toBe(bound);
          expect(weighed.weights[at]).toBe(weight);
          for (let k = 1; k < 3; k++) {
            expect(moved.bounds[k]).toBeGreaterThan(moved.bounds[k - 1]);
            expect(weighed.weights[k]).toBeLessThanOrEqual(weighed.weights[k - 1]);
          }
        },
      ),
    );
  });
});

describe("decays", () => {
  test.each(DECAY_KINDS)("%s starts as a decay, and its sliders give decays of the same kind", (kind) => {
    const decay = startDecay(kind, 20);
    const weights = weighMinutes(decay, Float64Array.of(0, 5, 19), { maxMinutes: 20, bins: "inclusive" });
    expect(weights[0]).toBe(1);
    expect(weights[2]).toBeLessThanOrEqual(weights[1]);
    for (const slider of listSliders(decay)) {
      expect(slider.value).toBeGreaterThanOrEqual(slider.min);
      expect(slider.value).toBeLessThanOrEqual(slider.max);
      expect(slider.set(slider.max).kind).toBe(kind);
    }
  });
});

describe("known models", () => {
  test.each(PROFESSIONS)("each is recognised again for %s, the own one first", (profession) => {
    for (const name of READY_MODELS) {
      const model = readyModel(name, profession);
      expect(readyModel(nameModel(model, profession) as typeof name, profession)).toEqual(model);
    }
    expect(nameModel(modelOf(profession), profession)).toBe("own");
    expect(nameModel({ ...modelOf(profession), maxMinutes: 23 }, profession)).toBe("custom");
  });
});
