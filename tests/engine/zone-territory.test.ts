import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import type { Run } from "../../src/core/run.ts";
import { parseTerritory } from "../../src/core/territory.ts";
import { UNZONED } from "../../src/core/zoning/cut.ts";
import { readRule, statesOf, type ZoningRule } from "../../src/core/zoning/rule.ts";
import { createEngine, type Engine } from "../../src/engine/engine.ts";
import type { ZoningAnswer, ZoningQuestion } from "../../src/engine/zone-territory.ts";
import { LEAST_REST, TOWN_PEOPLE } from "../../src/engine/zoning-areas.ts";
import { openNodePack } from "../../src/platform/node/duckdb.ts";
import { writeInequalityPack } from "./inequality-pack.ts";

const RUN: Run = { signal: { aborted: false }, progress: () => undefined };
const load = (id: string) => readRule(JSON.parse(readFileSync(`data/rules/${id}.json`, "utf8")), id);
/** The small country has values of every practitioner only. */
const RULE: ZoningRule = { ...load("gp-2021"), ages: "all" };
const idsOf = ({ rule, areas }: ZoningAnswer) => {
  const ids = statesOf(rule).map(({ id }) => id);
  return Object.fromEntries(areas.keys.map((key, area) => [key, ids[areas.states[area]] ?? null]));
};

describe("the pencil-and-paper country", () => {
  let small: Engine;
  const ask = (text: string, change: Partial<ZoningQuestion> = {}) =>
    small.simulateZoning(
      { territory: parseTerritory(text), rule: RULE, year: 2023, decisions: [], overrides: null, ...change },
      RUN,
    );

  beforeAll(async () => {
    small = createEngine(await openNodePack(await writeInequalityPack()));
  });

  it("averages communes by people: (110 × 2 + 330 × 4) / 440 = 3.5, (400 × 1 + 600 × 5) / 1,000 = 3.4", async () => {
    const { areas, peopleUnzoned } = await ask("fr");
    expect(areas.keys).toEqual(["bv:bv2", "bv:bv1", "bv:bv3"]);
    expect([...areas.access]).toEqual([0, 3.5, 3.4]);
    expect([...areas.classes]).toEqual([0, 1, 1]);
    expect([...areas.people]).toEqual([50, 440, 1000]);
    // C is in no living area: 55 people, and no value.
    expect(peopleUnzoned).toBe(55);
  });

  it("divides a large living area: arrondissements by themselves", async () => {
    const answer = await ask("reg:11", { rule: { ...RULE, unit: { official: "tvs", splitAbove: 500 } } });
    expect(idsOf(answer)).toEqual({ "com:75101": "zip", "com:75102": "out" });
    expect(answer.areas.kinds).toEqual(["town", "town"]);
    // The city is counted by its arrondissements: its own row is in no area.
    expect([...answer.areaOf]).toEqual([-1, 0, 1]);
    expect(answer.counts.map(({ people }) => people)).toEqual([400, 0, 600, 0]);
    // 62.4 % of the 1,000 people of the region may be priority zones; 400 are.
    expect(answer.gauges[0]).toMatchObject({ used: 400, allowed: 624, left: 224 });
  });

  it("says what it takes: from 3.5 to 2.5 over 400 standardised inhabitants", async () => {
    const { areas, rule } = await ask("dep:35");
    const size = rule.classes.length;
    expect([...areas.entryAccess.subarray(0, size)]).toEqual([2.5, Number.NaN, 4]);
    expect([...areas.entryStrict.subarray(0, size)]).toEqual([0, 0, 1]);
    expect(areas.standardised[0]).toBe(400);
  });

  it("takes decisions the rule foresees and gives back the others", async () => {
    const decisions = [
      { area: "bv:bv1", state: "zac" },
      { area: "bv:bv2", state: "zac" },
      { area: "bv:none", state: "zip" },
    ];
    const answer = await ask("reg:53", { decisions });
    expect(idsOf(answer)).toEqual({ "bv:bv2": "zip", "bv:bv1": "zac" });
    expect(answer.refused.map(({ area }) => area)).toEqual(["bv:bv2", "bv:none"]);
    expect(answer.gauges[1]).toMatchObject({ used: 440, allowed: null });
  });

  it("classes a scenario beside the published: B at 1 makes (220 + 330) / 440 = 1.25", async () => {
    const overrides = { codes: ["35002"], values: Float64Array.of(1) };
    const { areas } = await ask("dep:35", { overrides });
    expect([areas.access[0], areas.classes[0]]).toEqual([1.25, 0]);
    expect([areas.before?.access[0], areas.before?.classes[0]]).toEqual([3.5, 1]);
    await expect(ask("dep:35", { overrides: { ...overrides, codes: ["99999"] } })).rejects.toMatchObject({
      failure: { code: "bad-input", params: { row: 1, code: "99999" } },
    });
  });

  it("simulates nothing where figures are not published", async () => {
    await expect(ask("fr", { rule: load("gp-2025") })).rejects.toMatchObject({ failure: { code: "bad-input" } });
  });
});

