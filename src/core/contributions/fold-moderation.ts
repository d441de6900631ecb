import type { Act, Docket } from "./docket.ts";
import { type BodyOf, isRecordType, RECORD_TYPES, type RecordTypeName } from "./record-types.ts";

export interface Contribution {
  readonly id: string;
  readonly type: RecordTypeName;
  readonly scope: string;
  readonly author: string;
  readonly at: number;
  /** `held`: not to be shown before a moderator publishes it. */
  readonly visibility: "visible" | "held" | "hidden" | "redacted";
  /** Who moderated it last, in which role's name, when and why is in the record of this id. */
  readonly moderation: string | null;
  readonly replacement: string | null;
}

const SHOWN: readonly RecordTypeName[] = [
  "report",
  "report-published",
  "aggregate",
  "proposal",
  "comment",
  "scenario",
  "correction",
  "consultation",
  "position",
  "decision",
  "objective",
  "measurement",
  "commitment",
  "reply",
  "attestation",
];
/** Health and named third parties: seen by a moderator first. */
const HELD_FIRST = new Set<string>(["report", "correction"]);
const VISIBILITY = { publish: "visible", restore: "visible", redact: "redacted", hide: "hidden" } as const;

/** Contributions and what moderators made of them, the last act counting; nobody moderates what is theirs. */
export function foldModeration(docket: Docket): readonly Contribution[] {
  const found = new Map<string, Contribution>();
  for (const { record, at } of docket.acts(...SHOWN)) {
    const { type, scope, author } = record.hdr;
    const visibility = HELD_FIRST.has(type) ? "held" : "visible";
    const shown = { id: record.id, type: type as RecordTypeName, scope, author, at, visibility } as const;
    found.set(record.id, { ...shown, moderation: null, replacement: null });
  }
  for (const act of docket.acts("moderation")) {
    const { target, action, replacement } = act.record.body as unknown as BodyOf<"moderation">;
    const before = found.get(target);
    if (!mayModerate(docket, act, target)) docket.refuse(act, "not_allowed");
    else if (before === undefined) docket.wait(act);
    else {
      const redacted = action === "redact" ? (replacement ?? null) : null;
      const said = { visibility: VISIBILITY[action], moderation: act.record.id, replacement: redacted };
      found.set(target, { ...before, ...said });
    }
  }
  return Array.from(found.values());
}

function mayModerate({ log, authority }: Docket, { record, at, day }: Act, target: string): boolean {
  const aimed = log.records.get(target);
  if (aimed === undefined) return true;
  const { author, type, scope } = aimed.hdr;
  const isPermanent = isRecordType(type) && RECORD_TYPES[type].permanent;
  const spokenOf = typeof aimed.body?.target === "string" ? log.records.get(aimed.body.target) : undefined;
  const isTheirs = [author, spokenOf?.hdr.author].includes(record.hdr.author);
  return !isPermanent && !isTheirs && authority.find(record.hdr.author, ["moderator"], scope, at, day) !== null;
}
