import { describe, expect, it } from "vitest";
import { DEFAULT_QUESTION } from "../../../src/app/question.ts";
import type { DesertsAnswer } from "../../../src/app/spatial.ts";
import { robustUnits } from "../../../src/app/spatial.ts";
import { UNJUDGED } from "../../../src/core/access/under-counts.ts";
import { STATUS_CLASS } from "../../../src/core/classes.ts";
import { APART, ISOLATED, NOT_UNDER } from "../../../src/core/spatial/deserts.ts";
import { getFormats } from "../../../src/i18n/format.ts";
import { fr } from "../../../src/i18n/fr.ts";
import { desertWith, keysOfDeserts, nameDesert } from "../../../src/ui/deserts/desert-names.ts";
import { writeDesertsCsv } from "../../../src/ui/deserts/deserts-csv.ts";
import { DESERT_PALETTE, viewDeserts } from "../../../src/ui/deserts/deserts-view.ts";
import { boundsOfDesert } from "../../../src/ui/deserts/use-desert-zoom.ts";
import { writeLensCsv } from "../../../src/ui/understand/access-csv.ts";
import { readAnswer } from "../../../src/ui/understand/reading.ts";
import { sixCommunes } from "../understand/world.ts";

const f = getFormats("fr");
const GP = { profession: "gp", year: 2023, ages: "all" } as const;

/**
 * Six communes, units 10 to 15, threshold 2.5. The first two make desert 1 (300 people, with unit 99 beyond the territory 500),
 * the fifth is desert 2 alone (150 people, 40 % short of it), the fourth is on its own, the third above, the last unknown.
 */
function answer(): DesertsAnswer {
  const access = sixCommunes();
  const { territory } = access.summary;
  const of = (...values: number[]) => Float64Array.from(values);
  return {
    territory,
    units: access.units,
    codes: access.codes,
    names: access.names,
    counted: access.counted,
    values: of(1, 2, 2.5, 2.4, 1.5, Number.NaN),
    people: access.people,
    threshold: 2.5,
    desertOf: Int32Array.of(0, 0, NOT_UNDER, ISOLATED, 1, NOT_UNDER),
    deserts: [
      {
        units: Uint16Array.of(11, 99, 10),
        around: ["Presque", "Aride"],
        departements: ["35", "50"],
        people: 500,
        peopleInside: 300,
        areas: 3,
        areasInside: 2,
        depth: 0.2,
        robustness: Number.NaN,
      },
      {
        units: Uint16Array.of(14),
        around: ["Loin, là"],
        departements: ["35"],
        people: 150,
        peopleInside: 150,
        areas: 1,
        areasInside: 1,
        depth: 0.4,
        robustness: 0.25,
      },
    ],
    summary: { peopleUnder: 650, peopleInDeserts: 450, peopleIsolated: 200, areasIsolated: 1, peopleApart: 0 },
  };
}

const look = { series: GP, colour: "people", chosen: null } as const;

