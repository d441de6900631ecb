import { beforeAll, describe, expect, it } from "vitest";
import { modelOf } from "../../src/core/access/model.ts";
import { FailureError } from "../../src/core/failure.ts";
import type { RoundsProblem } from "../../src/core/rounds/problem.ts";
import { parseTerritory } from "../../src/core/territory.ts";
import { createEngine } from "../../src/engine/engine.ts";
import { loadNationalFrame } from "../../src/engine/national-frame.ts";
import { type PlanRoundsQuestion, type PlanRoundsSources, planMobileRounds } from "../../src/engine/plan-rounds.ts";
import { loadReachPlaces } from "../../src/engine/reach-places.ts";
import { loadSeries } from "../../src/engine/series-columns.ts";
import { loadUnitContext } from "../../src/engine/unit-context.ts";
import { openNodePack } from "../../src/platform/node/duckdb.ts";
import { searchRounds } from "../core/rounds/worlds.ts";

const SERIES = { profession: "gp", year: 2023, ages: "all" } as const;
/** A GP's unit from Laval: one vehicle, four weeks of five days, two half-days of ten consultations where a day has room. */
const QUESTION: PlanRoundsQuestion = {
  territory: parseTerritory("dep:53"),
  series: SERIES,
  model: modelOf("gp"),
  threshold: 2.5,
  depot: "53130",
  vehicles: 1,
  daysPerWeek: 5,
  weeks: 4,
  maxMinutes: 480,
  maxDriving: Number.POSITIVE_INFINITY,
  halfDayMinutes: 180,
  supplyPerVisit: 10,
  workingWeeks: 45,
  minPeople: 0,
  ruralOnly: false,
  minutesToPractice: 0,
  maxStops: 30,
  fixedCareMinutes: 10,
};

