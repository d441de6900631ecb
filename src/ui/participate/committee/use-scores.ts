import { useMemo } from "react";
import type { SpaceView } from "../../../app/contributions/board.ts";
import { type ScoredObjective, scoresQuery } from "../../../app/objectives.ts";
import { listObjectives, type ObjectiveTerms } from "../../../core/participation/list-objectives.ts";
import { useServices } from "../../services.tsx";
import { type Job, useJob } from "../../use-job.ts";
import { isShown } from "./standing.ts";

export interface Scores {
  readonly objectives: readonly ObjectiveTerms[];
  readonly job: Job<readonly ScoredObjective[]>;
}

/** Objectives in sight and where they stand on a day: computed once for whoever shows them. */
export function useScores({ state, log }: Pick<SpaceView, "state" | "log">, day: string): Scores {
  const { engine } = useServices();
  const objectives = useMemo(() => listObjectives(state, log).filter(({ id }) => isShown({ state }, id)), [state, log]);
  const job = useJob((onProgress) => scoresQuery(engine.get, objectives, day, onProgress));
  return { objectives, job };
}
