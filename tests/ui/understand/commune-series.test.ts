import { describe, expect, test } from "vitest";
import type { CommuneAnswer } from "../../../src/app/answers.ts";
import type { AgeLimit } from "../../../src/core/professions.ts";
import type { Status } from "../../../src/core/status.ts";
import { isKnown, listDepartures } from "../../../src/ui/understand/commune-series.ts";

const doctors = (year: number, ages: AgeLimit, value = 3, status: Status = "value") =>
  ({ profession: "gp", year, ages, value, status }) as const;

describe("departures", () => {
  test("are compared within one year, the latest with the most ages", () => {
    const series = [
      doctors(2023, "all"),
      doctors(2023, "le65"),
      doctors(2022, "le62"),
      doctors(2022, "all"),
      doctors(2022, "le65"),
      doctors(2015, "all"),
    ];
    expect(listDepartures(series).map(({ year, ages }) => `${year} ${ages}`)).toEqual([
      "2022 all",
      "2022 le65",
      "2022 le62",
    ]);
  });

  test("are not shown when only doctors of all ages are counted", () => {
    expect(listDepartures([doctors(2023, "all"), doctors(2015, "all")])).toEqual([]);
    expect(listDepartures([])).toEqual([]);
  });
});

test("a commune of which nothing is published has no counts, not zero", () => {
  const missing = { value: Number.NaN, status: "missing" } as const;
  const unknown: CommuneAnswer = {
    code: "97502",
    population: 5000,
    series: [doctors(2023, "all", Number.NaN, "missing")],
    facilities: [{ family: "care", type: "D265", label: { fr: "", en: "" }, count2024: 0, count2018: Number.NaN }],
    medianIncome: missing,
    povertyRate: missing,
  };
  expect(isKnown(unknown)).toBe(false);
  expect(isKnown({ ...unknown, povertyRate: { ...missing, status: "secret" } })).toBe(true);
  expect(isKnown({ ...unknown, series: [doctors(2023, "all")] })).toBe(true);
});
