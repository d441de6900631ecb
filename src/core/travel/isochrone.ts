import { nestRings, type Ring, traceContours } from "./contour.ts";
import type { Place } from "./placement.ts";
import { visitReached } from "./reached-stretches.ts";
import type { RoadGraph } from "./road-graph.ts";
import type { RoadNetwork } from "./road-network.ts";

/** Ground within reach: polygons of rings of [longitude, latitude], outer ring first, as in GeoJSON (RFC 7946). */
export interface Isochrone {
  readonly polygons: readonly (readonly Ring[])[];
  /** How far from a reached road the ground still counts, metres. */
  readonly margin: number;
}

const MARGIN_METRES = 300;
const LARGEST_SIDE = 2000;
const METRES_PER_DEGREE = (6_371_008.8 * Math.PI) / 180;

/**
 * The ground within 300 m, as the crow flies, of a stretch of road reached in `limit` ticks: the contour of the distance
 * to these stretches on a grid of half that margin. Where the reach is over 300 km wide, grid and margin grow together.
 */
export function traceIsochrone(network: RoadNetwork, graph: RoadGraph, place: Place, limit: number): Isochrone {
  const stretches: number[] = [];
  let [west, south, east, north] = [180, 90, -180, -90];
  visitReached(network, graph, place, limit, (lonA, latA, lonB, latB) => {
    stretches.push(lonA, latA, lonB, latB);
    west = Math.min(west, lonA, lonB);
    east = Math.max(east, lonA, lonB);
    south = Math.min(south, latA, latB);
    north = Math.max(north, latA, latB);
  });
  if (stretches.length === 0) return { polygons: [], margin: MARGIN_METRES };
  const perLat = METRES_PER_DEGREE;
  const perLon = METRES_PER_DEGREE * Math.cos((((south + north) / 2) * Math.PI) / 180);
  const side = Math.max((east - west) * perLon, (north - south) * perLat);
  const cell = Math.max(MARGIN_METRES / 2, side / LARGEST_SIDE);
  const margin = 2 * cell;
  const border = 4 * cell;
  const columns = Math.ceil(((east - west) * perLon + 2 * border) / cell) + 1;
  const rows = Math.ceil(((north - south) * perLat + 2 * border) / cell) + 1;
  const distances = new Float32Array(columns * rows).fill(2 * margin);
  const x = (lon: number) => ((lon - west) * perLon + border) / cell;
  const y = (lat: number) => ((lat - south) * perLat + border) / cell;
  for (let k = 0; k < stretches.length; k += 4) {
    const [lonA, latA, lonB, latB] = [stretches[k], stretches[k + 1], stretches[k + 2], stretches[k + 3]];
    spread(distances, columns, cell, x(lonA), y(latA), x(lonB), y(latB));
  }
  const round = (degrees: number) => Math.round(degrees * 1e6) / 1e6;
  const toDegrees = ([column, row]: readonly [number, number]) =>
    [round(west + (column * cell - border) / perLon), round(south + (row * cell - border) / perLat)] as const;
  const rings = traceContours(distances, columns, margin);
  return { polygons: nestRings(rings).map((polygon) => polygon.map((ring) => ring.map(toDegrees))), margin };
}

/** Lowers the distances of the grid points within three cells of a stretch, whose ends are in cells. */
function spread(
  distances: Float32Array,
  columns: number,
  cell: number,
  ax: number,
  ay: number,
  bx: number,
  by: number,
) {
  const [dx, dy] = [bx - ax, by - ay];
  const square = dx * dx + dy * dy;
  const [left, right] = [Math.ceil(Math.min(ax, bx) - 3), Math.floor(Math.max(ax, bx) + 3)];
  const [bottom, top] = [Math.ceil(Math.min(ay, by) - 3), Math.floor(Math.max(ay, by) + 3)];
  for (let y = bottom; y <= top; y++) {
    for (let x = left; x <= right; x++) {
      const share = square === 0 ? 0 : Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / square));
      const distance = Math.hypot(x - ax - share * dx, y - ay - share * dy) * cell;
      const at = y * columns + x;
      if (distance < distances[at]) distances[at] = distance;
    }
  }
}
