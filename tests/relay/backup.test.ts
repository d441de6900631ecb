import { existsSync, readFileSync, renameSync } from "node:fs";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { SignedRecord } from "../../src/core/contributions/record.ts";
import { openSqliteStore } from "../../src/relay/sqlite-store.ts";
import { createPostgres } from "./conformance/each-store.ts";
import {
  BOB,
  newFile,
  openPeopledRelay,
  openRelay,
  post,
  write,
  writeGenesis,
  writeGrant,
  writeProposal,
} from "./open-relay.ts";
import { startPostgres } from "./postgres.ts";
import { killRelays, runRelayCommand, send, startRelay } from "./relay-process.ts";

// Each starts processes: on a busy machine that takes its time.
vi.setConfig({ testTimeout: 300_000 });

afterEach(killRelays);

/** Records as a reader has them who never forgets: what is sent again after a restore. */
async function readFrom(url: string, after = "") {
  const answer = await fetch(`${url}/v1/records?space=public&after=${after}`);
  const page = await answer.json();
  const records = (page.records ?? []).map(({ receipts: _, ...record }: Record<string, unknown>) => record);
  return { status: answer.status, code: page.code, next: page.next, records: records as readonly SignedRecord[] };
}

describe("a backup", () => {
  it("is taken while the relay runs, put back, and completed by its readers; what was erased stays so", async () => {
    const [file, copy] = [newFile(), newFile()];
    const store = `sqlite:${file}`;
    const first = await startRelay(store);
    const [early, late, gone, kept] = await Promise.all(
      ["Tôt", "Tard", "Texte planté", "Gardé"].map((title) => writeProposal(BOB, title)),
    );
    await send(first.url, await writeGenesis("public", first.key), await writeGrant(BOB, "citizen"), early, gone, kept);
    const backup = await runRelayCommand("backup", "--store", store, "--out", copy);
    expect([backup.code, backup.error]).toEqual([0, `${copy} up to order 5; 0 erased ids in ${copy}.purged\n`]);
    expect(readFileSync(copy).includes("Texte planté")).toBe(true);
    // The next day: one record more, one erased. Then the disk is lost, but not the list beside it.
    const tombstone = await write(BOB, "tombstone", { target: gone.id, reason: "author" });
    expect((await send(first.url, late, tombstone)).map(({ status }) => status)).toEqual([201, 201]);
    const before = await readFrom(first.url);
    expect(before.records).toHaveLength(7);
    const refused = await runRelayCommand("restore", "--from", copy, "--store", store);
    expect([refused.code, refused.error]).toEqual([2, expect.stringContaining("move it away first")]);
    first.child.kill("SIGKILL");
    await first.ended;
    for (const end of ["", "-wal", "-shm"])
      if (existsSync(`${file}${end}`)) renameSync(`${file}${end}`, `${file}${end}.lost`);
    const restored = await runRelayCommand("restore", "--from", copy, "--store", store);
    expect([restored.code, restored.error.split(",")[0]]).toEqual([0, "orders go on after 1000005"]);
    for (const end of ["", "-wal"]) {
      if (existsSync(`${file}${end}`)) expect(readFileSync(`${file}${end}`).includes("Texte planté")).toBe(false);
    }
    const second = await startRelay(store);
    expect(second.key).toBe(first.key);
    expect(await readFrom(second.url, before.next)).toMatchObject({ status: 410, code: "cursor_epoch" });
    const again = await readFrom(second.url);
    expect(again.records.map(({ id }) => id)).toEqual(before.records.slice(0, 5).map(({ id }) => id));
    const had = new Set(again.records.map(({ id }) => id));
    const missing = before.records.filter(({ id }) => !had.has(id));
    expect((await send(second.url, ...missing)).map(({ status, receipt }) => [status, receipt?.seq])).toEqual([
      [201, 1_000_006],
      [201, 1_000_007],
    ]);
    // An old peer brings the erased text.
    expect(await send(second.url, gone)).toMatchObject([{ status: 410, code: "purged" }]);
    const after = await readFrom(second.url);
    expect(after.records).toEqual(before.records);
    expect(JSON.stringify(after.records)).not.toContain("planté");
  });

  it("refuses what is no backup, and one that is there", async () => {
    const file = newFile();
    await openSqliteStore(file).close();
    const onto = await runRelayCommand("backup", "--store", `sqlite:${file}`, "--out", file);
    expect([onto.code, onto.error]).toEqual([2, expect.stringContaining("exists")]);
    const nothing = await runRelayCommand("backup", "--store", `sqlite:${newFile()}`, "--out", newFile());
    expect([nothing.code, nothing.error]).toEqual([2, expect.stringContaining("no such file")]);
  });

  it("of a record erased after it was taken and only then sent again is refused, on PostgreSQL too", async (context) => {
    const postgres = await startPostgres();
    if (postgres === null) return context.skip();
    const database = await createPostgres(postgres);
    const gone = await writeProposal(BOB, "Texte planté");
    const app = await openPeopledRelay(await database.open());
    await post(app, gone);
    await app.close();
    const store = await database.open();
    const unseen = await writeProposal(BOB, "Jamais vu ici");
    await store.startAfterRestore([gone.id, unseen.id]);
    await store.close();
    const again = await openRelay(await database.open());
    expect(await post(again, gone, unseen)).toMatchObject([{ code: "purged" }, { code: "purged" }]);
    expect((await again.inject("/v1/records?space=public")).body).not.toContain("planté");
    await again.close();
    await postgres.stop();
  });
});

describe("paper codes", () => {
  it("are printed once, beside a running relay, which knows them", async () => {
    const store = `sqlite:${newFile()}`;
    const { url, child, ended } = await startRelay(store);
    const { code, out } = await runRelayCommand("codes", "--store", store, "--count", "3");
    const codes = out.trim().split("\n");
    expect([code, new Set(codes).size]).toEqual([0, 3]);
    for (const one of codes) expect(one).toMatch(/^(?:[0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/);
    const counts = await (await fetch(`${url}/v1/vouchers?space=public&ballot=x`)).json();
    expect(counts).toEqual({ codes: 3, vouchers: 0 });
    const other = await runRelayCommand("codes", "--store", store, "--count", "1", "--key", newFile());
    expect([other.code, other.out, other.error]).toEqual([2, "", expect.stringContaining("the store is ordered by")]);
    child.kill("SIGTERM");
    expect(await ended).toBe(0);
    for (const one of codes) expect(readFileSync(store.slice("sqlite:".length)).includes(one)).toBe(false);
  });
});
