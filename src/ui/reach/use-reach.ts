import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { useStore } from "zustand";
import { REACH_BANDS, type Reach, reachQuery } from "../../app/answers.ts";
import { buildReachAreas, estimateAreas, type ReachOverlay } from "../../map/reach-overlay.ts";
import { useFormats, useQuestion, useServices, useTexts } from "../services.tsx";

export interface ReachState {
  /** The latest there is: that of the point, or of the one before while it is computed. */
  readonly reach: Reach | undefined;
  /** What the map draws of it; null without a point. */
  readonly overlay: ReachOverlay | null;
  readonly error: Error | null;
  readonly isUpdating: boolean;
  retry(): void;
}

/** What is in reach of the point of the question. */
export function useReach(): ReachState {
  const t = useTexts();
  const f = useFormats();
  const { engine, roads } = useServices();
  const from = useQuestion((q) => q.from);
  // Read again when something else is brought: its number is part of the key.
  useStore(roads, (state) => state.version);
  const query = useQuery({ ...reachQuery(engine.get, roads, from), placeholderData: keepPreviousData });
  const reach = from === null ? undefined : query.data;
  const overlay = useMemo(
    () => from && buildOverlay(from, reach, (minutes) => t.reach.table.within(f.integer(minutes)), t.reach.start),
    [from, reach, f, t],
  );
  return {
    reach,
    overlay,
    error: query.error,
    isUpdating: query.isFetching,
    retry: () => void query.refetch(),
  };
}

interface MarkerTexts {
  readonly marker: (name: string) => string;
  readonly markerUnknown: string;
}

/** The marker follows the point at once; outlines are those of the answer, circles where nothing but the estimate is used. */
function buildOverlay(
  from: NonNullable<ReachOverlay["origin"]>,
  reach: Reach | undefined,
  label: (minutes: number) => string,
  words: MarkerTexts,
): ReachOverlay {
  const isTable = reach !== undefined && reach.answer.broughtLimit !== null && reach.roadReach === null;
  const areas =
    reach?.roadReach?.bands ?? (isTable ? [] : estimateAreas(reach?.answer.question.origin ?? from, REACH_BANDS));
  return {
    origin: from,
    areas: buildReachAreas(areas, label),
    label: reach ? words.marker(reach.answer.home.name) : words.markerUnknown,
  };
}
