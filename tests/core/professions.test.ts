import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { FailureError } from "../../src/core/failure.ts";
import {
  AGE_LIMITS,
  getSeries,
  isProfession,
  nearestSeries,
  PROFESSION_RULES,
  PROFESSIONS,
  SERIES,
} from "../../src/core/professions.ts";

const profession = fc.constantFrom(...PROFESSIONS);
const ages = fc.constantFrom(...AGE_LIMITS);
const year = fc.integer({ min: 1900, max: 2100 });

describe("published series", () => {
  test("are those of the DREES files, latest first", () => {
    const published = (of: string) => SERIES.filter((s) => s.profession === of).map((s) => `${s.year} ${s.ages}`);
    expect(published("gp")).toEqual(["2023 all", "2023 le65", "2022 all", "2022 le65", "2022 le62", "2015 all"]);
    for (const other of PROFESSIONS.slice(1)) expect(published(other)).toEqual(["2023 all", "2022 all"]);
  });

  test("each is got by its own key, and anything else is unknown", () => {
    for (const series of SERIES) expect(getSeries(series.profession, series.year, series.ages)).toBe(series);
    expect(() => getSeries("nurse", 2015, "all")).toThrow(FailureError);
    expect(() => getSeries("gp", 2023, "le62")).toThrow(/unknown-series.*"ages":"le62"/);
  });
});

describe("the nearest series", () => {
  test("is published, and of the profession asked", () => {
    fc.assert(
      fc.property(profession, year, ages, (who, when, limit) => {
        const series = nearestSeries(who, when, limit);
        expect(SERIES).toContain(series);
        expect(series.profession).toBe(who);
      }),
    );
  });

  test("is the one asked when it is published", () => {
    for (const series of SERIES) expect(nearestSeries(series.profession, series.year, series.ages)).toBe(series);
  });

  test("keeps the ages when the profession has them, then comes as near in time as it can", () => {
    fc.assert(
      fc.property(profession, year, ages, (who, when, limit) => {
        const own = SERIES.filter((s) => s.profession === who);
        const series = nearestSeries(who, when, limit);
        const sameAges = own.filter((s) => s.ages === limit);
        if (sameAges.length > 0) expect(series.ages).toBe(limit);
        const rivals = sameAges.length > 0 ? sameAges : own;
        for (const rival of rivals)
          expect(Math.abs(series.year - when)).toBeLessThanOrEqual(Math.abs(rival.year - when));
      }),
    );
  });

  test.each([
    ["gp", 2023, "le62", 2022, "le62"],
    ["gp", 2015, "le65", 2022, "le65"],
    ["nurse", 2015, "le62", 2022, "all"],
    ["dentist", 2030, "all", 2023, "all"],
  ] as const)("%s %i %s → %i %s", (who, when, limit, foundYear, foundAges) => {
    expect(nearestSeries(who, when, limit)).toEqual({ profession: who, year: foundYear, ages: foundAges });
  });
});

test("thresholds and limits lie within the histogram, limits ascend, thresholds are on the grid", () => {
  for (const who of PROFESSIONS) {
    const { threshold, breaks, step, domainMax } = PROFESSION_RULES[who];
    expect(domainMax / step).toBeCloseTo(Math.round(domainMax / step), 9);
    if (threshold !== null) {
      expect(threshold).toBeLessThan(domainMax);
      expect(threshold / step).toBeCloseTo(Math.round(threshold / step), 9);
    }
    (breaks ?? []).forEach((limit, k) => {
      expect(limit).toBeGreaterThan(breaks?.[k - 1] ?? 0);
      expect(limit).toBeLessThan(domainMax);
    });
  }
});

test("only the professions are professions", () => {
  expect(PROFESSIONS.every(isProfession)).toBe(true);
  expect(["", "GP", "doctor", "toString"].some(isProfession)).toBe(false);
});
