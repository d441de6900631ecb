import { existsSync } from "node:fs";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { FailureError } from "../../core/failure.ts";
import { PACK_TABLES } from "../../engine/pack-tables.ts";
import type { Column, Database, Table } from "../../engine/ports.ts";

/** Types a query may return (DuckDB type ids); anything else must be cast in the SQL. */
const NUMERIC = new Set([
  "BOOLEAN",
  "TINYINT",
  "SMALLINT",
  "INTEGER",
  "UTINYINT",
  "USMALLINT",
  "UINTEGER",
  "FLOAT",
  "DOUBLE",
]);

/** A native DuckDB whose tables are the committed Parquet files of a pack folder. */
export async function openNodePack(folder: string): Promise<Database> {
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  for (const [table, file] of Object.entries(PACK_TABLES)) {
    const path = join(folder, file);
    if (!existsSync(path)) throw new FailureError("pack-file-missing", { file: path });
    await connection
      .run(`CREATE VIEW ${table} AS FROM read_parquet('${path.replaceAll("'", "''")}')`)
      .catch((error: unknown) => {
        throw new FailureError("pack-file-corrupt", { file: path, reason: String(error) });
      });
  }
  return {
    async query(sql, params = [], signal) {
      if (signal?.aborted) throw new FailureError("cancelled");
      const reader = await connection.runAndReadAll(sql, [...params]);
      return toTable(
        reader.columnNames(),
        reader.columnTypes().map(String),
        reader.getColumnsJS(),
        reader.currentRowCount,
      );
    },
  };
}

function toTable(
  names: readonly string[],
  types: readonly string[],
  values: readonly unknown[][],
  rowCount: number,
): Table {
  const columns: Record<string, Column> = {};
  names.forEach((name, i) => {
    const column = values[i] ?? [];
    if (NUMERIC.has(types[i])) columns[name] = Float64Array.from(column, (v) => (v === null ? Number.NaN : Number(v)));
    else if (types[i] === "VARCHAR") columns[name] = column as (string | null)[];
    else throw new Error(`column ${name} is ${types[i]}: cast it to DOUBLE or VARCHAR in the SQL`);
  });
  return { rowCount, columns };
}
