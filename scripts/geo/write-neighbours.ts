import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { openPackDatabase } from "../pack/database.ts";
import { hashFile } from "../pack/hash-file.ts";
import type { CatalogueEntry } from "./catalogue.ts";
import { type Contact, listContacts } from "./contiguity.ts";
import type { FranceTopology } from "./topology.ts";

/** Writes `neighbours.parquet` beside the folder of outlines, and its entry in the catalogue of that folder. */
export const writeNeighbours = async (geo: string, topology: FranceTopology): Promise<readonly Contact[]> => {
  const contacts = listContacts(topology);
  const path = join(dirname(geo), "neighbours.parquet");
  const db = await openPackDatabase();
  await db.run("CREATE TABLE contacts (unit DOUBLE, neighbour DOUBLE, edge BOOLEAN)");
  await db.append(
    "contacts",
    contacts.map(({ unit, neighbour, edge }) => [unit, neighbour, edge]),
  );
  await db.run(
    `COPY (SELECT unit::USMALLINT AS unit, neighbour::USMALLINT AS neighbour, edge FROM contacts ORDER BY unit, neighbour)
     TO '${path.replaceAll("'", "''")}' (FORMAT parquet, COMPRESSION zstd)`,
  );
  db.close();
  const catalogue = join(geo, "catalogue.json");
  const entries = (JSON.parse(readFileSync(catalogue, "utf8")) as CatalogueEntry[]).filter(({ id }) => id !== entryId);
  const outlines = entries.find(({ id }) => id === "geo-france");
  if (!outlines) throw new Error(`no entry geo-france in ${catalogue}`);
  const entry = describe(outlines, { ...hashFile(path), rows: contacts.length });
  writeFileSync(catalogue, `${JSON.stringify([...entries, entry], null, 2)}\n`);
  return contacts;
};

const entryId = "geo-neighbours";

const describe = (
  outlines: CatalogueEntry,
  file: Pick<CatalogueEntry, "sha256" | "bytes" | "rows">,
): CatalogueEntry => ({
  id: entryId,
  title_fr: "Communes qui se touchent",
  title_en: "Communes that touch",
  producer: outlines.producer,
  dataset: outlines.dataset,
  vintage: outlines.vintage,
  licence: outlines.licence,
  attribution: outlines.attribution,
  inputs: outlines.inputs,
  file: "data/neighbours.parquet",
  ...file,
  columns: [
    { name: "unit", description: "Row number of a commune in the table communes" },
    { name: "neighbour", description: "Row number of a commune it touches, above `unit`: each contact is listed once" },
    { name: "edge", description: "True where they share a stretch of border, false where they only meet at a point" },
  ],
  known_gaps: {
    fr: [
      "Quinze communes insulaires ne touchent aucune autre.",
      "Paris, Lyon et Marseille sont des villes entières ; les 94 communes et districts des collectivités d’outre-mer n’ont pas de contour.",
      "Deux communes que sépare un bras de mer ou un estuaire se touchent si leurs contours se touchent, qu’un pont existe ou non.",
      "Tracés quantifiés à 4 m : deux points plus proches que cela n’en font qu’un.",
    ],
    en: [
      "Fifteen island communes touch no other.",
      "Paris, Lyon and Marseille are whole cities; the 94 communes and districts of the overseas collectivities have no outline.",
      "Two communes parted by an inlet or an estuary touch where their outlines do, whether a bridge is there or not.",
      "Lines quantized to 4 m: two points nearer than that are one.",
    ],
  },
  processing:
    "Read off the shared arcs of the outlines (rook: a stretch of border in common) and their shared vertices (queen: at least a point).",
  method: "scripts/build-neighbours.ts",
});
