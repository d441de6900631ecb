import type { Alarm } from "../../core/contributions/check-checkpoints.ts";
import type { FoldState } from "../../core/contributions/fold.ts";
import type { RecordLog } from "../../core/contributions/record-log.ts";
import type { BodyOf } from "../../core/contributions/record-types.ts";
import type { Checkpoint } from "../../core/contributions/statement.ts";
import type { KeptIdentity, KeptSending, KeptSpace } from "../../platform/browser/record-store.ts";
import type { SpaceView } from "./board.ts";

/** A space in memory. */
export interface HeldSpace {
  readonly kept: KeptSpace;
  readonly log: RecordLog;
  readonly checkpoints: readonly Checkpoint[];
  readonly sendings: readonly KeptSending[];
  /** null until its genesis has come. */
  readonly folded: { readonly state: FoldState; readonly hash: string } | null;
  readonly alarms: readonly Alarm[];
  /** How the exchange with its relay goes. */
  readonly exchange: "syncing" | "live" | "offline";
  readonly problem: string | null;
}

/** What is shown of a space; null until its genesis has come. */
export function viewOf(held: HeldSpace, identities: readonly KeptIdentity[]): SpaceView | null {
  const { kept, log, folded, checkpoints, sendings, alarms, problem } = held;
  if (folded === null) return null;
  const { state, hash } = folded;
  const genesis = log.records.get(kept.genesis)?.body as unknown as BodyOf<"genesis">;
  const isFork = state.forks.length > 0 || alarms.length > 0;
  const refused = sendings.filter((sending): sending is KeptSending & { code: string } => sending.code !== null);
  return {
    space: kept.space,
    genesis: kept.genesis,
    name: genesis.name,
    log,
    state,
    hash,
    checkpoints,
    relay: kept.relay,
    isSequencer: identities.some(({ key }) => key === state.sequencer),
    waiting: sendings.filter(({ code }) => code === null).map(({ id }) => id),
    refused: refused.map(({ id, code, where }) => ({ id, code, where })),
    sync: isFork ? "fork" : kept.relay === null ? "none" : held.exchange,
    restored: kept.restored,
    alarms,
    problem,
  };
}
