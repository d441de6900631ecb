import type { PlanRoundsAnswer } from "../../app/rounds.ts";
import { type CalendarVisit, dateOf, formatCalendar } from "../../core/rounds/calendar.ts";
import { drawRounds } from "../../core/rounds/draw-rounds.ts";
import { formatTerritory } from "../../core/territory.ts";
import type { Texts } from "../../i18n/fr.ts";
import { drivingBefore, letterOf, listDays } from "./read-weeks.ts";
import { roundsOfAnswer } from "./rounds-view.ts";
import { readClock, writeClock } from "./time-words.ts";

/** When rounds begin: Monday of the first week, YYYY-MM-DD, and the hour vehicles leave, HH:MM. */
export interface RoundsStart {
  readonly monday: string;
  readonly leave: string;
}

const HEADER = [
  "week",
  "date",
  "vehicle",
  "order",
  "code",
  "name",
  "rhythm",
  "driving_before_minutes",
  "arrival",
  "departure",
  "visits_per_year",
  "supply_per_year",
  "people_reached",
  "minutes_to_fixed_care",
  "rural",
  "under_threshold",
  "far_from_fixed_care",
];

/** Name of a file of these rounds. */
export function roundsFileName({ question, depot }: PlanRoundsAnswer, extension: string): string {
  return `oasis-tournees-${formatTerritory(question.territory).replace(":", "-")}-${depot.code}.${extension}`;
}

/** A line per visit, in the order of the calendar; minutes to fixed care are empty beyond what is looked at. */
export function writeVisitsCsv(answer: PlanRoundsAnswer, { monday, leave }: RoundsStart): string {
  const { question, stops, rhythms } = answer;
  const start = readClock(leave);
  const lines = listDays(roundsOfAnswer(answer)).flatMap(({ route, week, vehicle }) =>
    route.visits.map(({ place, offer, arrival, departure }, k) => {
      const { code, name, visitsPerYear, supply, peopleReached, minutesToCare, criteria } = stops[place];
      return [
        week + 1,
        dateOf(monday, route.day, question.daysPerWeek),
        vehicle,
        k + 1,
        code,
        quote(name),
        rhythms[offer],
        drivingBefore(route.visits, k),
        writeClock(start + arrival),
        writeClock(start + departure),
        visitsPerYear,
        supply,
        peopleReached,
        Number.isFinite(minutesToCare) ? minutesToCare : "",
        criteria.rural,
        criteria.underThreshold,
        criteria.farFromFixedCare,
      ].join(",");
    }),
  );
  return `${[HEADER.join(","), ...lines].join("\n")}\n`;
}

/** The four weeks as an iCalendar file; `now`: when it is written. */
export function writeRoundsCalendar(answer: PlanRoundsAnswer, start: RoundsStart, now: Date, t: Texts): string {
  const { found, question, stops, rhythms } = answer;
  const leave = readClock(start.leave);
  const visits = found.routes.flatMap(({ day, vehicle, visits: row }) => {
    const date = dateOf(start.monday, day, question.daysPerWeek);
    return row.map(({ place, offer, arrival, departure }): CalendarVisit => {
      const { code, name } = stops[place];
      return {
        uid: `${date}-${vehicle + 1}-${code}@rounds.oasis`,
        date,
        start: leave + arrival,
        end: leave + departure,
        title: name,
        location: `${name} (${code})`,
        description: `${t.rounds.week.vehicle(letterOf(vehicle))} · ${t.rounds.form.rhythms[rhythms[offer]]}`,
      };
    });
  });
  return formatCalendar(visits, now.toISOString().replaceAll(/[-:]|\.\d+/g, ""));
}

/** Depot, stops and straight lines as GeoJSON. */
export function writeRoundsMap({ found, stops, depot }: PlanRoundsAnswer): string {
  const points = { lon: stops.map(({ lon }) => lon), lat: stops.map(({ lat }) => lat) };
  const map = drawRounds(found.routes, points, { id: depot.code, ...depot }, (place) => stops[place].code);
  return `${JSON.stringify(map)}\n`;
}

function quote(text: string): string {
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
