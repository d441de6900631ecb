import { circle } from "@turf/circle";
import type { Point } from "../app/question.ts";
import { estimateRadius } from "../core/travel/estimate-radius.ts";

/** Ground within some minutes of the origin. */
export interface ReachArea {
  readonly minutes: number;
  /** [longitude, latitude] rings, outer first; none: nothing is in reach. */
  readonly polygons: readonly (readonly (readonly (readonly [number, number])[])[])[];
}

/** What the map draws of a reach: an outline per band, nearest first, and the point it starts from. */
export interface ReachOverlay {
  readonly origin: Point;
  readonly areas: GeoJSON.FeatureCollection<GeoJSON.MultiPolygon, ReachAreaProperties>;
  /** What the marker says of itself, and how it is moved. */
  readonly label: string;
}

export interface ReachAreaProperties {
  readonly minutes: number;
  /** From 0, nearest first. */
  readonly rank: number;
  /** Written along the outline. */
  readonly label: string;
}

/** Most bands with an outline of their own. */
export const MAX_BANDS = 4;

/** Sides of a circle; its corners lie on it. */
const SIDES = 128;

/** Ground within the estimate: circles, since it knows nothing but the distance as the crow flies. */
export function estimateAreas({ lon, lat }: Point, bands: readonly number[]): readonly ReachArea[] {
  return bands.map((minutes) => {
    const { geometry } = circle([lon, lat], estimateRadius(minutes), { steps: SIDES, units: "kilometers" });
    return { minutes, polygons: [geometry.coordinates.map((ring) => ring.map(([x, y]) => [x, y] as const))] };
  });
}

/** Features of the bands in the order of their minutes (RFC 7946); those where nothing is in reach are left out. */
export function buildReachAreas(
  areas: readonly ReachArea[],
  label: (minutes: number) => string,
): GeoJSON.FeatureCollection<GeoJSON.MultiPolygon, ReachAreaProperties> {
  const ordered = [...areas].sort((a, b) => a.minutes - b.minutes);
  return {
    type: "FeatureCollection",
    features: ordered.flatMap(
      ({ minutes, polygons }, rank): GeoJSON.Feature<GeoJSON.MultiPolygon, ReachAreaProperties>[] =>
        polygons.length === 0
          ? []
          : [
              {
                type: "Feature",
                properties: { minutes, rank, label: label(minutes) },
                geometry: {
                  type: "MultiPolygon",
                  coordinates: polygons.map((rings) =>
                    rings.map((ring) => ring.map(([x, y]): GeoJSON.Position => [x, y])),
                  ),
                },
              },
            ],
    ),
  };
}

/** West, south, east, north of what is drawn, or null when there is nothing. */
export function boundsOf({
  features,
}: ReachOverlay["areas"]): readonly [west: number, south: number, east: number, north: number] | null {
  let [west, south, east, north] = [180, 90, -180, -90];
  for (const { geometry } of features) {
    for (const [x, y] of geometry.coordinates.flat(2)) {
      west = Math.min(west, x);
      east = Math.max(east, x);
      south = Math.min(south, y);
      north = Math.max(north, y);
    }
  }
  return west > east ? null : [west, south, east, north];
}
