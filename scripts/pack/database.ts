import { readFileSync } from "node:fs";
import { type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";

export type Cell = string | number | boolean | null;

/** The DuckDB of one build: in memory, one thread, so that the same inputs give the same bytes. */
export interface PackDatabase {
  run(sql: string): Promise<void>;
  /** Runs `sql/<name>.sql`, statement after statement. */
  runFile(name: string): Promise<void>;
  rows(sql: string): Promise<readonly (readonly Cell[])[]>;
  set(variable: string, value: string): Promise<void>;
  /** Fills an existing table; cells in column order, VARCHAR, DOUBLE, BOOLEAN or NULL. */
  append(table: string, rows: Iterable<readonly Cell[]>): Promise<void>;
  close(): void;
}

export async function openPackDatabase(): Promise<PackDatabase> {
  const instance = await DuckDBInstance.create(":memory:", { threads: "1" });
  const connection = await instance.connect();
  await connection.run("SET autoinstall_known_extensions = false; SET preserve_insertion_order = true");
  return wrap(connection);
}

function wrap(connection: DuckDBConnection): PackDatabase {
  const run = async (sql: string) => {
    await connection.run(sql);
  };
  return {
    run,
    runFile: (name) => run(readFileSync(new URL(`./sql/${name}.sql`, import.meta.url), "utf8")),
    rows: async (sql) => (await connection.runAndReadAll(sql)).getRowsJson() as Cell[][],
    set: (variable, value) => run(`SET VARIABLE ${variable} = '${value.replaceAll("'", "''")}'`),
    append: async (table, rows) => {
      const appender = await connection.createAppender(table);
      for (const row of rows) {
        for (const cell of row) {
          if (cell === null) appender.appendNull();
          else if (typeof cell === "string") appender.appendVarchar(cell);
          else if (typeof cell === "number") appender.appendDouble(cell);
          else appender.appendBoolean(cell);
        }
        appender.endRow();
      }
      appender.closeSync();
    },
    close: () => connection.closeSync(),
  };
}
