import type { SpaceView } from "../../../app/contributions/board.ts";
import type { Grant } from "../../../core/contributions/authority.ts";
import type { BodyOf, College, RecordTypeName, Role } from "../../../core/contributions/record-types.ts";

/** What the key in use may do in a committee on a day. */
export interface Standing {
  readonly key: string | null;
  readonly isRoot: boolean;
  /** Grants that hold on the day. */
  readonly grants: readonly Grant[];
  readonly roles: ReadonlySet<Role>;
  /** Where one sits as a member; null: one does not. */
  readonly college: College | null;
}

/** A grant, and whether it holds. */
export type Tenure = "current" | "coming" | "expired" | "ended";

export function today(now: Date = new Date()): string {
  return now.toISOString().slice(0, 10);
}

export function tenureOf(grant: Grant, day: string): Tenure {
  if (grant.endedAt !== null) return "ended";
  if (day < grant.notBefore) return "coming";
  return day > grant.notAfter ? "expired" : "current";
}

export function standingOf({ state }: Pick<SpaceView, "state">, key: string | null, day: string): Standing {
  const grants = state.grants.filter((grant) => grant.subject === key && tenureOf(grant, day) === "current");
  return {
    key,
    isRoot: key !== null && state.roots.includes(key),
    grants,
    roles: new Set(grants.map(({ role }) => role)),
    college: grants.find(({ role }) => role === "member")?.college ?? null,
  };
}

/** The territory a committee is for: that of the first role its founders gave, else that of its first record. */
export function territoryOf({ state, log, genesis }: Pick<SpaceView, "state" | "log" | "genesis">): string {
  const first = state.grants.find(({ depth, role }) => depth === 1 && role === "steward") ?? state.grants.at(0);
  return first?.scope ?? log.records.get(genesis)?.hdr.scope ?? "fr";
}

/** The body of a record one holds, of a type; null: not held, erased, or of another. */
export function bodyOf<T extends RecordTypeName>(
  { log }: Pick<SpaceView, "log">,
  id: string,
  type: T,
): BodyOf<T> | null {
  const record = log.records.get(id);
  return record?.hdr.type === type ? (record.body as unknown as BodyOf<T> | null) : null;
}

/** The day its first receipt gives a record; null: not received yet. */
export function dayOf({ log, state }: Pick<SpaceView, "log" | "state">, id: string): string | null {
  return log.receipts.find((receipt) => receipt.id === id && receipt.key === state.sequencer)?.rts.slice(0, 10) ?? null;
}

/** Whether moderators left a record in sight. */
export function isShown({ state }: Pick<SpaceView, "state">, id: string): boolean {
  const found = state.contributions.find((one) => one.id === id);
  return found !== undefined && (found.visibility === "visible" || found.visibility === "redacted");
}

/** Enough of a key to tell it from another, by the eye or read aloud. */
export function shortKey(key: string): string {
  return `${key.slice(0, 4)} ${key.slice(4, 8)} ${key.slice(8, 12)}`;
}
