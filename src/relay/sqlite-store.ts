import { randomBytes } from "node:crypto";
import type { DatabaseSync } from "node:sqlite";
import type { Checkpoint, Issuance } from "../core/contributions/statement.ts";
import { toColumns, toRow } from "./row.ts";
import { openSqliteFile } from "./sqlite-file.ts";
import { createSqliteIntake } from "./sqlite-intake.ts";
import { createSqliteVerification } from "./sqlite-verification.ts";
import { AUTHORITY_TYPES, type Batch, RESTORE_GAP, type Reader, type Store } from "./store.ts";

/**
 * A store in one SQLite file, opened by one relay alone. Every commit is synced to the disk before it is acknowledged
 * (synchronous = FULL), what is deleted is overwritten (secure_delete). Ids of erased records are also kept beside the file,
 * in `.purged`, which a restored backup needs. Throws `bad-input` when the file is another's, cannot be written or is open
 * elsewhere. A guest only reads and writes beside the log, its relay running or not.
 */
export function openSqliteStore(path: string, isGuest = false): Store {
  const { db, release, truncate, listPurged } = openSqliteFile(path, isGuest);
  const insert = db.prepare(
    "insert into log (seq, id, space, type, hdr, sig, body, receipt) values (?, ?, ?, ?, ?, ?, ?, ?)",
  );
  const erase = db.prepare("update log set body = null, purged = 1 where id = ?");
  const forbid = db.prepare("insert into purged (id) values (?) on conflict do nothing");
  const say = db.prepare("insert into checkpoint (space, size, said) values (?, ?, ?) on conflict do nothing");
  const sayIssued = db.prepare("insert into issuance (space, size, said) values (?, ?, ?) on conflict do nothing");
  const setOnce = db.prepare("insert into meta (name, value) values (?, ?) on conflict do nothing");
  const set = db.prepare(
    "insert into meta (name, value) values (?, ?) on conflict (name) do update set value = excluded.value",
  );
  const meta = db.prepare("select value from meta where name = ?");
  const last = db.prepare("select coalesce(max(seq), 0) as seq from log");
  const allPurged = db.prepare("select id from purged order by id");
  const reader = createReader(db);
  const purged = () => allPurged.all().map((row) => String(row.id));
  const once = (name: string, value: string) => {
    setOnce.run(name, value);
    return String(meta.get(name)?.value);
  };
  const lastSeq = () => Math.max(Number(last.get()?.seq), Number(meta.get("floor")?.value ?? 0));
  const inTransaction = (work: () => void) => {
    db.exec("begin immediate");
    try {
      work();
      db.exec("commit");
    } catch (error) {
      if (db.isTransaction) db.exec("rollback");
      throw error;
    }
  };
  const purge = (ids: readonly string[]) => {
    for (const id of ids) {
      erase.run(id);
      forbid.run(id);
    }
  };
  const save = ({ rows, purges, checkpoint, issuance }: Batch) => {
    if (rows.length === 0 && checkpoint === undefined) return;
    inTransaction(() => {
      for (const row of rows) insert.run(...toColumns(row));
      purge(purges);
      if (checkpoint !== undefined) say.run(checkpoint.space, checkpoint.size, JSON.stringify(checkpoint));
      if (issuance !== undefined) sayIssued.run(issuance.space, issuance.size, JSON.stringify(issuance));
    });
    if (purges.length === 0) return;
    listPurged(purges);
    truncate();
  };
  let turn: Promise<unknown> = Promise.resolve();
  const epoch = once("epoch", randomBytes(16).toString("base64url"));
  listPurged(purged());
  return {
    ...reader,
    ...createSqliteIntake(db, truncate),
    ...createSqliteVerification(db, inTransaction, truncate),
    epoch,
    lastSeq: async () => lastSeq(),
    once: async (name, value) => once(name, value),
    append: (decide) => {
      const mine = turn.then(async () => save(await decide({ ...reader, last: lastSeq() })));
      turn = mine.catch(() => undefined);
      return mine;
    },
    // Nobody else writes into the file.
    listen: () => undefined,
    purged: async () => purged(),
    startAfterRestore: async (ids) => {
      inTransaction(() => {
        set.run("epoch", randomBytes(16).toString("base64url"));
        set.run("floor", String(lastSeq() + RESTORE_GAP));
        db.exec("delete from checkpoint; delete from issuance");
        purge(ids);
      });
      listPurged(ids);
      truncate();
    },
    close: async () => {
      await turn;
      release();
    },
  };
}

function createReader(db: DatabaseSync): Reader {
  const byId = db.prepare("select * from log where id = ?");
  const isPurged = db.prepare("select 1 from purged where id = ?");
  const page = db.prepare("select * from log where space = ? and seq > ? order by seq limit ?");
  const types = AUTHORITY_TYPES.map(() => "?").join(", ");
  const ranked = db.prepare(`select * from log where type in (${types}) and seq > ? order by seq`);
  const inOrder = db.prepare("select id from log where space = ? order by seq");
  const number = db.prepare("select count(*) as n from log where space = ?");
  const said = db.prepare("select said from checkpoint where space = ? order by size desc limit 1");
  const issued = db.prepare("select said from issuance where space = ? order by size desc limit ?");
  const find = (id: string) => {
    const row = byId.get(id);
    return row === undefined ? null : toRow(row);
  };
  return {
    find: async (id) => find(id),
    known: async (ids) => {
      const found = ids.map(find).filter((row) => row !== null);
      const purged = new Set(ids.filter((id) => isPurged.get(id) !== undefined));
      return { rows: new Map(found.map((row) => [row.record.id, row])), purged };
    },
    authority: async (after) => ranked.all(...AUTHORITY_TYPES, after).map(toRow),
    after: async (space, seq, limit) => page.all(space, seq, limit).map(toRow),
    ids: async (space) => inOrder.all(space).map((row) => String(row.id)),
    count: async (space) => Number(number.get(space)?.n),
    lastCheckpoint: async (space) => {
      const row = said.get(space);
      return row === undefined ? null : (JSON.parse(String(row.said)) as Checkpoint);
    },
    issuances: async (space, limit) =>
      issued
        .all(space, limit)
        .map((row) => JSON.parse(String(row.said)) as Issuance)
        .reverse(),
  };
}
