import { QueryClient } from "@tanstack/react-query";
import { expect, it } from "vitest";
import { changedAccess, scenarioUnderRule, scenarioZoningQuery } from "../../src/app/scenario-zoning.ts";
import { chosenRule } from "../../src/app/zoning.ts";
import type { Change } from "../../src/core/scenario/change.ts";
import type { Scenario } from "../../src/core/scenario/document.ts";
import type { AccessOverrides } from "../../src/engine/zone-areas.ts";
import type { EngineClient } from "../../src/worker/client.ts";

const RULE = chosenRule("gp", "gp-2021");
const leave: Change = { kind: "departure", id: "d", commune: "35238", profession: "gp", fte: 1 };
const byAge = (upTo: 65 | 62): Change => ({ kind: "departure-by-age", id: "a", upTo });
const SCENARIO: Scenario = {
  title: "Essai",
  territory: { kind: "departement", code: "35" },
  series: { profession: "gp", year: 2023, ages: "all" },
  threshold: 2,
  model: null,
  changes: [leave],
  computed: null,
};

it("a rule sees a scenario over the country and on its own indicator, where that is published", () => {
  expect(scenarioUnderRule(SCENARIO, RULE)).toEqual({
    ...SCENARIO,
    territory: { kind: "country", code: "fr" },
    series: { profession: "gp", year: 2023, ages: "le65" },
    threshold: null,
  });
  expect(scenarioUnderRule({ ...SCENARIO, series: { ...SCENARIO.series, year: 2015 } }, RULE)).toBeNull();
  expect(scenarioUnderRule(SCENARIO, chosenRule("nurse", null))).toBeNull();
});

it("those above 65 are gone already from an indicator up to 65; those above 62 are not", () => {
  const changes = (upTo: 65 | 62) => scenarioUnderRule({ ...SCENARIO, changes: [byAge(upTo), leave] }, RULE)?.changes;
  expect(changes(65)).toEqual([leave]);
  expect(changes(62)).toEqual([byAge(62), leave]);
});

it("only what moves and is known is brought to the rule, at full precision", () => {
  const changed = changedAccess({
    codes: ["a", "b", "c", "d"],
    before: Float64Array.of(1, 2, 3, Number.NaN),
    after: Float64Array.of(1.25, 2, Number.NaN, Number.NaN),
  });
  expect(changed).toEqual({ codes: ["a"], values: Float64Array.of(1.25) });
});

it("the engine is asked for the scenario, then for the classes with the access it gives", async () => {
  const asked: [string, unknown][] = [];
  const call = (name: string, input: unknown) => {
    asked.push([name, input]);
    const effect = { codes: ["a"], before: Float64Array.of(1), after: Float64Array.of(2) };
    return Promise.resolve(name === "applyScenario" ? effect : { zoned: true });
  };
  const engine = () => ({ call }) as unknown as EngineClient;
  const { territory } = SCENARIO;
  const question = { territory, rule: RULE, decisions: [] };
  const query = scenarioZoningQuery(engine, question, SCENARIO, 0, () => undefined);
  expect(await new QueryClient().fetchQuery(query)).toEqual({ zoned: true });
  expect(asked.map(([name]) => name)).toEqual(["applyScenario", "simulateZoning"]);
  const overrides: AccessOverrides = { codes: ["a"], values: Float64Array.of(2) };
  expect(asked[1][1]).toEqual({ ...question, year: 2023, overrides });
});
