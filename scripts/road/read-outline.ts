import { readFileSync } from "node:fs";
import type { Feature, GeoJsonProperties, Geometry } from "geojson";
import { feature } from "topojson-client";
import type { Polygon } from "topojson-specification";
import { FailureError } from "../../src/core/failure.ts";
import type { Ring } from "../../src/core/geo/around-outline.ts";
import { formatTerritory, type Territory } from "../../src/core/territory.ts";
import { readTopology } from "../geo/read-topology.ts";

const LAYERS = { region: "regions", departement: "departements", epci: "epci", commune: "communes" } as const;

/** Outline of a territory from the committed outlines in `directory`. Throws `unknown-territory`. */
export function readTerritoryOutline(directory: string, { kind, code }: Territory): readonly Ring[] {
  const topology = readTopology(directory);
  const { objects } = topology;
  const found =
    kind === "country"
      ? objects.land.geometries
      : objects[LAYERS[kind]].geometries.filter(({ properties }) => properties?.code === code);
  if (found.length === 0)
    throw new FailureError("unknown-territory", { text: formatTerritory({ kind, code } as Territory) });
  return ringsOf(found.map((geometry) => feature(topology, geometry as Polygon<GeoJsonProperties>).geometry));
}

/** Codes of the départements of a region, ascending. */
export function listDepartements(directory: string, region: string): readonly string[] {
  const { geometries } = readTopology(directory).objects.communes;
  const own = geometries.flatMap(({ properties }) => (properties?.region === region ? properties.departement : []));
  return [...new Set(own)].sort();
}

/** Polygons of a GeoJSON file, in any feature or collection. Throws `bad-input` naming it when there is none. */
export function readGeojsonOutline(file: string): readonly Ring[] {
  let rings: readonly Ring[] = [];
  try {
    rings = ringsOf(geometriesOf(JSON.parse(readFileSync(file, "utf8")) as Feature | Geometry));
  } catch (error) {
    throw new FailureError("bad-input", { file, reason: error instanceof Error ? error.message : String(error) });
  }
  if (rings.length === 0) throw new FailureError("bad-input", { file, reason: "no polygon" });
  return rings;
}

type AnyGeojson = Feature | Geometry | { readonly type: "FeatureCollection"; readonly features: readonly Feature[] };

function geometriesOf(any: AnyGeojson): readonly Geometry[] {
  if (any.type === "FeatureCollection") return any.features.flatMap(geometriesOf);
  if (any.type === "Feature") return [any.geometry];
  return any.type === "GeometryCollection" ? any.geometries.flatMap(geometriesOf) : [any];
}

function ringsOf(geometries: readonly Geometry[]): readonly Ring[] {
  return geometries.flatMap((geometry) => {
    if (geometry.type === "Polygon") return geometry.coordinates;
    return geometry.type === "MultiPolygon" ? geometry.coordinates.flat() : [];
  });
}
