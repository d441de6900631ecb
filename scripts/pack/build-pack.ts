import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Catalogue, CatalogueInput } from "../../src/core/catalogue.ts";
import { badInput } from "./bad-input.ts";
import { buildTables, writeTables } from "./build-tables.ts";
import { openPackDatabase } from "./database.ts";
import { downloadInputs } from "./download.ts";
import { PACK_INPUTS, type PackInput } from "./inputs.ts";
import type { PackArguments } from "./parse-arguments.ts";
import { type ResolvedInput, resolveInput } from "./resolve-inputs.ts";
import { readCarriedInputs, writeCatalogue } from "./write-catalogue.ts";

/** Derives the tabular pack. Throws `bad-input` when an input is absent, altered or malformed. */
export async function buildPack(args: PackArguments, report: (line: string) => void): Promise<Catalogue> {
  if (args.download) {
    const { manual } = await downloadInputs(PACK_INPUTS, args.cache, report);
    for (const { path, official } of manual)
      report(`${path}: no automatic download, see ${official}; put it in ${args.cache}`);
  }
  const directories = args.sources === null ? [args.cache] : [args.sources, args.cache];
  const derived = join(args.out, "commune-movements.parquet");
  const carried = readCarriedInputs(args.out);
  const inputs = PACK_INPUTS.flatMap((input) => resolveOrCarry(input, directories, existsSync(derived) ? carried : []));
  const db = await openPackDatabase();
  try {
    const officials = await buildTables(db, inputs, derived, args.official);
    await writeTables(db, args.out);
    return await writeCatalogue(db, args.out, [...inputs, ...officials], carried);
  } finally {
    db.close();
  }
}

/** The movement file may be absent where an earlier build left the table derived from it. */
function resolveOrCarry(
  input: PackInput,
  directories: readonly string[],
  carried: readonly CatalogueInput[],
): ResolvedInput[] {
  const found = resolveInput(input, directories);
  if (found) return [found];
  if (input.id === "cog-movements" && carried.some((c) => c.id === input.id)) return [];
  throw badInput(
    input.path,
    `not found in ${input.from === "npm" ? "node_modules; run npm ci" : "the sources"}; see ${input.official}`,
  );
}
