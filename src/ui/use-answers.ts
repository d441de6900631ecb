import { keepPreviousData, useQuery, useQueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
import { type AccessAnswer, accessQuery, catalogueQuery, communeQuery, placesQuery } from "../app/answers.ts";
import type { Place, Places } from "../app/places.ts";
import { FailureError } from "../core/failure.ts";
import { useQuestion, useServices } from "./services.tsx";
import { type Reading, readAnswer } from "./understand/reading.ts";

export interface AccessState {
  /** The latest answer there is: that of the question, or the one before while it is computed. */
  readonly answer: AccessAnswer | undefined;
  readonly error: Error | null;
  readonly isUpdating: boolean;
  retry(): void;
}

/** Failures after which only another engine can answer. */
export const ENGINE_TROUBLE = new Set([
  "engine-start-failed",
  "worker-stopped",
  "pack-file-missing",
  "pack-file-corrupt",
  "pack-offline",
]);

export function needsNewEngine(error: Error | null): boolean {
  return error instanceof FailureError && ENGINE_TROUBLE.has(error.failure.code);
}

export function useAccess(): AccessState {
  const { engine } = useServices();
  const queries = useQueryClient();
  const territory = useQuestion((q) => q.territory);
  const series = useQuestion((q) => q.series);
  const options = accessQuery(engine.get, territory, series);
  const query = useQuery({ ...options, placeholderData: keepPreviousData });
  return {
    answer: query.data,
    error: query.error,
    isUpdating: query.isFetching,
    retry() {
      if (needsNewEngine(query.error)) engine.reset();
      void queries.resetQueries({ queryKey: options.queryKey });
    },
  };
}

export function useReading(answer: AccessAnswer | undefined): Reading | undefined {
  const { store } = useServices();
  const threshold = useQuestion((q) => q.threshold);
  const filter = useQuestion((q) => q.filter);
  const scale = useQuestion((q) => q.scale);
  const series = useQuestion((q) => q.series);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only these parts of the question change the reading
  return useMemo(
    () => answer && readAnswer(answer, store.getState().question),
    [answer, threshold, filter, scale, series, store],
  );
}

export function usePlaces(): { readonly places: Places | undefined; readonly error: Error | null } {
  const query = useQuery(placesQuery());
  return { places: query.data, error: query.error };
}

/** The territory of the question, by name. */
export function usePlace(): Place | undefined {
  const { places } = usePlaces();
  const territory = useQuestion((q) => q.territory);
  return useMemo(() => places?.find(territory), [places, territory]);
}

export function useCatalogue(isWanted: boolean) {
  return useQuery({ ...catalogueQuery(), enabled: isWanted });
}

export function useCommune(code: string) {
  const { engine } = useServices();
  return useQuery(communeQuery(engine.get, code));
}
