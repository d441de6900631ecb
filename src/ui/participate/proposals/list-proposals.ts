import type { SpaceView } from "../../../app/contributions/board.ts";
import type { Places } from "../../../app/places.ts";
import type { SupportTally } from "../../../core/contributions/fold-supports.ts";
import type { SignedRecord } from "../../../core/contributions/record.ts";
import type { BodyOf } from "../../../core/contributions/record-types.ts";
import { formatTerritory, parseTerritory, type Territory } from "../../../core/territory.ts";
import { type ProposalKind, readTitle } from "./proposal-kinds.ts";

/** A text somebody signed, as a reader may see it. */
export interface Entry {
  readonly id: string;
  readonly author: string;
  readonly scope: string;
  /** Day it was received; null: not yet. */
  readonly day: string | null;
  /** Order of effect; those not received come last, as the newest. */
  readonly at: number;
  /** `waiting`: not received; `pending`: without effect until a role comes. */
  readonly state: "visible" | "redacted" | "hidden" | "held" | "waiting" | "pending";
  /** Record that says who moderated it and why. */
  readonly moderation: string | null;
  /** What a reader sees: the text, or what a moderator put in its place; null: hidden. */
  readonly text: string | null;
}

export interface Proposal extends Entry {
  readonly kind: ProposalKind;
  readonly title: string;
  readonly comments: readonly Entry[];
  /** Ids of the scenarios it refers to. */
  readonly scenarios: readonly string[];
  /** Verified supports in every ballot, whatever the level; signals of devices are no part of it. */
  readonly verified: number;
}

export interface Reader {
  /** Key in use; null: none. */
  readonly key: string | null;
  /** Moderators see what is hidden. */
  readonly isModerator: boolean;
}

/** Proposals of a space and their comments, newest first; what is hidden only for its author and moderators. */
export function listProposals(view: Pick<SpaceView, "log" | "state">, reader: Reader): readonly Proposal[] {
  const entries = listEntries(view, ["proposal", "comment"], reader);
  const comments = entries.filter(({ record }) => record.hdr.type === "comment");
  return entries
    .filter(({ record }) => record.hdr.type === "proposal")
    .map(({ entry, record }): Proposal => {
      return {
        ...entry,
        ...readHead(entry, (record.body as unknown as BodyOf<"proposal">).title),
        comments: comments
          .filter((one) => (one.record.body as unknown as BodyOf<"comment">).target === entry.id)
          .map((one) => one.entry)
          .sort((a, b) => a.at - b.at),
        scenarios: record.hdr.refs.filter((id) => view.log.records.get(id)?.hdr.type === "scenario"),
        verified: countVerified(view.state.supports, entry.id),
      };
    })
    .sort((a, b) => b.at - a.at);
}

/** Rewritten, the title is the first line of what replaces the text: it may have been what was wrong. */
function readHead(entry: Entry, written: string): Pick<Proposal, "kind" | "title" | "text"> {
  const { kind, title } = readTitle(written);
  if (entry.state !== "redacted") return { kind, title, text: entry.text };
  const [first, ...rest] = (entry.text ?? "").split("\n");
  return { kind, title: first, text: rest.join("\n").trim() };
}

/** Records of some types with a body, as a reader may see them. */
export function listEntries(
  { log, state }: Pick<SpaceView, "log" | "state">,
  types: readonly string[],
  { key, isModerator }: Reader,
): readonly { readonly entry: Entry; readonly record: SignedRecord }[] {
  const shown = new Map(state.contributions.map((one) => [one.id, one]));
  const erased = new Set(state.erased);
  const waiting = new Set(state.local);
  const pending = new Set(state.pending);
  const days = new Map<string, string>();
  for (const { id, rts } of log.receipts) if (!days.has(id)) days.set(id, rts.slice(0, 10));
  const found: { entry: Entry; record: SignedRecord }[] = [];
  for (const record of log.records.values()) {
    const { id, hdr, body } = record;
    if (!types.includes(hdr.type) || body === null || erased.has(id)) continue;
    const contribution = shown.get(id);
    const isOwn = hdr.author === key;
    if (contribution === undefined && !(isOwn && (waiting.has(id) || pending.has(id)))) continue;
    const { visibility = waiting.has(id) ? "waiting" : "pending", moderation = null } = contribution ?? {};
    const isSecret = visibility === "hidden" || visibility === "held";
    if (isSecret && !isOwn && !isModerator) continue;
    const written = typeof body.text === "string" ? body.text : "";
    found.push({
      record,
      entry: {
        id,
        author: hdr.author,
        scope: hdr.scope,
        day: days.get(id) ?? null,
        at: contribution?.at ?? Number.MAX_SAFE_INTEGER,
        state: visibility,
        moderation,
        text: visibility === "redacted" ? (contribution?.replacement ?? null) : written,
      },
    });
  }
  return found;
}

/** By recency, or by verified supports and then by recency. */
export function sortProposals(proposals: readonly Proposal[], by: "recent" | "verified"): readonly Proposal[] {
  if (by === "recent") return proposals;
  return proposals.toSorted((a, b) => b.verified - a.verified || b.at - a.at);
}

/** Whether a scope lies in a territory, the country holding everything. */
export function isWithin(scope: string, territory: Territory, places: Places | undefined): boolean {
  if (territory.kind === "country" || scope === formatTerritory(territory)) return true;
  const lineage = places?.lineage(parseTerritory(scope)) ?? [];
  return lineage.some(({ kind, code }) => kind === territory.kind && code === territory.code);
}

function countVerified(supports: readonly SupportTally[], target: string): number {
  return supports.reduce((sum, one) => sum + (one.target === target && one.level !== "L0" ? one.count : 0), 0);
}
