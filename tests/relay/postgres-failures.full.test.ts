import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { Pool } from "pg";
import { afterAll, describe, expect, it, vi } from "vitest";
import { openPostgresStore } from "../../src/relay/postgres-store.ts";
import { SCHEMA_STEPS } from "../../src/relay/schema.ts";
import type { Store } from "../../src/relay/store.ts";
import { createPostgres } from "./conformance/each-store.ts";
import { listen } from "./listen.ts";
import { BOB, openPeopledRelay, openRelay, post, write, writeProposal } from "./open-relay.ts";
import { query, startPostgres } from "./postgres.ts";

// Each starts processes: on a busy machine that takes its time.
vi.setConfig({ testTimeout: 300_000 });

const IS_FULL = process.env.OASIS_FULL === "1";
const postgres = (await startPostgres())!;
afterAll(() => postgres?.stop());

/** Several writers and readers of several relays: what every reader has seen at the end, and what was written. */
async function writeAndListen(stores: readonly [Store, Store], perWriter: number, listeners: boolean) {
  const [one, two] = [await openPeopledRelay(stores[0]), await openRelay(stores[1])];
  const urls = await Promise.all([one, two].map((app) => app.listen({ port: 0, host: "127.0.0.1" })));
  const written: string[] = [];
  const records = await Promise.all(Array.from({ length: 8 * perWriter }, (_, k) => writeProposal(BOB, String(k))));
  let isOver = false;
  const poll = async (url: string) => {
    const seen = new Set<string>();
    for (let [after, rest] = ["", 3]; rest > 0; ) {
      const page = await (await fetch(`${url}/v1/records?space=public&after=${after}`)).json();
      for (const { id } of page.records) seen.add(id);
      after = page.next;
      if (isOver && !page.more) rest--;
    }
    return seen;
  };
  const polling = [urls[0], urls[1]].map(poll);
  const streaming = listeners ? urls.map((url) => listen(`${url}/v1/stream?space=public`, 2 + records.length)) : [];
  await Promise.all(
    Array.from({ length: 8 }, async (_, writer) => {
      for (let k = 0; k < perWriter; k++) {
        const record = records[writer * perWriter + k];
        const [{ status }] = await post(writer % 2 === 0 ? one : two, record);
        if (status === 201) written.push(record.id);
      }
    }),
  );
  isOver = true;
  const polled = await Promise.all(polling);
  const streamed = (await Promise.all(streaming)).map((events) => new Set(events.map(({ id }) => id)));
  await Promise.all([one.close(), two.close()]);
  return { written, seen: [...polled, ...streamed] };
}

/** What goes wrong without the lock: orders from a sequence, drawn some time before the commit. */
function withoutLock(store: Store, url: string, seconds: number): Store {
  const pool = new Pool({ connectionString: url, max: 4 });
  return {
    ...store,
    append: async (decide) => {
      const client = await pool.connect();
      try {
        await client.query("begin");
        const last = Number((await client.query("select nextval('naive') as n")).rows[0].n);
        const { rows } = await decide({ ...store, last });
        await client.query("select pg_sleep($1)", [seconds]);
        for (const { seq, record, receipt } of rows) {
          const { id, hdr, sig, body } = record;
          const values = [
            seq,
            id,
            hdr.space,
            hdr.type,
            JSON.stringify(hdr),
            sig,
            JSON.stringify(body),
            JSON.stringify(receipt),
          ];
          await client.query("insert into log values ($1, $2, $3, $4, $5, $6, $7, $8)", values);
        }
        await client.query("commit");
      } finally {
        client.release();
      }
    },
    close: async () => {
      await pool.end();
      await store.close();
    },
  };
}

