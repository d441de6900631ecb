import { describe, expect, test } from "vitest";
import { STATUS_CLASS } from "../../../src/core/classes.ts";
import { getFormats } from "../../../src/i18n/format.ts";
import { fr } from "../../../src/i18n/fr.ts";
import { measureRows, missingBreaks, viewInequality } from "../../../src/ui/inequality/inequality-view.ts";
import { BRETAGNE, readingOf, replyOf, THREE } from "./world.ts";

const f = getFormats("fr");
const answer = replyOf(THREE, BRETAGNE, "Bretagne");
const reading = readingOf(THREE, BRETAGNE, "Bretagne");

describe("rows", () => {
  const rows = measureRows(reading, answer);

  test("values over the mean 2.75", () => {
    expect([...rows.ratios]).toEqual([1 / 2.75, 2 / 2.75, 4 / 2.75]);
  });

  test("what is missing: 100,000 × 1.5 and 100,000 × 0.5, of a supply of 1,100,000", () => {
    expect([...rows.missing]).toEqual([150_000, 50_000, 0]);
    expect([rows.total, rows.totalShare]).toEqual([200_000, 200 / 1100]);
  });

  test("a commune without a value lacks nothing that is known", () => {
    const holes = { values: [1, Number.NaN, 4], people: THREE.people };
    const some = measureRows(readingOf(holes, BRETAGNE, "Bretagne"), replyOf(holes, BRETAGNE, "Bretagne"));
    expect(some.missing[1]).toBeNaN();
    expect(some.total).toBe(150_000);
  });
});

describe("the map", () => {
  test("against the mean: 0.36, 0.73 and 1.45 fall in the first, second and fifth class", () => {
    const view = viewInequality(reading, answer, "relative", f, fr);
    expect([...(view?.classes ?? [])]).toEqual([0, 1, 4]);
    expect(view?.entries.filter(({ classIndex }) => classIndex >= 0)).toHaveLength(view?.palette.length ?? 0);
    expect(view?.describe(0).level).toContain("× 0,36");
  });

  test("what is missing: nothing at the threshold or above, the more the darker", () => {
    const view = viewInequality(reading, answer, "missing", f, fr);
    expect(view?.classes[2]).toBe(0);
    expect(view?.classes[0]).toBeGreaterThan(view?.classes[1] ?? 9);
    expect(view?.describe(2).level).toBe(fr.inequality.map.enough);
    expect(view?.columns[0].csv(0)).toBe(150_000);
  });

  test("a commune without a value is said to have none in both", () => {
    const holes = { values: [1, Number.NaN, 4], people: THREE.people };
    for (const unequal of ["relative", "missing"] as const) {
      const view = viewInequality(
        readingOf(holes, BRETAGNE, "Bretagne"),
        replyOf(holes, BRETAGNE, "Bretagne"),
        unequal,
        f,
        fr,
      );
      expect(view?.classes[1]).toBe(STATUS_CLASS.missing);
      expect(view?.describe(1).value).toBe(fr.statuses.missing);
    }
  });

  test("an answer of another number of rows waits", () => {
    const other = { values: [1, 2], people: [1, 1] };
    expect(viewInequality(readingOf(other, BRETAGNE, "Bretagne"), answer, "relative", f, fr)).toBeNull();
  });

  test("limits are of one digit, distinct, and of those that lack something", () => {
    const missing = Float64Array.of(0, 12, 34, 56, 78, 910, 910, 1234, 5678, 9999, 0);
    const breaks = missingBreaks(missing, new Uint8Array(11).fill(1));
    expect(breaks).toEqual([...new Set(breaks)]);
    for (const limit of breaks) expect(Number(limit.toPrecision(1))).toBe(limit);
  });
});
