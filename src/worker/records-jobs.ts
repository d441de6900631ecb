import { canonicalise, type Json, type JsonObject } from "../core/contributions/canonical.ts";
import { checkCheckpoints, listReceived } from "../core/contributions/check-checkpoints.ts";
import { readDmlog } from "../core/contributions/dmlog.ts";
import { foldLog, hashState } from "../core/contributions/fold.ts";
import { readRecord, type SignedRecord, type Verifier, verifyRecord } from "../core/contributions/record.ts";
import { gatherLog, mergeLogs, type RecordLog } from "../core/contributions/record-log.ts";
import { RefusalError } from "../core/contributions/refusal.ts";
import { type Receipt, readCheckpoint, readReceipt, verifyVoucher } from "../core/contributions/statement.ts";
import type { TerritoryTree } from "../core/contributions/territory-tree.ts";
import { FailureError } from "../core/failure.ts";
import { breathe, type Run } from "../core/run.ts";
import type { RecordsJobs, Refused } from "./records-protocol.ts";
import type { Handlers } from "./rpc.ts";

const BATCH = 64;

interface Means {
  readonly verifier: Verifier;
  loadTree(packUrl: string): Promise<TerritoryTree>;
}

/** Verification and fold, off the thread that draws. */
export function makeRecordsHandlers({ verifier, loadTree }: Means): Handlers<RecordsJobs> {
  const logs = new Map<string, RecordLog>();
  let packUrl = "";
  let tree: Promise<TerritoryTree> | undefined;
  const getTree = () => {
    tree ??= loadTree(packUrl);
    tree.catch(() => {
      tree = undefined;
    });
    return tree;
  };
  const logOf = (space: string): RecordLog => logs.get(space) ?? gatherLog(space, []);

  return {
    async start(input) {
      packUrl = input.packUrl;
      return undefined;
    },
    async fold({ space, genesis, asOf, isWhole, records, receipts }) {
      const news = gatherLog(space, records, receipts);
      const log = isWhole ? news : mergeLogs(logOf(space), news);
      logs.set(space, log);
      const state = foldLog({ log, genesis, territories: await getTree(), asOf });
      return { state, hash: hashState(state) };
    },
    async forget({ space }) {
      logs.delete(space);
      return undefined;
    },
    async readFile({ file }, run) {
      try {
        const { manifest, log, checkpoints, refused } = await readDmlog(chunksOf(file), verifier, run);
        const records = Array.from(log.records.values());
        return { space: manifest.space, records, receipts: log.receipts, checkpoints, refused };
      } catch (error) {
        if (!(error instanceof RefusalError)) throw error;
        throw new FailureError("bad-input", { problem: error.code, where: error.where });
      }
    },
    async readRows({ space, rows }, run) {
      const records: SignedRecord[] = [];
      const receipts: Receipt[] = [];
      const refused: Refused[] = [];
      for (let start = 0; start < rows.length; start += BATCH) {
        await breathe(run);
        const read = await Promise.all(rows.slice(start, start + BATCH).map((row) => readRow(row, space, verifier)));
        for (const one of read) {
          if ("code" in one) refused.push(one);
          else {
            records.push(one.record);
            receipts.push(...one.receipts);
          }
        }
      }
      return { records, receipts, refused };
    },
    async readStatements({ receipts, checkpoints }) {
      const keep = async <T>(values: readonly unknown[], read: (value: Json, by: Verifier) => Promise<T>) =>
        (await Promise.all(values.map((value) => read(value as Json, verifier).catch(() => null)))).filter(
          (one) => one !== null,
        );
      return { receipts: await keep(receipts, readReceipt), checkpoints: await keep(checkpoints, readCheckpoint) };
    },
    async audit({ space, sequencer, checkpoints }, run) {
      const log = logOf(space);
      const wrong = await verifyLog(log, verifier, run);
      const signed = await Promise.all(
        checkpoints.map((one) =>
          readCheckpoint(one as unknown as Json, verifier).then(
            () => true,
            () => false,
          ),
        ),
      );
      const alarms = checkCheckpoints(
        checkpoints.filter((_, k) => signed[k]),
        listReceived(log.receipts, sequencer),
      );
      const sizes = { records: log.records.size, receipts: log.receipts.length, checkpoints: checkpoints.length };
      return { ...sizes, wrong, alarms };
    },
    compare: async ({ space, sequencer, checkpoints }) =>
      checkCheckpoints(checkpoints, listReceived(logOf(space).receipts, sequencer)),
  };
}

type ReadRow = { readonly record: SignedRecord; readonly receipts: readonly Receipt[] };

async function readRow(row: unknown, space: string, verifier: Verifier): Promise<ReadRow | Refused> {
  let id: string | null = null;
  try {
    const { receipts, ...rest } = row as JsonObject & { receipts: Json };
    canonicalise(rest);
    const record = readRecord(rest);
    id = record.id;
    if (record.hdr.space !== space) throw new RefusalError("other_space", "hdr.space");
    await verifyRecord(record, verifier);
    await verifyVoucher(record, verifier);
    if (!Array.isArray(receipts)) throw new RefusalError("malformed", "receipts");
    const read = await Promise.all(receipts.map((one: Json) => readReceipt(one, verifier)));
    if (read.some((one) => one.id !== id || one.space !== space)) throw new RefusalError("malformed", "receipts.id");
    return { record, receipts: read };
  } catch (error) {
    if (error instanceof RefusalError) return { id, code: error.code, where: error.where };
    return { id, code: "malformed", where: "record" };
  }
}

async function verifyLog(log: RecordLog, verifier: Verifier, run: Run): Promise<readonly Refused[]> {
  const receiptsOf = new Map<string, Json[]>();
  for (const receipt of log.receipts) {
    const known = receiptsOf.get(receipt.id);
    if (known === undefined) receiptsOf.set(receipt.id, [receipt as unknown as Json]);
    else known.push(receipt as unknown as Json);
  }
  const wrong: Refused[] = [];
  const records = Array.from(log.records.values());
  for (let start = 0; start < records.length; start += BATCH) {
    await breathe(run);
    run.progress(start, records.length, "records");
    const batch = records.slice(start, start + BATCH);
    const read = await Promise.all(
      batch.map((record) => readRow({ ...record, receipts: receiptsOf.get(record.id) ?? [] }, log.space, verifier)),
    );
    for (const [k, one] of read.entries()) if ("code" in one) wrong.push({ ...one, id: batch[k].id });
  }
  return wrong;
}

async function* chunksOf(file: Blob): AsyncGenerator<Uint8Array> {
  const reader = file.stream().getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    await reader.cancel();
  }
}
