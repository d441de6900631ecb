import { type QueryKey, type UseQueryOptions, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { Progress, Timed } from "../app/studies.ts";
import type { EngineClient } from "../worker/client.ts";
import { useServices } from "./services.tsx";
import { needsNewEngine } from "./use-answers.ts";

/** A long computation: not asked for, running, stopped, failed or there. */
export interface Study<T> {
  readonly result: Timed<T> | undefined;
  readonly error: Error | null;
  readonly isRunning: boolean;
  readonly wasStopped: boolean;
  readonly progress: Progress | null;
  run(): void;
  cancel(): void;
}

type StudyOptions<T, K extends QueryKey> = UseQueryOptions<Timed<T>, Error, Timed<T>, K>;

/**
 * Runs a study of the engine when asked, says how far it is, and stops it when the component leaves or somebody says so.
 * A result stays for whoever asks the same again.
 */
export function useStudy<T, K extends QueryKey>(
  make: (engine: () => EngineClient, onProgress: (progress: Progress) => void) => StudyOptions<T, K>,
  startsNow: boolean,
): Study<T> {
  const { engine } = useServices();
  const queries = useQueryClient();
  const [isWanted, setIsWanted] = useState(startsNow);
  const [wasStopped, setWasStopped] = useState(false);
  const [progress, setProgress] = useState<Progress | null>(null);
  const options = make(engine.get, setProgress);
  const { queryKey } = options;
  const query = useQuery({ ...options, enabled: isWanted });
  return {
    result: query.data,
    error: query.error,
    isRunning: query.isFetching,
    wasStopped: wasStopped && !query.isFetching,
    progress: query.isFetching ? progress : null,
    run() {
      if (needsNewEngine(query.error)) engine.reset();
      setProgress(null);
      setWasStopped(false);
      if (isWanted) void queries.resetQueries({ queryKey });
      else setIsWanted(true);
    },
    cancel() {
      setWasStopped(true);
      setIsWanted(false);
      void queries.cancelQueries({ queryKey });
    },
  };
}
