import { describe, expect, it } from "vitest";
import { DEFAULT_QUESTION } from "../../../src/app/question.ts";
import type { IncomeCrossAnswer } from "../../../src/app/spatial.ts";
import { STATUS_CLASS } from "../../../src/core/classes.ts";
import { NO_CLASS } from "../../../src/core/classify/bivariate-classes.ts";
import { STATUS_CODE } from "../../../src/core/status.ts";
import { getFormats } from "../../../src/i18n/format.ts";
import { fr } from "../../../src/i18n/fr.ts";
import { viewCrossed } from "../../../src/ui/crossed/crossed-view.ts";
import { writeLensCsv } from "../../../src/ui/understand/access-csv.ts";
import { readAnswer } from "../../../src/ui/understand/reading.ts";
import { sixCommunes } from "../understand/world.ts";

const f = getFormats("fr");
const GP = { profession: "gp", year: 2023, ages: "all" } as const;

/** Access 0 … 6 and incomes; the fourth is secret, the fifth has no income, the last neither access nor an open income. */
function answer(): IncomeCrossAnswer {
  const access = sixCommunes();
  const none = Number.NaN;
  const { value, secret, missing } = STATUS_CODE;
  return {
    territory: access.summary.territory,
    units: access.units,
    codes: access.codes,
    names: access.names,
    counted: access.counted,
    values: access.values,
    people: access.people,
    income: Float64Array.of(18_000, 25_000, 21_000, none, none, none),
    incomeStatuses: Uint8Array.of(value, value, value, secret, missing, secret),
    classes: Int8Array.of(0, 5, 4, NO_CLASS, NO_CLASS, NO_CLASS),
    limits: [
      [1, 3],
      [20_000, 22_000],
    ],
    peopleByClass: Float64Array.of(100, 0, 0, 0, 300, 200, 0, 0, 0),
    peopleWithout: 400,
    peopleSecret: 200,
  };
}

describe("access by income", () => {
  const view = viewCrossed(answer(), GP, f, fr);

  it("nine classes; a secret income is not a missing one, and without access nothing is secret", () => {
    const { secret, missing } = STATUS_CLASS;
    expect([...view.classes]).toEqual([0, 5, 4, secret, missing, missing]);
    expect(view.entries.map(({ classIndex }) => classIndex)).toEqual([secret, missing]);
  });

  it("says both thirds in words, and why there is none", () => {
    expect(view.describe(0).level).toBe("peu d’accès, bas revenus");
    expect(view.describe(1).level).toBe("accès moyen, hauts revenus");
    expect(view.describe(3)).toEqual({
      value: "3,60 consult./an/hab. · secret statistique par an",
      level: "revenu secret",
    });
    expect(view.describe(5).level).toBe("accès ou revenu absent");
  });

  it("writes thirds from 1 and exact values in the file, as the command line does", () => {
    const [name, text] = writeLensCsv(readAnswer(sixCommunes(), DEFAULT_QUESTION), view, Uint32Array.of(0, 1, 3));
    expect(name).toBe("oasis-acces-revenus-gp-2023-region-53.csv");
    expect(text.split("\n")).toEqual([
      "code,name,population,access_third,median_income,value,income_third",
      "35001,Aride,100,1,18000,0,1",
      "35002,Presque,200,2,25000,2.4999,3",
      "35004,Mieux,200,,,3.6,",
      "",
    ]);
  });

  it("sorts by access first, then income; rows without a class last", () => {
    const { compare } = view.columns[0];
    expect(compare(0, 2)).toBeLessThan(0);
    expect(compare(2, 1)).toBeLessThan(0);
    expect(compare(3, 3)).toBeNaN();
  });
});
