import { closeSync, fsyncSync, openSync, renameSync, rmSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { FailureError } from "../core/failure.ts";

/** A copy of a store as it stands, its relay running or not: `vacuum into` reads one moment and carries no erased bytes. */
export function backupSqliteFile(path: string, out: string): void {
  const unfinished = `${out}.unfinished`;
  rmSync(unfinished, { force: true });
  try {
    const db = new DatabaseSync(path, { readOnly: true });
    db.exec("pragma busy_timeout = 10000");
    db.prepare("vacuum into ?").run(unfinished);
    db.close();
    const file = openSync(unfinished, "r");
    fsyncSync(file);
    closeSync(file);
    renameSync(unfinished, out);
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error);
    throw new FailureError("bad-input", { store: path, file: out, problem });
  }
}
