import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useQuery, useQueryClient } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { useStore } from "zustand";
import type { Progress } from "../../app/diagnoses.ts";
import { type InequalityReply, type InequalityRequest, inequalityQuery } from "../../app/inequality.ts";
import { type AccessModel, RATE_METHODS } from "../../core/access/model.ts";
import type { Territory } from "../../core/territory.ts";
import { useQuestion, useServices } from "../services.tsx";
import type { Reading } from "../understand/reading.ts";

export interface InequalityState {
  /** The latest there is: that of the reading, or the one before while it is measured. */
  readonly answer: InequalityReply | undefined;
  readonly error: Error | null;
  readonly isUpdating: boolean;
  readonly progress: Progress | null;
  /** Given up by the reader before there was anything to show. */
  readonly isStopped: boolean;
  cancel(): void;
  resume(): void;
}

/** A handle that is dragged asks once it rests. */
const REST_MS = 200;

/** The recomputation inequality is measured of, or null for the official values: what is no rate is not shared out. */
export function useMeasuredModel(): AccessModel | null {
  const model = useQuestion((q) => q.model);
  const basis = useQuestion((q) => q.basis);
  return basis === "recomputed" && model !== null && RATE_METHODS.has(model.method) ? model : null;
}

/** The inequality of a territory under the reading's series and threshold. */
export function useInequality(territory: Territory, { series, threshold }: Reading): InequalityState {
  const { engine, roads } = useServices();
  const version = useStore(roads, (state) => state.version);
  const queries = useQueryClient();
  const model = useMeasuredModel();
  const [progress, setProgress] = useState<Progress | null>(null);
  const wanted = useMemo<InequalityRequest>(
    () => ({ territory, series, threshold, model }),
    [territory, series, threshold, model],
  );
  const [request] = useDebouncedValue(wanted, REST_MS);
  const options = inequalityQuery(engine.get, request, version, setProgress);
  const query = useQuery({ ...options, placeholderData: keepPreviousData });
  return {
    answer: query.data,
    error: query.error,
    isUpdating: query.isFetching,
    progress: query.isFetching ? progress : null,
    isStopped: !query.data && !query.isFetching && !query.error,
    cancel: () => void queries.cancelQueries({ queryKey: options.queryKey }),
    resume: () => void queries.resetQueries({ queryKey: options.queryKey }),
  };
}
