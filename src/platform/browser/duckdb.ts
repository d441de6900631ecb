import { AsyncDuckDB, type AsyncDuckDBConnection, VoidLogger } from "@duckdb/duckdb-wasm";
import workerUrl from "@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js?url";
import wasmUrl from "@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?url";
import { FailureError } from "../../core/failure.ts";
import type { Column, Database, Table } from "../../engine/ports.ts";

export interface BrowserDuckdb extends Database {
  version(): Promise<string>;
  /** Attaches database files held in memory; their tables become views of the same names. */
  attach(name: string, bytes: Uint8Array, tables: readonly string[]): Promise<void>;
}

/** Starts DuckDB-WASM from this origin, with no way to fetch an extension from elsewhere. */
export async function openDuckdb(): Promise<BrowserDuckdb> {
  const absolute = (url: string) => new URL(url, self.location.href).href;
  const db = new AsyncDuckDB(new VoidLogger(), new Worker(absolute(workerUrl)));
  try {
    const module = URL.createObjectURL(await downloadModule(absolute(wasmUrl)));
    await db.instantiate(module).finally(() => URL.revokeObjectURL(module));
    await db.open({ path: ":memory:", query: { castBigIntToDouble: true } });
    const connection = await db.connect();
    // A failed extension download corrupts the instance, so it must never be tried.
    await connection.query("SET autoload_known_extensions = false");
    await connection.query("SET autoinstall_known_extensions = false");
    return wrap(db, connection);
  } catch (error) {
    void db.terminate();
    throw new FailureError("engine-start-failed", { reason: error instanceof Error ? error.message : String(error) });
  }
}

/** DuckDB waits for ever for a module that cannot be downloaded, so it gets one that already is. */
async function downloadModule(url: string): Promise<Blob> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${response.status} ${url}`);
  return new Blob([await response.arrayBuffer()], { type: "application/wasm" });
}

function wrap(db: AsyncDuckDB, connection: AsyncDuckDBConnection): BrowserDuckdb {
  return {
    version: () => db.getVersion(),
    async attach(name, bytes, tables) {
      await db.registerFileBuffer(`${name}.duckdb`, bytes);
      await connection.query(`ATTACH '${name}.duckdb' AS ${name} (READ_ONLY)`);
      for (const table of tables) await connection.query(`CREATE VIEW ${table} AS FROM ${name}.${table}`);
    },
    async query(sql, params = [], signal) {
      if (signal?.aborted) throw new FailureError("cancelled");
      const statement = await connection.prepare(sql);
      try {
        return toTable(await statement.query(...params));
      } finally {
        await statement.close();
      }
    },
  };
}

type ArrowTable = Awaited<ReturnType<AsyncDuckDBConnection["query"]>>;

function toTable(table: ArrowTable): Table {
  const columns: Record<string, Column> = {};
  for (const { name, type } of table.schema.fields) {
    const vector = table.getChild(name);
    if (!vector) throw new Error(`no column ${name}`);
    const kind = String(type);
    if (kind === "Utf8") columns[name] = [...vector] as (string | null)[];
    else if (kind === "Float64")
      columns[name] = toNumbers(vector.toArray() as ArrayLike<number>, vector.nullCount, (i) => vector.get(i) === null);
    else throw new Error(`column ${name} is ${kind}: cast it to DOUBLE or VARCHAR in the SQL`);
  }
  return { rowCount: table.numRows, columns };
}

function toNumbers(values: ArrayLike<number>, nulls: number, isNull: (row: number) => boolean): Float64Array {
  const numbers = Float64Array.from(values);
  if (nulls > 0) for (let i = 0; i < numbers.length; i++) if (isNull(i)) numbers[i] = Number.NaN;
  return numbers;
}
