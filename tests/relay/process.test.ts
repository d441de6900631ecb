import { type ChildProcess, spawn } from "node:child_process";
import { chmodSync, writeFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { DatabaseSync } from "node:sqlite";
import { afterEach, describe, expect, it } from "vitest";
import { openSqliteStore } from "../../src/relay/sqlite-store.ts";
import { BOB, NDJSON, newFile, ROOT, toLines, writeGenesis, writeGrant, writeProposal } from "./open-relay.ts";

const running: ChildProcess[] = [];
afterEach(() => {
  for (const child of running.splice(0)) child.kill("SIGKILL");
});

/** Starts `oasis relay` on a free port: its address, its key, and how it ends. */
async function start(file: string) {
  const args = [
    "--import",
    "./scripts/sql-loader.ts",
    "src/cli/main.ts",
    "relay",
    "--founder",
    ROOT.key,
    "--port",
    "0",
    "--store",
    `sqlite:${file}`,
  ];
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "pipe"] });
  running.push(child);
  let said = "";
  child.stderr.on("data", (chunk) => {
    said += chunk;
  });
  const ended = new Promise<number | null>((resolve) => child.on("exit", resolve));
  const line = new Promise<string>((resolve) => createInterface(child.stdout).once("line", resolve));
  const first = await Promise.race([line, ended]);
  if (typeof first !== "string") return { child, url: "", key: "", ended, said: () => said };
  const [url, key] = first.split(" ");
  return { child, url, key, ended, said: () => said };
}

async function send(url: string, ...records: readonly object[]) {
  const answer = await fetch(`${url}/v1/records`, { method: "POST", headers: NDJSON, body: toLines(...records) });
  const { results } = (await answer.json()) as { results: { id: string; status: number }[] };
  return results;
}

describe("oasis relay", () => {
  it("loses nothing it acknowledged when it is killed, again and again, under sixteen posts at once", async () => {
    const file = newFile();
    const acknowledged = new Set<string>();
    let { child, url, key, ended } = await start(file);
    const people = [await writeGenesis("public", key), await writeGrant(BOB, "citizen")];
    expect((await send(url, ...people)).map(({ status }) => status)).toEqual([201, 201]);
    for (let round = 0; round < 4; round++) {
      const records = await Promise.all(Array.from({ length: 600 }, (_, k) => writeProposal(BOB, `${round} ${k}`)));
      let [next, isDown] = [0, false];
      const post = async () => {
        while (!isDown && next < records.length) {
          const record = records[next++];
          const [result] = await send(url, record).catch(() => []);
          if (result === undefined) isDown = true;
          else if (result.status === 201) acknowledged.add(record.id);
          if (acknowledged.size > 40 * (round + 1)) child.kill("SIGKILL");
        }
      };
      await Promise.all(Array.from({ length: 16 }, post));
      expect(isDown).toBe(true);
      await ended;
      const db = new DatabaseSync(file);
      expect(db.prepare("pragma integrity_check").get()).toEqual({ integrity_check: "ok" });
      db.close();
      ({ child, url, key, ended } = await start(file));
      // What was unknown is sent again: taken, or known.
      const again = await send(url, ...records.slice(0, 60));
      expect(again.every(({ status }) => status === 200 || status === 201)).toBe(true);
    }
    expect(acknowledged.size).toBeGreaterThan(150);
    child.kill("SIGTERM");
    expect(await ended).toBe(0);
    const store = openSqliteStore(file);
    const ids = new Set(await store.ids("public"));
    expect(Array.from(acknowledged).filter((id) => !ids.has(id))).toEqual([]);
    await store.close();
  });

  it("stops when told to, with a stream open, and exits 0", async () => {
    const { child, url, ended } = await start(newFile());
    const stream = await fetch(`${url}/v1/stream?space=public`);
    expect(stream.status).toBe(200);
    child.kill("SIGTERM");
    expect(await stream.text()).toContain(": open");
    expect(await ended).toBe(0);
  });

  it("refuses, in one line and exit 2, a store that another relay has, or that is none", async () => {
    const file = newFile();
    const first = await start(file);
    const second = await start(file);
    expect(await second.ended).toBe(2);
    expect(second.said()).toMatch(/^oasis relay: bad-input: store .*locked\n$/);
    first.child.kill("SIGTERM");
    expect(await first.ended).toBe(0);
    const other = newFile();
    writeFileSync(other, "not a database, but long enough to be looked at as one ".repeat(20));
    const third = await start(other);
    expect(await third.ended).toBe(2);
    expect(third.said()).toContain("not a database");
  });
});

describe("the store", () => {
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
    // A user with every right reads read-only files; others are refused here.
    chmodSync(file, 0o444);
    if (process.getuid?.() !== 0) expect(() => openSqliteStore(file)).toThrow(/bad-input/);
  });
});
