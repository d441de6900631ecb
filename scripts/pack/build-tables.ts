import { mkdirSync, renameSync } from "node:fs";
import { join } from "node:path";
import type { PackDatabase } from "./database.ts";
import { loadOfficial } from "./load-official.ts";
import { PACK_OUTPUTS } from "./outputs.ts";
import { fillFacilities, fillPassage, loadMovements } from "./prepare-tables.ts";
import type { ResolvedInput } from "./resolve-inputs.ts";

/**
 * Runs every step on verified inputs; the tables of the pack are then in the database. `officialFiles` are the
 * producers' own files, each in place of the copy of its vintage; what the catalogue must say of them is returned.
 */
export async function buildTables(
  db: PackDatabase,
  inputs: readonly ResolvedInput[],
  derivedMovements: string,
  officialFiles: readonly string[] = [],
): Promise<readonly ResolvedInput[]> {
  for (const { input, path } of inputs) await db.set(input.id.replaceAll("-", "_"), path);
  await db.runFile("cog");
  const movements = inputs.find((i) => i.input.id === "cog-movements") ?? null;
  await fillPassage(db, await loadMovements(db, movements, derivedMovements));
  await db.runFile("official");
  const officials: ResolvedInput[] = [];
  for (const file of officialFiles) officials.push(await loadOfficial(db, file));
  await db.runFile("communes");
  await db.runFile("territories");
  await db.runFile("apl-editions");
  await db.runFile("apl");
  await fillFacilities(db);
  await db.runFile("facilities");
  await db.runFile("income");
  await db.runFile("ages-cars-bretagne");
  await db.runFile("france-services");
  return officials;
}

/** Writes the Parquet files; each takes its name only once complete. */
export async function writeTables(db: PackDatabase, directory: string): Promise<void> {
  mkdirSync(directory, { recursive: true });
  for (const { file, select } of PACK_OUTPUTS) {
    const path = join(directory, file);
    const part = `${path}.part`.replaceAll("'", "''");
    await db.run(
      `COPY (${select}) TO '${part}' (FORMAT parquet, COMPRESSION zstd, COMPRESSION_LEVEL 19, ROW_GROUP_SIZE 122880)`,
    );
    renameSync(`${path}.part`, path);
  }
}
