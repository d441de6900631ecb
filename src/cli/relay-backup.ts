import { copyFileSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { hash } from "../core/contributions/checks.ts";
import { FailureError } from "../core/failure.ts";
import { backupSqliteFile } from "../relay/sqlite-backup.ts";
import { openStore, parseStore } from "./relay-store.ts";

const SQLITE = "sqlite:relay.sqlite";

/**
 * `oasis relay backup`: a copy of a SQLite store, its relay running or not, and beside it the ids whose bodies were erased. Of
 * PostgreSQL only these ids: `pg_dump` copies the rest.
 */
export async function relayBackup(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: { store: { type: "string", default: SQLITE }, out: { type: "string" } },
  });
  if (values.out === undefined) throw new FailureError("bad-input", { option: "--out", reason: "required" });
  const option = parseStore(values.store);
  if ("sqlite" in option) {
    if (!existsSync(option.sqlite))
      throw new FailureError("bad-input", { store: option.sqlite, problem: "no such file" });
    if (existsSync(values.out))
      throw new FailureError("bad-input", { option: "--out", file: values.out, problem: "exists" });
    backupSqliteFile(option.sqlite, values.out);
  }
  const store = await openStore(option, true);
  const purged = await store.purged();
  const seq = await store.lastSeq();
  await store.close();
  writeFileSync(`${values.out}.purged`, purged.map((id) => `${id}\n`).join(""));
  const copied = "sqlite" in option ? `${values.out} up to order ${seq}` : "no rows: pg_dump copies them";
  console.error(`${copied}; ${purged.length} erased ids in ${values.out}.purged`);
}

/**
 * `oasis relay restore`: puts a backup in the place of a store that is gone (of PostgreSQL: after pg_restore), with a new
 * epoch, and erases again what lists of erased ids name.
 */
export async function relayRestore(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      store: { type: "string", default: SQLITE },
      from: { type: "string" },
      purged: { type: "string", multiple: true, default: [] },
    },
  });
  const option = parseStore(values.store);
  const lists = [...values.purged];
  if ("sqlite" in option) {
    const path = option.sqlite;
    if (values.from === undefined) throw new FailureError("bad-input", { option: "--from", reason: "required" });
    if (existsSync(path)) throw new FailureError("bad-input", { store: path, problem: "exists: move it away first" });
    if (existsSync(`${path}.purged`)) lists.push(`${path}.purged`);
    copyFileSync(values.from, path);
  }
  const ids = new Set(lists.flatMap(readIds));
  const store = await openStore(option);
  await store.startAfterRestore(Array.from(ids));
  const seq = await store.lastSeq();
  await store.close();
  console.error(
    `orders go on after ${seq}, ${ids.size} erasures repeated: readers begin anew and send what is missing`,
  );
}

function readIds(file: string): readonly string[] {
  const text = readText(file);
  const ids = text.split("\n").filter((line) => line !== "");
  const row = ids.findIndex((id) => !hash(id)) + 1;
  if (row > 0) throw new FailureError("bad-input", { file, row, problem: "not an id" });
  return ids;
}

function readText(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    throw new FailureError("bad-input", { file, problem: String((error as NodeJS.ErrnoException).code) });
  }
}
