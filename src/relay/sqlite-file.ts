import { closeSync, existsSync, fsyncSync, openSync, readFileSync, writeSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { FailureError } from "../core/failure.ts";
import { META, SCHEMA_STEPS } from "./schema.ts";

const RETRY_MILLISECONDS = 1000;

export interface SqliteFile {
  readonly db: DatabaseSync;
  /** Empties the write-ahead log, where what was erased still is; later again while somebody reads a backup. */
  truncate(): void;
  /** Adds ids to the list beside the file. */
  listPurged(ids: readonly string[]): void;
  release(): void;
}

/**
 * Opens a relay's file and makes its tables. One relay a file: the lock is on a second, empty database beside it; a guest
 * (`isGuest`) does without.
 */
export function openSqliteFile(path: string, isGuest: boolean, steps = SCHEMA_STEPS): SqliteFile {
  let lock: DatabaseSync | null = null;
  try {
    if (!isGuest) {
      lock = new DatabaseSync(`${path}.lock`);
      lock.exec("pragma busy_timeout = 0; begin exclusive");
    }
    const db = new DatabaseSync(path);
    db.exec(
      "pragma journal_mode = wal; pragma synchronous = full; pragma secure_delete = on; pragma busy_timeout = 1000",
    );
    migrate(db, steps);
    return { db, ...keep(path, db, lock) };
  } catch (error) {
    lock?.close();
    const problem = error instanceof Error ? error.message : String(error);
    throw new FailureError("bad-input", { store: path, problem });
  }
}

function keep(path: string, db: DatabaseSync, lock: DatabaseSync | null) {
  let retry: NodeJS.Timeout | null = null;
  const truncate = () => {
    retry = null;
    const [{ busy }] = db.prepare("pragma wal_checkpoint(truncate)").all();
    if (busy !== 0) retry = setTimeout(truncate, RETRY_MILLISECONDS).unref();
  };
  const list = `${path}.purged`;
  const listed = new Set(existsSync(list) ? readFileSync(list, "utf8").split("\n") : []);
  const listPurged = (ids: readonly string[]) => {
    const news = ids.filter((id) => !listed.has(id));
    if (news.length === 0) return;
    const file = openSync(list, "a");
    writeSync(file, news.map((id) => `${id}\n`).join(""));
    fsyncSync(file);
    closeSync(file);
    for (const id of news) listed.add(id);
  };
  const release = () => {
    if (retry !== null) clearTimeout(retry);
    db.close();
    lock?.close();
  };
  return { truncate, listPurged, release };
}

function migrate(db: DatabaseSync, steps: readonly string[]): void {
  db.exec(`begin immediate; ${META}`);
  const done = Number(db.prepare("select value from meta where name = 'schema'").get()?.value ?? 0);
  for (const step of steps.slice(done)) db.exec(step);
  const reached = String(Math.max(done, steps.length));
  db.prepare("insert into meta values ('schema', ?) on conflict (name) do update set value = excluded.value").run(
    reached,
  );
  db.exec("commit");
}
