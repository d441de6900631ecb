import { queryOptions } from "@tanstack/react-query";
import type { RecomputedAnswer, RecomputeQuestion, RecomputeScores } from "../engine/recompute-access.ts";
import type { EngineClient } from "../worker/client.ts";
import type { Progress } from "../worker/rpc.ts";

/** The official values computed again under a model; `timesVersion` tells times somebody brought apart. */
export function recomputedQuery(
  engine: () => EngineClient,
  question: RecomputeQuestion,
  timesVersion: number,
  onProgress: (progress: Progress) => void,
) {
  return queryOptions<RecomputedAnswer>({
    queryKey: ["recomputed", timesVersion, question],
    queryFn: ({ signal }) => engine().call("recomputeAccess", question, { signal, onProgress }),
    gcTime: 60_000,
  });
}

/** How close the same recomputation comes to the official values. */
export function recomputeScoresQuery(engine: () => EngineClient, question: RecomputeQuestion, timesVersion: number) {
  return queryOptions<RecomputeScores>({
    queryKey: ["recompute-scores", timesVersion, question],
    queryFn: ({ signal }) => engine().call("scoreRecomputation", question, { signal }),
  });
}

export type { RecomputedAnswer, RecomputeQuestion, RecomputeScores } from "../engine/recompute-access.ts";
