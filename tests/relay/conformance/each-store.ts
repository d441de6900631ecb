import { afterAll, describe } from "vitest";
import { openPostgresStore } from "../../../src/relay/postgres-store.ts";
import { openSqliteStore } from "../../../src/relay/sqlite-store.ts";
import type { Store } from "../../../src/relay/store.ts";
import { newFile } from "../open-relay.ts";
import { type Postgres, startPostgres } from "../postgres.ts";

/** A database of a test, which it opens as often as it needs. */
export interface Database {
  readonly name: "sqlite" | "postgres";
  /** What `--store` is given. */
  readonly option: string;
  /** Of PostgreSQL, another relay's; of SQLite, the one relay's. */
  open(): Promise<Store>;
}

/** Runs the same tests on a SQLite file and on a real PostgreSQL. */
export async function describeEachStore(
  name: string,
  tests: (create: () => Promise<Database>, kind: Database["name"], postgres: Postgres | null) => void,
): Promise<void> {
  describe(`${name} (sqlite)`, () => tests(createSqlite, "sqlite", null));
  const postgres = await startPostgres();
  describe.skipIf(postgres === null)(`${name} (postgres)`, () => {
    afterAll(() => postgres?.stop());
    tests(() => createPostgres(postgres!), "postgres", postgres);
  });
}

async function createSqlite(): Promise<Database> {
  const file = newFile();
  return { name: "sqlite", option: `sqlite:${file}`, open: async () => openSqliteStore(file) };
}

export async function createPostgres(postgres: Postgres): Promise<Database> {
  const url = await postgres.createDatabase();
  return { name: "postgres", option: url, open: () => openPostgresStore(url) };
}
