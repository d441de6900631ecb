import type { Failure } from "../core/failure.ts";
import type { Found } from "../core/placement/search.ts";
import type { RoundsFound, RoundsProblem } from "../core/rounds/problem.ts";
import type { PlacementWorld } from "../engine/placement-world.ts";

/** All a solver worker is ever asked: one search. Terminating it is how it is stopped. */
export interface SearchRequest {
  readonly world: PlacementWorld;
  /** Seconds after which the best plan found is the answer. */
  readonly timeLimit: number;
}

/** A search of rounds, ended by the number of plans tried: its answer does not hang on the speed of the machine. */
export interface RoundsSearchRequest {
  readonly problem: Omit<RoundsProblem, "nameOf">;
  /** Places as messages call them. */
  readonly names: readonly string[];
  readonly iterations: number;
  readonly seed: number;
}

/** What it says: better plans and bounds as they come, then the last of them or why there is none. */
export type SearchMessage<F extends Found | RoundsFound = Found> =
  | { readonly kind: "found"; readonly found: F }
  | { readonly kind: "done"; readonly found: F }
  | { readonly kind: "failed"; readonly failure: Failure }
  | { readonly kind: "broken"; readonly message: string };
