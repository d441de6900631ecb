import type { Run } from "../run.ts";
import type { Solver } from "./solver.ts";

/** What a search is given besides its problem. The kernels have no clock: whoever calls brings it. */
export interface Search {
  /** Cancelling ends the search with the best plan found, it throws nothing. */
  readonly run: Run;
  /** Seconds since the search began. */
  readonly seconds: () => number;
  /** Seconds after which the best plan found is returned; Infinity: until proven. */
  readonly timeLimit: number;
  /** Same seed, same problem, same plan, as long as no time limit intervenes. */
  readonly seed: number;
  /** Exact finish; null: own bounds alone. */
  readonly solver: Solver | null;
  /** Hears of each better plan or bound. */
  readonly tell?: (found: Found) => void;
}

/** A plan and what is known of the best there could be. */
export interface Found {
  /** Value of the plan, in the unit of the objective. */
  readonly objective: number;
  /** No plan can be better than this. */
  readonly bound: number;
  /** |objective − bound| / |objective|; 0 when they are equal; Infinity when the objective alone is 0. */
  readonly gap: number;
  /** Candidates chosen, ascending, existing sites not among them. */
  readonly sites: Uint32Array;
  readonly seconds: number;
}

/** Relative distance under which objective and bound are the same number but for rounding. */
export const CLOSED = 1e-9;

export function gapOf(objective: number, bound: number): number {
  const distance = Math.abs(objective - bound);
  return distance === 0 ? 0 : distance / Math.abs(objective);
}

export function isOver({ run, seconds, timeLimit }: Search): boolean {
  return run.signal.aborted || seconds() >= timeLimit;
}

/** Lets the caller be heard; true when the search must end. */
export async function pauseAndAsk(search: Search): Promise<boolean> {
  await search.run.pause?.();
  return isOver(search);
}
