import { createHash } from "node:crypto";
import type { Input } from "./read-polygons.ts";
import type { FranceTopology } from "./topology.ts";

interface Translated<T> {
  fr: T;
  en: T;
}

export interface CatalogueEntry {
  id: string;
  title_fr: string;
  title_en: string;
  producer: string;
  dataset: string;
  vintage: string;
  licence: { id: string; name: string; url: string };
  attribution: Translated<string>;
  inputs: Input[];
  file: string;
  sha256: string;
  bytes: number;
  rows: number;
  columns: { name: string; unit?: string; description: string }[];
  known_gaps: Translated<string[]>;
  processing: string;
  method: string;
}

const licence = {
  id: "etalab-2.0",
  name: "Licence Ouverte 2.0",
  url: "https://www.etalab.gouv.fr/licence-ouverte-open-licence/",
};

const sha256 = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

export const buildCatalogue = (built: {
  topology: { file: Uint8Array; inputs: Input[]; rows: FranceTopology["objects"] };
  labels: { file: Uint8Array; inputs: Input[]; rows: number };
}): CatalogueEntry[] => [
  {
    id: "geo-france",
    title_fr: "Contours des communes, EPCI, départements et régions",
    title_en: "Outlines of communes, EPCI, départements and regions",
    producer: "IGN, INSEE, DGCL",
    dataset: "ADMIN EXPRESS COG 2018, GEOFLA 2.2 (2016), GEOFLA (2013); Code officiel géographique 2026",
    vintage: "outlines 2018, moved to COG 2026",
    licence,
    attribution: {
      fr: "Contours IGN ADMIN EXPRESS COG 2018 et GEOFLA (communes rétablies), ramenés au code officiel géographique 2026 (INSEE, DGCL)",
      en: "Outlines IGN ADMIN EXPRESS COG 2018 and GEOFLA (re-established communes), moved to the official geographic code 2026 (INSEE, DGCL)",
    },
    inputs: built.topology.inputs,
    file: "data/geo/france.topojson.gz",
    sha256: sha256(built.topology.file),
    bytes: built.topology.file.length,
    rows: built.topology.rows.communes.geometries.length,
    columns: [
      { name: "communes.id", description: "INSEE code of the commune, COG 2026" },
      {
        name: "communes.unit",
        description:
          "Row number (from 0) of the commune in the list of the 34,969 communes of COG 2026 sorted by code as plain text",
      },
      { name: "communes.code", description: "INSEE code of the commune" },
      { name: "communes.departement", description: "Code of the département" },
      { name: "communes.region", description: "Code of the region" },
      { name: "communes.epci", description: "SIREN code of the EPCI, null for the four island communes without one" },
      { name: "epci.index", description: "Row number of the EPCI in the list sorted by code" },
      { name: "epci.code", description: "SIREN code" },
      { name: "epci.name", description: "Name" },
      { name: "departements.index", description: "Row number in the list sorted by code" },
      { name: "departements.code", description: "Code of the département" },
      { name: "departements.name", description: "Name" },
      { name: "regions.index", description: "Row number in the list sorted by code" },
      { name: "regions.code", description: "Code of the region" },
      { name: "regions.name", description: "Name" },
      { name: "land", description: "Union of all communes" },
    ],
    known_gaps: {
      fr: [
        "Les 94 communes et districts des collectivités d’outre-mer (975, 977, 978, 984, 986, 987, 988, 989) figurent au COG mais n’ont pas de contour ici.",
        "Paris, Lyon et Marseille sont des villes entières, sans arrondissements.",
        "Les limites entre communes rétablies depuis 2018 (Sannerville et Troarn ; Celles, Chalinargues, Chavagnac, Neussargues-Moissac et Sainte-Anastasie ; Essarts-en-Bocage, L’Oie et Sainte-Florence) viennent de cartes plus anciennes et plus grossières.",
        "Les modifications de limites de 2018 à 2026 autres que les fusions et les rétablissements ne sont pas suivies.",
        "Tracés simplifiés : pas d’usage à la parcelle. Les pays voisins ne sont pas dessinés.",
      ],
      en: [
        "The 94 communes and districts of the overseas collectivities (975, 977, 978, 984, 986, 987, 988, 989) are in the COG but have no outline here.",
        "Paris, Lyon and Marseille are whole cities, without arrondissements.",
        "The borders between communes re-established since 2018 (Sannerville and Troarn; Celles, Chalinargues, Chavagnac, Neussargues-Moissac and Sainte-Anastasie; Essarts-en-Bocage, L’Oie and Sainte-Florence) come from older and coarser maps.",
        "Boundary changes from 2018 to 2026 other than mergers and re-establishments are not followed.",
        "Simplified lines: not for use at plot level. Neighbouring countries are not drawn.",
      ],
    },
    processing:
      "Per-département files of 2018 labelled with the commune of 2026 that holds each territory; unions of 2018 that came apart again cut along their former inner borders, their outer border kept; dissolved, cleaned and simplified together in one topology (half of the removable vertices kept, every shape kept); EPCI, départements, regions and land dissolved from the same arcs; quantized TopoJSON.",
    method: "scripts/build-geo.ts",
  },
  {
    id: "geo-labels",
    title_fr: "Points d’étiquette : villes, départements, régions",
    title_en: "Label points: towns, départements, regions",
    producer: "INSEE, IGN, Etalab",
    dataset: "Code officiel géographique 2026, populations légales, centres des communes",
    vintage: "2026",
    licence,
    attribution: {
      fr: "INSEE, code officiel géographique 2026 ; centres des communes IGN, Etalab",
      en: "INSEE, official geographic code 2026; commune centres IGN, Etalab",
    },
    inputs: built.labels.inputs,
    file: "data/geo/labels.geojson",
    sha256: sha256(built.labels.file),
    bytes: built.labels.file.length,
    rows: built.labels.rows,
    columns: [
      { name: "kind", description: "town, departement or region" },
      { name: "code", description: "INSEE code" },
      { name: "name", description: "Name" },
      { name: "rank", description: "Towns: rank by population from 0" },
      { name: "population", unit: "inhabitants", description: "Towns: population in the COG package" },
      { name: "seat", description: "Towns: departement or region when it is a prefecture" },
    ],
    known_gaps: { fr: [], en: [] },
    processing:
      "The 350 most populated communes and every prefecture at their geometric centre (or a point inside, where the centre falls outside the outline); one inner point for each département and region.",
    method: "scripts/build-geo.ts",
  },
];
