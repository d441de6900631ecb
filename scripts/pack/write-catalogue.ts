import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import {
  type Catalogue,
  type CatalogueDataset,
  type CatalogueInput,
  parseCatalogue,
} from "../../src/core/catalogue.ts";
import type { PackDatabase } from "./database.ts";
import { DATASETS } from "./datasets.ts";
import { hashFile } from "./hash-file.ts";
import { PACK_OUTPUTS } from "./outputs.ts";
import { readFragment } from "./read-fragment.ts";
import type { ResolvedInput } from "./resolve-inputs.ts";

/**
 * Describes every output of the directory, with the fragment other builders leave in `geo/catalogue.json` (a list of
 * entries, or an object whose `datasets` is one).
 */
export async function writeCatalogue(
  db: PackDatabase,
  directory: string,
  inputs: readonly ResolvedInput[],
  carried: readonly CatalogueInput[],
): Promise<Catalogue> {
  const own: CatalogueDataset[] = [];
  for (const { id, file } of PACK_OUTPUTS) {
    const text = DATASETS.find((d) => d.id === id);
    if (!text) throw new Error(`no catalogue text for ${id}`);
    const { inputIds, columnNotes, ...described } = text;
    const path = join(directory, file).replaceAll("'", "''");
    const [[rows]] = await db.rows(`SELECT count(*)::INTEGER FROM read_parquet('${path}')`);
    const columns = await db.rows(`SELECT column_name, column_type FROM (DESCRIBE FROM read_parquet('${path}'))`);
    const { sha256, bytes } = hashFile(join(directory, file));
    own.push({
      ...described,
      inputs: inputIds.flatMap((inputId) => describeInputs(inputId, inputs, carried)),
      file,
      sha256,
      bytes,
      rows: Number(rows),
      columns: columns.map(([name, type]) => ({
        name: String(name),
        type: String(type),
        ...(columnNotes[String(name)] ?? { unit: null, note_fr: null, note_en: null }),
      })),
    });
  }
  const datasets = [...own, ...readFragment(join(directory, "geo", "catalogue.json"), "geo/catalogue.json")];
  const catalogue: Catalogue = { version: 1, release: computeRelease(datasets), datasets };
  writeFileSync(join(directory, "catalogue.json"), `${JSON.stringify(catalogue, null, 2)}\n`);
  return catalogue;
}

/** The inputs an earlier catalogue recorded: used when a step starts from a table derived before. */
export function readCarriedInputs(directory: string): readonly CatalogueInput[] {
  const path = join(directory, "catalogue.json");
  if (!existsSync(path)) return [];
  return parseCatalogue(readFileSync(path, "utf8")).datasets.flatMap((d) => d.inputs);
}

/** Sixteen hexadecimal digits that change with the bytes of any output. */
export function computeRelease(datasets: readonly Pick<CatalogueDataset, "file" | "sha256">[]): string {
  const lines = datasets.map((d) => `${d.file} ${d.sha256}\n`).sort();
  return createHash("sha256").update(lines.join("")).digest("hex").slice(0, 16);
}

function describeInputs(
  id: string,
  inputs: readonly ResolvedInput[],
  carried: readonly CatalogueInput[],
): readonly CatalogueInput[] {
  const found = inputs.filter((i) => i.input.id === id);
  if (found.length === 0) {
    const earlier = carried.find((i) => i.id === id);
    if (!earlier) throw new Error(`no input ${id}`);
    return [earlier];
  }
  return found.map(({ input, sha256, bytes }) => ({
    id,
    name: input.path.split("/").at(-1) ?? input.path,
    url: input.carrier ?? input.official,
    official: input.official,
    sha256,
    bytes,
  }));
}