describe.skipIf(postgres === null)("relays on one PostgreSQL", () => {
  it("show every reader the same: two relays, eight writers, pollers and streams", { timeout: 300_000 }, async () => {
    const database = await createPostgres(postgres);
    const { written, seen } = await writeAndListen(
      [await database.open(), await database.open()],
      IS_FULL ? 400 : 10,
      true,
    );
    expect(written.length).toBe(8 * (IS_FULL ? 400 : 10));
    for (const ids of seen) expect(written.filter((id) => !ids.has(id))).toEqual([]);
  });

  it("would not with orders from a sequence: the test above finds what is then lost", {
    timeout: 300_000,
  }, async () => {
    const database = await createPostgres(postgres);
    const stores = [await database.open(), await database.open()];
    await query(database.option, "create sequence naive increment 1000 start 1000");
    // One relay is slow to commit: readers of the other have by then gone past its orders.
    const [one, two] = stores.map((store, k) => withoutLock(store, database.option, k === 0 ? 0.2 : 0));
    const { written, seen } = await writeAndListen([one, two], 8, false);
    const lost = seen.map((ids) => written.filter((id) => !ids.has(id)).length);
    expect(Math.max(...lost)).toBeGreaterThan(0);
  });

  it("start four at once on an empty database", async () => {
    const database = await createPostgres(postgres);
    const stores = await Promise.all(Array.from({ length: 4 }, () => database.open()));
    expect(new Set(stores.map(({ epoch }) => epoch)).size).toBe(1);
    const apps = await Promise.all(stores.map((store) => openRelay(store)));
    for (const app of apps) expect((await app.inject("/readyz")).statusCode).toBe(200);
    await Promise.all(apps.map((app) => app.close()));
  });

  it("go on while a newer one adds to the tables", async () => {
    const database = await createPostgres(postgres);
    const old = await openPeopledRelay(await database.open());
    const posting = Promise.all(
      Array.from({ length: 10 }, async (_, k) => post(old, await writeProposal(BOB, String(k)))),
    );
    const steps = [...SCHEMA_STEPS, "alter table log add column later text; create table later (id text primary key)"];
    const newer = await openRelay(await openPostgresStore(database.option, steps));
    expect((await posting).flat().every(({ status }) => status === 201)).toBe(true);
    const record = await writeProposal(BOB);
    expect(await post(newer, record)).toMatchObject([{ status: 201 }]);
    expect(await post(old, record, await writeProposal(BOB))).toMatchObject([{ status: 200 }, { status: 201 }]);
    await newer.close();
    // Nothing is done twice, nor undone by the older one.
    await (await openPostgresStore(database.option, steps)).close();
    await (await database.open()).close();
    expect(await query(database.option, "select value from meta where name = 'schema'")).toEqual([
      { value: String(steps.length) },
    ]);
    await old.close();
  });

  it("hear of the other again after their notices were cut, and miss nothing", async () => {
    const database = await createPostgres(postgres);
    const [one, two] = [await openPeopledRelay(await database.open()), await openRelay(await database.open())];
    const url = await two.listen({ port: 0, host: "127.0.0.1" });
    const heard = listen(`${url}/v1/stream?space=public`, 12);
    const write = async (count: number) => {
      for (let k = 0; k < count; k++)
        expect(await post(one, await writeProposal(BOB))).toMatchObject([{ status: 201 }]);
    };
    await write(5);
    const listening = "pid <> pg_backend_pid() and query like 'listen%'";
    const cut = await query(
      database.option,
      `select pg_terminate_backend(pid) from pg_stat_activity where ${listening}`,
    );
    expect(cut.length).toBeGreaterThanOrEqual(2);
    await write(5);
    expect((await heard).length).toBe(12);
    await Promise.all([one.close(), two.close()]);
  });

  it("lose nothing acknowledged when the server is killed, and catch up when it is back", {
    timeout: 300_000,
  }, async () => {
    const database = await createPostgres(postgres);
    const app = await openPeopledRelay(await database.open());
    const url = `${await app.listen({ port: 0, host: "127.0.0.1" })}/v1/stream?space=public`;
    const acknowledged = new Set<string>();
    const heard: string[] = [];
    const abort = new AbortController();
    const hearing = listen(
      url,
      Number.POSITIVE_INFINITY,
      {},
      { signal: abort.signal, onEvent: ({ id }) => heard.push(id) },
    );
    for (let round = 0; round < (IS_FULL ? 10 : 1); round++) {
      const records = await Promise.all(Array.from({ length: 80 }, (_, k) => writeProposal(BOB, `${round} ${k}`)));
      let next = 0;
      let killing: Promise<void> | null = null;
      const lane = async () => {
        while (next < records.length) {
          const record = records[next++];
          const [{ status }] = await post(app, record);
          if (status === 201 || status === 200) acknowledged.add(record.id);
          if (next > 30) killing ??= postgres.kill();
        }
      };
      await Promise.all(Array.from({ length: 16 }, lane));
      await killing;
      expect((await app.inject("/readyz")).statusCode).toBe(503);
      expect((await app.inject("/v1/records?space=public")).json()).toEqual({ code: "busy", where: "store" });
      await postgres.start();
      // What was refused, or unknown, is sent again.
      for (const record of records) {
        const [{ status }] = await post(app, record);
        expect([200, 201]).toContain(status);
      }
    }
    const ids = (await query(database.option, "select id from log where space = 'public' order by seq")).map(
      ({ id }) => id,
    );
    expect(Array.from(acknowledged).filter((id) => !ids.includes(id))).toEqual([]);
    await expect.poll(() => heard.length, { timeout: 20_000 }).toBe(ids.length);
    expect(heard).toEqual(ids);
    abort.abort();
    await hearing;
    await app.close();
  });

  it("leave an erased text in no file of the tables once these are written anew", async () => {
    const database = await createPostgres(postgres);
    const app = await openPeopledRelay(await database.open());
    const planted = "Madame Dupont-Plantée";
    const record = await writeProposal(BOB, planted);
    await post(app, record);
    await query(database.option, "checkpoint");
    expect(findInTables(planted)).toBe(true);
    await post(app, await write(BOB, "tombstone", { target: record.id, reason: "author" }));
    await app.close();
    await query(database.option, "vacuum full log");
    await query(database.option, "checkpoint");
    expect(findInTables(planted)).toBe(false);
  });

  it("refuse a server that does not sync", async () => {
    const database = await createPostgres(postgres);
    await query(database.option, "alter system set fsync = off");
    await query(database.option, "select pg_reload_conf()");
    await expect.poll(async () => (await query(database.option, "show fsync"))[0].fsync).toBe("off");
    await expect(database.open()).rejects.toThrow("fsync is off");
    await query(database.option, "alter system reset fsync");
    await query(database.option, "select pg_reload_conf()");
  });
});

function findInTables(text: string): boolean {
  const base = join(postgres.folder, "data", "base");
  const files = readdirSync(base, { recursive: true }).map((name) => join(base, String(name)));
  return files.some((file) => statSync(file).isFile() && readFileSync(file).includes(text));
}
