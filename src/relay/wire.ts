import type { JsonObject } from "../core/contributions/canonical.ts";
import { AnswerError } from "./answers.ts";
import type { Row } from "./store.ts";

/** A row as a line of a `.dmlog`: what is read from a relay can be written to a file as it comes. */
export function toWire({ record, receipt }: Row): JsonObject {
  return { ...record, receipts: [receipt] } as unknown as JsonObject;
}

/** The order a cursor stands for; 0 without one. Throws `cursor_epoch` for one of another database, `malformed`. */
export function readCursor(cursor: string | undefined, epoch: string): number {
  if (cursor === undefined || cursor === "") return 0;
  const [of, seq, ...more] = cursor.split(".");
  if (more.length > 0 || !/^\d{1,12}$/.test(seq ?? "")) throw new AnswerError("malformed", "after");
  if (of !== epoch) throw new AnswerError("cursor_epoch", "after");
  return Number(seq);
}
