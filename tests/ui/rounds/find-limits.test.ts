import { describe, expect, test } from "vitest";
import { DEFAULT_QUESTION } from "../../../src/app/question.ts";
import { type PlanRoundsAnswer, roundsQuestion } from "../../../src/app/rounds.ts";
import { getFormats } from "../../../src/i18n/format.ts";
import { fr } from "../../../src/i18n/fr.ts";
import { findLimits } from "../../../src/ui/rounds/find-limits.ts";
import { mondayOf, nextMonday, readClock, writeClock, writeMinutes } from "../../../src/ui/rounds/time-words.ts";

type Stop = Pick<PlanRoundsAnswer["stops"][number], "rhythm" | "name" | "peopleReached">;

/** One vehicle, 20 days of 480 min and 120 of driving, visits of 180: `days` of the minutes given. */
function plan(days: readonly (readonly [minutes: number, driving: number])[], stops: readonly Stop[]) {
  const question = roundsQuestion(DEFAULT_QUESTION, 2.5);
  const routes = days.map(([minutes, drivingMinutes], day) => ({
    day,
    vehicle: 0,
    visits: [],
    load: 0,
    minutes,
    drivingMinutes,
  }));
  return { question, found: { routes }, stops } as unknown as PlanRoundsAnswer;
}
const served: Stop = { rhythm: "weekly", name: "A", peopleReached: 5 };
const left: Stop = { rhythm: null, name: "B", peopleReached: 9 };
const full = Array.from({ length: 20 }, () => [400, 40] as const);

describe("what limits rounds", () => {
  test("20 full days of 20: time; 480 − 400 leave no room for 180", () => {
    expect(findLimits(plan(full, [served, left]))).toEqual({
      kind: "time",
      used: 20,
      all: 20,
      full: 20,
      unserved: ["B"],
    });
  });

  test("a day of 300 min has room for 180, none near its driving limit: rhythm; at 110 of 120 min of driving: driving", () => {
    expect(findLimits(plan([...full.slice(1), [300, 40]], [served, left])).kind).toBe("rhythm");
    expect(findLimits(plan([...full.slice(1), [290, 110]], [served, left])).kind).toBe("driving");
    expect(findLimits(plan(full.slice(1), [served, left]))).toMatchObject({ kind: "driving", used: 19, full: 19 });
  });

  test("every stop served as often as allowed: candidates", () => {
    expect(findLimits(plan(full, [served])).kind).toBe("candidates");
    expect(findLimits(plan(full, [{ ...served, rhythm: "monthly" }])).kind).toBe("time");
  });

  test("those not served: most people in reach first", () => {
    const more = { ...left, name: "C", peopleReached: 90 };
    expect(findLimits(plan(full, [left, served, more])).unserved).toEqual(["C", "B"]);
  });
});

describe("times of rounds", () => {
  test("Mondays: a date of any day is brought back to its own, today is followed by the next", () => {
    expect(["2027-01-04", "2027-01-07", "2027-01-10", "2027-01-01"].map(mondayOf)).toEqual([
      "2027-01-04",
      "2027-01-04",
      "2027-01-04",
      "2026-12-28",
    ]);
    expect(nextMonday(new Date(2026, 10, 22))).toBe("2026-11-23");
    expect(nextMonday(new Date(2026, 10, 23))).toBe("2026-11-30");
  });

  test("clocks and durations", () => {
    expect(writeClock(readClock("08:30") + 95.4)).toBe("10:05");
    expect([45, 60, 125.2].map((minutes) => writeMinutes(minutes, getFormats("fr"), fr))).toEqual([
      "45 min",
      "1 h 00",
      "2 h 05",
    ]);
  });
});
