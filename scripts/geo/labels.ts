import type { Feature, FeatureCollection, Point, Position } from "geojson";
import type { Cog } from "./cog.ts";
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

const towns = (cog: Cog, centres: Map<string, Position>): Labels["features"] => {
  const regionSeats = new Set(cog.regions.map((region) => region.seat));
  const departementSeats = new Set(cog.departements.map((departement) => departement.seat));
  const ranked = cog.communes
    .filter((commune) => !commune.collectivity)
    .toSorted((a, b) => b.population - a.population || a.unit - b.unit);
  return ranked
    .map((commune, rank) => ({ commune, rank }))
    .filter(({ commune, rank }) => rank < townCount || departementSeats.has(commune.code))
    .map(({ commune: { code, name, population }, rank }) => {
      const centre = centres.get(code);
      if (!centre) throw new Error(`No centre for ${code}`);
      const seat = regionSeats.has(code)
        ? { seat: "region" as const }
        : departementSeats.has(code)
          ? { seat: "departement" as const }
          : {};
      return point(centre, { kind: "town", code, name, rank, population, ...seat });
    });
};

const areaLabels = async (topology: FranceTopology, kind: "departement" | "region"): Promise<Labels["features"]> => {
  const layer = `${kind}s`;
  const points = await shape<FeatureCollection<Point, { code: string; name: string }>>(
    ["-i france.json", `-points inner target=${layer}`],
    { "france.json": topology },
    `points.json format=geojson target=${layer}`,
  );
  return points.features.map(({ geometry, properties: { code, name } }) =>
    point(geometry.coordinates, { kind, code, name }),
  );
};

export const buildLabels = async (
  cog: Cog,
  centres: Map<string, Position>,
  topology: FranceTopology,
): Promise<Labels> => ({
  type: "FeatureCollection",
  features: [
    ...towns(cog, centres),
    ...(await areaLabels(topology, "departement")),
    ...(await areaLabels(topology, "region")),
  ],
});
