import type { FoldState } from "../contributions/fold.ts";
import type { Correction } from "../contributions/fold-corrections.ts";
import type { RecordLog } from "../contributions/record-log.ts";

/** A correction with what its claims say beside their content. */
export interface ClaimedCorrection extends Correction {
  /** Territories its claims speak for. */
  readonly scopes: readonly string[];
  /** Whether a moderator hid every claim of it. */
  readonly isHidden: boolean;
}

/** Corrections of a folded log, as figures take them. */
export function listCorrections(
  { corrections, contributions }: Pick<FoldState, "corrections" | "contributions">,
  log: Pick<RecordLog, "records">,
): readonly ClaimedCorrection[] {
  const visibilities = new Map(contributions.map(({ id, visibility }) => [id, visibility]));
  return corrections.map((correction) => {
    const shown = correction.claims.filter((id) => visibilities.get(id) !== "hidden");
    const scopes = new Set(shown.flatMap((id) => log.records.get(id)?.hdr.scope ?? []));
    return { ...correction, scopes: Array.from(scopes).sort(), isHidden: shown.length === 0 };
  });
}
