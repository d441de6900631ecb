import { sha256 } from "../contributions/sha-256.ts";
import { encodeUtf8 } from "../contributions/utf8.ts";
import { type Change, inOrder } from "./change.ts";
import { type EditLog, listStates } from "./edit-log.ts";
import { canonical } from "./merge.ts";

/** States a file names; of more, the latest. */
export const MOST_STATES = 1000;

/** Names a list of changes: SHA-256, hexadecimal, whatever their order and that of their fields. */
export function nameState(changes: readonly Change[]): string {
  return Array.from(sha256(encodeUtf8(canonical(inOrder(changes)))), (byte) => byte.toString(16).padStart(2, "0")).join(
    "",
  );
}

/** Names of what a scenario has been, its ancestors' first, each once: two files that share one have a common origin. */
export function traceHistory(ancestors: readonly string[], log: EditLog): readonly string[] {
  return [...new Set([...ancestors, ...listStates(log).map(nameState)])].slice(-MOST_STATES);
}

/** The latest state of a log that somebody else's history names; null where none is. */
export function findCommonState(log: EditLog, history: readonly string[]): readonly Change[] | null {
  const known = new Set(history);
  return listStates(log).findLast((state) => known.has(nameState(state))) ?? null;
}
