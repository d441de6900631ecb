import { type AccessMethod, type AccessQuestion, computeAccess } from "../../../src/core/access/compute-access.ts";
import type { Bins, Decay } from "../../../src/core/access/decay.ts";
import { parseDecay } from "../../../src/core/access/decay-text.ts";
import { RAAM_DEFAULTS } from "../../../src/core/access/rational-agents.ts";
import type { AccessOutcome, AccessWorld } from "../../../src/core/access/world.ts";
import type { Run } from "../../../src/core/run.ts";

export const QUIET: Run = { signal: { aborted: false }, progress: () => undefined };

interface Settings {
  readonly decay?: string | Decay;
  readonly max?: number;
  readonly bins?: Bins;
  readonly rank?: number;
  readonly raam?: Partial<AccessQuestion["raam"]>;
}

/** Computes access as the command line does, from short settings; no decay means every minute alike. */
export function ask(world: AccessWorld, method: AccessMethod, settings: Settings = {}): AccessOutcome {
  const { decay = "exp:0", max = Number.POSITIVE_INFINITY, bins = "inclusive", rank = 1, raam = {} } = settings;
  const question: AccessQuestion = {
    method,
    decay: typeof decay === "string" ? parseDecay(decay, max) : decay,
    catchment: { maxMinutes: max, bins },
    rank,
    raam: { ...RAAM_DEFAULTS, ...raam },
  };
  return computeAccess(world, question, QUIET);
}

/** The values alone, as plain numbers. */
export function valuesOf(...asked: Parameters<typeof ask>): readonly number[] {
  return [...ask(...asked).values];
}
