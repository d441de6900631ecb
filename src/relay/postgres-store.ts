import { randomBytes } from "node:crypto";
import { Pool, type PoolClient } from "pg";
import type { Checkpoint, Issuance } from "../core/contributions/statement.ts";
import { FailureError } from "../core/failure.ts";
import { createPostgresIntake, type Queryable } from "./postgres-intake.ts";
import { listenPostgres, NOTICE } from "./postgres-listener.ts";
import { createPostgresVerification } from "./postgres-verification.ts";
import { toColumns, toRow } from "./row.ts";
import { META, SCHEMA_STEPS } from "./schema.ts";
import { AUTHORITY_TYPES, type Batch, RESTORE_GAP, type Reader, type Store } from "./store.ts";

/** One lock for everything that gives an order or changes tables: the order of receipts is that of commits. */
const LOCK = "select pg_advisory_xact_lock(7210184502)";
/** Whatever the server's habits: a commit is on its disk when it answers, and a relay that hangs does not hold the others. */
const BEGIN = `begin; set local synchronous_commit = on; set local idle_in_transaction_session_timeout = '15s'; ${LOCK}`;
const INSERT = `insert into log (seq, id, space, type, hdr, sig, body, receipt)
  select * from unnest($1::bigint[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[])`;
const LAST = `select greatest((select coalesce(max(seq), 0) from log),
  (select coalesce(max(value::bigint), 0) from meta where name = 'floor')) as seq`;

/**
 * A store in PostgreSQL (14 or later), which several relays may share. Appends hold a lock until they are committed, so that no
 * reader who goes by orders can miss one: an order drawn from a sequence before the commit loses records (measured: 5 %).
 * Throws `bad-input` when the server cannot be reached or does not sync.
 */
export async function openPostgresStore(url: string, steps = SCHEMA_STEPS): Promise<Store> {
  const pool = new Pool({
    connectionString: url,
    max: 8,
    connectionTimeoutMillis: 5000,
    query_timeout: 30_000,
    keepAlive: true,
  });
  // A connection that breaks while nobody uses it is replaced at its next use.
  pool.on("error", () => undefined);
  let epoch: string;
  try {
    await inTurn(pool, (client) => migrate(client, steps));
    const { rows } = await pool.query("show fsync");
    if (rows[0].fsync !== "on") throw new Error("fsync is off: a power cut would lose what was acknowledged");
    epoch = await once(pool, "epoch", randomBytes(16).toString("base64url"));
  } catch (error) {
    await pool.end();
    throw new FailureError("bad-input", { store: hidePassword(url), problem: describe(error) });
  }
  const listeners: (() => Promise<void>)[] = [];
  let cleaning: Promise<unknown> = Promise.resolve();
  // What was erased stays in dead rows until they are vacuumed; see the README for the log of the server and backups.
  const clean = (table: "log" | "report" | "link") => {
    cleaning = cleaning.then(() => pool.query(`vacuum ${table}`)).catch(() => undefined);
  };
  return {
    ...createReader(pool),
    ...createPostgresIntake(pool, () => clean("report")),
    ...createPostgresVerification(pool, () => clean("link")),
    epoch,
    lastSeq: async () => Number((await pool.query(LAST)).rows[0].seq),
    once: (name, value) => once(pool, name, value),
    append: async (decide) => {
      const purges = await inTurn(pool, async (client) => {
        const last = Number((await client.query(LAST)).rows[0].seq);
        const batch = await decide({ ...createReader(client), last });
        await save(client, batch);
        return batch.purges.length;
      });
      if (purges > 0) clean("log");
    },
    listen: (hint) => listeners.push(listenPostgres(url, hint)),
    purged: async () => (await pool.query("select id from purged order by id")).rows.map(({ id }) => id),
    startAfterRestore: async (ids) => {
      await inTurn(pool, async (client) => {
        const last = Number((await client.query(LAST)).rows[0].seq);
        const set = "insert into meta values ($1, $2) on conflict (name) do update set value = excluded.value";
        await client.query(set, ["epoch", randomBytes(16).toString("base64url")]);
        await client.query(set, ["floor", String(last + RESTORE_GAP)]);
        await client.query("delete from checkpoint; delete from issuance");
        await purge(client, ids);
      });
      clean("log");
      await cleaning;
    },
    close: async () => {
      await Promise.all(listeners.map((stop) => stop()));
      await cleaning;
      await pool.end();
    },
  };
}

