import type { Failure } from "../core/failure.ts";
import type { Found } from "../core/placement/search.ts";
import type { PlacementWorld } from "../engine/placement-world.ts";

/** All a solver worker is ever asked: one search. Terminating it is how it is stopped. */
export interface SearchRequest {
  readonly world: PlacementWorld;
  /** Seconds after which the best plan found is the answer. */
  readonly timeLimit: number;
}

/** What it says: better plans and bounds as they come, then the last of them or why there is none. */
export type SearchMessage =
  | { readonly kind: "found"; readonly found: Found }
  | { readonly kind: "done"; readonly found: Found }
  | { readonly kind: "failed"; readonly failure: Failure }
  | { readonly kind: "broken"; readonly message: string };
