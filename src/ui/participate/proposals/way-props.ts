import type { SpaceView } from "../../../app/contributions/board.ts";
import type { Proposal } from "./list-proposals.ts";

/** What a way of being verified is for. */
export interface WayProps {
  readonly view: SpaceView;
  readonly proposal: Proposal;
  readonly ballot: string;
}
