import type { SpaceView } from "../../../app/contributions/board.ts";
import { bodyOf, dayOf, isShown } from "./standing.ts";

/** A note signed beside a consultation: hands counted in a room, a remark. */
export interface Note {
  readonly id: string;
  readonly author: string;
  readonly text: string;
  /** null: not received yet. */
  readonly day: string | null;
}

/** Notes in sight, in the order they were received; redacted ones as moderators left them. */
export function listNotes(view: Pick<SpaceView, "log" | "state">, consultation: string): readonly Note[] {
  return view.state.contributions.flatMap(({ id, type, author, replacement }): readonly Note[] => {
    const body = type === "comment" ? bodyOf(view, id, "comment") : null;
    if (body === null || body.target !== consultation || !isShown(view, id)) return [];
    return [{ id, author, text: replacement ?? body.text, day: dayOf(view, id) }];
  });
}
