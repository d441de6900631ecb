import type { Run } from "../run.ts";
import type { FitLimits } from "./calibrate.ts";
import { fitModel } from "./parity-model.ts";
import type { DecayFamily, ModelParameters, ParityWorld } from "./parity-world.ts";

/** Published values, and which rows the search may fit and judge: both must be training rows of the whole study. */
export interface Rehearsal {
  readonly published: Float64Array;
  /** 1 for the rows fitted. */
  readonly fitted: Uint8Array;
  /** Rows kept aside to judge on. */
  readonly kept: readonly number[];
}

/** Enough passes to rank parameters, a third of the time of a full fit. */
const SEARCH_LIMITS: FitLimits = { maxPasses: 10, tolerance: 1e-2 };

/** Times as estimated with about their published error; the rest is a guess the search moves. */
const START = { stretch: 1.1, density: -0.04, congestion: 0.1, error: 0.2, patients: 200, firmness: 0.2 } as const;

type Move = Partial<Record<"stretch" | "patients" | "firmness" | "error" | "density" | "congestion", number>>;

/** Factors, and terms for `density`, `congestion` and `error`; tried up and down, one at a time, while they help. */
const MOVES: readonly Move[] = [
  { stretch: 1.2 },
  { patients: 2.5 },
  { firmness: 2.5 },
  { congestion: 0.15 },
  { density: 0.06 },
  { error: 0.1 },
  { stretch: 1.07 },
];

/**
 * Parameters of one family with the least loss on rows kept aside. With `like`, found for another family, only the stretch
 * is searched (not for the piecewise family, whose weights are free) and the rest taken from it, because it says how people and practitioners are and not how reach decays.
 * `moves`: how many of the moves are tried, all by default. Throws `cancelled`.
 */
export async function chooseParameters(
  world: ParityWorld,
  family: DecayFamily,
  rehearsal: Rehearsal,
  run: Run,
  { like, moves = MOVES.length }: { readonly like?: ModelParameters; readonly moves?: number } = {},
): Promise<ModelParameters> {
  const judge = async (candidate: ModelParameters) => {
    const { published, fitted } = rehearsal;
    const { calibrated } = await fitModel(world, candidate, published, fitted, SEARCH_LIMITS, run);
    return robustLoss(calibrated, rehearsal);
  };
  let best: ModelParameters = { ...START, ...like, family };
  if (like && family === "piecewise") return best;
  let least = await judge(best);
  const tried = like ? MOVES.filter((move) => move.stretch !== undefined) : MOVES.slice(0, moves);
  for (const move of tried) {
    for (const way of [1, -1] as const) {
      let moved = false;
      for (;;) {
        const candidate = shift(best, move, way);
        const loss = await judge(candidate);
        if (loss >= least * (1 - 1e-4)) break;
        best = candidate;
        least = loss;
        moved = true;
      }
      if (moved) break;
    }
  }
  return best;
}

/**
 * Mean squared difference on the kept rows, none counted beyond two standard deviations of the published values: islands and
 * ski resorts, with five times the access of anywhere else, would decide alone.
 */
export function robustLoss(computed: Float64Array, { published, kept }: Rehearsal): number {
  const mean = kept.reduce((sum, i) => sum + published[i], 0) / kept.length;
  const variance = kept.reduce((sum, i) => sum + (published[i] - mean) ** 2, 0) / kept.length;
  return kept.reduce((sum, i) => sum + Math.min((computed[i] - published[i]) ** 2, 4 * variance), 0) / kept.length;
}

function shift(p: ModelParameters, move: Move, way: 1 | -1): ModelParameters {
  return {
    ...p,
    stretch: p.stretch * (move.stretch ?? 1) ** way,
    patients: p.patients * (move.patients ?? 1) ** way,
    firmness: p.firmness * (move.firmness ?? 1) ** way,
    congestion: p.congestion + way * (move.congestion ?? 0),
    density: p.density + way * (move.density ?? 0),
    error: Math.max(0, p.error + way * (move.error ?? 0)),
  };
}
