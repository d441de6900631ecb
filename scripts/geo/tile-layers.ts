import type { Feature, FeatureCollection, Geometry } from "geojson";
import { feature, mesh } from "topojson-client";
import type { GeometryObject } from "topojson-specification";
import type { Labels } from "./labels.ts";
import type { CommuneProperties, FranceTopology } from "./topology.ts";

export const borderLevels = ["region", "departement", "epci", "commune"] as const;
export type BorderLevel = (typeof borderLevels)[number];

export type TileLayer = "land" | "communes" | "epci" | "departements" | "regions" | "borders" | "coast";
export type PointLayer = "towns" | "labels";
export type LayerData = FeatureCollection<Geometry, Record<string, string | number>>;

const propertiesOf = (commune: GeometryObject): CommuneProperties => commune.properties as CommuneProperties;

const levelBetween = (a: CommuneProperties, b: CommuneProperties): BorderLevel => {
  if (a.region !== b.region) return "region";
  if (a.departement !== b.departement) return "departement";
  // Islands without an EPCI have no such border with anyone.
  return a.epci !== b.epci ? "epci" : "commune";
};

const bordersOf = (topology: FranceTopology, levels: readonly BorderLevel[]): LayerData => ({
  type: "FeatureCollection",
  features: levels.map((level) => ({
    type: "Feature",
    properties: { level },
    geometry: mesh(topology, topology.objects.communes, (a, b) => {
      return a !== b && levelBetween(propertiesOf(a), propertiesOf(b)) === level;
    }),
  })),
});

const coastOf = (topology: FranceTopology): LayerData => ({
  type: "FeatureCollection",
  features: [
    {
      type: "Feature",
      properties: {},
      geometry: mesh(topology, topology.objects.communes, (a, b) => a === b),
    },
  ],
});

const areasOf = (topology: FranceTopology, layer: "epci" | "departements" | "regions"): LayerData => ({
  type: "FeatureCollection",
  features: feature(topology, topology.objects[layer]).features.map(
    ({ geometry, properties: { index, code } }): Feature<Geometry, { code: string }> => ({
      type: "Feature",
      id: index,
      properties: { code },
      geometry,
    }),
  ),
});

const communesOf = (topology: FranceTopology): LayerData => ({
  type: "FeatureCollection",
  features: feature(topology, topology.objects.communes).features.map(
    ({ geometry, properties: { unit, code } }): Feature<Geometry, { code: string }> => ({
      type: "Feature",
      id: unit,
      properties: { code },
      geometry,
    }),
  ),
});

const landOf = (topology: FranceTopology): LayerData => {
  const { features } = feature(topology, topology.objects.land);
  return {
    type: "FeatureCollection",
    features: features.map(({ geometry }) => ({ type: "Feature", properties: {}, geometry })),
  };
};

/** What the tiles hold between two zooms. */
export const layersOf = (
  topology: FranceTopology,
  band: { communes: boolean; borders: readonly BorderLevel[] },
): Map<TileLayer, LayerData> => {
  const layers = new Map<TileLayer, LayerData>();
  layers.set("land", landOf(topology));
  if (band.communes) layers.set("communes", communesOf(topology));
  if (band.communes) layers.set("epci", areasOf(topology, "epci"));
  layers.set("departements", areasOf(topology, "departements"));
  layers.set("regions", areasOf(topology, "regions"));
  layers.set("borders", bordersOf(topology, band.borders));
  layers.set("coast", coastOf(topology));
  return layers;
};

export const pointLayersOf = (labels: Labels): Map<PointLayer, LayerData> => {
  const towns: LayerData = { type: "FeatureCollection", features: [] };
  const areas: LayerData = { type: "FeatureCollection", features: [] };
  for (const { geometry, properties } of labels.features) {
    const { kind, ...rest } = properties;
    if (kind === "town") towns.features.push({ type: "Feature", properties: { ...rest }, geometry });
    else
      areas.features.push({
        type: "Feature",
        properties: { level: kind, code: rest.code, name: rest.name },
        geometry,
      });
  }
  return new Map([
    ["towns", towns],
    ["labels", areas],
  ]);
};
