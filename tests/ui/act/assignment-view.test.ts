import { describe, expect, test } from "vitest";
import { planQuestion } from "../../../src/app/plans.ts";
import { DEFAULT_QUESTION } from "../../../src/app/question.ts";
import { SERVED } from "../../../src/core/placement/assignment.ts";
import { getFormats } from "../../../src/i18n/format.ts";
import { fr } from "../../../src/i18n/fr.ts";
import { countServed, linkPlan, saySite, servedColumn } from "../../../src/ui/act/assignment-view.ts";

const F = getFormats("fr");
const plain = (text: string | null) => text?.replaceAll(/[\u00a0\u202f]/g, " ");

/**
 * Units 10 to 15. Sites: « Un » in unit 10, « Deux » in unit 99, outside. 10 and 11 go to Un, 12 by thirds to Un (20 people) and
 * Deux (40), 13 has Deux beyond the minutes, 14 stays with a place of today, nobody serves 15.
 */
const PLAN = {
  question: { ...planQuestion(DEFAULT_QUESTION, 2.5), objective: "mclp" as const, minutes: 15 },
  units: Uint16Array.of(10, 11, 12, 13, 14, 15),
  points: { lon: Float64Array.of(0, 1, 2, 3, 4, 5), lat: new Float64Array(6) },
  sites: [site(10, "Un", 0, 0), site(99, "Deux", 9, 9)],
  times: { brought: 0, estimated: 1 },
  assignment: {
    served: Uint8Array.of(SERVED.site, SERVED.site, SERVED.site, SERVED.beyond, SERVED.today, SERVED.nobody),
    offsets: Uint32Array.of(0, 1, 2, 4, 5, 5, 5),
    sites: Uint16Array.of(0, 0, 0, 1, 1),
    people: Float64Array.of(100, 50, 20, 40, 30),
    minutes: Float64Array.of(0, 8.24, 11, 13, 22),
  },
};

function site(unit: number, name: string, lon: number, lat: number) {
  const figures = { peopleLifted: 0, worth: 0, runnerUp: null, useful: 0, peopleNearest: 0, size: null };
  return { unit, code: `220${unit}`, name, lon, lat, ...figures };
}

describe("lines of a plan", () => {
  test("one per commune and site it is served by, not its own, not beyond the minutes", () => {
    const links = linkPlan(PLAN);
    const drawn = links?.lines.features.map(({ geometry, properties }) => [
      properties.site,
      ...geometry.coordinates.flat(),
    ]);
    expect(drawn).toEqual([
      [0, 1, 0, 0, 0],
      [1, 2, 0, 9, 9],
      [0, 2, 0, 0, 0],
    ]);
  });

  test("those of the site in, or serving, the commune one selects stand out", () => {
    const links = linkPlan(PLAN);
    expect([10, 11, 99, 13, 14, 15, 7].map((unit) => links?.siteOf(unit))).toEqual([0, 0, 1, null, null, null, null]);
  });

  test("none where nobody is sent anywhere", () => {
    const equity = { ...PLAN, assignment: null };
    expect(linkPlan(equity)).toBeUndefined();
    expect(servedColumn(equity, PLAN.units, F, fr)).toBeNull();
    expect(saySite(equity, F, fr)(11)).toBeNull();
  });
});

test("« desservie par », on the table and in the file; what is not of the plan is not counted", () => {
  const column = servedColumn(PLAN, Uint16Array.of(11, 12, 13, 14, 15, 77), F, fr);
  const rows = [0, 1, 2, 3, 4, 5];
  expect(rows.map((row) => plain(String(column?.cell(row))))).toEqual([
    "Un",
    "Un (33,3 %) et Deux (66,7 %)",
    "aucun en 15 min (le plus proche : Deux)",
    "un lieu actuel",
    "personne : hors d’atteinte ou sans place",
    "non comptée",
  ]);
  const codes = ["22010", "22010 22099", "beyond:22099", "today", "nobody", "uncounted"];
  expect(rows.map((row) => column?.csv(row))).toEqual(codes);
  expect(Math.sign(column?.compare(0, 1) ?? 0)).toBe(-1);
});

test("the pointer is told the site and its minutes, called estimated", () => {
  const say = saySite(PLAN, F, fr);
  expect(plain(say(11))).toBe("desservie par : Un, 8,2 min (temps estimés)");
  expect(plain(say(12))).toBe("desservie par : Un (33,3 %) et Deux (66,7 %)");
  expect(plain(saySite({ ...PLAN, times: { brought: 4, estimated: 0 } }, F, fr)(11))).toContain("temps routiers");
});

test("communes by how they stand", () => {
  expect(countServed(PLAN.assignment.served)).toEqual({ site: 3, beyond: 1, today: 1, nobody: 1, uncounted: 0 });
});
