import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalise } from "../../../src/core/contributions/canonical.ts";
import { rootOf } from "../../../src/core/contributions/check-checkpoints.ts";
import { readDmlog } from "../../../src/core/contributions/dmlog.ts";
import { foldLog, hashState } from "../../../src/core/contributions/fold.ts";
import { dropErased, previewImport, takeReading } from "../../../src/core/contributions/import-log.ts";
import { inclusionProof, leafHash, merkleRoot, verifyInclusion } from "../../../src/core/contributions/merkle.ts";
import { verifyRecord } from "../../../src/core/contributions/record.ts";
import { gatherLog } from "../../../src/core/contributions/record-log.ts";
import { idBytes } from "../../../src/core/contributions/statement.ts";
import { createVerifier } from "../../../src/platform/crypto/web-crypto.ts";
import { goldenWorld, signWorld, toBytes } from "./signed-world.ts";
import { BOB, ROOT, TREE, World } from "./world.ts";

const GOLDEN = new URL("golden-v1.dmlog", import.meta.url);
const run = { signal: { aborted: false }, progress: () => {} };
const verifier = createVerifier();
const read = (...chunks: Uint8Array[]) => readDmlog(chunks, verifier, run);
const { world, log, checkpoint } = await goldenWorld();
const bytes = await toBytes(log, [checkpoint]);
const foldOf = (some: typeof log) =>
  foldLog({ log: some, genesis: world.genesis.id, territories: TREE, asOf: "2026-02-01" });
const text = (value: object) => Buffer.from(canonicalise(value as never));

