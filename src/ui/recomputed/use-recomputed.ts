import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useQuery, useQueryClient } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { useStore } from "zustand";
import type { Progress } from "../../app/diagnoses.ts";
import type { RecomputeQuestion } from "../../app/recomputation.ts";
import { recomputedQuery, recomputeScoresQuery } from "../../app/recomputation.ts";
import { modelOf } from "../../core/access/model.ts";
import { useQuestion, useServices } from "../services.tsx";

/** The recomputation of the question in force, or the last one while it is computed. */
export function useRecomputed() {
  const { engine, roads } = useServices();
  const version = useStore(roads, (state) => state.version);
  const queries = useQueryClient();
  const territory = useQuestion((q) => q.territory);
  const series = useQuestion((q) => q.series);
  const changed = useQuestion((q) => q.model);
  const [progress, setProgress] = useState<Progress | null>(null);
  const question = useMemo<RecomputeQuestion>(
    () => ({ territory, series, model: changed ?? modelOf(series.profession) }),
    [territory, series, changed],
  );
  const options = recomputedQuery(engine.get, question, version, setProgress);
  const query = useQuery({ ...options, placeholderData: keepPreviousData });
  return {
    question,
    answer: query.data,
    error: query.error,
    isUpdating: query.isFetching,
    stage: query.isFetching ? progress?.stage : undefined,
    retry: () => void queries.resetQueries({ queryKey: options.queryKey }),
  };
}

/** A pause in what somebody changes, ms: the scores wait for it, so that they never delay the next picture. */
const REST_MS = 300;

/** Scores of the answer on screen; they come after it. */
export function useRecomputeScores(question: RecomputeQuestion, isWanted: boolean) {
  const { engine, roads } = useServices();
  const version = useStore(roads, (state) => state.version);
  const [rested] = useDebouncedValue(question, REST_MS);
  const options = recomputeScoresQuery(engine.get, rested, version);
  return useQuery({ ...options, enabled: isWanted && rested === question, placeholderData: keepPreviousData });
}
