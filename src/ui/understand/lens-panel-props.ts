import type { Reading } from "./reading.ts";

/** What the panel of a lens sees: the official answer of the territory, through the threshold in force. */
export interface LensPanelProps {
  readonly reading: Reading;
}
