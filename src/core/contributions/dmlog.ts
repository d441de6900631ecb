import { breathe, type Run } from "../run.ts";
import { canonicalise, isObject, type Json, type JsonObject, parseCanonical } from "./canonical.ts";
import { rootOf } from "./check-checkpoints.ts";
import * as is from "./checks.ts";
import { collectLines, LIMITS } from "./dmlog-lines.ts";
import { readRecord, type SignedRecord, type Verifier, verifyRecord } from "./record.ts";
import { compareText, gatherLog, type RecordLog } from "./record-log.ts";
import { type RefusalCode, RefusalError } from "./refusal.ts";
import { type Checkpoint, type Receipt, readCheckpoint, readReceipt, verifyVoucher } from "./statement.ts";
import { decodeUtf8 } from "./utf8.ts";

/** First line of a file: what it holds, and a root over the ids of its records in their order. */
export interface Manifest {
  readonly format: "dmlog1";
  readonly space: string;
  readonly count: number;
  readonly head: string;
}

export interface RefusedLine {
  /** 1 is the manifest. */
  readonly line: number;
  /** Where the line could still be read. */
  readonly id: string | null;
  readonly code: RefusalCode;
  readonly where: string;
}

/** What a file would bring: nothing is taken before somebody has seen this. */
export interface Reading {
  readonly manifest: Manifest;
  readonly log: RecordLog;
  readonly checkpoints: readonly Checkpoint[];
  readonly refused: readonly RefusedLine[];
}

const MANIFEST = {
  format: is.oneOf("dmlog1"),
  space: is.space,
  count: is.whole(0, LIMITS.records),
  head: is.hash,
};
/** Signatures asked for at once. */
const BATCH = 64;

/**
 * Reads a `.dmlog`: JSON lines, each its own canonical form. A line that is wrong is named and left out; a file that is wrong
 * as a whole (limits, manifest, a root its ids do not give) throws its refusal. The caller decides on all or nothing.
 */
export async function readDmlog(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  verifier: Verifier,
  run: Run,
): Promise<Reading> {
  const lines = await collectLines(chunks);
  const manifest = readManifest(lines);
  const records: SignedRecord[] = [];
  const receipts: Receipt[] = [];
  const checkpoints: Checkpoint[] = [];
  const refused: RefusedLine[] = [];
  const ids: string[] = [];
  for (let start = 1; start < lines.length; start += BATCH) {
    await breathe(run);
    run.progress(start, lines.length, "records");
    const batch = lines.slice(start, start + BATCH);
    const read = await Promise.all(batch.map((line) => readLine(line, manifest.space, verifier)));
    for (const [k, { record, checkpoint, id, problem, ...more }] of read.entries()) {
      if (record !== undefined) records.push(record);
      receipts.push(...more.receipts);
      if (checkpoint !== undefined) checkpoints.push(checkpoint);
      if (problem !== undefined) refused.push({ line: start + k + 1, id, code: problem.code, where: problem.where });
      if (id !== null) ids.push(id);
    }
  }
  const isWhole = ids.length === manifest.count && rootOf(ids) === manifest.head;
  if (!isWhole) refused.push({ line: 1, id: null, code: "malformed", where: "count or head" });
  return { manifest, log: gatherLog(manifest.space, records, receipts), checkpoints, refused };
}

/** Lines of a file: received records in their order, then the others by id. The same log, the same bytes. */
export function* writeDmlog(log: RecordLog, checkpoints: readonly Checkpoint[]): Generator<string> {
  const receiptsOf = new Map<string, Receipt[]>();
  for (const receipt of log.receipts) {
    const receipts = receiptsOf.get(receipt.id);
    if (receipts === undefined) receiptsOf.set(receipt.id, [receipt]);
    else receipts.push(receipt);
  }
  const first = (id: string) => receiptsOf.get(id)?.[0].seq ?? Number.POSITIVE_INFINITY;
  const ids = Array.from(log.records.keys()).sort((a, b) => {
    const [one, other] = [first(a), first(b)];
    return one === other ? compareText(a, b) : one - other;
  });
  yield `${canonicalise({ format: "dmlog1", space: log.space, count: ids.length, head: rootOf(ids) })}\n`;
  for (const id of ids) {
    const record = log.records.get(id)!;
    const receipts = receiptsOf.get(id)?.slice(0, LIMITS.receiptsByRecord) ?? [];
    yield `${canonicalise({ ...record, receipts } as unknown as Json)}\n`;
  }
  const sorted = checkpoints.map((checkpoint) => canonicalise({ checkpoint } as unknown as Json));
  for (const line of Array.from(new Set(sorted)).sort()) yield `${line}\n`;
}

function readManifest(lines: readonly Uint8Array[]): Manifest {
  const value = lines.length === 0 ? null : parseLine(lines[0]);
  const wrong = is.findWrongField(value, MANIFEST, {});
  if (wrong !== null) throw new RefusalError(wrong === "count" ? "too_large" : "malformed", `manifest.${wrong}`);
  const manifest = value as unknown as Manifest;
  if (lines.length - 1 - manifest.count > LIMITS.checkpoints) throw new RefusalError("too_large", "too many lines");
  return manifest;
}

interface ReadLine {
  readonly record?: SignedRecord;
  readonly checkpoint?: Checkpoint;
  readonly receipts: readonly Receipt[];
  readonly id: string | null;
  readonly problem?: RefusalError;
}

async function readLine(line: Uint8Array, space: string, verifier: Verifier): Promise<ReadLine> {
  let id: string | null = null;
  try {
    const value = parseLine(line);
    if (!isObject(value)) throw new RefusalError("malformed", "object");
    if (Object.hasOwn(value, "checkpoint") && Object.keys(value).length === 1) {
      const checkpoint = await readCheckpoint(value.checkpoint, verifier);
      if (checkpoint.space !== space) throw new RefusalError("other_space", "checkpoint.space");
      return { checkpoint, receipts: [], id };
    }
    if (typeof value.id === "string" && is.hash(value.id)) id = value.id;
    const { receipts, ...rest } = value as JsonObject & { receipts: Json };
    const record = readRecord(rest);
    if (record.hdr.space !== space) throw new RefusalError("other_space", "hdr.space");
    await verifyRecord(record, verifier);
    await verifyVoucher(record, verifier);
    return { record, receipts: await readReceipts(receipts, record, verifier), id };
  } catch (problem) {
    if (problem instanceof RefusalError) return { receipts: [], id, problem };
    throw problem;
  }
}

async function readReceipts(value: Json, record: SignedRecord, verifier: Verifier): Promise<readonly Receipt[]> {
  if (!Array.isArray(value) || value.length > LIMITS.receiptsByRecord) throw new RefusalError("malformed", "receipts");
  const receipts = await Promise.all(value.map((one: Json) => readReceipt(one, verifier)));
  const strange = receipts.some(({ id, space }) => id !== record.id || space !== record.hdr.space);
  if (strange) throw new RefusalError("malformed", "receipts.id");
  return receipts;
}

function parseLine(line: Uint8Array): Json {
  const text = decodeUtf8(line);
  if (text === null) throw new RefusalError("malformed", "not UTF-8");
  return parseCanonical(text);
}
