import type { MultiPolygon, Polygon, Position } from "geojson";

export type Areal = Polygon | MultiPolygon;
export type Bbox = [west: number, south: number, east: number, north: number];

export const polygonsOf = (geometry: Areal): Position[][][] =>
  geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;

export const xy = (position: Position): [number, number] => [position[0] ?? 0, position[1] ?? 0];

const earthKm = 6371.0088;
const radians = Math.PI / 180;

const ringAreaKm2 = (ring: Position[]): number => {
  let sum = 0;
  for (let i = 1; i < ring.length; i++) {
    const [x0, y0] = xy(ring[i - 1] as Position);
    const [x1, y1] = xy(ring[i] as Position);
    sum += (x1 - x0) * radians * (2 + Math.sin(y0 * radians) + Math.sin(y1 * radians));
  }
  return Math.abs((sum * earthKm * earthKm) / 2);
};

/**
 * Area on the sphere, holes taken away; what the tests weigh outlines with.
 * @internal
 */
export const areaKm2 = (geometry: Areal): number => {
  let area = 0;
  for (const rings of polygonsOf(geometry))
    rings.forEach((ring, i) => {
      area += i === 0 ? ringAreaKm2(ring) : -ringAreaKm2(ring);
    });
  return area;
};

export const contains = (geometry: Areal, point: Position): boolean => {
  const [px, py] = xy(point);
  let inside = false;
  for (const rings of polygonsOf(geometry))
    for (const ring of rings)
      for (let i = 1; i < ring.length; i++) {
        const [x0, y0] = xy(ring[i - 1] as Position);
        const [x1, y1] = xy(ring[i] as Position);
        if (y0 > py !== y1 > py && px < ((x1 - x0) * (py - y0)) / (y1 - y0) + x0) inside = !inside;
      }
  return inside;
};

export const bboxOf = (geometry: Areal): Bbox => {
  const box: Bbox = [Infinity, Infinity, -Infinity, -Infinity];
  for (const rings of polygonsOf(geometry))
    for (const position of rings[0] ?? []) {
      const [x, y] = xy(position);
      box[0] = Math.min(box[0], x);
      box[1] = Math.min(box[1], y);
      box[2] = Math.max(box[2], x);
      box[3] = Math.max(box[3], y);
    }
  return box;
};

/** Flat distance, good for the few kilometres of one commune. */
export const distanceKm = (a: Position, b: Position): number => {
  const [ax, ay] = xy(a);
  const [bx, by] = xy(b);
  return Math.hypot((ax - bx) * Math.cos(((ay + by) / 2) * radians), ay - by) * radians * earthKm;
};
