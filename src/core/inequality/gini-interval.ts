import { Random } from "../random.ts";
import { assertRunning, type Run } from "../run.ts";
import type { Undefined } from "./figure.ts";
import { giniOfAscending } from "./gini.ts";
import { type WeightedRows, whyNoShares } from "./weighted-rows.ts";

/** Share of the redrawn Gini indices between the two ends. */
const INTERVAL_LEVEL = 0.95;

export interface GiniInterval {
  readonly low: number;
  readonly high: number;
  /** Draws the ends were taken from: fewer than asked where a draw held nothing at all. */
  readonly draws: number;
}

/**
 * Percentile bootstrap (Efron 1979): as many areas as there are, drawn with replacement, each with all its people; the ends
 * are the draws ranked (B + 1)·2.5 % and (B + 1)·97.5 %. It says how far the index hangs on which areas happen to make the
 * territory. It is no survey error, since every area is there, nor the error of the values; and neighbours share supply, which
 * drawing areas one by one ignores, so it is rather too narrow. `run` is asked every few draws.
 */
export function giniInterval(
  rows: WeightedRows,
  { draws, seed }: { readonly draws: number; readonly seed: number },
  run: Run,
): GiniInterval | Undefined {
  const reason = whyNoShares(rows);
  if (reason) return reason;
  const areas = rows.values.length;
  if (areas === 1) return { because: "one-area" };
  const random = new Random(seed);
  const times = new Uint16Array(areas);
  const weights = new Float64Array(areas);
  const drawn = new Float64Array(draws);
  let kept = 0;
  for (let b = 0; b < draws; b++) {
    if (b % DRAWS_BETWEEN_LOOKS === 0) assertRunning(run);
    times.fill(0);
    for (let k = 0; k < areas; k++) times[random.below(areas)]++;
    for (let k = 0; k < areas; k++) weights[k] = times[k] * rows.weights[k];
    const index = giniOfAscending(rows.values, weights);
    if (!Number.isNaN(index)) drawn[kept++] = index;
  }
  if (kept === 0) return { because: "mean-zero" };
  const sorted = drawn.subarray(0, kept).sort();
  const tail = (1 - INTERVAL_LEVEL) / 2;
  const at = (share: number) => sorted[Math.min(kept, Math.max(1, Math.round((kept + 1) * share))) - 1];
  return { low: at(tail), high: at(1 - tail), draws: kept };
}

const DRAWS_BETWEEN_LOOKS = 50;
