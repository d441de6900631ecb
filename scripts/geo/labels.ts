import type { Feature, FeatureCollection, Point, Position } from "geojson";
import { feature } from "topojson-client";
import type { Cog, NamedArea } from "./cog.ts";
import type { Areal } from "./planar.ts";
import { contains } from "./planar.ts";
import { shape } from "./shaper.ts";
import type { FranceTopology } from "./topology.ts";

const townCount = 350;

export type LabelKind = "town" | "departement" | "region";

export interface LabelProperties {
  kind: LabelKind;
  code: string;
  name: string;
  /** Towns only: 0 is the most populated. */
  rank?: number;
  population?: number;
  /** Towns only: prefecture of a département or of a region. */
  seat?: "departement" | "region";
}

export type Labels = FeatureCollection<Point, LabelProperties>;

const point = (coordinates: Position, properties: LabelProperties): Feature<Point, LabelProperties> => ({
  type: "Feature",
  properties,
  geometry: { type: "Point", coordinates: coordinates.map((v) => Math.round(v * 1e4) / 1e4) },
});

type Inside = Map<string, Position>;

/** A point well inside the largest part of each area. */
const innerPoints = async (topology: FranceTopology, layer: keyof FranceTopology["objects"]): Promise<Inside> => {
  const objects = { [layer]: topology.objects[layer] };
  const points = await shape<FeatureCollection<Point, { code: string }>>(
    ["-i areas.json", "-points inner"],
    { "areas.json": { ...topology, objects } },
    "points.json format=geojson",
  );
  return new Map(points.features.map((f) => [f.properties.code, f.geometry.coordinates]));
};

const towns = async (
  cog: Cog,
  centres: Map<string, Position>,
  topology: FranceTopology,
): Promise<Labels["features"]> => {
  const regionSeats = new Set(cog.regions.map((region) => region.seat));
  const departementSeats = new Set(cog.departements.map((departement) => departement.seat));
  const named = cog.communes
    .filter((commune) => !commune.collectivity)
    .toSorted((a, b) => b.population - a.population || a.unit - b.unit)
    .map((commune, rank) => ({ commune, rank }))
    .filter(({ commune, rank }) => rank < townCount || departementSeats.has(commune.code));

  const { communes } = topology.objects;
  const codes = new Set(named.map(({ commune }) => commune.code));
  const geometries = communes.geometries.filter((geometry) => codes.has(String(geometry.id)));
  const few: FranceTopology = {
    ...topology,
    objects: { ...topology.objects, communes: { ...communes, geometries } },
  };
  const inside = await innerPoints(few, "communes");
  const outlines = new Map(feature(few, few.objects.communes).features.map((f) => [f.properties.code, f.geometry]));

  return named.map(({ commune: { code, name, population }, rank }) => {
    // The published centre is a geometric one: in a bent outline it may lie in the neighbour's.
    const centre = centres.get(code);
    const place = centre && contains(outlines.get(code) as Areal, centre) ? centre : inside.get(code);
    if (!place) throw new Error(`No centre for ${code}`);
    const seat = regionSeats.has(code)
      ? { seat: "region" as const }
      : departementSeats.has(code)
        ? { seat: "departement" as const }
        : {};
    return point(place, { kind: "town", code, name, rank, population, ...seat });
  });
};

const areaLabels = async (
  topology: FranceTopology,
  kind: "departement" | "region",
  areas: NamedArea[],
): Promise<Labels["features"]> => {
  const inside = await innerPoints(topology, `${kind}s`);
  return areas.map(({ code, name }) => point(inside.get(code) ?? [], { kind, code, name }));
};

export const buildLabels = async (
  cog: Cog,
  centres: Map<string, Position>,
  topology: FranceTopology,
): Promise<Labels> => ({
  type: "FeatureCollection",
  features: [
    ...(await towns(cog, centres, topology)),
    ...(await areaLabels(topology, "departement", cog.departements)),
    ...(await areaLabels(topology, "region", cog.regions)),
  ],
});