describe("on the pack", () => {
  let engine: Engine;
  const ask = (text: string, id: string) =>
    engine.simulateZoning(
      { territory: parseTerritory(text), rule: load(id), year: 2023, decisions: [], overrides: null },
      RUN,
    );

  beforeAll(async () => {
    engine = createEngine(await openNodePack("data"));
  });

  it("doctors: a quarter of the French in areas at 2.5 or less, more in Île-de-France than in Bretagne", async () => {
    const share = ({ counts, peopleUnzoned }: ZoningAnswer) =>
      counts[0].people / (counts.reduce((sum, { people }) => sum + people, 0) + peopleUnzoned);
    const [france, idf, bretagne] = [
      await ask("fr", "gp-2017"),
      await ask("reg:11", "gp-2017"),
      await ask("reg:53", "gp-2017"),
    ];
    expect(share(france)).toBeCloseTo(0.245, 2);
    expect(share(idf)).toBeCloseTo(0.493, 2);
    expect(share(bretagne)).toBeCloseTo(0.078, 2);
    // Every commune of Bretagne is in an area, and areas hold its people once.
    expect(bretagne.areaOf.every((area) => area >= 0)).toBe(true);
    const inside = bretagne.areas.peopleInside.reduce((a, b) => a + b, 0);
    expect(inside).toBe(bretagne.people.reduce((a, b) => a + b, 0));
    // Redon lies on both sides of a border: its people elsewhere count in the area, not in the territory.
    const redon = bretagne.areas.names.indexOf("Redon");
    expect(bretagne.areas.people[redon]).toBeGreaterThan(bretagne.areas.peopleInside[redon]);
  });

  it.each([
    // Every profession grew from the data of its order (2017) to 2023: borders of the same shares lie above, alike within one.
    ["nurse-2020", 1.05, 1.15],
    ["physio-2018", 1.12, 1.31],
    ["midwife-2019", 1.31, 1.6],
  ])(
    "%s: shares within a third of a point, borders %d to %d times those the order published",
    async (id, low, high) => {
      const { borders, rule } = await ask("dep:35", id);
      for (const [k, { share, publishedUpTo }] of rule.classes.slice(0, -1).entries()) {
        expect(Math.abs(borders[k].share - (share ?? 0))).toBeLessThan(0.0033);
        const ratio = borders[k].highest / (publishedUpTo ?? 0);
        expect(ratio).toBeGreaterThan(low);
        expect(ratio).toBeLessThan(high);
      }
    },
  );

  it("no area of a divided living area mixes a town with others, and large ones are gone", async () => {
    const { areas } = await ask("fr", "nurse-2020");
    areas.kinds.forEach((kind, area) => {
      if (kind === "whole") expect(areas.people[area]).toBeLessThan(31_000);
      if (kind === "town") expect(areas.communes[area]).toBe(1);
      expect(areas.classes[area] === UNZONED).toBe(Number.isNaN(areas.access[area]));
    });
    expect(areas.keys.length).toBeGreaterThan(3000);
    expect([TOWN_PEOPLE, LEAST_REST]).toEqual([10_000, 5_000]);
    // A small part is alone only where its living area leaves no other.
    const small = areas.keys.filter((_, area) => areas.kinds[area] === "rest" && areas.people[area] < LEAST_REST * 0.9);
    for (const key of small) {
      const living = key.slice(0, key.lastIndexOf(":"));
      expect(areas.keys.filter((other) => other.startsWith(`${living}:`)).length).toBe(1);
    }
  });
});
