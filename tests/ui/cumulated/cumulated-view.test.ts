import { describe, expect, it } from "vitest";
import type { CumulatedAnswer } from "../../../src/app/diagnoses.ts";
import { DEFAULT_QUESTION } from "../../../src/app/question.ts";
import { STATUS_CLASS } from "../../../src/core/classes.ts";
import { getFormats } from "../../../src/i18n/format.ts";
import { fr } from "../../../src/i18n/fr.ts";
import { sharesOf } from "../../../src/ui/cumulated/cumulated-shares.ts";
import { isDifficult, viewCumulated } from "../../../src/ui/cumulated/cumulated-view.ts";
import { writeLensCsv } from "../../../src/ui/understand/access-csv.ts";
import { readAnswer } from "../../../src/ui/understand/reading.ts";
import { sixCommunes } from "../understand/world.ts";

const f = getFormats("fr");

/** First care: GP under 2.5, pharmacy over 10 min, emergency over 30 min; people 100, 200, 300, 200, 150, 50. */
function answer(): CumulatedAnswer {
  const access = sixCommunes();
  const { territory } = access.summary;
  const of = (...values: number[]) => Float64Array.from(values);
  const gp = of(1, 2, 3, 3, 2.5, Number.NaN);
  return {
    question: { territory: access.question.territory, year: 2023, pharmacyMinutes: 10, emergencyMinutes: 30 },
    territory,
    units: access.units,
    codes: access.codes,
    names: access.names,
    counted: access.counted,
    people: access.people,
    columns: {
      gp: { values: gp, limit: 2.5, side: "below" },
      nurse: { values: of(50, 60, 60, 60, 60, 60), limit: 58.8, side: "below" },
      physio: { values: of(40, 50, 50, 50, 50, 50), limit: 43.8, side: "below" },
      pharmacy: { values: of(Number.POSITIVE_INFINITY, 12, 10, 11, 0, 3), limit: 10, side: "above" },
      emergency: { values: of(45, 20, 30, 0, 0, 5), limit: 30, side: "above" },
    },
    counts: { professions: of(3, 1, 0, 0, 0, Number.NaN), firstCare: of(3, 2, 0, 1, 0, Number.NaN) },
    summary: {
      territory,
      byCount: { professions: of(650, 200, 0, 100), firstCare: of(450, 200, 200, 100) },
      without: { professions: 50, firstCare: 50 },
      alone: { professions: of(300, 100, 100), firstCare: of(300, 500, 100) },
    },
    parents: [],
  };
}

describe("how many difficulties meet", () => {
  const view = viewCumulated(answer(), "firstCare", f, fr);

  it("colours by number, and sets apart where one is not known", () => {
    expect(Array.from(view.classes)).toEqual([3, 2, 0, 1, 0, STATUS_CLASS.missing]);
    expect(view.note).toContain("estimés");
    expect(Array.from(viewCumulated(answer(), "professions", f, fr).classes)).toEqual([
      3,
      1,
      0,
      0,
      0,
      STATUS_CLASS.missing,
    ]);
    expect(viewCumulated(answer(), "professions", f, fr).note).toBeUndefined();
  });

  it("says which they are; on the limit is not past it", () => {
    expect(view.describe(1)).toEqual({
      value: "deux difficultés",
      level: "en difficulté : Généralistes et Pharmacie".replace(" :", "\u00a0:"),
    });
    expect(view.describe(2)).toEqual({ value: "aucune difficulté", level: "" });
    expect([isDifficult(answer(), "pharmacy", 2), isDifficult(answer(), "gp", 4)]).toEqual([false, false]);
    expect(isDifficult(answer(), "gp", 5)).toBe(false);
  });

  it("counts in each row what the row shows as past its limit", () => {
    const all = answer();
    for (const [set, ids] of [
      ["professions", ["gp", "nurse", "physio"]],
      ["firstCare", ["gp", "pharmacy", "emergency"]],
    ] as const) {
      for (let row = 0; row < 5; row++) {
        expect(ids.filter((id) => isDifficult(all, id, row)).length).toBe(all.counts[set][row]);
      }
    }
  });

  it("writes minutes that were not found as words on screen and as nothing in the file", () => {
    const pharmacy = view.columns.find(({ key }) => key === "pharmacy");
    expect(pharmacy?.cell(0)).toBe("plus de 30");
    expect(pharmacy?.cell(1)).toBe("12,0");
    const [name, text] = writeLensCsv(readAnswer(sixCommunes(), DEFAULT_QUESTION), view, Uint32Array.of(0, 1, 5));
    expect(name).toBe("oasis-difficultes-premiers-recours-region-53.csv");
    expect(text.split("\n")).toEqual([
      "code,name,population,first_care_difficult,gp_apl,pharmacy_estimated_minutes,emergency_estimated_minutes",
      "35001,Aride,100,3,1,,45",
      "35002,Presque,200,2,2,12,20",
      "35006,Inconnue,50,,,3,5",
      "",
    ]);
  });
});

describe("figures of a territory", () => {
  it("950 known people: 100 in all three, 300 in two or more", () => {
    expect(sharesOf(answer().summary, "firstCare")).toEqual({
      people: 950,
      all: 100,
      atLeastTwo: 300,
      share: 100 / 950,
    });
  });

  it("has no share where nobody is known", () => {
    const { summary } = answer();
    const none = { ...summary, byCount: { ...summary.byCount, professions: new Float64Array(4) } };
    expect(sharesOf(none, "professions").share).toBeNaN();
  });
});
