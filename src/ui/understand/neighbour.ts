import type { AccessAnswer } from "../../app/answers.ts";
import type { PlacesFile } from "../../app/places.ts";
import { COMMUNE_COUNT } from "../../map/choropleth.ts";
import { rowOfUnit } from "./reading.ts";

export type Direction = "up" | "down" | "left" | "right";

/** Sideways distance counts this much more than distance ahead: a key goes where it points. */
const SIDEWAYS = 2;

/**
 * Row of the nearest commune in a direction, by the centres of their bounds; undefined when there is none that way.
 * Only communes within 60° of the direction are considered.
 */
export function findNeighbour(
  answer: AccessAnswer,
  file: Pick<PlacesFile, "bounds">,
  from: number,
  direction: Direction,
): number | undefined {
  const start = centreOf(file, from);
  const [ax, ay] = { up: [0, 1], down: [0, -1], left: [-1, 0], right: [1, 0] }[direction];
  const scale = Math.cos((start.lat * Math.PI) / 180);
  let best: number | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const unit of answer.units) {
    if (unit === from || unit >= COMMUNE_COUNT) continue;
    const { lon, lat } = centreOf(file, unit);
    const dx = (lon - start.lon) * scale;
    const dy = lat - start.lat;
    const ahead = dx * ax + dy * ay;
    const aside = Math.abs(dx * ay) + Math.abs(dy * ax);
    if (ahead <= 0 || aside > ahead * 1.732) continue;
    const cost = ahead + SIDEWAYS * aside;
    if (cost >= least) continue;
    least = cost;
    best = unit;
  }
  return best === undefined ? undefined : rowOfUnit(answer, best);
}

/** The commune whose centre is nearest to a point: where selecting by keys starts. */
export function findNearest(
  answer: AccessAnswer,
  file: Pick<PlacesFile, "bounds">,
  lon: number,
  lat: number,
): number | undefined {
  const scale = Math.cos((lat * Math.PI) / 180);
  let best: number | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const unit of answer.units) {
    if (unit >= COMMUNE_COUNT) continue;
    const centre = centreOf(file, unit);
    const distance = Math.hypot((centre.lon - lon) * scale, centre.lat - lat);
    if (distance >= least) continue;
    least = distance;
    best = unit;
  }
  return best === undefined ? undefined : rowOfUnit(answer, best);
}

function centreOf(
  { bounds }: Pick<PlacesFile, "bounds">,
  unit: number,
): { readonly lon: number; readonly lat: number } {
  const [west, south, east, north] = bounds.slice(unit * 4, unit * 4 + 4);
  return { lon: (west + east) / 2e4, lat: (south + north) / 2e4 };
}
