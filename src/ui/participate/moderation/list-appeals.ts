import type { SpaceView } from "../../../app/contributions/board.ts";
import type { BodyOf } from "../../../core/contributions/record-types.ts";

/** An author who does not agree: a comment on the decision itself. */
export interface Appeal {
  readonly id: string;
  readonly author: string;
  /** Decision it speaks against. */
  readonly moderation: string;
  /** What that decision was about. */
  readonly target: string;
  readonly text: string;
  /** Key that took the decision: not the one to answer. */
  readonly moderator: string;
}

/** Appeals by the authors themselves, not yet answered by a later decision on the same text. */
export function listAppeals({ log, state }: Pick<SpaceView, "log" | "state">): readonly Appeal[] {
  const erased = new Set(state.erased);
  const last = new Map(state.contributions.map(({ id, moderation }) => [id, moderation]));
  const appeals: Appeal[] = [];
  for (const { id, hdr, body } of log.records.values()) {
    if (hdr.type !== "comment" || body === null || erased.has(id)) continue;
    const { target: moderation, text } = body as unknown as BodyOf<"comment">;
    const decision = log.records.get(moderation);
    if (decision?.hdr.type !== "moderation" || decision.body === null) continue;
    const { target } = decision.body as unknown as BodyOf<"moderation">;
    const isByAuthor = log.records.get(target)?.hdr.author === hdr.author;
    const isAnswered = last.get(target) !== moderation;
    if (!isByAuthor || isAnswered) continue;
    appeals.push({ id, author: hdr.author, moderation, target, text, moderator: decision.hdr.author });
  }
  return appeals;
}
