import { describe, expect, it } from "vitest";
import type { RobustnessAnswer } from "../../../src/app/diagnoses.ts";
import { DEFAULT_QUESTION } from "../../../src/app/question.ts";
import { judgeRobustness } from "../../../src/core/access/robustness.ts";
import { ROBUSTNESS_VARIANTS } from "../../../src/core/access/robustness-variants.ts";
import { UNJUDGED } from "../../../src/core/access/under-counts.ts";
import { STATUS_CLASS } from "../../../src/core/classes.ts";
import { en } from "../../../src/i18n/en.ts";
import { getFormats } from "../../../src/i18n/format.ts";
import { fr } from "../../../src/i18n/fr.ts";
import { peopleByClass, summaryShares } from "../../../src/ui/robustness/robustness-shares.ts";
import {
  classOfCount,
  countsOfClass,
  ROBUSTNESS_PALETTE,
  viewPrebuilt,
  viewRobustness,
} from "../../../src/ui/robustness/robustness-view.ts";
import { writeLensCsv } from "../../../src/ui/understand/access-csv.ts";
import { readAnswer } from "../../../src/ui/understand/reading.ts";
import { sixCommunes } from "../understand/world.ts";

const f = getFormats("fr");

/** Methods that put each of the six communes under, of ten; the last has no official value. */
const UNDER = [10, 7, 4, 1, 0];
const access = sixCommunes();

/** Method k puts a commune under when k is less than its number: values 0 or 9 about a threshold of 5. */
function answer(): RobustnessAnswer {
  const variants = ROBUSTNESS_VARIANTS.map((variant, k) => ({
    variant,
    values: Float64Array.from(access.units, (_, row) =>
      row === 5 ? (variant.kind === "official" ? Number.NaN : 0) : k < UNDER[row] ? 0 : 9,
    ),
    threshold: 5,
    peopleUnder: 0,
    peopleFlipped: 0,
  }));
  const summary = {
    territory: access.summary.territory,
    byCount: Float64Array.of(150, 200, 0, 0, 300, 0, 0, 200, 0, 0, 100),
    byCountOfficial: Float64Array.of(150, 200, 600),
    byCountEstimate: Float64Array.of(350, 0, 300, 0, 0, 200, 0, 0, 100),
    unjudged: 50,
  };
  return {
    question: { territory: access.question.territory, year: 2023, rule: "same-share" },
    territory: access.summary.territory,
    units: access.units,
    codes: access.codes,
    names: access.names,
    counted: access.counted,
    people: access.people,
    variants,
    judgement: judgeRobustness(variants),
    summary,
    parents: [],
  };
}

describe("classes of a number of methods", () => {
  it("of ten: none, one to three, four to six, seven to nine, all", () => {
    expect(Array.from({ length: 11 }, (_, under) => classOfCount(under, 10))).toEqual([
      0, 1, 1, 1, 2, 2, 2, 3, 3, 3, 4,
    ]);
    expect([0, 1, 2, 3, 4].map((at) => countsOfClass(at, 10))).toEqual([
      [0, 0],
      [1, 3],
      [4, 6],
      [7, 9],
      [10, 10],
    ]);
  });

  it("of any number: sure at the ends, never back on the way, within the palette", () => {
    for (let of = 8; of <= 30; of++) {
      const classes = Array.from({ length: of + 1 }, (_, under) => classOfCount(under, of));
      expect([classes[0], classes[of]]).toEqual([0, ROBUSTNESS_PALETTE.length - 1]);
      expect(classes.slice(1, -1).every((at) => at > 0 && at < ROBUSTNESS_PALETTE.length - 1)).toBe(true);
      expect([...classes].sort((a, b) => a - b)).toEqual(classes);
    }
  });
});

describe("what the map, legend, table and file show", () => {
  const view = viewRobustness(answer(), f, fr);

  it("colours by the number of methods, and sets apart where one has no value", () => {
    expect(Array.from(view.classes)).toEqual([4, 3, 2, 1, 0, STATUS_CLASS.missing]);
    expect(view.units).toBe(access.units);
    expect(view.entries.map(({ label }) => label)).toEqual([
      "désert dans 10/10",
      "désert dans 7 à 9/10",
      "désert dans 4 à 6/10",
      "désert dans 1 à 3/10",
      "hors désert 10/10",
      "non jugé",
    ]);
  });

  it("names what every colour of the map means, in both languages", () => {
    for (const texts of [fr, en]) {
      const { entries, classes, palette } = viewRobustness(answer(), getFormats(texts === fr ? "fr" : "en"), texts);
      for (const at of classes) {
        const entry = entries.find(({ classIndex }) => classIndex === at);
        expect(entry?.colour).toBe(at >= 0 ? palette[at] : entry?.colour);
        expect(entry?.label).toBeTruthy();
      }
    }
  });

  it("says the number of each commune", () => {
    expect([0, 1, 4, 5].map((row) => view.describe(row).value)).toEqual([
      "désert dans 10/10",
      "désert dans 7/10",
      "hors désert 10/10",
      "non jugé",
    ]);
  });

  it("writes the same rows to the file, and nothing where nothing is judged", () => {
    const reading = readAnswer(access, DEFAULT_QUESTION);
    const [name, text] = writeLensCsv(reading, view, Uint32Array.of(0, 1, 4, 5));
    expect(name).toBe("oasis-robustesse-region-53.csv");
    expect(text.split("\n")).toEqual([
      "code,name,population,variants_under_of_10,verdict,official_apl",
      "35001,Aride,100,10,always,0",
      "35002,Presque,200,7,depends,0",
      "35005,Loin,150,0,never,9",
      "35006,Inconnue,50,,unjudged,",
      "",
    ]);
  });

  it("sorts what is not judged after what is", () => {
    const [count] = view.columns;
    expect(count.compare(4, 0)).toBeLessThan(0);
    expect(count.compare(5, 0)).toBeNaN();
  });

  it("shows the same from what the build found", () => {
    const under = new Uint8Array(16).fill(UNJUDGED);
    access.units.forEach((unit, row) => {
      under[unit] = UNDER[row] ?? UNJUDGED;
    });
    const early = viewPrebuilt(
      readAnswer(access, DEFAULT_QUESTION),
      { year: 2023, rule: "same-share", variants: 10, under },
      f,
      fr,
    );
    expect([early.classes, early.entries, early.title]).toEqual([view.classes, view.entries, view.title]);
  });
});

describe("figures of a territory", () => {
  it("splits 950 judged people up: 100 always, 150 never, 700 depend; published values disagree on 200, estimates on 500", () => {
    const shares = summaryShares(answer().summary);
    expect(shares).toEqual({
      people: 950,
      always: 100,
      never: 150,
      depends: 700,
      official: 200,
      estimate: 500,
      share: 700 / 950,
    });
    expect(peopleByClass(answer().summary.byCount)).toEqual([150, 200, 300, 200, 100]);
  });

  it("has no share where nobody is judged", () => {
    const none = { ...answer().summary, byCount: new Float64Array(11) };
    expect(summaryShares(none).share).toBeNaN();
  });
});
