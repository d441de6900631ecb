import { expect, it } from "vitest";
import type { SignedRecord } from "../../../src/core/contributions/record.ts";
import { type Receipt, signCheckpoint, signReceipt } from "../../../src/core/contributions/statement.ts";
import type { Store, Turn } from "../../../src/relay/store.ts";
import { BOB, COMMITTEE, RELAY, write, writeGenesis, writeGrant, writeProposal } from "../open-relay.ts";
import { describeEachStore } from "./each-store.ts";

const RTS = "2026-01-02T00:00:00Z";

/** Appends whatever it is given: who may write is no business of a store. */
async function append(
  store: Store,
  records: readonly SignedRecord[],
  purges: readonly string[] = [],
): Promise<number[]> {
  let given: number[] = [];
  await store.append(async ({ last }) => {
    const rows = await Promise.all(records.map((record, k) => receive(record, last + k + 1)));
    given = rows.map(({ seq }) => seq);
    return { rows, purges };
  });
  return given;
}

async function receive(record: SignedRecord, seq: number) {
  const receipt = await signReceipt({ space: record.hdr.space, seq, id: record.id, rts: RTS }, RELAY);
  return { seq, record, receipt };
}

const seqsOf = (rows: readonly { readonly seq: number; readonly receipt: Receipt }[]) =>
  rows.map(({ seq, receipt }) => {
    expect(receipt.seq).toBe(seq);
    return seq;
  });

await describeEachStore("a store", (create) => {
  it("gives orders 1, 2, … and back what it was given, spaces apart", async () => {
    const store = await (await create()).open();
    const [a, b, c] = [
      await writeProposal(BOB),
      await writeProposal(BOB, "Café : « où ? » 🚌", COMMITTEE),
      await writeProposal(BOB),
    ];
    expect(await store.lastSeq()).toBe(0);
    expect(await append(store, [a, b])).toEqual([1, 2]);
    expect(await append(store, [c])).toEqual([3]);
    expect(await store.lastSeq()).toBe(3);
    expect(seqsOf(await store.after("public", 0, 10))).toEqual([1, 3]);
    expect(seqsOf(await store.after("public", 1, 10))).toEqual([3]);
    expect(seqsOf(await store.after("public", 0, 1))).toEqual([1]);
    expect((await store.after(COMMITTEE, 0, 10)).map(({ record }) => record)).toEqual([b]);
    expect(await store.find(a.id)).toEqual({ ...(await receive(a, 1)), isPurged: false });
    expect(await store.find(BOB.key)).toBeNull();
    expect([await store.ids("public"), await store.count("public")]).toEqual([[a.id, c.id], 2]);
    const { rows, purged } = await store.known([a.id, BOB.key, c.id]);
    expect([new Set(rows.keys()), purged]).toEqual([new Set([a.id, c.id]), new Set()]);
    await store.close();
  });

  it("lists what ranks people apart, of all spaces", async () => {
    const store = await (await create()).open();
    const [genesis, grant] = [await writeGenesis(COMMITTEE), await writeGrant(BOB, "citizen")];
    await append(store, [genesis, await writeProposal(BOB), grant]);
    expect(seqsOf(await store.authority(0))).toEqual([1, 3]);
    expect(seqsOf(await store.authority(1))).toEqual([3]);
    await store.close();
  });

  it("keeps all of a batch or nothing, whether the decision or the database fails", async () => {
    const store = await (await create()).open();
    const [a, b] = [await writeProposal(BOB), await writeProposal(BOB)];
    await append(store, [a]);
    await expect(append(store, [b, a])).rejects.toThrow();
    const late = store.append(async () => {
      throw new Error("no decision");
    });
    await expect(late).rejects.toThrow("no decision");
    expect([await store.lastSeq(), await store.find(b.id)]).toEqual([1, null]);
    expect(await append(store, [b])).toEqual([2]);
    await store.close();
  });

  it("gives each order once however many append at the same time", async () => {
    const database = await create();
    const store = await database.open();
    const other = database.name === "postgres" ? await database.open() : store;
    const records = await Promise.all(Array.from({ length: 40 }, () => writeProposal(BOB)));
    const given = await Promise.all(records.map((record, k) => append(k % 2 === 0 ? store : other, [record])));
    expect(given.flat().sort((a, b) => a - b)).toEqual(records.map((_, k) => k + 1));
    expect(seqsOf(await other.after("public", 0, 100))).toHaveLength(40);
    await store.close();
    if (other !== store) await other.close();
  });

  it("erases a body with the record that asks for it, and remembers ids it never had", async () => {
    const database = await create();
    const store = await database.open();
    const [a, b] = [await writeProposal(BOB), await writeProposal(BOB)];
    await append(store, [a, b]);
    const tombstone = await write(BOB, "tombstone", { target: a.id, reason: "author" });
    await append(store, [tombstone], [a.id, tombstone.id]);
    expect(await store.find(a.id)).toMatchObject({ seq: 1, isPurged: true, record: { id: a.id, body: null } });
    expect(await store.find(b.id)).toMatchObject({ isPurged: false, record: b });
    expect((await store.known([a.id, b.id])).purged).toEqual(new Set([a.id]));
    expect(await store.purged()).toEqual([a.id, tombstone.id].sort());
    await store.close();
    const again = await database.open();
    expect((await again.known([a.id])).purged.has(a.id)).toBe(true);
    await again.close();
  });

  it("keeps the largest checkpoint of each space, and one word of a name", async () => {
    const store = await (await create()).open();
    const { epoch } = store;
    expect(await store.lastCheckpoint("public")).toBeNull();
    const sign = (size: number, space = "public") =>
      signCheckpoint({ space, epoch, size, root: BOB.key, rts: RTS }, RELAY);
    const [one, nine, ten] = [await sign(1), await sign(9), await sign(10)];
    for (const checkpoint of [nine, ten, one, await sign(12, COMMITTEE)]) {
      await store.append(async (turn: Turn) => {
        expect(turn.last).toBe(0);
        return { rows: [], purges: [], checkpoint };
      });
    }
    expect(await store.lastCheckpoint("public")).toEqual(ten);
    expect([await store.once("name", "first"), await store.once("name", "second")]).toEqual(["first", "first"]);
    await store.close();
  });

  it("after a backup was put back: a new epoch, orders far ahead, erasures repeated", async () => {
    const database = await create();
    const store = await database.open();
    const [a, b] = [await writeProposal(BOB), await writeProposal(BOB)];
    await append(store, [a, b]);
    await store.startAfterRestore([b.id, BOB.key]);
    await store.close();
    const again = await database.open();
    expect(again.epoch).not.toBe(store.epoch);
    expect(again.epoch).toMatch(/^[\w-]{22}$/);
    expect(await append(again, [await writeProposal(BOB)])).toEqual([1_000_003]);
    expect(await again.find(b.id)).toMatchObject({ isPurged: true, record: { body: null } });
    expect((await again.known([BOB.key])).purged).toEqual(new Set([BOB.key]));
    await again.close();
  });
});
