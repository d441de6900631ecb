import type { RoundRoute } from "./problem.ts";

/** Where places are, degrees. */
export interface RoundPoints {
  readonly lon: ArrayLike<number>;
  readonly lat: ArrayLike<number>;
}

interface RoundFeature {
  readonly type: "Feature";
  readonly properties: Readonly<Record<string, string | number | boolean>>;
  readonly geometry:
    | { readonly type: "Point"; readonly coordinates: readonly number[] }
    | { readonly type: "LineString"; readonly coordinates: readonly (readonly number[])[] };
}

/** A GeoJSON (RFC 7946) collection. */
export interface RoundMap {
  readonly type: "FeatureCollection";
  readonly features: readonly RoundFeature[];
}

/**
 * Rounds as GeoJSON: the depot, each stop served with its days, and per vehicle and day a straight line from stop to stop, which says so:
 * it is no road.
 */
export function drawRounds(
  routes: readonly RoundRoute[],
  points: RoundPoints,
  depot: { readonly id: string; readonly lon: number; readonly lat: number },
  nameOf: (place: number) => string,
): RoundMap {
  const at = (place: number) => [points.lon[place], points.lat[place]];
  const home = [depot.lon, depot.lat];
  const days = new Map<number, number[]>();
  for (const { day, visits } of routes) {
    for (const { place } of visits) days.set(place, [...(days.get(place) ?? []), day + 1]);
  }
  const stops = [...days].sort(([a], [b]) => a - b);
  return {
    type: "FeatureCollection",
    features: [
      { type: "Feature", properties: { kind: "depot", id: depot.id }, geometry: { type: "Point", coordinates: home } },
      ...stops.map(
        ([place, on]): RoundFeature => ({
          type: "Feature",
          properties: { kind: "stop", id: nameOf(place), visits: on.length, days: on.join(" ") },
          geometry: { type: "Point", coordinates: at(place) },
        }),
      ),
      ...routes.map(
        ({ day, vehicle, minutes, drivingMinutes, visits }): RoundFeature => ({
          type: "Feature",
          properties: {
            kind: "route",
            day: day + 1,
            vehicle: vehicle + 1,
            minutes,
            driving_minutes: drivingMinutes,
            geometry: "straight lines from stop to stop, not roads",
          },
          geometry: { type: "LineString", coordinates: [home, ...visits.map(({ place }) => at(place)), home] },
        }),
      ),
    ],
  };
}
