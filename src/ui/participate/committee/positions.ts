import type { SpaceView } from "../../../app/contributions/board.ts";
import type { BodyOf, College, STANCES } from "../../../core/contributions/record-types.ts";
import { isShown } from "./standing.ts";

export type Stance = (typeof STANCES)[number];

/** What somebody last said of an option. */
export interface Position {
  readonly id: string;
  readonly author: string;
  readonly college: College | null;
  readonly option: number;
  readonly stance: Stance;
  /** null: none, or hidden by moderators. */
  readonly statement: string | null;
  /** Signed here, not yet in the register. */
  readonly isWaiting: boolean;
}

/** The last position of everyone on each option, those not received yet after the others. */
export function listPositions({ log, state }: Pick<SpaceView, "log" | "state">, consultation: string) {
  const orders = new Map<string, number>();
  for (const { id, seq, key } of log.receipts) {
    if (key === state.sequencer && !orders.has(id)) orders.set(id, seq);
  }
  const refused = new Set(state.refused.map(({ id }) => id));
  const order = (id: string) => orders.get(id) ?? Number.POSITIVE_INFINITY;
  const records = Array.from(log.records.values())
    .filter(({ id, hdr, body }) => hdr.type === "position" && body?.consultation === consultation && !refused.has(id))
    .sort((a, b) => compare(order(a.id), order(b.id)) || a.hdr.ts.localeCompare(b.hdr.ts));
  const found = new Map<string, Position>();
  for (const record of records) {
    const { option, stance, statement } = record.body as unknown as BodyOf<"position">;
    const { author } = record.hdr;
    const seat = state.grants.findLast((grant) => grant.subject === author && grant.role === "member");
    const isWaiting = !orders.has(record.id);
    found.set(`${author} ${option}`, {
      id: record.id,
      author,
      college: seat?.college ?? null,
      option,
      stance,
      statement: statement !== undefined && (isWaiting || isShown({ state }, record.id)) ? statement : null,
      isWaiting,
    });
  }
  return Array.from(found.values());
}

/** How many positions came when it was no longer time. */
export function countLate({ log, state }: Pick<SpaceView, "log" | "state">, consultation: string): number {
  const late = state.refused.filter(({ code }) => code === "closed");
  return late.filter(({ id }) => log.records.get(id)?.body?.consultation === consultation).length;
}

function compare(a: number, b: number): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
