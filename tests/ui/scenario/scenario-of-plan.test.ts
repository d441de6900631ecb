import { beforeAll, describe, expect, it } from "vitest";
import { planQuestion } from "../../../src/app/plans.ts";
import { DEFAULT_QUESTION } from "../../../src/app/question.ts";
import { readChanges } from "../../../src/core/scenario/read-change.ts";
import type { PlaceSitesAnswer } from "../../../src/engine/describe-plan.ts";
import { createEngine, type Engine } from "../../../src/engine/engine.ts";
import { fr } from "../../../src/i18n/fr.ts";
import { openNodePack } from "../../../src/platform/node/duckdb.ts";
import { scenarioOfPlan } from "../../../src/ui/scenario/scenario-of-plan.ts";

const RUN = { signal: { aborted: false }, progress: () => undefined };
let engine: Engine;
let plan: PlaceSitesAnswer;

beforeAll(async () => {
  engine = createEngine(await openNodePack("data"));
  const question = planQuestion({ ...DEFAULT_QUESTION, territory: { kind: "departement", code: "22" } }, 2.5);
  await engine.preparePlacement(question, RUN);
  const found = { objective: 0, bound: 0, gap: 0, sites: Uint32Array.of(0, 3, 5), seconds: 0 };
  plan = await engine.describePlan({ question, found }, RUN);
});

describe("a plan made a scenario", () => {
  it("opens a centre at each site, and a scenario can hold it", () => {
    const scenario = scenarioOfPlan(plan, "Côtes-d'Armor", fr);
    expect(scenario?.changes).toHaveLength(3);
    expect(readChanges(scenario?.changes ?? [])).toEqual(scenario?.changes);
    expect(scenario?.changes.map((change) => change.kind === "open-centre" && change.commune)).toEqual(
      plan.sites.map(({ code }) => code),
    );
  });

  it("gives the figures of the plan: the same centres, computed by another road", async () => {
    const scenario = scenarioOfPlan(plan, "Côtes-d'Armor", fr);
    if (!scenario) throw new Error("no scenario");
    const { figures } = await engine.applyScenario({ scenario, baseline: "official" }, RUN);
    expect(figures.before.peopleUnder).toBeCloseTo(plan.today.peopleUnder, 6);
    expect(figures.after.peopleUnder).toBeCloseTo(plan.planned.peopleUnder, 6);
    expect(figures.after.mean).toBeCloseTo(plan.planned.mean, 9);
    expect(figures.after.mean).toBeGreaterThan(figures.before.mean);
  });

  it("is not offered under a method whose gains do not add up", () => {
    const question = { ...plan.question, model: { ...plan.question.model, method: "3sfca" as const } };
    expect(scenarioOfPlan({ ...plan, question }, "x", fr)).toBeNull();
  });
});
