import { CLOSED } from "../core/placement/search.ts";
import { type CalendarVisit, dateOf, formatCalendar } from "../core/rounds/calendar.ts";
import { drawRounds } from "../core/rounds/draw-rounds.ts";
import type { RoundsFound } from "../core/rounds/problem.ts";
import { formatCsv } from "./csv.ts";
import { assertPoints } from "./read-rounds.ts";
import { clockOf, isoDate, type RoundsValues } from "./rounds-options.ts";
import { writeOutput } from "./write-output.ts";

/** What a plan is written about. */
export interface RoundsNames {
  /** Ids of places, and what people call them. */
  readonly ids: readonly string[];
  readonly names: readonly string[];
  readonly lon: ArrayLike<number>;
  readonly lat: ArrayLike<number>;
  readonly depot: { readonly id: string; readonly lon: number; readonly lat: number };
  /** Rhythm of each offer as it is said. */
  readonly rhythms: readonly string[];
  readonly daysPerWeek: number;
}

const BOUND =
  "Lagrangian relaxation over walks that may come back to a place after two others, times rounded down to a grid; or the minutes there are, when that is less";

export function describeRounds(found: RoundsFound, { ids, rhythms }: RoundsNames) {
  const { objective, bound, gap, reward, drivingMinutes, routes, served, iterations, seconds } = found;
  const days = new Map<number, number[]>();
  for (const { day, visits } of routes) {
    for (const { place } of visits) days.set(place, [...(days.get(place) ?? []), day + 1]);
  }
  const places = Array.from(ids.keys());
  return {
    objective,
    bound,
    gap: Number.isFinite(gap) ? gap : null,
    proven: gap <= CLOSED,
    bound_method: BOUND,
    reward,
    driving_minutes: drivingMinutes,
    routes: routes.map((route) => ({
      day: route.day + 1,
      vehicle: route.vehicle + 1,
      stops: route.visits.map(({ place }) => ids[place]),
      minutes: route.minutes,
      driving_minutes: route.drivingMinutes,
      load: route.load,
      visits: route.visits.map(({ place, arrival, departure }) => ({ id: ids[place], arrival, departure })),
    })),
    served: places
      .filter((p) => served[p] >= 0)
      .map((p) => ({ id: ids[p], frequency: rhythms[served[p]], days: days.get(p) ?? [] })),
    unserved: places.filter((p) => served[p] < 0).map((p) => ids[p]),
    iterations,
    seconds,
  };
}

/** Calendar, table and map, each where it is asked for. Throws `bad-input` before the search when they cannot be made. */
export function prepareExports(values: RoundsValues, names: RoundsNames): (found: RoundsFound) => Promise<void> {
  const leave = clockOf(values.leave, "--leave");
  const start = values.calendar === undefined ? "" : isoDate(values.start, "--start");
  if (values.geojson !== undefined) {
    assertPoints("--geojson", [...names.ids, names.depot.id], [...Array.from(names.lon), names.depot.lon]);
  }
  return async (found) => {
    if (values.calendar !== undefined) {
      const stamp = values.stamp ?? new Date().toISOString().replaceAll(/[-:]|\.\d+/g, "");
      await writeOutput(values.calendar, formatCalendar(listVisits(found, names, start, leave), stamp));
    }
    if (values.csv !== undefined) await writeOutput(values.csv, formatVisits(found, names, leave));
    if (values.geojson !== undefined) {
      const map = drawRounds(found.routes, names, names.depot, (place) => names.ids[place]);
      await writeOutput(values.geojson, `${JSON.stringify(map)}\n`);
    }
  };
}

function listVisits(found: RoundsFound, names: RoundsNames, start: string, leave: number): readonly CalendarVisit[] {
  return found.routes.flatMap(({ day, vehicle, visits }) => {
    const date = dateOf(start, day, names.daysPerWeek);
    return visits.map(({ place, offer, arrival, departure }) => ({
      uid: `${date}-${vehicle + 1}-${names.ids[place]}@rounds.oasis`,
      date,
      start: leave + arrival,
      end: leave + departure,
      title: names.names[place],
      location: names.names[place],
      description: `${names.rhythms[offer]}; vehicle ${vehicle + 1}, day ${day + 1}`,
    }));
  });
}

function formatVisits(found: RoundsFound, { ids, rhythms }: RoundsNames, leave: number): string {
  const clock = (minutes: number) => {
    const whole = Math.round(leave + minutes);
    return `${String(Math.floor(whole / 60)).padStart(2, "0")}:${String(whole % 60).padStart(2, "0")}`;
  };
  const rows = found.routes.flatMap(({ day, vehicle, visits }) =>
    visits.map(({ place, offer, arrival, departure }, k) => [
      ...[day + 1, vehicle + 1, k + 1, ids[place], rhythms[offer]],
      ...[arrival, departure, clock(arrival), clock(departure)],
    ]),
  );
  const header = [
    "day",
    "vehicle",
    "order",
    "id",
    "frequency",
    "arrival_minutes",
    "departure_minutes",
    "arrival",
    "departure",
  ];
  return formatCsv(header, rows);
}
