import { useMemo } from "react";
import { useStore } from "zustand";
import type { SpaceView } from "../../../app/contributions/board.ts";
import { type CorrectedAnswer, correctedQuery } from "../../../app/corrected-access.ts";
import { listCorrections } from "../../../core/participation/list-corrections.ts";
import { useQuestion, useServices } from "../../services.tsx";
import type { Reading } from "../../understand/reading.ts";
import { type Job, useJob } from "../../use-job.ts";

/** Access with the corrections of a space, once one has asked for it; null: one has not. */
export function useCorrected(view: SpaceView, reading: Reading | undefined): Job<CorrectedAnswer> | null {
  const { engine, roads } = useServices();
  const times = useStore(roads, ({ version }) => version);
  const territory = useQuestion((q) => q.territory);
  const series = useQuestion((q) => q.series);
  const isCorrected = useQuestion((q) => q.participate.corrected);
  const { state, log } = view;
  const corrections = useMemo(() => listCorrections(state, log), [state, log]);
  const question = { territory, series, threshold: reading?.threshold ?? null, corrections, withCorroborated: false };
  const isAsked = isCorrected && reading !== undefined;
  const job = useJob<CorrectedAnswer>((onProgress) => ({
    ...correctedQuery(engine.get, question, times, onProgress),
    enabled: isAsked,
  }));
  return isAsked ? job : null;
}
