import { readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parseQuestion } from "../../src/app/question.ts";
import { chosenRule, parseDecisions, rulesOf, withDecision, ZONING_RULES } from "../../src/app/zoning.ts";
import { ZONING_RULE_IDS } from "../../src/app/zoning-rule-ids.ts";
import { PROFESSIONS, SERIES } from "../../src/core/professions.ts";

describe("rules of the application", () => {
  test("are all the files of the pack, and their names those an address may ask", () => {
    const files = readdirSync("data/rules").map((name) => name.replace(".json", ""));
    expect(ZONING_RULES.map(({ id }) => id).sort()).toEqual(files.sort());
    expect([...ZONING_RULE_IDS].sort()).toEqual(files.sort());
  });

  test.each(PROFESSIONS)("%s has one with figures, of a series that is published", (profession) => {
    const rule = chosenRule(profession, null);
    expect(rule.method).not.toBe("unpublished");
    expect(SERIES.some((s) => s.profession === profession && s.ages === rule.ages && s.year === 2023)).toBe(true);
  });

  test("the latest comes first; one asked for another profession is not used", () => {
    expect(rulesOf("gp").map(({ id }) => id)).toEqual(["gp-2025", "gp-2021", "gp-2017"]);
    expect(chosenRule("gp", null).id).toBe("gp-2021");
    expect(chosenRule("gp", "gp-2017").id).toBe("gp-2017");
    expect(chosenRule("gp", "gp-2025").method).toBe("unpublished");
    expect(chosenRule("nurse", "gp-2017").id).toBe("nurse-2020");
  });
});

describe("decisions in the address", () => {
  test("are added, replaced and taken away one by one", () => {
    const one = withDecision("", "bv:35360", "zac");
    const two = withDecision(one, "bv:35238:243500139", "zip");
    expect(parseDecisions(two)).toEqual([
      { area: "bv:35360", state: "zac" },
      { area: "bv:35238:243500139", state: "zip" },
    ]);
    expect(withDecision(two, "bv:35360", "zip")).toBe("bv:35238:243500139=zip~bv:35360=zip");
    expect(withDecision(one, "bv:35360", null)).toBe("");
    expect(parseDecisions("")).toEqual([]);
  });

  test("what cannot be one is reported, and so is a rule nobody knows", () => {
    const { question, problems } = parseQuestion("?zoning=gp-1789&decided=bv:35360");
    expect(problems.map(({ name }) => name)).toEqual(["zoning", "decided"]);
    expect([question.choices.zoning, question.choices.decided]).toEqual([null, ""]);
  });
});
