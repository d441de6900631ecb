import { chmodSync, writeFileSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { afterAll, afterEach, describe, expect, it, vi } from "vitest";
import { openSqliteStore } from "../../src/relay/sqlite-store.ts";
import { createPostgres } from "./conformance/each-store.ts";
import { BOB, newFile, writeGenesis, writeGrant, writeProposal } from "./open-relay.ts";
import { startPostgres } from "./postgres.ts";
import { killRelays, send, sendAll, startRelay } from "./relay-process.ts";

// Each starts processes: on a busy machine that takes its time.
vi.setConfig({ testTimeout: 300_000 });

const IS_FULL = process.env.OASIS_FULL === "1";
const KILLS = IS_FULL ? 30 : 3;
afterEach(killRelays);

const postgres = await startPostgres();
afterAll(() => postgres?.stop());

/** Kills a relay under sixteen posts, again and again, then starts it again: whatever it acknowledged must be there. */
async function killAgainAndAgain(option: string, more: readonly string[], kills: number, check: () => void) {
  const acknowledged = new Set<string>();
  let { child, url, key, ended } = await startRelay(option, more);
  const people = [await writeGenesis("public", key), await writeGrant(BOB, "citizen")];
  expect((await send(url, ...people)).map(({ status }) => status)).toEqual([201, 201]);
  for (let round = 0; round < kills; round++) {
    const records = await Promise.all(Array.from({ length: 120 }, (_, k) => writeProposal(BOB, `${round} ${k}`)));
    const before = acknowledged.size;
    const enough = before + 20 + ((round * 7) % 40);
    await sendAll(url, records, acknowledged, 16, () => acknowledged.size > enough && child.kill("SIGKILL"));
    expect(acknowledged.size - before).toBeLessThan(records.length);
    await ended;
    check();
    ({ child, url, key, ended } = await startRelay(option, more));
    // What was unknown is sent again: taken, or known.
    const again = await send(url, ...records);
    expect(again.every(({ status }) => status === 200 || status === 201)).toBe(true);
    const known = again.filter(({ status }) => status === 200).map(({ id }) => id);
    const lost = records.filter(({ id }) => acknowledged.has(id) && !known.includes(id));
    expect(lost).toEqual([]);
  }
  expect(acknowledged.size).toBeGreaterThan(20 * kills);
  child.kill("SIGTERM");
  expect(await ended).toBe(0);
  return acknowledged;
}

describe("oasis relay", () => {
  it(`loses nothing it acknowledged in a file when it is killed ${KILLS} times under sixteen posts at once`, {
    timeout: 900_000,
  }, async () => {
    const file = newFile();
    const acknowledged = await killAgainAndAgain(`sqlite:${file}`, [], KILLS, () => {
      const db = new DatabaseSync(file);
      expect(db.prepare("pragma integrity_check").get()).toEqual({ integrity_check: "ok" });
      db.close();
    });
    const store = openSqliteStore(file);
    const ids = new Set(await store.ids("public"));
    expect(Array.from(acknowledged).filter((id) => !ids.has(id))).toEqual([]);
    await store.close();
  });

  it.skipIf(postgres === null)("nor in PostgreSQL", { timeout: 900_000 }, async () => {
    const database = await createPostgres(postgres!);
    const kills = IS_FULL ? 10 : 1;
    const acknowledged = await killAgainAndAgain(database.option, ["--key", newFile()], kills, () => undefined);
    const store = await database.open();
    const ids = new Set(await store.ids("public"));
    expect(Array.from(acknowledged).filter((id) => !ids.has(id))).toEqual([]);
    await store.close();
  });

  it("stops when told to, with a stream open and posts under way, and exits 0", async () => {
    const { child, url, key, ended } = await startRelay(`sqlite:${newFile()}`);
    await send(url, await writeGenesis("public", key), await writeGrant(BOB, "citizen"));
    const stream = await fetch(`${url}/v1/stream?space=public`);
    expect(stream.status).toBe(200);
    const records = await Promise.all(Array.from({ length: 60 }, (_, k) => writeProposal(BOB, String(k))));
    const acknowledged = new Set<string>();
    // Told once: told again, it goes at once.
    await sendAll(
      url,
      records,
      acknowledged,
      4,
      () => acknowledged.size === 10 && !child.killed && child.kill("SIGTERM"),
    );
    const text = await stream.text();
    expect(text).toContain(": open");
    expect(await ended).toBe(0);
    expect(acknowledged.size).toBeGreaterThanOrEqual(10);
  });

  it("refuses, in one line and exit 2, a store that another relay has, or that is none, or nowhere", async () => {
    const file = newFile();
    const first = await startRelay(`sqlite:${file}`);
    const second = await startRelay(`sqlite:${file}`);
    expect(await second.ended).toBe(2);
    expect(second.said()).toMatch(/^oasis relay: bad-input: store .*locked\n$/);
    first.child.kill("SIGTERM");
    expect(await first.ended).toBe(0);
    const other = newFile();
    writeFileSync(other, "not a database, but long enough to be looked at as one ".repeat(20));
    const third = await startRelay(`sqlite:${other}`);
    expect(await third.ended).toBe(2);
    expect(third.said()).toContain("not a database");
    const fourth = await startRelay("postgres://me:hush@127.0.0.1:1/none", ["--key", newFile()]);
    expect(await fourth.ended).toBe(2);
    expect(fourth.said()).toMatch(/^oasis relay: bad-input: store postgres:.*ECONNREFUSED/);
    expect(fourth.said()).not.toContain("hush");
  });
});

describe("the store in a file", () => {
  it("is one relay's, and keeps its epoch", async () => {
    const file = newFile();
    await openSqliteStore(file).close();
    const store = openSqliteStore(file);
    expect(() => openSqliteStore(file)).toThrow(/locked/);
    expect(store.epoch).toMatch(/^[\w-]{22}$/);
    const { epoch } = store;
    await store.close();
    const again = openSqliteStore(file);
    expect(again.epoch).toBe(epoch);
    await again.close();
    // A user with every right writes read-only files; others are refused here.
    chmodSync(file, 0o444);
    if (process.getuid?.() !== 0) expect(() => openSqliteStore(file)).toThrow(/bad-input/);
  });
});
