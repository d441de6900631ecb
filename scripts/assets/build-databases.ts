import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { PACK_DATABASES, PACK_TABLES } from "../../src/engine/pack-tables.ts";

/** Writes one DuckDB file per theme, in the storage version that DuckDB-WASM 1.32 reads. */
export async function buildDatabases(data: string, out: string): Promise<void> {
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  for (const [name, tables] of Object.entries(PACK_DATABASES)) {
    await connection.run(`ATTACH '${join(out, name)}.duckdb' AS ${name} (STORAGE_VERSION 'v1.4.0')`);
    for (const table of tables) {
      await connection.run(`CREATE TABLE ${name}.${table} AS FROM read_parquet('${join(data, PACK_TABLES[table])}')`);
    }
    await connection.run(`CHECKPOINT ${name}`);
    await connection.run(`DETACH ${name}`);
  }
  connection.closeSync();
  instance.closeSync();
}
