import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { createDuckDB, type DuckDBConnection, NODE_RUNTIME, VoidLogger } from "@duckdb/duckdb-wasm/blocking";
import { beforeAll, describe, expect, it } from "vitest";
import { PACK_TABLES } from "../../src/engine/pack-tables.ts";
import type { Database } from "../../src/engine/ports.ts";
import { openNodePack } from "../../src/platform/node/duckdb.ts";

const FOLDER = "src/engine/sql";
const statements = readdirSync(FOLDER)
  .filter((name) => name.endsWith(".sql"))
  .map((name) => ({ name, sql: readFileSync(join(FOLDER, name), "utf8") }));

let native: Database;
let wasm: DuckDBConnection;

beforeAll(async () => {
  native = await openNodePack("data");
  wasm = await openEmptyWasm(native);
});

describe.each(statements)("$name", ({ sql }) => {
  it("says its purpose, inputs and outputs", () => {
    expect(sql).toMatch(/^-- Purpose: .+/);
    expect(sql).toMatch(/^-- In: .+/m);
    expect(sql).toMatch(/^-- Out: .+/m);
  });

  it("binds and runs on the native DuckDB with the pack, in declared types only", async () => {
    const table = await native.query(sql, sampleParams(sql));
    for (const name of Object.keys(table.columns)) expect(sql).toContain(name);
  });

  it("binds on DuckDB-WASM to the same columns, as doubles and text only", async () => {
    const { columns } = await native.query(sql, sampleParams(sql));
    const statement = wasm.prepare(sql);
    const { fields } = statement.query(...sampleParams(sql)).schema;
    statement.close();
    expect(fields.map((field) => field.name)).toEqual(Object.keys(columns));
    for (const field of fields) expect(["Float64", "Utf8"]).toContain(String(field.type));
  });
});

/** A value for each parameter: a commune, and a year where one is cast. */
function sampleParams(sql: string): string[] {
  const count = new Set(sql.match(/\$\d+/g)).size;
  return Array.from({ length: count }, (_, i) => (sql.includes(`$${i + 1}::INTEGER`) ? "2023" : "35360"));
}

/** The engine the browser runs, with the pack's tables but no rows. */
async function openEmptyWasm(pack: Database): Promise<DuckDBConnection> {
  const dist = join(dirname(createRequire(import.meta.url).resolve("@duckdb/duckdb-wasm/dist/duckdb-eh.wasm")));
  const bundle = (name: string) => ({
    mainModule: join(dist, `duckdb-${name}.wasm`),
    mainWorker: join(dist, `duckdb-node-${name}.worker.cjs`),
  });
  const db = await createDuckDB({ mvp: bundle("mvp"), eh: bundle("eh") }, new VoidLogger(), NODE_RUNTIME);
  await db.instantiate();
  const connection = db.connect();
  connection.query("SET autoload_known_extensions = false");
  for (const table of Object.keys(PACK_TABLES)) {
    const { columns } = await pack.query(`SELECT column_name, column_type FROM (DESCRIBE ${table})`);
    const types = columns.column_type as readonly string[];
    const definition = (columns.column_name as readonly string[]).map((name, i) => `"${name}" ${types[i]}`).join(", ");
    connection.query(`CREATE TABLE ${table} (${definition})`);
  }
  return connection;
}
