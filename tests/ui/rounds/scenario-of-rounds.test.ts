import { beforeAll, describe, expect, it } from "vitest";
import { readChanges } from "../../../src/core/scenario/read-change.ts";
import type { PlanRoundsAnswer } from "../../../src/engine/describe-rounds.ts";
import { createEngine, type Engine } from "../../../src/engine/engine.ts";
import { fr } from "../../../src/i18n/fr.ts";
import { openNodePack } from "../../../src/platform/node/duckdb.ts";
import { changeOfRounds, scenarioOfRounds } from "../../../src/ui/rounds/scenario-of-rounds.ts";
import { planMayenne, RUN } from "./plan-of-mayenne.ts";

let engine: Engine;
let plan: PlanRoundsAnswer;

beforeAll(async () => {
  engine = createEngine(await openNodePack("data"));
  plan = await planMayenne(engine);
});

describe("rounds made a scenario", () => {
  it("are one mobile unit with the stops served, which a scenario can hold", () => {
    const scenario = scenarioOfRounds(plan, "Mayenne", fr);
    expect(readChanges(scenario?.changes ?? [])).toEqual(scenario?.changes);
    const served = plan.stops.filter(({ rhythm }) => rhythm !== null);
    expect(changeOfRounds(plan)?.stops.map(({ commune }) => commune)).toEqual(served.map(({ code }) => code));
    expect(scenario?.model).toBeNull();
  });

  it("give the figures of the plan, by another road", async () => {
    const scenario = scenarioOfRounds(plan, "Mayenne", fr);
    if (!scenario) throw new Error("no scenario");
    const answer = await engine.applyScenario({ scenario, baseline: "official" }, RUN);
    expect(answer.figures.before.peopleUnder).toBeCloseTo(plan.peopleUnder, 6);
    expect(answer.figures.after.peopleUnder).toBeCloseTo(plan.peopleUnderAfter, 6);
    const after = new Map(Array.from(answer.units, (unit, row) => [unit, answer.after[row]]));
    plan.units.forEach((unit, row) => {
      expect(after.get(unit)).toBeCloseTo(plan.after[row], 9);
    });
    const supply = plan.stops.reduce((sum, stop) => sum + stop.supply, 0);
    expect(answer.supply.brought).toBeCloseTo(supply, 6);
  });

  it("are not offered under a method whose gains do not add up, nor without a stop", () => {
    const question = { ...plan.question, model: { ...plan.question.model, method: "3sfca" as const } };
    expect(scenarioOfRounds({ ...plan, question }, "x", fr)).toBeNull();
    const stops = plan.stops.map((stop) => ({ ...stop, rhythm: null }));
    expect(scenarioOfRounds({ ...plan, stops }, "x", fr)).toBeNull();
  });
});
