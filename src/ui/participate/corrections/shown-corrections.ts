import type { SpaceView } from "../../../app/contributions/board.ts";
import { addMonths } from "../../../core/contributions/calendar.ts";
import type { Correction, CorrectionState } from "../../../core/contributions/fold-corrections.ts";
import type { BodyOf } from "../../../core/contributions/record-types.ts";
import { type Entry, listEntries, type Reader } from "../proposals/list-proposals.ts";

const MONTHS_OPEN = 6;
type NextState = BodyOf<"correction-state">["state"];

/** A correction as a reader may see it. */
export interface ShownCorrection extends Correction {
  readonly scope: string;
  /** `held`: no moderator has read any of its claims yet; `waiting`, `pending`: not received, or without a role yet. */
  readonly visibility: Entry["state"];
  /** Last day of observation; null for what is not received. */
  readonly observed: string | null;
  /** Day from which it no longer holds without another claim; null once it is settled, or not received. */
  readonly expires: string | null;
  /** Whether the reader made one of its claims. */
  readonly isOwn: boolean;
}

/** Corrections with a claim the reader may see, those one's own browser alone holds included; the latest observed first. */
export function listShownCorrections(
  view: Pick<SpaceView, "log" | "state">,
  reader: Reader,
): readonly ShownCorrection[] {
  const claims = new Map(listEntries(view, ["correction"], reader).map((one) => [one.entry.id, one]));
  const shown: ShownCorrection[] = [];
  for (const correction of view.state.corrections) {
    const seen = correction.claims.flatMap((id) => claims.get(id) ?? []);
    for (const id of correction.claims) claims.delete(id);
    if (seen.length === 0) continue;
    const read = seen.find(({ entry }) => entry.state === "visible" || entry.state === "redacted");
    const days = seen.map(({ record }) => (record.body as unknown as BodyOf<"correction">).evidenceDate).sort();
    const received = seen.flatMap(({ entry }) => entry.day ?? []).sort();
    const canExpire = ["open", "corroborated", "accepted"].includes(correction.state);
    const last = received.at(-1);
    shown.push({
      ...correction,
      scope: seen[0].entry.scope,
      visibility: (read ?? seen[0]).entry.state,
      observed: days.at(-1) ?? null,
      expires: canExpire && last !== undefined ? addMonths(last, MONTHS_OPEN) : null,
      isOwn: seen.some(({ entry }) => entry.author === reader.key),
    });
  }
  for (const { entry, record } of claims.values()) {
    const {
      dataset,
      release,
      row,
      field,
      old,
      new: fresh,
      evidenceDate,
    } = record.body as unknown as BodyOf<"correction">;
    shown.push({
      id: entry.id,
      claims: [entry.id],
      dataset,
      release,
      row,
      field,
      old,
      new: fresh,
      organisations: [],
      state: "open",
      scope: entry.scope,
      visibility: entry.state,
      observed: evidenceDate,
      expires: null,
      isOwn: entry.author === reader.key,
    });
  }
  return shown.sort((a, b) => ((a.observed ?? "") < (b.observed ?? "") ? 1 : -1));
}

/** What a moderator or steward may say next of a correction. */
export function nextStates(state: CorrectionState): readonly NextState[] {
  if (state === "open") return ["rejected"];
  if (state === "corroborated") return ["accepted", "rejected"];
  if (state === "accepted") return ["sent"];
  return state === "sent" ? ["resolved"] : [];
}
