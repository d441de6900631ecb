import { kmBetween } from "../../core/geo/distance.ts";
import type { RoundRoute, RoundVisit } from "../../core/rounds/problem.ts";

interface Place {
  readonly code: string;
  readonly name: string;
  readonly lon: number;
  readonly lat: number;
}

/** A plan of rounds as it is drawn and written, found or on the way. */
export interface Rounds {
  readonly routes: readonly RoundRoute[];
  readonly stops: readonly Place[];
  readonly depot: Place;
  readonly daysPerWeek: number;
  readonly vehicles: number;
}

/** A vehicle's day in its week. */
export interface WeekDay {
  readonly route: RoundRoute;
  /** From 0. */
  readonly week: number;
  /** 0: Monday. */
  readonly weekday: number;
  /** A, B, C… */
  readonly vehicle: string;
}

export function listDays({ routes, daysPerWeek }: Rounds): readonly WeekDay[] {
  return routes.map((route) => ({
    route,
    week: Math.floor(route.day / daysPerWeek),
    weekday: route.day % daysPerWeek,
    vehicle: letterOf(route.vehicle),
  }));
}

export function letterOf(vehicle: number): string {
  return String.fromCharCode(65 + vehicle);
}

/** Days of one week, from 0, in the order of the calendar. */
export function daysOfWeek(rounds: Rounds, week: number): readonly WeekDay[] {
  return listDays(rounds)
    .filter((day) => day.week === week)
    .sort((a, b) => a.weekday - b.weekday || a.route.vehicle - b.route.vehicle);
}

/** Minutes of driving before the visit at a position of a route. */
export function drivingBefore(visits: readonly RoundVisit[], at: number): number {
  return visits[at].arrival - (at === 0 ? 0 : visits[at - 1].departure);
}

/** Minutes of driving after the last visit. */
export function drivingHome({ visits, minutes }: RoundRoute): number {
  return minutes - (visits.at(-1)?.departure ?? 0);
}

/** Kilometres of all rounds in straight lines from stop to stop. */
export function straightKm({ routes, stops, depot }: Rounds): number {
  let km = 0;
  for (const { visits } of routes) {
    const way = [depot, ...visits.map(({ place }) => stops[place]), depot];
    for (let k = 1; k < way.length; k++) km += kmBetween(way[k - 1].lon, way[k - 1].lat, way[k].lon, way[k].lat);
  }
  return km;
}