describe("rounds in Mayenne, on the embedded pack", () => {
  let sources = {} as PlanRoundsSources;
  beforeAll(async () => {
    const db = await openNodePack("data");
    const frame = await loadNationalFrame(db);
    const [series, places] = [await loadSeries(db, frame, SERIES), await loadReachPlaces(db, frame)];
    sources = { frame, series, places, context: await loadUnitContext(db), brought: null };
  });
  const ask = (change: Partial<PlanRoundsQuestion> = {}) =>
    planMobileRounds(sources, { ...QUESTION, ...change }, searchRounds(400));

  it("what the stops gain together is what the communes gain, under what they gain one by one, under the bound", async () => {
    const { found, gain, units, people, official, after, stops, peopleUnder, peopleUnderAfter } = await ask();
    let sum = 0;
    units.forEach((unit, i) => {
      expect(official[i]).toBe(sources.series.values[unit]);
      expect(after[i]).toBeGreaterThanOrEqual(official[i]);
      sum += people[i] * (Math.min(2.5, after[i]) - Math.min(2.5, official[i]));
    });
    expect(Math.abs(sum / gain - 1)).toBeLessThan(1e-9);
    expect(gain).toBeGreaterThan(0);
    expect(gain).toBeLessThanOrEqual(found.reward * (1 + 1e-9));
    expect(found.reward).toBeLessThanOrEqual(found.bound * (1 + 1e-9));
    expect(found.gap).toBeLessThan(0.03);
    expect(peopleUnderAfter).toBeLessThanOrEqual(peopleUnder);
    const served = stops.filter(({ rhythm }) => rhythm !== null);
    expect(served.length).toBeGreaterThan(5);
    for (const { worth } of served) expect(worth).toBeGreaterThanOrEqual(-1e-9);
  });

  it("supply is visits × consultations a year, and no more access is brought than that", async () => {
    const { found, stops, units, official, after } = await ask();
    // Two half-days a day at most: 20 days of 4 weeks are 40 visits, 10 a week, 450 a year, 4,500 consultations.
    const visits = found.routes.reduce((sum, route) => sum + route.visits.length, 0);
    expect(visits).toBeLessThanOrEqual(40);
    const supply = stops.reduce((sum, stop) => sum + stop.supply, 0);
    expect(supply).toBeCloseTo((visits / 4) * 45 * 10, 6);
    const apart = { weekly: 1, fortnightly: 2, monthly: 4 } as const;
    for (const stop of stops) expect(stop.visitsPerYear).toBe(stop.rhythm ? 45 / apart[stop.rhythm] : 0);
    let brought = 0;
    units.forEach((unit, i) => {
      brought += (sources.series.standardised[unit] || 0) * (after[i] - official[i]);
    });
    expect(brought).toBeGreaterThan(0.3 * supply);
    expect(brought).toBeLessThanOrEqual(supply * (1 + 1e-9));
  });

  it("each route keeps the day and the weekday of its stops", async () => {
    const { found } = await ask({ maxMinutes: 450, maxDriving: 80 });
    const weekdays = new Map<number, Set<number>>();
    for (const { day, minutes, drivingMinutes, visits } of found.routes) {
      expect(minutes).toBeLessThanOrEqual(450 * (1 + 1e-9));
      expect(drivingMinutes).toBeLessThanOrEqual(80 * (1 + 1e-9));
      for (const { place } of visits) weekdays.set(place, (weekdays.get(place) ?? new Set()).add(day % 5));
    }
    for (const on of weekdays.values()) expect(on.size).toBe(1);
  });

  it("criteria are judged from the data, and what nothing tells is unknown", async () => {
    const { stops } = await ask();
    const at = new Map(Array.from(sources.places.units, (unit, i) => [unit, i]));
    for (const { unit, criteria, minutesToCare } of stops) {
      expect(criteria.underThreshold).toBe("met");
      const hasPractice = sources.places.counts.gp[at.get(unit) ?? -1] > 0;
      if (hasPractice) expect([minutesToCare, criteria.farFromFixedCare]).toEqual([0, "not-met"]);
      else expect(criteria.farFromFixedCare).toBe(minutesToCare > 10 ? "met" : "not-met");
      expect(criteria.rural).toBe(sources.context.isUrban[unit] ? "not-met" : "met");
      const { coordinatedStructure, priorityZone, chronicWithoutGp } = criteria;
      expect([coordinatedStructure, priorityZone, chronicWithoutGp]).toEqual(["unknown", "unknown", "unknown"]);
    }
    const rural = await ask({ ruralOnly: true, minutesToPractice: 5 });
    for (const { criteria, minutesToCare } of rural.stops) {
      expect(criteria.rural).toBe("met");
      expect(minutesToCare).toBeGreaterThan(5);
    }
  });

  it("a second vehicle never gains less than the bound of one allows, and as much as one at least", async () => {
    const [one, two] = [await ask(), await ask({ vehicles: 2 })];
    expect(two.found.bound).toBeGreaterThanOrEqual(one.found.objective);
    expect(two.found.objective).toBeGreaterThan(one.found.objective);
  });

  it("says which constraint leaves nothing to plan", async () => {
    const say = async (change: Partial<PlanRoundsQuestion & RoundsProblem>) => {
      const refused = await ask(change).catch((error: unknown) => error);
      if (!(refused instanceof FailureError)) throw new Error("not refused");
      return String(refused.failure.params.constraint ?? refused.failure.params.expected);
    };
    expect(await say({ depot: "99999" })).toBe("a commune");
    expect(await say({ minPeople: 1e9 })).toContain("meets the conditions on stops");
    expect(await say({ depot: "06088" })).toContain("take more than the 480 min of a day");
    expect(await say({ vehicles: 0 })).toContain("rounds need a vehicle");
    expect(await say({ weeks: 7 })).toContain("1 … 31");
  });
});

describe("rounds asked of the engine, as a worker does", () => {
  it("gives what the use case gives, and can be cloned", async () => {
    const engine = createEngine(await openNodePack("data"));
    const request = { question: { ...QUESTION, maxStops: 8 }, seed: 3, iterations: 100 };
    const { run } = searchRounds();
    const answer = await engine.planRounds(request, run);
    expect(structuredClone(answer)).toEqual(answer);
    expect(answer.found.reward).toBeGreaterThan(0);
    expect(await engine.planRounds(request, run)).toEqual(answer);
  });
});
