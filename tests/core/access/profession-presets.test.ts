import { describe, expect, it } from "vitest";
import { supplyOfActs } from "../../../src/core/access/activity.ts";
import { computeAccess } from "../../../src/core/access/compute-access.ts";
import { PROFESSION_PRESETS, presetOf } from "../../../src/core/access/profession-presets.ts";
import { RAAM_DEFAULTS } from "../../../src/core/access/rational-agents.ts";
import { buildTravelTable } from "../../../src/core/access/travel-table.ts";
import { PROFESSIONS } from "../../../src/core/professions.ts";

const QUIET = { signal: { aborted: false }, progress: () => undefined };

describe("presets of the APL since 2015", () => {
  it("says of every part whether it was published", () => {
    const published = PROFESSIONS.flatMap((profession) =>
      Object.entries(presetOf(profession)).flatMap(([part, value]) =>
        typeof value === "object" && value.published ? [`${profession} ${part}`] : [],
      ),
    );
    expect(published).toEqual(["gp maxMinutes", "gp activity", "midwife maxMinutes", "midwife bounds"]);
  });

  it.each(PROFESSIONS)("%s: steps that start at 1, never rise, and end at the catchment limit", (profession) => {
    const { bounds, weights, maxMinutes, decay } = PROFESSION_PRESETS[profession];
    expect(decay.value).toEqual({ kind: "steps", bounds: bounds.value, weights: weights.value });
    expect(bounds.value.toSorted((a, b) => a - b)).toEqual(bounds.value);
    expect(bounds.value.at(-1)).toBe(maxMinutes.value);
    expect(weights.value[0]).toBe(1);
    expect(weights.value.toSorted((a, b) => b - a)).toEqual(weights.value);
  });

  it.each(PROFESSIONS)("%s: every source says who and where", (profession) => {
    for (const part of Object.values(presetOf(profession))) {
      if (typeof part !== "object") continue;
      expect(part.source.author).not.toBe("");
      expect(part.source.where.length).toBeGreaterThan(10);
    }
  });

  it("counts heads where the rule of activity is not published", () => {
    expect(supplyOfActs(presetOf("nurse").activity.value, 0)).toBe(1);
    expect(supplyOfActs(presetOf("nurse").activity.value, 9000)).toBe(1);
    expect(supplyOfActs(presetOf("gp").activity.value, 9000)).toBe(6000);
  });

  it("gives values in the unit of the published series", () => {
    // One midwife at 25 min from 1,000 women and at 0 min from 700: R = 1/(0.3·1,000 + 700) = 1/1,000.
    const { decay, maxMinutes, bins, perPractitioner, perPeople } = presetOf("midwife");
    const pairs = {
      origins: Uint32Array.of(0, 1),
      destinations: Uint32Array.of(0, 0),
      minutes: Float64Array.of(25, 0),
    };
    const world = {
      table: buildTravelTable(pairs, 2, 1),
      demand: Float64Array.of(1000, 700),
      supply: Float64Array.of(perPractitioner.value),
    };
    const catchment = { maxMinutes: maxMinutes.value, bins };
    const question = { method: "e2sfca", decay: decay.value, catchment, rank: 1, raam: RAAM_DEFAULTS } as const;
    const perHundredThousand = computeAccess(world, question, QUIET).values.map((value) => value * perPeople);
    expect(perHundredThousand[0]).toBeCloseTo(30, 9);
    expect(perHundredThousand[1]).toBeCloseTo(100, 9);
  });
});
