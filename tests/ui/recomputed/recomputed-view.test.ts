import { describe, expect, test } from "vitest";
import { DEFAULT_QUESTION } from "../../../src/app/question.ts";
import type { RecomputedAnswer } from "../../../src/app/recomputation.ts";
import { modelOf } from "../../../src/core/access/model.ts";
import { STATUS_CLASS } from "../../../src/core/classes.ts";
import { getFormats } from "../../../src/i18n/format.ts";
import { fr } from "../../../src/i18n/fr.ts";
import { differenceBreaks, viewRecomputed } from "../../../src/ui/recomputed/recomputed-view.ts";
import { sixCommunes } from "../understand/world.ts";

const F = getFormats("fr");
const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, " ");

function answer(values: readonly number[], method: RecomputedAnswer["question"]["model"]["method"] = "e2sfca") {
  const level = { ...sixCommunes(), values: Float64Array.from(values) };
  const official = sixCommunes().values;
  return {
    question: { ...level.question, model: { ...modelOf("gp"), method } },
    level,
    official,
    perPlace: 4000,
    times: { brought: 0, estimated: 1 },
    sites: 1,
    zeroDemandSites: 0,
  } satisfies RecomputedAnswer;
}

describe("differences from the official value", () => {
  test("limits are shares of the national mean, two digits, symmetric around nothing", () => {
    expect(differenceBreaks(3.745)).toEqual([-1.9, -0.94, -0.37, 0.37, 0.94, 1.9]);
  });

  test("no difference is the middle class, not the zero of access; no value on either side is no data", () => {
    const official = sixCommunes().values;
    const view = viewRecomputed(answer(Array.from(official)), { ...DEFAULT_QUESTION, shown: "difference" }, F, fr);
    const wanted = Array.from(official, (value) => (Number.isNaN(value) ? STATUS_CLASS.missing : 3));
    expect(Array.from(view.classes)).toEqual(wanted);
    expect(view.reading).toBeUndefined();
  });

  test("a row says its difference and the official value", () => {
    const official = sixCommunes().values;
    const view = viewRecomputed(
      answer(Array.from(official, (v) => v + 1)),
      { ...DEFAULT_QUESTION, shown: "difference" },
      F,
      fr,
    );
    const row = official.findIndex((value) => value > 0);
    expect(plain(view.describe(row).value)).toContain("+1,00");
    expect(plain(view.describe(row).level)).toContain(`officiel ${F.decimal(official[row], 1)}`);
    expect(view.columns.map(({ csvHeader }) => csvHeader)).toEqual([
      "recomputed",
      "official",
      "recomputed_minus_official",
    ]);
    expect(view.columns[2].csv(row)).toBeCloseTo(1, 12);
  });
});

test("a rate is read like the official value, with its histogram; minutes are not", () => {
  const rate = viewRecomputed(answer([0, 1, 2, 3, 4, 5]), DEFAULT_QUESTION, F, fr);
  expect(rate.reading?.answer.values[5]).toBe(5);
  const minutes = viewRecomputed(
    answer([0, 1, 2, 3, 4, 5], "nearest"),
    { ...DEFAULT_QUESTION, shown: "difference" },
    F,
    fr,
  );
  expect(minutes.reading).toBeUndefined();
  expect(minutes.columns).toHaveLength(1);
  expect(minutes.describe(3).value).toContain("minutes");
});
