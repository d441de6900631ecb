import { degreesOfLatitude, kmBetween } from "./distance.ts";

/** A closed line in degrees, longitude and latitude by turns; its last point is its first. */
export type Ring = readonly (readonly number[])[];

/** Side of the cells in which places are judged together, degrees: about two kilometres. */
const CELL = 0.02;

const ALL = 1;
const NONE = 2;
const SOME = 3;

/**
 * Whether a place lies within `marginKm` of an outline or in it, the margin included. Rings are outer ones and holes in any
 * order (even-odd rule). Distances are on the plane that touches the sphere at the place: exact to a thousandth over 40 km.
 */
export function aroundOutline(rings: readonly Ring[], marginKm: number): (lon: number, lat: number) => boolean {
  const edges = listEdges(rings);
  const cells = new Map<string, number>();
  const judge = (lon: number, lat: number): number => {
    const km = kmToEdges(edges, lon, lat);
    return isInside(edges, lon, lat) ? -km : km;
  };
  return (lon, lat) => {
    const [x, y] = [Math.floor(lon / CELL), Math.floor(lat / CELL)];
    const key = `${x} ${y}`;
    let cell = cells.get(key);
    if (cell === undefined) {
      const [west, south] = [x * CELL, y * CELL];
      const half = kmBetween(west, south, west + CELL, south + CELL);
      const km = judge(west + CELL / 2, south + CELL / 2);
      cell = km + half <= marginKm ? ALL : km - half > marginKm ? NONE : SOME;
      cells.set(key, cell);
    }
    return cell === SOME ? judge(lon, lat) <= marginKm : cell === ALL;
  };
}

/** Ends of every edge, degrees: lon, lat, lon, lat. */
function listEdges(rings: readonly Ring[]): Float64Array {
  const count = rings.reduce((sum, ring) => sum + Math.max(0, ring.length - 1), 0);
  const edges = new Float64Array(4 * count);
  let at = 0;
  for (const ring of rings) {
    for (let k = 1; k < ring.length; k++) {
      edges.set([ring[k - 1][0], ring[k - 1][1], ring[k][0], ring[k][1]], at);
      at += 4;
    }
  }
  return edges;
}

function isInside(edges: Float64Array, lon: number, lat: number): boolean {
  let inside = false;
  for (let e = 0; e < edges.length; e += 4) {
    if (edges[e + 1] > lat === edges[e + 3] > lat) continue;
    const share = (lat - edges[e + 1]) / (edges[e + 3] - edges[e + 1]);
    if (lon < edges[e] + share * (edges[e + 2] - edges[e])) inside = !inside;
  }
  return inside;
}

function kmToEdges(edges: Float64Array, lon: number, lat: number): number {
  const perDegree = 1 / degreesOfLatitude(1);
  const shrink = perDegree * Math.cos((lat * Math.PI) / 180);
  let nearest = Number.POSITIVE_INFINITY;
  for (let e = 0; e < edges.length; e += 4) {
    const ax = (edges[e] - lon) * shrink;
    const ay = (edges[e + 1] - lat) * perDegree;
    const dx = (edges[e + 2] - edges[e]) * shrink;
    const dy = (edges[e + 3] - edges[e + 1]) * perDegree;
    const length = dx * dx + dy * dy;
    const along = length > 0 ? Math.min(1, Math.max(0, -(ax * dx + ay * dy) / length)) : 0;
    nearest = Math.min(nearest, (ax + along * dx) ** 2 + (ay + along * dy) ** 2);
  }
  return Math.sqrt(nearest);
}
