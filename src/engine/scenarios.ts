import { modelOf } from "../core/access/model.ts";
import { getSeries, type Series } from "../core/professions.ts";
import type { Run } from "../core/run.ts";
import { applyScenario, type ScenarioAnswer, type ScenarioQuestion } from "./apply-scenario.ts";
import type { BroughtTimes } from "./brought-times.ts";
import { assertComparable, compareScenarios, type ScenarioComparison } from "./compare-scenarios.ts";
import { keep } from "./keep.ts";
import type { NationalFrame } from "./national-frame.ts";
import type { Database } from "./ports.ts";
import { loadReachPlaces } from "./reach-places.ts";
import type { Recomputation } from "./recomputation.ts";
import type { SeriesColumns } from "./series-columns.ts";
import { loadUnitContext } from "./unit-context.ts";

export interface Scenarios {
  applyScenario(question: ScenarioQuestion, run: Run): Promise<ScenarioAnswer>;
  compareScenarios(questions: readonly ScenarioQuestion[], run: Run): Promise<ScenarioComparison>;
}

interface ScenariosNeeds {
  readonly db: Database;
  frame(): Promise<NationalFrame>;
  series(series: Series): Promise<SeriesColumns>;
  broughtTimes(): BroughtTimes | null;
  readonly recomputeColumns: Recomputation["recomputeColumns"];
}

/** Scenarios over one database; places and incomes are read once. */
export function createScenarios({ db, frame, series, broughtTimes, recomputeColumns }: ScenariosNeeds): Scenarios {
  const places = keep(async (_: "places") => loadReachPlaces(db, await frame()));
  const context = keep((_: "context") => loadUnitContext(db));
  const apply = async (question: ScenarioQuestion, run: Run) => {
    const { territory, series: asked, model } = question.scenario;
    const { profession, year, ages } = asked;
    const official = await series(getSeries(profession, year, ages));
    const whole = { ...modelOf(profession), ...model };
    const recomputed =
      question.baseline === "recomputed"
        ? (await recomputeColumns({ territory, series: asked, model: whole }, run)).values
        : null;
    const sources = {
      frame: await frame(),
      series: official,
      places: await places("places", run),
      context: await context("context", run),
      brought: broughtTimes(),
      recomputed,
      load: series,
    };
    return applyScenario(sources, question, run);
  };
  return {
    applyScenario: apply,
    async compareScenarios(questions, run) {
      assertComparable(questions.length);
      const answers: ScenarioAnswer[] = [];
      for (const question of questions) answers.push(await apply(question, run));
      return compareScenarios(answers);
    },
  };
}
