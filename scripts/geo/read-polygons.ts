import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Feature, FeatureCollection } from "geojson";
import type { Cog } from "./cog.ts";
import type { Areal } from "./planar.ts";
import { splitParent } from "./split-parent.ts";

const repository = "https://raw.githubusercontent.com/gregoiredavid/france-geojson";
const commit2018 = "5d34ee6d0140c29f785fdb047d9329f1aab58833";
const formerFile = new URL("./inputs/former-communes.geojson", import.meta.url);

export interface Input {
  name: string;
  url: string;
  sha256: string;
  bytes: number;
}

export const describeInput = (name: string, url: string, bytes: Uint8Array): Input => ({
  name,
  url,
  sha256: createHash("sha256").update(bytes).digest("hex"),
  bytes: bytes.length,
});

/** Inputs that only serve to cut the communes re-established since 2018. */
export const formerInputs: Input[] = [
  {
    name: "communes-15-cantal.geojson (GEOFLA 2.2, 2016)",
    url: `${repository}/25271d24b25c8995d166a491b2bc5f8c974e58de/departements/15-cantal/communes-15-cantal.geojson`,
    sha256: "7fccbe86c058cf6b61b75c2856c34f0cda1124fe9a032868271e0c0cc9643c40",
    bytes: 836582,
  },
  {
    name: "communes-14-calvados.geojson (GEOFLA 2.2, 2016)",
    url: `${repository}/25271d24b25c8995d166a491b2bc5f8c974e58de/departements/14-calvados/communes-14-calvados.geojson`,
    sha256: "394bd6413d20befaf15d2192b565d61812daeb1c654242ebac2d66e5ce3e801f",
    bytes: 1191928,
  },
  {
    name: "departements/85/communes.geojson (GEOFLA, 2014)",
    url: `${repository}/305df45a775b609b605b83b58212aaeca841cf45/departements/85/communes.geojson`,
    sha256: "6b53d265353350daffd9b24e91207e8c49fafb8a771bbd1653d38a62b740c60a",
    bytes: 178236,
  },
];

type FormerFeature = Feature<Areal, { code: string; name: string; source: string }>;

/** Communes united in 2018 and apart again in 2026: the 2018 code of the union, and what it held. */
const unions: { parent: string; source: string }[] = [
  { parent: "14712", source: "geofla-2016-calvados" },
  { parent: "15141", source: "geofla-2016-cantal" },
  { parent: "85084", source: "geofla-2013-vendee" },
];

export interface Piece {
  /** Code of the commune of 2026. */
  code: string;
  /** Code in the source of 2018; the union's code for re-established communes. */
  formerCode: string;
  geometry: Areal;
}

/** Every polygon of 2018, labelled with the commune of 2026 it belongs to. */
export const readPieces = async (sources: string, cog: Cog): Promise<{ pieces: Piece[]; inputs: Input[] }> => {
  const directory = join(sources, "geo", "france-geojson-2018");
  const inputs: Input[] = [];
  const polygons = new Map<string, Areal>();
  for (const name of readdirSync(directory).toSorted()) {
    if (!name.startsWith("communes-")) continue;
    const bytes = readFileSync(join(directory, name));
    const folder = name.replace(/^communes-|\.geojson$/g, "");
    inputs.push(describeInput(name, `${repository}/${commit2018}/departements/${folder}/${name}`, bytes));
    const file = JSON.parse(bytes.toString()) as FeatureCollection<Areal, { code: string }>;
    for (const { properties, geometry } of file.features) polygons.set(properties.code, geometry);
  }

  const formers = JSON.parse(readFileSync(formerFile, "utf8")) as { features: FormerFeature[] };
  const pieces: Piece[] = [];
  for (const [formerCode, geometry] of polygons) {
    const union = unions.find(({ parent }) => parent === formerCode);
    if (union) {
      const parts = formers.features
        .filter((f) => f.properties.source === union.source)
        .map((f) => ({ code: successorOf(cog, f.properties.code), geometry: f.geometry }));
      for (const [code, part] of await splitParent(geometry, parts)) pieces.push({ code, formerCode, geometry: part });
    } else pieces.push({ code: successorOf(cog, formerCode), formerCode, geometry });
  }
  return { pieces, inputs: [...inputs, ...formerInputs] };
};

const successorOf = (cog: Cog, code: string): string => {
  const successor = cog.successor(code);
  if (!successor) throw new Error(`No commune of 2026 holds the territory of ${code}`);
  return successor;
};
