import { beforeAll, describe, expect, it } from "vitest";
import { kmBetween } from "../../../src/core/geo/distance.ts";
import type { PlanRoundsAnswer } from "../../../src/engine/describe-rounds.ts";
import { createEngine } from "../../../src/engine/engine.ts";
import { fr } from "../../../src/i18n/fr.ts";
import { openNodePack } from "../../../src/platform/node/duckdb.ts";
import { drawWeek } from "../../../src/ui/rounds/draw-week.ts";
import { daysOfWeek, straightKm } from "../../../src/ui/rounds/read-weeks.ts";
import { writeRoundsCalendar, writeRoundsMap, writeVisitsCsv } from "../../../src/ui/rounds/rounds-files.ts";
import { roundsOfAnswer } from "../../../src/ui/rounds/rounds-view.ts";
import { planMayenne } from "./plan-of-mayenne.ts";

const START = { monday: "2027-01-04", leave: "08:30" };
const MINUTE = /^(\d\d):(\d\d)$/;
let plan: PlanRoundsAnswer;
let visits: number;

beforeAll(async () => {
  plan = await planMayenne(createEngine(await openNodePack("data")));
  visits = plan.found.routes.reduce((sum, route) => sum + route.visits.length, 0);
});

describe("files of rounds found on the embedded pack", () => {
  it("the table has a line per visit, each on its weekday, after the driving it says", () => {
    const [header, ...lines] = writeVisitsCsv(plan, START).trim().split("\n");
    expect(lines).toHaveLength(visits);
    expect(header.split(",").slice(0, 8)).toEqual([
      "week",
      "date",
      "vehicle",
      "order",
      "code",
      "name",
      "rhythm",
      "driving_before_minutes",
    ]);
    let ended = 0;
    for (const line of lines) {
      // Names with a comma are quoted, and Mayenne has none.
      const [week, date, vehicle, order, code, , rhythm, driving, arrival, departure] = line.split(",");
      const day = (Date.parse(date) - Date.parse(START.monday)) / 86_400_000;
      expect(Math.floor(day / 7)).toBe(Number(week) - 1);
      expect(day % 7).toBeLessThan(5);
      expect(["A", "B"]).toContain(vehicle);
      expect(plan.stops.find((stop) => stop.code === code)?.rhythm).toBe(rhythm);
      const minutes = (text: string) => {
        const [, hours, rest] = MINUTE.exec(text) ?? [];
        return 60 * Number(hours) + Number(rest);
      };
      const before = order === "1" ? 510 : ended;
      expect(Math.abs(minutes(arrival) - before - Number(driving))).toBeLessThanOrEqual(1);
      expect(minutes(departure) - minutes(arrival)).toBeGreaterThanOrEqual(179);
      ended = minutes(departure);
    }
  });

  it("the calendar has an event per visit, none twice; the map a point per stop and a line per vehicle's day", () => {
    const text = writeRoundsCalendar(plan, START, new Date("2026-12-01T10:00:00Z"), fr).replaceAll("\r\n ", "");
    expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(visits);
    expect(new Set(text.match(/UID:.*/g)).size).toBe(visits);
    expect(text).toContain("DTSTAMP:20261201T100000Z");
    const { type, features } = JSON.parse(writeRoundsMap(plan));
    expect(type).toBe("FeatureCollection");
    const kinds = features.map((feature: { properties: { kind: string } }) => feature.properties.kind);
    const count = (kind: string) => kinds.filter((one: string) => one === kind).length;
    expect([count("depot"), count("stop"), count("route")]).toEqual([
      1,
      plan.stops.filter(({ rhythm }) => rhythm !== null).length,
      plan.found.routes.length,
    ]);
  });

  it("each week draws its vehicles' days from depot to depot, numbered in order; the four weeks are all of them", () => {
    const rounds = roundsOfAnswer(plan);
    let drawn = 0;
    let km = 0;
    for (let week = 0; week < 4; week++) {
      const days = daysOfWeek(rounds, week);
      const { sites, routes } = drawWeek(rounds, week, fr);
      expect(routes.features).toHaveLength(days.length);
      expect(sites).toHaveLength(1 + days.reduce((sum, { route }) => sum + route.visits.length, 0));
      for (const { geometry } of routes.features) {
        const line = geometry.coordinates;
        expect(line[0]).toEqual([plan.depot.lon, plan.depot.lat]);
        expect(line.at(-1)).toEqual(line[0]);
        for (let k = 1; k < line.length; k++) km += kmBetween(line[k - 1][0], line[k - 1][1], line[k][0], line[k][1]);
      }
      // A vehicle's day is told by its text alone: no two alike in a week.
      const texts = sites.map(({ text }) => text);
      expect(new Set(texts).size).toBe(texts.length);
      drawn += days.length;
    }
    expect(drawn).toBe(plan.found.routes.length);
    expect(straightKm(rounds)).toBeCloseTo(km, 6);
  });
});
