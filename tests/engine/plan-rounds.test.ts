import { beforeAll, describe, expect, it } from "vitest";
import { modelOf } from "../../src/core/access/model.ts";
import { FailureError } from "../../src/core/failure.ts";
import { planRounds } from "../../src/core/rounds/plan-rounds.ts";
import { parseTerritory } from "../../src/core/territory.ts";
import { createEngine } from "../../src/engine/engine.ts";
import { loadNationalFrame } from "../../src/engine/national-frame.ts";
import { planMobileRounds } from "../../src/engine/plan-rounds.ts";
import type { PlanRoundsSources } from "../../src/engine/prepare-rounds.ts";
import { loadReachPlaces } from "../../src/engine/reach-places.ts";
import type { PlanRoundsQuestion } from "../../src/engine/rounds-world.ts";
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
  rhythms: ["weekly", "fortnightly", "monthly"],
  minPeople: 0,
  ruralOnly: false,
  minutesToPractice: 0,
  maxStops: 30,
  mandatory: [],
  excluded: [],
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

  it("an imposed stop is served even above the threshold, an excluded one never, and a rhythm alone is the only one", async () => {
    const { stops } = await ask();
    const best = stops.filter(({ rhythm }) => rhythm !== null).toSorted((a, b) => b.worth - a.worth)[0];
    const above = sources.places.codes.find(
      (code, i) => code.startsWith("53") && sources.series.values[sources.places.units[i]] > 3,
    );
    if (!above) throw new Error("no commune above 3");
    const changed = await ask({ mandatory: [above], excluded: [best.code] });
    expect(changed.stops[0]).toMatchObject({ code: above, isMandatory: true, criteria: { underThreshold: "not-met" } });
    expect(changed.stops[0].rhythm).not.toBe(null);
    expect(changed.stops.some(({ code }) => code === best.code)).toBe(false);
    expect(changed.found.objective).toBeLessThanOrEqual(changed.found.bound * (1 + 1e-9));
    const monthly = await ask({ rhythms: ["monthly"] });
    for (const { rhythm } of monthly.stops) expect(["monthly", null]).toContain(rhythm);
    for (const { peopleReached, worth } of stops) if (worth > 0) expect(peopleReached).toBeGreaterThan(0);
  });

  it("says which constraint leaves nothing to plan", async () => {
    const say = async (change: Partial<PlanRoundsQuestion>) => {
      const refused = await ask(change).catch((error: unknown) => error);
      if (!(refused instanceof FailureError)) throw new Error("not refused");
      return String(refused.failure.params.constraint ?? refused.failure.params.expected);
    };
    expect(await say({ depot: "99999" })).toBe("a commune");
    expect(await say({ minPeople: 1e9 })).toContain("meets the conditions on stops");
    expect(await say({ depot: "06088" })).toContain("take more than the 480 min of a day");
    expect(await say({ vehicles: 0 })).toContain("rounds need a vehicle");
    expect(await say({ supplyPerVisit: 0 })).toContain("must offer something");
    expect(await say({ mandatory: ["53062"], excluded: ["53062"] })).toContain("both mandatory and excluded");
    expect(await say({ mandatory: ["53130"] })).toContain("mandatory and the depot");
    expect(await say({ mandatory: ["35238"] })).toContain("no commune of the territory");
    expect(await say({ mandatory: ["53062"], maxDriving: 5 })).toContain("more than the driving limit of 5");
    expect(await say({ rhythms: ["monthly"], weeks: 2 })).toContain("keeps a period of 2 weeks");
    expect(await say({ weeks: 7 })).toContain("1 … 31");
  });
});

describe("rounds asked of the engine, as a browser does", () => {
  it("prepared, searched and described apart, gives what the use case gives, and can be cloned", async () => {
    const db = await openNodePack("data");
    const engine = createEngine(db);
    const question = { ...QUESTION, depot: null, maxStops: 8 };
    const search = searchRounds(100, 3);
    const world = await engine.prepareRounds(question, search.run);
    expect(structuredClone(world)).toEqual(world);
    const found = await planRounds(world.problem, search);
    const answer = await engine.describeRounds({ question, found }, search.run);
    expect(structuredClone(answer)).toEqual(answer);
    const frame = await loadNationalFrame(db);
    const [series, places] = [await loadSeries(db, frame, SERIES), await loadReachPlaces(db, frame)];
    const sources = { frame, series, places, context: await loadUnitContext(db), brought: null };
    expect(await planMobileRounds(sources, question, searchRounds(100, 3))).toEqual(answer);
    // Nobody named a depot: a town of 5,000 inhabitants or more, with need around it.
    const depot = places.codes.indexOf(answer.depot.code);
    expect(places.people[depot]).toBeGreaterThanOrEqual(5000);
    expect(answer.found.reward).toBeGreaterThan(0);
    expect(answer.need).toBeGreaterThan(answer.gain);
  });
});
