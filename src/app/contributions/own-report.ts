import type { KeptReport } from "../../platform/browser/record-store.ts";
import type { OwnReport } from "./board.ts";

/** A report as it is shown. */
export function toOwnReport({ id, body, state, reason, relay }: KeptReport): OwnReport {
  const draft = body as OwnReport["body"];
  return { id, month: draft.month, body: draft, state: state as OwnReport["state"], reason, relay };
}
