import type { SignedRecord } from "./record.ts";
import { RefusalError } from "./refusal.ts";
import type { Receipt } from "./statement.ts";

/** Everything somebody holds of one space: a set, whatever the order it came in. */
export interface RecordLog {
  readonly space: string;
  readonly records: ReadonlyMap<string, SignedRecord>;
  readonly receipts: readonly Receipt[];
}

/** Gathers verified records and receipts of one space. Throws `other_space` for one of another. */
export function gatherLog(space: string, records: Iterable<SignedRecord>, receipts: Iterable<Receipt> = []): RecordLog {
  const byId = new Map<string, SignedRecord>();
  for (const record of records) {
    if (record.hdr.space !== space) throw new RefusalError("other_space", record.id);
    const known = byId.get(record.id);
    byId.set(record.id, known === undefined ? record : mergeRecords(known, record));
  }
  const kept = new Map<string, Receipt>();
  for (const receipt of receipts) {
    if (receipt.space !== space) throw new RefusalError("other_space", receipt.id);
    const name = `${receipt.seq} ${receipt.id} ${receipt.key} ${receipt.rts}`;
    const known = kept.get(name);
    if (known === undefined || receipt.sig < known.sig) kept.set(name, receipt);
  }
  return { space, records: byId, receipts: Array.from(kept.values()).sort(compareReceipts) };
}

/** Union of two logs of one space: commutative, associative, idempotent. Throws `other_space`. */
export function mergeLogs(a: RecordLog, b: RecordLog): RecordLog {
  const records = [...a.records.values(), ...b.records.values()];
  return gatherLog(a.space, records, [...a.receipts, ...b.receipts]);
}

/** By order, then id: equal only for receipts that say the same. */
export function compareReceipts(a: Receipt, b: Receipt): number {
  return a.seq - b.seq || compareText(a.id, b.id) || compareText(a.key, b.key) || compareText(a.rts, b.rts);
}

export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** One id is one header and one body, but an author can sign twice: the least signature stands for both. */
function mergeRecords(a: SignedRecord, b: SignedRecord): SignedRecord {
  const first = a.sig < b.sig ? a : b;
  return { ...first, body: a.body ?? b.body };
}
