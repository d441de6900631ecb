import type { Texts } from "../../i18n/fr.ts";
import type { SiteMark } from "../../map/map-handle.ts";
import type { RouteOverlay } from "../../map/route-overlay.ts";
import { ROUTE_COLOURS, ROUTE_DASHES } from "../../map/route-style.ts";
import { daysOfWeek, type Rounds, type WeekDay } from "./read-weeks.ts";

const DEPOT_COLOUR = "#1c2925";

/** Colour and dashes of a vehicle's day: by weekday, and by vehicle. */
export function strokeOf({ weekday, route }: WeekDay): { readonly colour: string; readonly dash: number } {
  return { colour: ROUTE_COLOURS[weekday], dash: route.vehicle % ROUTE_DASHES.length };
}

/** « Lu1 », or « B·Lu1 » where there are several vehicles. */
export function markText({ weekday, vehicle }: WeekDay, order: number, vehicles: number, t: Texts): string {
  const text = `${t.rounds.week.short[weekday]}${order + 1}`;
  return vehicles > 1 ? `${vehicle}·${text}` : text;
}

/** Depot, stops and straight lines of one week, from 0. */
export function drawWeek(
  rounds: Rounds,
  week: number,
  t: Texts,
): { readonly sites: readonly SiteMark[]; readonly routes: RouteOverlay } {
  const { depot, stops, vehicles } = rounds;
  const words = t.rounds;
  const days = daysOfWeek(rounds, week);
  const home = [depot.lon, depot.lat];
  const marks = days.flatMap((day) =>
    day.route.visits.map(({ place }, k): SiteMark => {
      const { lon, lat, name } = stops[place];
      return {
        lon,
        lat,
        text: markText(day, k, vehicles, t),
        label: words.map.stop(String(k + 1), name, words.week.names[day.weekday], day.vehicle),
        colour: strokeOf(day).colour,
      };
    }),
  );
  return {
    sites: [
      {
        lon: depot.lon,
        lat: depot.lat,
        text: words.map.depot,
        label: words.map.depotLabel(depot.name),
        colour: DEPOT_COLOUR,
      },
      ...marks,
    ],
    routes: {
      type: "FeatureCollection",
      features: days.map((day) => ({
        type: "Feature",
        properties: {
          ...strokeOf(day),
          label:
            vehicles > 1 ? words.map.line(words.week.names[day.weekday], day.vehicle) : words.week.names[day.weekday],
        },
        geometry: {
          type: "LineString",
          coordinates: [home, ...day.route.visits.map(({ place }) => [stops[place].lon, stops[place].lat]), home],
        },
      })),
    },
  };
}
