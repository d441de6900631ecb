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

  it("carries every profession of the centres, as many as the size of each", () => {
    const staff = [
      { profession: "gp", fte: 2, importance: 1, cost: null },
      { profession: "nurse", fte: 0, importance: 1, cost: null },
      { profession: "dentist", fte: 1, importance: 2, cost: 90 },
    ] as const;
    const sites = plan.sites.map((site, k) => ({ ...site, size: k === 0 ? { multiple: 0.5, cost: 1 } : null }));
    const scenario = scenarioOfPlan({ question: { ...plan.question, staff }, sites }, "x", fr);
    const staffed = scenario?.changes.map((change) => (change.kind === "open-centre" ? change.to.staff : []));
    const of = (gp: number, dentist: number) => [
      { profession: "gp", fte: gp },
      { profession: "dentist", fte: dentist },
    ];
    expect(staffed).toEqual([of(1, 0.5), of(2, 1), of(2, 1)]);
    expect(readChanges(scenario?.changes ?? [])).toEqual(scenario?.changes);
  });

  it("is not offered under a method whose gains do not add up", () => {
    const question = { ...plan.question, model: { ...plan.question.model, method: "3sfca" as const } };
    expect(scenarioOfPlan({ ...plan, question }, "x", fr)).toBeNull();
  });
});
