import type { Feature, FeatureCollection, GeoJsonProperties } from "geojson";
import type { GeometryCollection, MultiPolygon, Polygon, Topology } from "topojson-specification";
import type { Cog } from "./cog.ts";
import type { Areal } from "./planar.ts";
import type { Piece } from "./read-polygons.ts";
import { shape } from "./shaper.ts";

export type CommuneProperties = {
  unit: number;
  code: string;
  departement: string;
  region: string;
  epci: string | null;
};

export type AreaProperties = {
  index: number;
  code: string;
  name: string;
};

interface Layer<P extends GeoJsonProperties> extends GeometryCollection<P> {
  geometries: (Polygon<P> | MultiPolygon<P>)[];
}

/** All layers share one set of arcs, so their borders coincide at any scale. */
export type FranceTopology = Topology<{
  communes: Layer<CommuneProperties>;
  epci: Layer<AreaProperties>;
  departements: Layer<AreaProperties>;
  regions: Layer<AreaProperties>;
  land: Layer<Record<string, never>>;
}>;

/** Share of the removable vertices of the source that stays; the source is itself a simplified map. */
const keptVertices = "50%";
/** About 4 m in longitude and latitude over the whole span from the Antilles to La Réunion. */
const quantization = 2_000_000;

const asFeature = (cog: Cog, piece: Piece): Feature<Areal> => {
  const commune = cog.byCode.get(piece.code);
  if (!commune) throw new Error(`${piece.code} is no commune of 2026`);
  const { unit, code, departement, region, epci } = commune;
  const properties = { unit, code, departement, region, epci: epci ?? "" };
  return { type: "Feature", properties, geometry: piece.geometry };
};

export const buildTopology = async (cog: Cog, pieces: Piece[]): Promise<FranceTopology> => {
  const collection: FeatureCollection = {
    type: "FeatureCollection",
    features: pieces.map((piece) => asFeature(cog, piece)),
  };
  const raw = await shape<FranceTopology>(
    [
      "-i pieces.json name=communes",
      "-clean",
      "-dissolve unit copy-fields=code,departement,region,epci",
      "-sort unit",
      `-simplify weighted ${keptVertices} keep-shapes`,
      '-filter epci!="" + name=epci target=communes',
      "-dissolve epci target=epci",
      "-dissolve departement + name=departements target=communes",
      "-dissolve region + name=regions target=communes",
      "-dissolve + name=land target=communes",
    ],
    { "pieces.json": collection },
    `france.json format=topojson quantization=${quantization} target=communes,epci,departements,regions,land`,
  );
  return labelled(raw, cog);
};

const labelled = (raw: FranceTopology, cog: Cog): FranceTopology => {
  const { communes, epci, departements, regions, land } = raw.objects;
  return {
    type: "Topology",
    transform: raw.transform,
    objects: {
      communes: {
        type: "GeometryCollection",
        geometries: communes.geometries.map((geometry) => {
          const properties = { ...(geometry.properties as CommuneProperties) };
          properties.epci ||= null;
          return { ...geometry, id: properties.code, properties };
        }),
      },
      epci: areas(epci, "epci", cog.epci),
      departements: areas(departements, "departement", cog.departements),
      regions: areas(regions, "region", cog.regions),
      land,
    },
    arcs: raw.arcs,
  } as FranceTopology;
};

const areas = (
  layer: Layer<AreaProperties>,
  field: string,
  known: { code: string; name: string }[],
): Layer<AreaProperties> => {
  const geometryOf = new Map(
    layer.geometries.map((g) => [(g.properties as unknown as Record<string, string>)[field], g]),
  );
  return {
    type: "GeometryCollection",
    geometries: known.map(({ code, name }, index) => {
      const geometry = geometryOf.get(code);
      if (!geometry) throw new Error(`No polygon for ${field} ${code}`);
      return { ...geometry, id: code, properties: { index, code, name } };
    }),
  };
};
