import { useStore } from "zustand";
import type { Question } from "../../app/question.ts";
import { type ScenarioAnswer, scenarioQuery } from "../../app/scenario-effects.ts";
import { type Board, findWork, scenarioOf, type Work } from "../../app/scenarios.ts";
import type { Scenario } from "../../core/scenario/document.ts";
import { sameTerritory } from "../../core/territory.ts";
import { useQuestion, useServices } from "../services.tsx";
import type { Reading } from "../understand/reading.ts";
import { type Job, useJob } from "../use-job.ts";

/** The board, the scenario open on it, and what it changes. */
export interface OpenScenario {
  readonly board: Board;
  readonly work: Work | undefined;
  /** As it stands, at the threshold on screen; undefined: none is open, or it is about another territory or series. */
  readonly scenario: Scenario | undefined;
  readonly job: Job<ScenarioAnswer> | undefined;
}

export function useScenario(reading: Reading | undefined): OpenScenario {
  const { engine, roads, scenarios } = useServices();
  const board = useStore(scenarios);
  const times = useStore(roads, ({ version }) => version);
  const territory = useQuestion((q) => q.territory);
  const series = useQuestion((q) => q.series);
  const basis = useQuestion((q) => q.basis);
  const work = findWork(board, board.currentId);
  const isHere = work !== undefined && isAbout(work.document, { territory, series });
  const scenario = isHere && reading ? { ...scenarioOf(work), threshold: reading.threshold } : undefined;
  const job = useJob<ScenarioAnswer>((onProgress) => ({
    ...scenarioQuery(engine.get, scenario ?? NONE, times, onProgress, basis),
    enabled: scenario !== undefined,
  }));
  const { answer } = job;
  const isOfThis = scenario && answer && isAbout(answer.question.scenario, scenario);
  return {
    board,
    work,
    scenario,
    job: scenario && { ...job, answer: isOfThis ? answer : undefined },
  };
}

/** Whether a scenario speaks of the territory and series on screen. */
export function isAbout(
  scenario: Pick<Scenario, "territory" | "series">,
  { territory, series }: Pick<Question, "territory" | "series">,
): boolean {
  return (
    sameTerritory(scenario.territory, territory) &&
    scenario.series.profession === series.profession &&
    scenario.series.year === series.year &&
    scenario.series.ages === series.ages
  );
}

/** Asked of nobody: stands where no scenario is open. */
const NONE: Scenario = {
  title: "-",
  territory: { kind: "country", code: "fr" },
  series: { profession: "gp", year: 2023, ages: "all" },
  threshold: null,
  model: null,
  changes: [],
  computed: null,
};
