import type { SpaceView } from "../../../app/contributions/board.ts";
import type { FoldState } from "../../../core/contributions/fold.ts";
import type { Consultation } from "../../../core/contributions/fold-consultations.ts";
import type { BodyOf } from "../../../core/contributions/record-types.ts";

/** Consultations supports can be given in for a target: those of its territory, and those it already has supports in. */
export function listBallots(state: FoldState, scope: string, target: string): readonly Consultation[] {
  const used = new Set(state.supports.filter((one) => one.target === target).map(({ ballot }) => ballot));
  return state.consultations
    .filter((one) => used.has(one.id) || one.closes >= state.asOf || one.scope === scope)
    .toSorted((a, b) => (a.closes < b.closes ? 1 : -1));
}

/** What a key last said in a ballot, with the voucher that says who stands behind it. */
export interface OwnSupport {
  /** null: withdrawn. */
  readonly target: string | null;
  readonly voucher: BodyOf<"support">["voucher"];
}

/** What a key last said in a ballot, what is not received yet counting as the last; null: nothing. */
export function findOwnSupport({ log }: Pick<SpaceView, "log">, ballot: string, key: string | null): OwnSupport | null {
  const order = new Map(log.receipts.map(({ id, seq }) => [id, seq]));
  let last: { readonly at: number; readonly ts: string; readonly body: BodyOf<"support"> } | null = null;
  for (const { id, hdr, body } of log.records.values()) {
    if (hdr.type !== "support" || hdr.author !== key || body === null) continue;
    const support = body as unknown as BodyOf<"support">;
    if (support.ballot !== ballot) continue;
    const at = order.get(id) ?? Number.MAX_SAFE_INTEGER;
    if (last !== null && (at < last.at || (at === last.at && hdr.ts <= last.ts))) continue;
    last = { at, ts: hdr.ts, body: support };
  }
  if (last === null) return null;
  const { value, target, voucher } = last.body;
  return { target: value ? target : null, voucher };
}
