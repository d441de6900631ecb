import { describe, expect, it } from "vitest";
import type { DeparturesAnswer } from "../../../src/app/diagnoses.ts";
import { DEFAULT_QUESTION } from "../../../src/app/question.ts";
import { followDepartures } from "../../../src/core/access/departures.ts";
import { peopleUnderByLoss } from "../../../src/core/access/uniform-loss.ts";
import { STATUS_CLASS } from "../../../src/core/classes.ts";
import { getFormats } from "../../../src/i18n/format.ts";
import { fr } from "../../../src/i18n/fr.ts";
import { standsOf } from "../../../src/ui/departures/departures-steps.ts";
import { viewDepartures } from "../../../src/ui/departures/departures-view.ts";
import { writeLensCsv } from "../../../src/ui/understand/access-csv.ts";
import { readAnswer } from "../../../src/ui/understand/reading.ts";
import { sixCommunes } from "../understand/world.ts";

const f = getFormats("fr");
const NONE = STATUS_CLASS.missing;

/**
 * With a threshold of 2.5: under already, falls at 65, falls at 62, stays above, 62 above 65 (not comparable), no value.
 * People 100, 200, 300, 200, 150, 50.
 */
function answer(): DeparturesAnswer {
  const access = sixCommunes();
  const series = [
    Float64Array.of(2, 3, 4, 6, 3.5, Number.NaN),
    Float64Array.of(1.5, 2.4, 3, 5, 3, Number.NaN),
    Float64Array.of(1, 2, 2.49, 4, 3.2, Number.NaN),
  ];
  const { steps, ...followed } = followDepartures(series, access.people, 2.5, access.counted);
  return {
    question: { territory: access.question.territory, year: 2022, threshold: 2.5 },
    territory: access.summary.territory,
    units: access.units,
    codes: access.codes,
    names: access.names,
    counted: access.counted,
    people: access.people,
    ages: ["all", "le65", "le62"],
    series,
    ...followed,
    summary: {
      territory: access.summary.territory,
      people: 950,
      peopleUnder: 100,
      steps,
      peopleByLoss: peopleUnderByLoss(series[0], access.people, 2.5),
    },
    parents: [],
  };
}

describe("the step at which each commune falls", () => {
  const view = viewDepartures(answer(), 0, f, fr);

  it("colours and names it", () => {
    expect(Array.from(view.classes)).toEqual([0, 1, 2, 3, NONE, NONE]);
    expect(view.entries.map(({ label }) => label)).toEqual([
      "déjà sous le seuil",
      "tombe sans les plus de 65 ans",
      "tombe sans les plus de 62 ans",
      "reste au-dessus",
      "non comparable ou sans donnée",
    ]);
    expect(view.palette.length).toBe(4);
    expect(view.describe(1)).toEqual({ value: "3,00 → 2,40 → 2,00", level: "tombe sans les plus de 65 ans" });
  });

  it("writes it to the file as the command line does, with the published columns", () => {
    const [, text] = writeLensCsv(readAnswer(sixCommunes(), DEFAULT_QUESTION), view, Uint32Array.of(0, 1, 2, 3, 4, 5));
    expect(text.split("\n")).toEqual([
      "code,name,population,under_2.5_2022,apl_all,apl_le65,apl_le62",
      "35001,Aride,100,all,2,1.5,1",
      "35002,Presque,200,le65,3,2.4,2",
      '35003,"Juste, ou pas",300,le62,4,3,2.49',
      "35004,Mieux,200,never,6,5,4",
      "35005,Loin,150,,3.5,3,3.2",
      "35006,Inconnue,50,,,,",
      "",
    ]);
  });
});

describe("an even loss of 30 %: 4 × 0.7 = 2.8 stays, 3.5 × 0.7 = 2.45 falls", () => {
  const view = viewDepartures(answer(), 30, f, fr);

  it("shows who falls by the hypothesis instead, and says which", () => {
    expect(Array.from(view.classes)).toEqual([0, 1, 2, 2, 1, NONE]);
    expect(view.title).toContain("30\u202f%");
    expect(view.describe(4)).toEqual({ value: "3,50 → 2,45", level: "tombe si 30\u202f% partent" });
    expect(view.entries.length).toBe(4);
  });

  it("shows on the map the people the panel counts", () => {
    const { people, summary } = answer();
    for (const loss of [1, 17, 29, 40]) {
      const { classes } = viewDepartures(answer(), loss, f, fr);
      const under = people.reduce((sum, n, row) => sum + (classes[row] === 0 || classes[row] === 1 ? n : 0), 0);
      expect(under).toBe(summary.peopleByLoss[loss]);
    }
  });

  it("names the file and its columns after the hypothesis", () => {
    expect(view.fileName).toBe("departs-2022-30-pour-cent");
    expect(view.columns.map(({ csvHeader }) => csvHeader)).toEqual([
      "under_2.5_2022",
      "apl_all",
      "apl_after_loss_of_30_percent",
    ]);
    expect([0, 1, 3, 5].map((row) => view.columns[0].csv(row))).toEqual(["all", "loss_30", "never", ""]);
  });
});

describe("figures of a territory", () => {
  it("100 already, 200 at 65, 300 at 62, 150 not comparable, 200 above: 600 of 950 under", () => {
    expect(standsOf(answer().summary)).toEqual({
      people: 950,
      already: 100,
      falls: [200, 300],
      out: 150,
      above: 200,
      under: 600,
      share: 600 / 950,
    });
  });

  it("one step only where nothing is published beyond 65", () => {
    const { summary } = answer();
    const stands = standsOf({ ...summary, steps: summary.steps.slice(0, 1) });
    expect([stands.falls, stands.under, stands.above]).toEqual([[200], 300, 650]);
  });
});
