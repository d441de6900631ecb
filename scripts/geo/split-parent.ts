import type { Feature, FeatureCollection, GeometryCollection, LineString, Position } from "geojson";
import type { Areal } from "./planar.ts";
import { contains, distanceKm, polygonsOf } from "./planar.ts";
import { shape } from "./shaper.ts";

export interface FormerCommune {
  code: string;
  geometry: Areal;
}

// Former outlines come from a coarser map: its lines stop this far from the precise outline and then
// go straight to it, so that the precise outline stays untouched, vertex for vertex.
const reachKm = 0.15;

const nearest = (point: Position, candidates: Position[]): Position =>
  candidates.reduce((best, p) => (distanceKm(p, point) < distanceKm(best, point) ? p : best));

const keyOf = (p: Position | undefined): string => String(p);

/** An end that no other line shares lies on the old outline. */
const freeEnds = (lines: Position[][]): ((p: Position | undefined) => boolean) => {
  const uses = new Map<string, number>();
  for (const line of lines)
    for (const end of [line[0], line.at(-1)]) uses.set(keyOf(end), (uses.get(keyOf(end)) ?? 0) + 1);
  return (p) => uses.get(keyOf(p)) === 1;
};

const trimStart = (line: Position[], parent: Areal, outline: Position[]): Position[] => {
  let start = 0;
  while (start < line.length - 1) {
    const point = line[start] as Position;
    if (contains(parent, point) && distanceKm(nearest(point, outline), point) > reachKm) break;
    start++;
  }
  return [nearest(line[0] as Position, outline), ...line.slice(start)];
};

/** Cuts the polygon of a merged commune along the inner borders of the communes it once united. */
export const splitParent = async (parent: Areal, formers: FormerCommune[]): Promise<Map<string, Areal>> => {
  const collection: FeatureCollection = {
    type: "FeatureCollection",
    features: formers.map(({ code, geometry }) => ({
      type: "Feature",
      properties: { code },
      geometry,
    })),
  };
  const inner = await shape<GeometryCollection<LineString>>(
    ["-i former.json", "-dissolve code", "-innerlines"],
    { "former.json": collection },
    "inner.json format=geojson",
  );
  const lines = inner.geometries.map((line) => line.coordinates);
  const outline = polygonsOf(parent).flatMap((rings) => rings[0] ?? []);
  const free = freeEnds(lines);
  const cuts = lines.map((line) => {
    let cut = line;
    if (free(line[0])) cut = trimStart(cut, parent, outline);
    if (free(line.at(-1))) cut = trimStart(cut.toReversed(), parent, outline);
    return cut;
  });
  const feature = (coordinates: Position[]): Feature => ({
    type: "Feature",
    properties: {},
    geometry: { type: "LineString", coordinates },
  });
  const rings = polygonsOf(parent).flat();
  const linework: FeatureCollection = {
    type: "FeatureCollection",
    features: [...rings, ...cuts].map(feature),
  };
  const pieces = await shape<GeometryCollection<Areal>>(
    ["-i lines.json", "-polygons"],
    { "lines.json": linework },
    "pieces.json format=geojson",
  );
  return dissolvePieces(pieces.geometries, formers);
};

const dissolvePieces = async (pieces: Areal[], formers: FormerCommune[]): Promise<Map<string, Areal>> => {
  const labelled = await shape<FeatureCollection<Areal, { code: string }>>(
    ["-i pieces.json", "-dissolve code"],
    {
      "pieces.json": {
        type: "FeatureCollection",
        features: pieces.map((geometry) => ({
          type: "Feature",
          properties: { code: formerOf(geometry, formers) },
          geometry,
        })),
      },
    },
    "split.json format=geojson",
  );
  return new Map(labelled.features.map((f) => [f.properties.code, f.geometry]));
};

/** The former commune that holds most of a grid of points of the piece. */
const formerOf = (piece: Areal, formers: FormerCommune[]): string => {
  const outline = polygonsOf(piece).flatMap((rings) => rings[0] ?? []);
  const xs = outline.map((p) => p[0] ?? 0);
  const ys = outline.map((p) => p[1] ?? 0);
  const [west, east] = [Math.min(...xs), Math.max(...xs)];
  const [south, north] = [Math.min(...ys), Math.max(...ys)];
  const votes = new Map<string, number>();
  const steps = 40;
  for (let i = 1; i < steps; i++)
    for (let j = 1; j < steps; j++) {
      const point = [west + ((east - west) * i) / steps, south + ((north - south) * j) / steps];
      if (!contains(piece, point)) continue;
      const former = formers.find((f) => contains(f.geometry, point));
      if (former) votes.set(former.code, (votes.get(former.code) ?? 0) + 1);
    }
  const winner = [...votes].toSorted((a, b) => b[1] - a[1])[0];
  if (!winner) throw new Error("A piece of a split commune lies in no former commune");
  return winner[0];
};