/** Runs alone among everybody who appends, then commits. A connection that failed is not used again. */
async function inTurn<T>(pool: Pool, work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  try {
    await client.query(BEGIN);
    const result = await work(client);
    await client.query("commit");
    client.release();
    return result;
  } catch (error) {
    client.release(true);
    throw error;
  }
}

async function migrate(client: Queryable, steps: readonly string[]): Promise<void> {
  await client.query(META);
  const done = Number((await client.query("select value from meta where name = 'schema'")).rows[0]?.value ?? 0);
  for (const step of steps.slice(done)) await client.query(step);
  const set = "insert into meta values ('schema', $1) on conflict (name) do update set value = excluded.value";
  await client.query(set, [String(Math.max(done, steps.length))]);
}

async function save(client: Queryable, { rows, purges, checkpoint, issuance }: Batch): Promise<void> {
  if (rows.length > 0) {
    const lines = rows.map(toColumns);
    await client.query(
      INSERT,
      [0, 1, 2, 3, 4, 5, 6, 7].map((column) => lines.map((line) => line[column])),
    );
    await purge(client, purges);
    await client.query("select pg_notify($1, '')", [NOTICE]);
  }
  if (checkpoint === undefined) return;
  const { space, size } = checkpoint;
  const say = "insert into checkpoint values ($1, $2, $3) on conflict do nothing";
  await client.query(say, [space, size, JSON.stringify(checkpoint)]);
  if (issuance === undefined) return;
  const sayIssued = "insert into issuance values ($1, $2, $3) on conflict do nothing";
  await client.query(sayIssued, [issuance.space, issuance.size, JSON.stringify(issuance)]);
}

async function purge(client: Queryable, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await client.query("update log set body = null, purged = 1 where id = any($1)", [ids]);
  await client.query("insert into purged select unnest($1::text[]) on conflict do nothing", [ids]);
}

async function once(on: Queryable, name: string, value: string): Promise<string> {
  await on.query("insert into meta values ($1, $2) on conflict do nothing", [name, value]);
  return (await on.query("select value from meta where name = $1", [name])).rows[0].value;
}

function createReader(on: Queryable): Reader {
  const all = async (sql: string, values: readonly unknown[]) => (await on.query(sql, [...values])).rows;
  return {
    find: async (id) => (await all("select * from log where id = $1", [id])).map(toRow)[0] ?? null,
    known: async (ids) => {
      const rows = (await all("select * from log where id = any($1)", [ids])).map(toRow);
      const purged = await all("select id from purged where id = any($1)", [ids]);
      return { rows: new Map(rows.map((row) => [row.record.id, row])), purged: new Set(purged.map(({ id }) => id)) };
    },
    authority: async (after) =>
      (await all("select * from log where type = any($1) and seq > $2 order by seq", [AUTHORITY_TYPES, after])).map(
        toRow,
      ),
    after: async (space, seq, limit) =>
      (await all("select * from log where space = $1 and seq > $2 order by seq limit $3", [space, seq, limit])).map(
        toRow,
      ),
    ids: async (space) => (await all("select id from log where space = $1 order by seq", [space])).map(({ id }) => id),
    count: async (space) => Number((await all("select count(*) as n from log where space = $1", [space]))[0].n),
    lastCheckpoint: async (space) => {
      const said = await all("select said from checkpoint where space = $1 order by size desc limit 1", [space]);
      return said.length === 0 ? null : (JSON.parse(said[0].said) as Checkpoint);
    },
    issuances: async (space, limit) =>
      (await all("select said from issuance where space = $1 order by size desc limit $2", [space, limit]))
        .map(({ said }) => JSON.parse(said) as Issuance)
        .reverse(),
  };
}

function hidePassword(url: string): string {
  return url.replace(/\/\/([^:@/]*):[^@/]*@/, "//$1:…@");
}

function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.message || String((error as NodeJS.ErrnoException).code ?? error.name);
}
