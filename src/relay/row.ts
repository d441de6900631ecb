import type { SignedRecord } from "../core/contributions/record.ts";
import type { IntakeReport, Notice } from "./intake-store.ts";
import type { Row } from "./store.ts";
import type { Link, SignIn, VoiceCount } from "./verification-store.ts";

/** A row of either database: JSON is kept as the text it came as, numbers may come as text. */
export function toRow(row: Record<string, unknown>): Row {
  const body = row.body === null ? null : JSON.parse(String(row.body));
  const record = { id: String(row.id), hdr: JSON.parse(String(row.hdr)), sig: String(row.sig), body } as SignedRecord;
  return { seq: Number(row.seq), record, receipt: JSON.parse(String(row.receipt)), isPurged: Number(row.purged) === 1 };
}

/** The columns of `log` without `purged`, in order. */
export function toColumns({ seq, record, receipt }: Omit<Row, "isPurged">): readonly (string | number | null)[] {
  const { id, hdr, sig, body } = record;
  const written = [JSON.stringify(hdr), sig, body === null ? null : JSON.stringify(body), JSON.stringify(receipt)];
  return [seq, id, hdr.space, hdr.type, ...written];
}

export function toReport(row: Record<string, unknown>): IntakeReport {
  return { ...row } as unknown as IntakeReport;
}

export function toNotice(row: Record<string, unknown>): Notice {
  return { ...row } as unknown as Notice;
}

export function toLink(row: Record<string, unknown>): Link & { readonly isUsed: boolean } {
  const { made, expires, used, ...texts } = row;
  return { ...texts, made: Number(made), expires: Number(expires), isUsed: Number(used) === 1 } as never;
}

export function toSignIn(row: Record<string, unknown>): SignIn {
  return { ...row, expires: Number(row.expires) } as SignIn;
}

export function toVoiceCount(row: Record<string, unknown>): VoiceCount {
  return { ...row, count: Number(row.count) } as VoiceCount;
}
