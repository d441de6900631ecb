import { describe, expect, test } from "vitest";
import { DEFAULT_QUESTION } from "../../../src/app/question.ts";
import {
  countryOf,
  distinctParents,
  peopleUnder,
  readAnswer,
  rowOfUnit,
  shareUnder,
  tenthOf,
} from "../../../src/ui/understand/reading.ts";
import { sixCommunes } from "./world.ts";

const answer = sixCommunes();

describe("the threshold", () => {
  test("a value on it is not under it: headline, filter and map agree", () => {
    const reading = readAnswer(answer, { ...DEFAULT_QUESTION, filter: "below" });
    expect(peopleUnder(answer.summary, reading.threshold, reading.series)).toBe(300);
    expect(reading.lit).toEqual({ areas: 2, people: 300 });
    expect([...reading.dimmed]).toEqual([0, 0, 1, 1, 1, 1]);
  });

  test.each([0, 0.05, 2.45, 2.5, 2.55, 3.6, 7])(
    "under %s, the filter lights as many people as the headline counts",
    (threshold) => {
      const reading = readAnswer(answer, { ...DEFAULT_QUESTION, filter: "below", threshold });
      expect(reading.lit.people).toBe(peopleUnder(answer.summary, threshold, reading.series));
    },
  );

  test("one asked for another profession is not used", () => {
    const asked = {
      ...DEFAULT_QUESTION,
      threshold: 60,
      series: { ...DEFAULT_QUESTION.series, profession: "nurse" as const },
    };
    const reading = readAnswer(answer, asked);
    expect(reading.threshold).toBe(2.5);
    expect(reading.isMoved).toBe(false);
  });
});

test("communes without data are on neither side of a filter, and always shown without one", () => {
  expect(readAnswer(answer, { ...DEFAULT_QUESTION, filter: "above" }).dimmed[5]).toBe(1);
  expect(readAnswer(answer, DEFAULT_QUESTION).dimmed[5]).toBe(0);
});

test("the palette turns from brown to teal at the profession's own threshold, wherever the handle is", () => {
  const moved = readAnswer(answer, { ...DEFAULT_QUESTION, threshold: 4 });
  expect(moved.palette).toEqual(readAnswer(answer, DEFAULT_QUESTION).palette);
  expect(moved.palette).toHaveLength(moved.breaks.length + 1);
});

test("the share is of people who have a value", () => {
  expect(shareUnder(answer.summary, 2.5, answer.question.series)).toBeCloseTo(300 / 950);
});

test("tenths rank people from worst to best served", () => {
  const country = countryOf(answer);
  const tenth = (value: number) => tenthOf(value, country, answer.question.series);
  expect(tenth(0)).toBe(1);
  expect(tenth(3.6)).toBe(7);
  expect(tenth(100)).toBe(10);
});

test("rows are found by unit", () => {
  expect(rowOfUnit(answer, 12)).toBe(2);
  expect(rowOfUnit(answer, 99)).toBeUndefined();
});

test("a region of one département is not shown twice under one name", () => {
  const called = (name: string) => ({ ...answer.summary, territory: { ...answer.summary.territory, name } });
  const island = { ...answer, summary: called("La Réunion"), parents: [called("La Réunion"), called("France")] };
  expect(distinctParents(island).map(({ territory }) => territory.name)).toEqual(["France"]);
  const commune = { ...island, summary: called("Saint-Denis") };
  expect(distinctParents(commune).map(({ territory }) => territory.name)).toEqual(["La Réunion", "France"]);
});
