import type { Checkpoint } from "../../core/contributions/statement.ts";
import type { RecordsClient } from "../../worker/records-client.ts";
import type { Batch } from "../../worker/records-protocol.ts";
import type { HeldSpace } from "./held-space.ts";

/** Folds a space whose genesis is held. `news`: what the worker does not have yet; null: everything is given to it again. */
export async function foldSpace(
  worker: RecordsClient,
  held: HeldSpace,
  news: Batch | null,
  asOf: string,
): Promise<HeldSpace> {
  const { kept, log, checkpoints } = held;
  const { space, genesis } = kept;
  const given = news ?? { records: Array.from(log.records.values()), receipts: log.receipts };
  const { records, receipts } = given;
  const folded = await worker.call("fold", { space, genesis, asOf, isWhole: news === null, records, receipts });
  const { sequencer } = folded.state;
  const said = comparable(checkpoints, sequencer, kept.cursor);
  const alarms = await worker.call("compare", { space, sequencer, checkpoints: said });
  return { ...held, folded, alarms: alarms.filter(({ kind }) => kind !== "missing") };
}

/** Checkpoints of one life of the sequencer's database: a relay restored from a backup begins another, and says so. */
function comparable(checkpoints: readonly Checkpoint[], sequencer: string, cursor: string | null) {
  const said = checkpoints.filter(({ key }) => key === sequencer);
  const last = said.reduce<Checkpoint | null>((a, b) => (a === null || b.rts >= a.rts ? b : a), null);
  const epoch = cursor?.split(".")[0] ?? last?.epoch;
  return said.filter((one) => one.epoch === epoch);
}
