import { describe, expect, test } from "vitest";
import type { PlaceSitesAnswer } from "../../../src/app/plans.ts";
import { planQuestion } from "../../../src/app/plans.ts";
import { DEFAULT_QUESTION } from "../../../src/app/question.ts";
import { getFormats } from "../../../src/i18n/format.ts";
import { fr } from "../../../src/i18n/fr.ts";
import { viewPlan, viewSearch } from "../../../src/ui/act/plan-view.ts";
import { writeSitesCsv } from "../../../src/ui/act/sites-csv.ts";
import { readAnswer } from "../../../src/ui/understand/reading.ts";
import { sixCommunes } from "../understand/world.ts";

const F = getFormats("fr");
const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, " ");
const FIGURES = { peopleUnder: 0, mean: 3, gini: 0.1, lowestFifth: 3, minutes: null };

/** A plan that brings `gain` to the second commune with a value, the first left out of it. */
function world(gain: number) {
  const answer = sixCommunes();
  const reading = readAnswer(answer, DEFAULT_QUESTION);
  const known = Array.from(answer.values.keys()).filter((row) => !Number.isNaN(answer.values[row]));
  const [, second] = known;
  const counted = known.slice(1);
  const official = Float64Array.from(counted, (row) => answer.values[row]);
  const plan: PlaceSitesAnswer = {
    question: planQuestion(DEFAULT_QUESTION, 2.5),
    found: { objective: 1, bound: 1, gap: 0, sites: Uint32Array.of(0), seconds: 1 },
    candidates: 2,
    sites: [
      {
        unit: answer.units[second],
        code: answer.codes[second],
        name: 'A, "B"',
        lon: -2,
        lat: 48,
        peopleLifted: 10,
        worth: 4,
        runnerUp: null,
        useful: 0.5,
        size: null,
        peopleNearest: null,
      },
    ],
    units: Uint16Array.from(counted, (row) => answer.units[row]),
    people: Float64Array.from(counted, (row) => answer.people[row]),
    official,
    after: official.map((value, k) => (k === 0 ? value + gain : value)),
    minutes: null,
    assignment: null,
    points: { lon: new Float64Array(counted.length), lat: new Float64Array(counted.length) },
    today: FIGURES,
    planned: FIGURES,
    aside: { names: [], people: 0 },
    staff: null,
    capacity: null,
    times: { brought: 0, estimated: 1 },
  };
  return { reading, plan, second, known };
}

describe("what the map shows of a plan", () => {
  test("after: what the plan adds, everything else as published; before: as published", () => {
    const { reading, plan, second } = world(10);
    const after = viewPlan(reading, plan, { side: "after", links: true }, DEFAULT_QUESTION, F, fr);
    const before = viewPlan(reading, plan, { side: "before", links: true }, DEFAULT_QUESTION, F, fr);
    expect(Array.from(before.classes)).toEqual(Array.from(reading.classes));
    const changed = Array.from(after.classes.keys()).filter((row) => after.classes[row] !== reading.classes[row]);
    expect(changed).toEqual([second]);
    expect(after.reading?.answer.values[second]).toBe(reading.answer.values[second] + 10);
    expect(plain(after.describe(second).level)).toContain("+ 10,00");
  });

  test("the columns are the same whatever the side, and the gain is their difference", () => {
    const { reading, plan } = world(0.4);
    for (const side of ["after", "before"] as const) {
      const { columns } = viewPlan(reading, plan, { side, links: true }, DEFAULT_QUESTION, F, fr);
      expect(columns.map(({ csvHeader }) => csvHeader)).toEqual(["access_after", "access_official", "gain"]);
      const [after, official, gain] = columns;
      for (let row = 0; row < reading.answer.units.length; row++) {
        expect(gain.csv(row)).toEqual(Number(after.csv(row)) - Number(official.csv(row)));
      }
    }
  });

  test("sites are numbered in order, during the search too", () => {
    const { reading, plan } = world(1);
    expect(viewPlan(reading, plan, { side: "after", links: true }, DEFAULT_QUESTION, F, fr).sites).toMatchObject([
      { lon: -2, lat: 48, text: "1" },
    ]);
    const sites = {
      units: Uint16Array.of(1, 2),
      codes: ["1", "2"],
      names: ["un", "deux"],
      lon: Float64Array.of(5, 6),
      lat: Float64Array.of(7, 8),
    };
    const marks = viewSearch(reading, sites, [1, 0], F, fr).sites;
    expect(marks).toMatchObject([
      { lon: 6, lat: 8, text: "1" },
      { lon: 5, lat: 7, text: "2" },
    ]);
    expect(plain(marks?.[0].label ?? "")).toBe("Site 1 : deux");
  });

  test("the file of sites quotes names and leaves empty what there is none of", () => {
    const [name, text] = writeSitesCsv(world(1).plan);
    expect(name).toBe("oasis-sites-shortfall-reg-53.csv");
    const [header, line] = text.trim().split("\n");
    expect(header.split(",").length).toBe(12);
    expect(line).toContain('"A, ""B"""');
    expect(line).toMatch(/,10,4,,,,0.5,$/);
  });
});