describe("a log in a file", () => {
  it("golden: the file of version 1 reads, and folds to its frozen hash, for ever", async () => {
    const frozen = readFileSync(GOLDEN);
    expect(Buffer.from(bytes).equals(frozen)).toBe(true);
    const reading = await read(frozen);
    expect(reading.refused).toEqual([]);
    const state = foldOf(reading.log);
    expect(state.decisions).toHaveLength(1);
    expect(hashState(state)).toBe("9oeIWsN4ArxCtLMe8dhuMYNhGUbh-1jOElxmx5ngoC0");
  });

  it("is read back whole, however it is cut into chunks, and written to the same bytes in any order", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 1, max: 3000 }), { minLength: 1, maxLength: 20 }), async (sizes) => {
        const chunks: Uint8Array[] = [];
        for (let at = 0, k = 0; at < bytes.length; k++) {
          chunks.push(bytes.subarray(at, at + sizes[k % sizes.length]));
          at += sizes[k % sizes.length];
        }
        const reading = await read(...chunks);
        expect(reading.refused).toEqual([]);
        expect(reading.log).toEqual(log);
        expect(reading.checkpoints).toEqual([checkpoint]);
      }),
      { seed: 4, numRuns: 10 },
    );
    const shuffled = gatherLog(log.space, [...log.records.values()].reverse(), [...log.receipts].reverse());
    expect(Buffer.from(await toBytes(shuffled, [checkpoint, checkpoint])).equals(bytes)).toBe(true);
  });

  it("one flipped bit: that line is refused and named, the rest is as it was", async () => {
    const starts = [0];
    for (const [at, byte] of bytes.entries()) if (byte === 10) starts.push(at + 1);
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), fc.nat(7), async (at, bit) => {
        const changed = Uint8Array.from(bytes);
        changed[at] ^= 1 << bit;
        const line = starts.findLastIndex((start) => start <= at) + 1;
        try {
          const reading = await read(changed);
          expect(reading.refused.some((one) => [line, line + 1, 1].includes(one.line))).toBe(true);
          if (line > 1 && bytes[at] !== 10 && changed[at] !== 10) {
            expect(reading.refused.find((one) => one.line === line)).toBeDefined();
            expect(reading.log.records.size).toBeGreaterThanOrEqual(log.records.size - 1);
          }
          for (const [id, record] of reading.log.records) expect(record).toEqual(log.records.get(id));
        } catch (error) {
          // Only the manifest, or the last line feed, make the whole file unreadable.
          expect(String(error)).toMatch(/Refusal|malformed|not_canonical|too_large/);
          expect(line === 1 || at === bytes.length - 1).toBe(true);
        }
      }),
      { seed: 16, numRuns: 250 },
    );
  });

  it("refuses a header carried to another space, and a file cut at a line", async () => {
    const other = new World("committee:other");
    const lines = Buffer.from(bytes).toString().split("\n");
    const manifest = JSON.parse(lines[0]);
    const moved = [canonicalise({ ...manifest, space: other.space }), ...lines.slice(1)].join("\n");
    const { refused } = await read(Buffer.from(moved));
    expect(refused).toHaveLength(log.records.size + 1);
    expect(new Set(refused.map(({ code }) => code))).toEqual(new Set(["other_space"]));
    const cut = await read(Buffer.from(`${lines.slice(0, -3).join("\n")}\n`));
    expect(cut.refused).toEqual([{ line: 1, id: null, code: "malformed", where: "count or head" }]);
  });

  it("refuses 100 MB, a million lines, ten thousand levels, a long line, before reading them whole", async () => {
    let given = 0;
    function* repeat(chunk: Uint8Array, times: number) {
      for (let k = 0; k < times; k++) {
        given += chunk.length;
        yield chunk;
      }
    }
    const refusal = (chunks: Iterable<Uint8Array>) =>
      readDmlog(chunks, verifier, run).then(
        () => "read",
        (error: Error) => error.message,
      );
    const lines = Buffer.from(`${"x".repeat(1023)}\n`.repeat(1024));
    expect(await refusal(repeat(lines, 100))).toBe("too_large: file of more than 52428800 bytes");
    expect(given).toBeLessThan(52 * 1024 * 1024);
    expect(await refusal(repeat(Buffer.from("{}\n".repeat(10_000)), 100))).toBe("too_large: too many lines");
    expect(await refusal(repeat(Buffer.alloc(1024, 120), 100))).toBe("too_large: line 1");
    const manifest = text({ format: "dmlog1", space: "public", count: 1, head: rootOf([]) });
    const deep = Buffer.from(`\n${"[".repeat(10_000)}${"]".repeat(10_000)}\n`);
    const reading = await read(Buffer.concat([manifest, deep]));
    expect(reading.refused[0]).toMatchObject({ line: 2, code: "not_canonical", where: "depth" });
    const many = text({ format: "dmlog1", space: "public", count: 100_001, head: rootOf([]) });
    expect(await refusal([Buffer.concat([many, Buffer.from("\n")])])).toBe("too_large: manifest.count");
  });

  it("after an erasure: the text is nowhere, signature and proofs hold, an old file brings nothing back", async () => {
    const planted = new World();
    planted.grant(ROOT, BOB, "citizen");
    const id = planted.add(BOB, "proposal", { title: "Chez Madame Dupont-Test", text: "Au 12" });
    const before = await signWorld(planted);
    const old = await read(await toBytes(before));
    planted.add(BOB, "tombstone", { target: id, reason: "author" });
    const after = await signWorld(planted);
    const state = foldLog({ log: after, genesis: planted.genesis.id, territories: TREE, asOf: "2026-02-01" });
    const mine = dropErased(after, state);
    const file = Buffer.from(await toBytes(mine)).toString();
    expect(file).not.toContain("Dupont");
    expect(JSON.stringify(state)).not.toContain("Dupont");
    const erased = new Set(state.erased);
    expect(previewImport(mine, old, erased)).toEqual({ news: 0, known: 3, refused: 0, otherSpace: 0, erased: 1 });
    expect(takeReading(mine, old, erased)).toEqual(mine);
    const again = await read(Buffer.from(file));
    expect(again.refused).toEqual([]);
    await verifyRecord(again.log.records.get(id)!, verifier);
    const ids = mine.receipts.map((receipt) => receipt.id);
    const leaves = ids.map((one) => leafHash(idBytes(one)));
    const at = ids.indexOf(id);
    expect(verifyInclusion(leaves[at], at, ids.length, inclusionProof(leaves, at), merkleRoot(leaves))).toBe(true);
  });

  it("says what a file would bring before it is taken", async () => {
    const start = gatherLog(log.space, [world.genesis], []);
    const reading = await read(bytes);
    expect(previewImport(start, reading, new Set())).toMatchObject({
      news: log.records.size - 1,
      known: 1,
      refused: 0,
    });
    expect(start.records.size).toBe(1);
    expect(hashState(foldOf(takeReading(start, reading, new Set())))).toBe(hashState(foldOf(log)));
  });
});
