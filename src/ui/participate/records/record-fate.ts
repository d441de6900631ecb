import type { SpaceView } from "../../../app/contributions/board.ts";
import type { SignedRecord } from "../../../core/contributions/record.ts";
import { isRecordType } from "../../../core/contributions/record-types.ts";

export const FATES = [
  "effective",
  "held",
  "hidden",
  "redacted",
  "pending",
  "local",
  "refused",
  "erased",
  "unread",
] as const;
export type FateKind = (typeof FATES)[number];

/** What became of a record: by the fold, else by the relay that refused it. */
export interface Fate {
  readonly kind: FateKind;
  /** Why it has no effect; null: nobody refused it. */
  readonly code: string | null;
  readonly where: string;
  readonly isRelay: boolean;
}

/** One line of the register. */
export interface Line {
  readonly record: SignedRecord;
  /** Order of its first receipt; null: none yet. */
  readonly seq: number | null;
  /** Day it was received, else the one its author claims. */
  readonly day: string;
  readonly fate: Fate;
}

/** Every record of a space with its fate, the last received first, those nobody received yet before. */
export function listLines(view: Pick<SpaceView, "log" | "state" | "refused">): readonly Line[] {
  const { log, state } = view;
  const first = new Map<string, { readonly seq: number; readonly day: string }>();
  for (const { id, seq, key, rts } of log.receipts) {
    if (key === state.sequencer && !first.has(id)) first.set(id, { seq, day: rts.slice(0, 10) });
  }
  const fateOf = judge(view);
  const lines = Array.from(log.records.values(), (record): Line => {
    const received = first.get(record.id);
    const day = received?.day ?? record.hdr.ts.slice(0, 10);
    return { record, seq: received?.seq ?? null, day, fate: fateOf(record) };
  });
  const order = ({ record, seq }: Line) => seq ?? (record.id === state.genesis ? 0 : Number.POSITIVE_INFINITY);
  return lines.sort((a, b) => (order(a) === order(b) ? (a.record.id < b.record.id ? -1 : 1) : order(b) - order(a)));
}

function judge({ state, refused }: Pick<SpaceView, "state" | "refused">): (record: SignedRecord) => Fate {
  const byFold = new Map(state.refused.map(({ id, code }) => [id, code]));
  const byRelay = new Map(refused.map((one) => [one.id, one]));
  const [erased, pending, local] = [new Set(state.erased), new Set(state.pending), new Set(state.local)];
  const shown = new Map(state.contributions.map(({ id, visibility }) => [id, visibility]));
  return ({ id, hdr }) => {
    const relay = byRelay.get(id);
    if (relay) return { kind: "refused", code: relay.code, where: relay.where, isRelay: true };
    const code = byFold.get(id);
    if (code) return { kind: "refused", code, where: "", isRelay: false };
    return { kind: kindOf(id, hdr.type), code: null, where: "", isRelay: false };
  };

  function kindOf(id: string, type: string): FateKind {
    if (!isRecordType(type)) return "unread";
    if (erased.has(id)) return "erased";
    if (local.has(id)) return "local";
    if (pending.has(id)) return "pending";
    const visibility = shown.get(id);
    return visibility === undefined || visibility === "visible" ? "effective" : visibility;
  }
}

/** A few words of a record, to tell it from the others; empty: it has none. */
export function tellRecord({ body }: Pick<SignedRecord, "body">): string {
  if (body === null) return "";
  for (const name of ["title", "question", "name", "text", "statement", "reason", "field"]) {
    const value = body[name];
    if (typeof value === "string" && value !== "") return value.slice(0, 200);
  }
  return "";
}
