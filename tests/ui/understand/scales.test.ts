import { describe, expect, test } from "vitest";
import type { AccessAnswer } from "../../../src/app/answers.ts";
import { DEFAULT_QUESTION } from "../../../src/app/question.ts";
import { fixedBreaks, ZERO_CLASS } from "../../../src/core/classes.ts";
import { measureClasses } from "../../../src/core/classify/limits.ts";
import { fr } from "../../../src/i18n/fr.ts";
import { readAnswer } from "../../../src/ui/understand/reading.ts";
import { writeClass } from "../../../src/ui/understand/value-words.ts";
import { sixCommunes } from "./world.ts";

const natural = { ...DEFAULT_QUESTION, scale: "natural" } as const;

/** Twenty communes in three bunches around 1, 3 and 6, one without anybody in reach, one city counted by its parts. */
function bunches(): AccessAnswer {
  const values = [
    ...[0.9, 0.95, 1, 1, 1.05, 1.1],
    ...[2.9, 2.95, 3, 3, 3.05, 3.1],
    ...[5.9, 5.95, 6, 6, 6.05, 6.1],
    0,
    20,
  ];
  const column = Float64Array.from(values);
  return {
    ...sixCommunes(),
    units: Uint16Array.from(values.keys()),
    codes: values.map((_, k) => String(35_000 + k)),
    names: values.map((_, k) => `c${k}`),
    values: column,
    statuses: new Uint8Array(values.length),
    people: new Float64Array(values.length).fill(10),
    standardised: new Float64Array(values.length).fill(10),
    counted: Uint8Array.from(values, (value) => (value === 20 ? 0 : 1)),
  };
}

describe("natural breaks", () => {
  test("have as many classes as the official limits, and less inner spread than they or equal counts", () => {
    const answer = bunches();
    const { breaks } = readAnswer(answer, natural);
    expect(breaks).toHaveLength(fixedBreaks("gp", answer.nationalMean).length);
    const cut = answer.values.filter((value, row) => value !== 0 && answer.counted[row] === 1);
    const sse = (limits: readonly number[]) => measureClasses(cut, limits).sse;
    expect(sse(breaks)).toBeLessThan(sse(readAnswer(answer, { ...natural, scale: "quantile" }).breaks));
    expect(sse(breaks)).toBeLessThan(sse(readAnswer(answer, { ...natural, scale: "fixed" }).breaks));
  });

  test("part the three bunches before anything within them", () => {
    const { breaks } = readAnswer(bunches(), natural);
    expect(breaks).toContain(2.9);
    expect(breaks).toContain(5.9);
  });

  test("leave zero its own class, and cities counted by their parts out of the cut", () => {
    const { classes, breaks } = readAnswer(bunches(), natural);
    expect(classes[18]).toBe(ZERO_CLASS);
    expect(breaks.every((limit) => limit > 0.9 && limit < 20)).toBe(true);
    expect(classes[19]).toBe(breaks.length);
  });

  test("a value far beyond the histogram takes no class of its own", () => {
    const answer = bunches();
    const far = { ...answer, values: answer.values.map((value, row) => (row === 17 ? 27.8 : value)) };
    const { breaks, classes } = readAnswer(far, natural);
    expect(breaks.every((limit) => limit <= 7)).toBe(true);
    expect(classes[17]).toBe(breaks.length);
  });

  test("do not move with the threshold, nor the palette with them", () => {
    const answer = bunches();
    const first = readAnswer(answer, natural);
    const moved = readAnswer(answer, { ...natural, threshold: 4 });
    expect(moved.breaks).toBe(first.breaks);
    expect(moved.palette).toEqual(first.palette);
    expect(first.palette).toHaveLength(first.breaks.length + 1);
  });

  test("a few values make a few classes, none makes one", () => {
    const six = readAnswer(sixCommunes(), natural);
    // 2.4999, 2.5, 3.6 and 6: a class each.
    expect(six.breaks).toEqual([2.5, 3.6, 6]);
    const nothing = { ...sixCommunes(), values: new Float64Array(6).fill(Number.NaN) };
    expect(readAnswer(nothing, natural).breaks).toEqual([]);
  });

  test("are said by rank, for their limits are nobody's judgement", () => {
    const reading = readAnswer(sixCommunes(), natural);
    expect(writeClass(reading, 3, "natural", fr)).toBe(fr.understand.classes.ranked(3, 4));
    expect(writeClass(reading, 0, "natural", fr)).toBe(fr.statuses.zero);
  });
});
