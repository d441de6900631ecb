import type { SpaceView } from "../../../app/contributions/board.ts";
import type { BodyOf } from "../../../core/contributions/record-types.ts";
import { bodyOf, isShown } from "./standing.ts";

/** The scenario an option carries: of those the consultation refers to, the one that bears its words as title. */
export function scenarioOfOption(
  view: Pick<SpaceView, "log" | "state">,
  consultation: string,
  option: string,
): BodyOf<"scenario"> | null {
  const refs = view.log.records.get(consultation)?.hdr.refs ?? [];
  for (const id of refs) {
    const body = bodyOf(view, id, "scenario");
    if (body !== null && body.title === option && isShown(view, id)) return body;
  }
  return null;
}
