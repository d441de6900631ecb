import { randomBytes } from "node:crypto";
import { DatabaseSync } from "node:sqlite";
import type { SignedRecord } from "../core/contributions/record.ts";
import type { Checkpoint } from "../core/contributions/statement.ts";
import { FailureError } from "../core/failure.ts";
import type { Row, Store } from "./store.ts";

const SCHEMA = `
create table if not exists log (
  seq integer primary key, id text not null unique, space text not null, hdr text not null, sig text not null, body text,
  receipt text not null, purged integer not null default 0) strict;
create index if not exists log_space on log (space, seq);
create table if not exists checkpoint (space text not null, size integer not null, said text not null) strict;
create table if not exists report (id text primary key, withdrawal text not null, day text not null, payload text not null) strict;
create table if not exists notice (id integer primary key, day text not null, payload text not null) strict;
create table if not exists meta (name text primary key, value text not null) strict;`;

/**
 * A store in one SQLite file, opened by one relay alone. Every commit is synced to the disk before it is acknowledged
 * (synchronous = FULL), what is deleted is overwritten (secure_delete). Throws `bad-input` when the file is another's, cannot
 * be written or is open elsewhere.
 */
export function openSqliteStore(path: string): Store {
  const db = open(path);
  const epoch = readEpoch(db);
  const insert = db.prepare("insert into log (seq, id, space, hdr, sig, body, receipt) values (?, ?, ?, ?, ?, ?, ?)");
  const erase = db.prepare("update log set body = null, purged = 1 where id = ?");
  const byId = db.prepare("select * from log where id = ?");
  const page = db.prepare("select * from log where space = ? and seq > ? order by seq limit ?");
  const inOrder = db.prepare("select id from log where space = ? order by seq");
  const last = db.prepare("select coalesce(max(seq), 0) as seq from log");
  const said = db.prepare("select said from checkpoint where space = ? order by rowid");
  return {
    epoch,
    lastSeq: () => Number(last.get()?.seq),
    find: (id) => {
      const row = byId.get(id);
      return row === undefined ? null : toRow(row);
    },
    append: (rows, purges) => {
      db.exec("begin immediate");
      try {
        for (const { seq, record, receipt } of rows) {
          const body = record.body === null ? null : JSON.stringify(record.body);
          const [hdr, given] = [JSON.stringify(record.hdr), JSON.stringify(receipt)];
          insert.run(seq, record.id, record.hdr.space, hdr, record.sig, body, given);
        }
        for (const id of purges) erase.run(id);
        db.exec("commit");
      } catch (error) {
        db.exec("rollback");
        throw error;
      }
      // What was erased is still in the write-ahead log until it is emptied.
      if (purges.length > 0) db.exec("pragma wal_checkpoint(truncate)");
    },
    after: (space, seq, limit) => page.all(space, seq, limit).map(toRow),
    ids: (space) => inOrder.all(space).map((row) => String(row.id)),
    checkpoints: (space) => said.all(space).map((row) => JSON.parse(String(row.said)) as Checkpoint),
    saveCheckpoint: (checkpoint) => {
      const { space, size } = checkpoint;
      db.prepare("insert into checkpoint (space, size, said) values (?, ?, ?)").run(
        space,
        size,
        JSON.stringify(checkpoint),
      );
    },
    saveReport: ({ id, withdrawal, day, payload }) => {
      db.prepare("insert into report values (?, ?, ?, ?)").run(id, withdrawal, day, payload);
    },
    withdrawReport: (id, withdrawal) => {
      const { changes } = db.prepare("delete from report where id = ? and withdrawal = ?").run(id, withdrawal);
      if (changes > 0) db.exec("pragma wal_checkpoint(truncate)");
      return changes > 0;
    },
    expireReports: (day) => {
      const { changes } = db.prepare("delete from report where day < ?").run(day);
      if (changes > 0) db.exec("pragma wal_checkpoint(truncate)");
      return Number(changes);
    },
    saveNotice: (day, payload) => {
      db.prepare("insert into notice (day, payload) values (?, ?)").run(day, payload);
    },
    close: () => db.close(),
  };
}

function open(path: string): DatabaseSync {
  try {
    const db = new DatabaseSync(path);
    db.exec("pragma locking_mode = exclusive; pragma journal_mode = wal; pragma synchronous = full");
    db.exec("pragma secure_delete = on; pragma busy_timeout = 0");
    db.exec(`begin immediate; ${SCHEMA} commit`);
    return db;
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error);
    throw new FailureError("bad-input", { store: path, problem });
  }
}

function readEpoch(db: DatabaseSync): string {
  const epoch = randomBytes(16).toString("base64url");
  db.prepare("insert into meta values ('epoch', ?) on conflict do nothing").run(epoch);
  return String(db.prepare("select value from meta where name = 'epoch'").get()?.value);
}

function toRow(row: Record<string, unknown>): Row {
  const body = row.body === null ? null : JSON.parse(String(row.body));
  const record = { id: String(row.id), hdr: JSON.parse(String(row.hdr)), sig: String(row.sig), body } as SignedRecord;
  const receipt = JSON.parse(String(row.receipt));
  return { seq: Number(row.seq), record, receipt, isPurged: row.purged === 1 };
}
