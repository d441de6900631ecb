import { keepPreviousData, type UseQueryOptions, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import type { Progress } from "../app/diagnoses.ts";
import { FailureError } from "../core/failure.ts";
import { useServices } from "./services.tsx";
import { ENGINE_TROUBLE } from "./use-answers.ts";

/** A computation of the engine as a panel shows it. */
export interface Job<T> {
  /** The latest there is: that of the question, or the one before while it is computed. */
  readonly answer: T | undefined;
  readonly isUpdating: boolean;
  /** Null until the first stage says where it is. */
  readonly progress: Progress | null;
  readonly error: Error | null;
  /** Given up by the person; nothing runs. */
  readonly isStopped: boolean;
  stop(): void;
  /** After an error or a stop: what was measured before is not measured again. */
  retry(): void;
}

/** Runs a query that says how far it is. */
export function useJob<T>(make: (onProgress: (progress: Progress) => void) => UseQueryOptions<T>): Job<T> {
  const { engine } = useServices();
  const queries = useQueryClient();
  const [progress, setProgress] = useState<Progress | null>(null);
  const options = make(setProgress);
  const query = useQuery({ ...options, placeholderData: keepPreviousData });
  const { isFetching, error } = query;
  useEffect(() => {
    if (!isFetching) setProgress(null);
  }, [isFetching]);
  return {
    answer: query.data as T | undefined,
    isUpdating: isFetching,
    progress,
    error,
    isStopped: !isFetching && !error && (query.isPending || query.isPlaceholderData),
    stop: () => void queries.cancelQueries({ queryKey: options.queryKey }),
    retry() {
      if (error instanceof FailureError && ENGINE_TROUBLE.has(error.failure.code)) engine.reset();
      void query.refetch();
    },
  };
}