describe("map of deserts", () => {
  it("colours by people or by depth, limits included above; on their own and above apart", () => {
    const missing = STATUS_CLASS.missing;
    expect([...viewDeserts(answer(), look, f, fr).classes]).toEqual([0, 0, 5, 4, 0, missing]);
    // Depths 20 % and 40 % under limits 15, 25 and 40 %.
    expect([...viewDeserts(answer(), { ...look, colour: "depth" }, f, fr).classes]).toEqual([1, 1, 5, 4, 3, missing]);
  });

  it("names every class it colours", () => {
    const { entries, title } = viewDeserts(answer(), look, f, fr);
    expect(title).toContain("2,5");
    expect(entries.map(({ classIndex }) => classIndex)).toEqual([0, 1, 2, 3, 4, 5, STATUS_CLASS.missing]);
    expect(entries.slice(0, 6).map(({ colour }) => colour)).toEqual([...DESERT_PALETTE]);
    expect(new Set(entries.map(({ label }) => label)).size).toBe(7);
  });

  it("leaves one alone lit, and only its rows in the table", () => {
    const view = viewDeserts(answer(), { ...look, chosen: 1 }, f, fr);
    expect([...view.dimmed]).toEqual([1, 1, 1, 1, 0, 1]);
    expect([...viewDeserts(answer(), look, f, fr).dimmed]).toEqual([0, 0, 0, 0, 0, 0]);
  });

  it("says of each commune which desert it is in, or why in none", () => {
    const { describe: say } = viewDeserts(answer(), look, f, fr);
    expect(say(0).level).toBe("désert n° 1, Autour de Presque et Aride");
    expect(say(2).level).toBe("au seuil ou plus");
    expect(say(3).level).toBe("sous le seuil, à l’écart");
    expect(say(5)).toEqual({ value: "sans donnée", level: "sans donnée" });
    const apart = { ...answer(), desertOf: Int32Array.of(0, 0, NOT_UNDER, APART, 1, NOT_UNDER) };
    expect(viewDeserts(apart, look, f, fr).describe(3).level).toContain("dans une ville qui ne l’est pas");
  });

  it("writes in the file what the command line writes of each commune", () => {
    const reading = readAnswer(sixCommunes(), DEFAULT_QUESTION);
    const [name, text] = writeLensCsv(reading, viewDeserts(answer(), look, f, fr), Uint32Array.of(0, 3, 2, 5));
    expect(name).toBe("oasis-deserts-gp-2023-region-53.csv");
    expect(text.split("\n")).toEqual([
      "code,name,population,desert,value,desert_people_inside,desert_depth",
      "35001,Aride,100,1,1,300,0.2",
      "35004,Mieux,200,isolated,2.4,,",
      '35003,"Juste, ou pas",300,,2.5,,',
      "35006,Inconnue,50,,,,",
      "",
    ]);
  });
});

describe("one desert", () => {
  it("is named in an address by its most populated commune here, and found again by any of its communes", () => {
    expect(keysOfDeserts(answer())).toEqual(["35002", "35005"]);
    expect(["35002", "35001", "35005"].map((code) => desertWith(answer(), code))).toEqual([0, 0, 1]);
    expect(["35003", "35004", "99999", null].map((code) => desertWith(answer(), code))).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });

  it("is called after one commune where there is only one", () => {
    expect(answer().deserts.map((desert) => nameDesert(desert, fr))).toEqual([
      "Autour de Presque et Aride",
      "Autour de Loin, là",
    ]);
  });

  it("is framed by its communes in the territory", () => {
    const bounds = Array.from(
      { length: 16 * 4 },
      (_, k) => [-1, 48, -0.5, 48.2][k % 4] * 1e4 + Math.floor(k / 4) * 100,
    );
    const box = boundsOfDesert(answer(), { file: { bounds } as never }, 0);
    expect(box?.map((n) => Math.round(n * 100) / 100)).toEqual([-0.9, 48.1, -0.39, 48.31]);
    expect(boundsOfDesert(answer(), { file: { bounds: [] as number[] } as never }, 0)).toBeUndefined();
  });
});

describe("file of deserts", () => {
  const codeOf = (unit: number) => `u${unit}`;

  it("has a line each with its codes, beyond the territory too", () => {
    const [name, text] = writeDesertsCsv(answer(), codeOf, null);
    expect(name).toBe("oasis-deserts-reg-53.csv");
    expect(text.split("\n")).toEqual([
      "desert,around,departements,people,people_inside,communes,communes_inside,depth,robustness,codes",
      "1,Presque / Aride,35 50,500,300,3,2,0.2,,u11 u99 u10",
      '2,"Loin, là",35,150,150,1,1,0.4,0.25,u14',
      "",
    ]);
  });

  it("or the only one asked, under its own rank", () => {
    const [name, text] = writeDesertsCsv(answer(), codeOf, 1);
    expect(name).toBe("oasis-desert-2-reg-53.csv");
    expect(text.trim().split("\n")).toHaveLength(2);
    expect(text).toContain("\n2,");
  });
});

it("robust is under in every way; depending and never are not; unjudged is no number", () => {
  const counts = { year: 2023, rule: "same-share", variants: 10, under: Uint8Array.of(10, 9, 0, UNJUDGED) } as const;
  expect([...robustUnits(counts)]).toEqual([1, 0, 0, Number.NaN]);
});
