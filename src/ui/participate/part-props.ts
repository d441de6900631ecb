import type { LensView } from "../understand/lens-view.ts";
import type { Reading } from "../understand/reading.ts";
import type { AccessState } from "../use-answers.ts";

/** What each part of the room is given. */
export interface PartProps {
  readonly access: AccessState;
  readonly reading: Reading | undefined;
  readonly isPhone: boolean;
  /** What the map and its table show in place of the published access; null: the published access. */
  readonly showOnMap: (view: LensView | null) => void;
}
