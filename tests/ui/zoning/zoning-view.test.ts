import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { ZoningAnswer } from "../../../src/app/zoning.ts";
import { chosenRule } from "../../../src/app/zoning.ts";
import { STATUS_CLASS } from "../../../src/core/classes.ts";
import { UNZONED } from "../../../src/core/zoning/cut.ts";
import { entryOf, tabulateAreas } from "../../../src/core/zoning/zoned-areas.ts";
import { getFormats } from "../../../src/i18n/format.ts";
import { fr } from "../../../src/i18n/fr.ts";
import { writeAreasCsv } from "../../../src/ui/zoning/zoning-csv.ts";
import { nameArea, viewZoning } from "../../../src/ui/zoning/zoning-view.ts";
import { sixCommunes } from "../understand/world.ts";

const f = getFormats("fr");
const none = Number.NaN;

/**
 * Three areas: Aride and Presque at 2 (priority), Juste and Mieux around « Juste » at 3 (in the pool, decided complementary),
 * Loin without access; the sixth commune in none. 2,700 standardised inhabitants each.
 */
function answer(): ZoningAnswer {
  const access = sixCommunes();
  return {
    territory: access.summary.territory,
    units: access.units,
    codes: access.codes,
    names: access.names,
    counted: access.counted,
    rule: chosenRule("gp", "gp-2021"),
    year: 2023,
    people: access.people,
    areaOf: Int32Array.of(0, 0, 1, 1, 2, -1),
    stateOf: Int8Array.of(0, 0, 3, 3, UNZONED, UNZONED),
    areas: {
      keys: ["bv:35001", "bv:35003:200000001", "com:35005"],
      kinds: ["whole", "rest", "town"],
      names: ["Aride", "Juste, ou pas", "Loin"],
      epcis: [null, "Agglo", null],
      regions: ["53", "53", "53"],
      communes: Float64Array.of(2, 2, 1),
      people: Float64Array.of(300, 700, 150),
      peopleInside: Float64Array.of(300, 500, 150),
      peopleMissing: Float64Array.of(0, 0, 150),
      standardised: Float64Array.of(2700, 2700, 2700),
      access: Float64Array.of(2, 3, none),
      classes: Int8Array.of(0, 1, UNZONED),
      states: Int8Array.of(0, 3, UNZONED),
      exchange: new Uint8Array(3),
      before: null,
      options: [[], [0, 3], []],
      entryAccess: Float64Array.of(none, 2.5, 4, 2.5, none, 4, none, none, none),
      entryStrict: Uint8Array.of(0, 1, 1, 0, 0, 1, 0, 0, 0),
    },
    borders: [],
    counts: [],
    peopleUnzoned: 200,
    gaugedIn: null,
    gauges: [],
    refused: [],
  };
}

describe("each commune in the class of its area", () => {
  const view = viewZoning(answer(), f, fr);

  it("colours what was decided, and leaves out of the legend what nobody decided", () => {
    const missing = STATUS_CLASS.missing;
    expect([...view.classes]).toEqual([0, 0, 3, 3, missing, missing]);
    expect(view.entries.map(({ classIndex }) => classIndex)).toEqual([0, 1, 2, 3, missing]);
    const plain = { ...answer(), stateOf: Int8Array.of(0, 0, 1, 1, UNZONED, UNZONED) };
    expect(viewZoning(plain, f, fr).entries.map(({ classIndex }) => classIndex)).toEqual([0, 1, 2, missing]);
  });

  it("says the area and its access, and that it is a simulation", () => {
    expect(view.describe(2).value).toBe("Autour de Juste, ou pas (Agglo)\u202f: APL 3,00".replace("\u202f", "\u00a0"));
    expect(view.describe(2).level).toBe("Zone d’action complémentaire (ZAC) (votre hypothèse)");
    expect(view.describe(0).level).toBe("Zone d’intervention prioritaire (ZIP)");
    expect(view.describe(5)).toEqual({ value: "non classé", level: "non classé" });
    expect(view.note).toContain("pas une décision");
    expect(nameArea(answer(), 2, fr)).toBe("Loin (ville)");
  });

  it("writes states and areas to the file of communes", () => {
    expect(view.columns.map(({ csvHeader }) => csvHeader)).toEqual([
      "simulated_state",
      "area",
      "area_apl",
      "area_people",
    ]);
    expect(view.columns.map(({ csv }) => csv(2))).toEqual(["zac", "bv:35003:200000001", 3, 700]);
    expect(view.columns[0].csv(5)).toBe("");
  });
});

describe("what it takes, and the file of areas", () => {
  it("0.5 more for 2,700 is 1,350 acts, a quarter of a doctor", () => {
    const { rule, areas } = answer();
    expect(entryOf(rule, areas, 0, 1)).toEqual({ access: 2.5, isStrict: true, acts: 1350, fte: 0.25 });
    expect(entryOf(rule, areas, 0, 0)).toBeNull();
  });

  it("every line says it is no decision; names with commas are quoted", () => {
    const [name, text] = writeAreasCsv(answer());
    expect(name).toBe("oasis-zonage-simule-gp-2021-2023-reg-53.csv");
    const lines = text.trimEnd().split("\n");
    expect(lines.length).toBe(4);
    expect(lines[0].split(",").length).toBe(tabulateAreas(answer().rule, answer().areas).header.length);
    expect(lines.slice(1).every((line) => line.endsWith('"simulation, pas une décision"'))).toBe(true);
    expect(lines[2].startsWith('bv:35003:200000001,rest,"Juste, ou pas",Agglo,53,2,700,500,0,3,vivier,zac,')).toBe(
      true,
    );
  });
});

it("no rule leaves a class without a name in the interface's languages", () => {
  for (const id of ["gp-2017", "nurse-2020"]) {
    const json = JSON.parse(readFileSync(`data/rules/${id}.json`, "utf8"));
    for (const { label } of json.classes) expect(label.fr === label.en).toBe(false);
  }
});
