import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { FailureError } from "../../../src/core/failure.ts";
import { PROFESSION_RULES } from "../../../src/core/professions.ts";
import { accessBounds, shareLimits } from "../../../src/core/zoning/classify.ts";
import { readRule, statesOf } from "../../../src/core/zoning/rule.ts";

const FOLDER = "data/rules";
const files = readdirSync(FOLDER);
const load = (file: string) => JSON.parse(readFileSync(`${FOLDER}/${file}`, "utf8"));
const rules = files.map((file) => readRule(load(file), file));
const find = (id: string) => {
  const rule = rules.find((one) => one.id === id);
  if (!rule) throw new Error(id);
  return rule;
};

describe("rule files", () => {
  it.each(files)("%s is read whole, and named after its rule", (file) => {
    const rule = readRule(load(file), file);
    expect(`${rule.id}.json`).toBe(file);
    expect(rule).toEqual(load(file));
    expect(rule.id.startsWith(`${rule.profession}-`)).toBe(true);
    expect(rule.limits.length + (rule.id === "nurse-2020" ? 1 : 0)).toBeGreaterThan(0);
  });

  it("hold the figures of the orders: the same bounds as the thresholds shown elsewhere", () => {
    expect(accessBounds(find("gp-2017"))).toEqual([2.5, 4]);
    expect(PROFESSION_RULES.gp.threshold).toBe(2.5);
    for (const id of ["physio-2018", "midwife-2019", "nurse-2020"]) {
      const { classes, profession } = find(id);
      expect(classes.slice(0, -1).map((one) => one.publishedUpTo)).toEqual(PROFESSION_RULES[profession].breaks);
    }
    // DGOS, February 2020: nurses 5.3 / 9.4 / 36.6 / 20.4 / 28.3 %.
    const nurse = [0.053, 0.147, 0.513, 0.717];
    for (const [k, limit] of shareLimits(find("nurse-2020")).entries()) expect(limit).toBeCloseTo(nurse[k], 12);
  });

  it("leave open what is not published: nothing of 2025 is simulated", () => {
    const rule = find("gp-2025");
    expect(rule.method).toBe("unpublished");
    expect(rule.classes.every(({ upTo, share }) => upTo === null && share === null)).toBe(true);
    expect(rule.gauges.every((g) => g.kind === "ceiling" && g.country === null)).toBe(true);
  });

  it("make states of classes and choices, each once", () => {
    expect(statesOf(find("gp-2017")).map(({ id }) => id)).toEqual(["zip", "vivier", "out", "zac", "vigilance"]);
  });
});

describe("a rule file that is wrong is refused with its name and the field", () => {
  const gp = load("gp-2017.json");
  const nurse = load("nurse-2020.json");
  it.each([
    ["not an object", [], "(whole file)"],
    [
      "a class without a short name",
      { ...gp, classes: [{ ...gp.classes[0], short: { fr: "ZIP" } }, ...gp.classes.slice(1)] },
      "classes[0].short.en",
    ],
    ["no citation", { ...gp, citation: " " }, "citation"],
    ["no date", { ...gp, from: "autumn 2017" }, "from"],
    ["ends before it starts", { ...gp, to: "2016" }, "to"],
    ["unknown profession", { ...gp, profession: "surgeon" }, "profession"],
    ["unknown unit", { ...gp, unit: { ...gp.unit, official: "iris" } }, "unit.official"],
    [
      "a figure left out",
      { ...gp, classes: gp.classes.map(({ share: _, ...c }: object & { share: null }) => c) },
      "classes[0].share",
    ],
    [
      "bounds that go down",
      { ...gp, classes: [{ ...gp.classes[0], upTo: 4.5 }, ...gp.classes.slice(1)] },
      "classes[1].upTo",
    ],
    [
      "a bound on the last class",
      { ...gp, classes: [...gp.classes.slice(0, 2), { ...gp.classes[2], upTo: 9 }] },
      "classes[2].upTo",
    ],
    [
      "shares that do not sum up",
      { ...nurse, classes: [{ ...nurse.classes[0], share: 0.2 }, ...nurse.classes.slice(1)] },
      "classes",
    ],
    [
      "a share in percent",
      { ...nurse, classes: [{ ...nurse.classes[0], share: 5.3 }, ...nurse.classes.slice(1)] },
      "classes[0].share",
    ],
    ["a class twice", { ...nurse, classes: [nurse.classes[1], ...nurse.classes.slice(1)] }, "classes[1].id"],
    ["a choice from nowhere", { ...gp, choices: [{ ...gp.choices[0], from: ["elsewhere"] }] }, "choices[0].from"],
    ["a gauge of no state", { ...gp, gauges: [{ ...gp.gauges[0], state: "elsewhere" }] }, "gauges[0].state"],
    [
      "an exchange that jumps",
      { ...nurse, gauges: [{ ...nurse.gauges[0], between: ["very-under", "middle"] }] },
      "gauges[0].between",
    ],
  ])("%s", (_, json, field) => {
    try {
      readRule(json, "own.json");
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(FailureError);
      expect((error as FailureError).failure).toMatchObject({ code: "bad-input", params: { file: "own.json", field } });
    }
  });
});
