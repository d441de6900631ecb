import type { SpaceView } from "../../../app/contributions/board.ts";
import type { SignedRecord } from "../../../core/contributions/record.ts";
import type { BodyOf } from "../../../core/contributions/record-types.ts";
import { type Entry, listEntries, type Reader } from "../proposals/list-proposals.ts";
import { readTitle } from "../proposals/proposal-kinds.ts";

export const MODERATED = ["proposal", "comment", "scenario", "correction", "report", "report-published"] as const;
export type ModeratedType = (typeof MODERATED)[number];
export const SHOWS = ["waiting", "all", "hidden"] as const;
export type Show = (typeof SHOWS)[number];

/** A text somebody may decide on. */
export interface ModeratedText {
  readonly entry: Entry;
  readonly record: SignedRecord;
  readonly type: ModeratedType;
  /** What is read of it. */
  readonly text: string;
  /** Whether the reader wrote it, or what it answers: then it is for somebody else to decide. */
  readonly isOwn: boolean;
}

/** Texts of a space, what waits first and then the newest; appeals are listed apart. */
export function listModerated(
  view: Pick<SpaceView, "log" | "state">,
  reader: Reader,
  show: Show,
): readonly ModeratedText[] {
  const { records } = view.log;
  return listEntries(view, MODERATED, reader)
    .filter(({ entry, record }) => entry.state !== "waiting" && entry.state !== "pending" && !isAppeal(record, view))
    .filter(({ entry }) => show === "all" || entry.state === (show === "hidden" ? "hidden" : "held"))
    .map(({ entry, record }): ModeratedText => {
      const spokenOf = records.get(String(record.body?.target ?? ""))?.hdr.author;
      const isOwn = reader.key !== null && [record.hdr.author, spokenOf].includes(reader.key);
      return { entry, record, type: record.hdr.type as ModeratedType, text: readWhole(record), isOwn };
    })
    .sort((a, b) => Number(b.entry.state === "held") - Number(a.entry.state === "held") || b.entry.at - a.entry.at);
}

/** Everything a record says, in the lines a moderator rewrites. */
export function readWhole({ hdr, body }: Pick<SignedRecord, "hdr" | "body">): string {
  if (body === null) return "";
  if (hdr.type === "correction") {
    const { row, field, old, new: fresh } = body as unknown as BodyOf<"correction">;
    return `${row} · ${field} : ${old} → ${fresh}`;
  }
  const title = typeof body.title === "string" ? readTitle(body.title).title : null;
  const text = typeof body.text === "string" ? body.text : "";
  return title === null ? text : `${title}\n\n${text}`;
}

/** Actions that change something from a state. */
export function listActions(state: Entry["state"]): readonly BodyOf<"moderation">["action"][] {
  if (state === "held") return ["publish", "redact", "hide"];
  return state === "hidden" ? ["restore", "redact"] : ["hide", "redact"];
}

function isAppeal({ hdr, body }: SignedRecord, { log }: Pick<SpaceView, "log">): boolean {
  return hdr.type === "comment" && log.records.get(String(body?.target ?? ""))?.hdr.type === "moderation";
}

export function isModeratedType(type: string): type is ModeratedType {
  return (MODERATED as readonly string[]).includes(type);
}
