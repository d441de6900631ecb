import type { Failure } from "../../core/failure.ts";

/** What keeps the map from being drawn. */
export type MapTroubleKind = { readonly kind: "lost" } | { readonly kind: "failed"; readonly failure: Failure };
