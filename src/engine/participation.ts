import type { TerritoryTree } from "../core/contributions/territory-tree.ts";
import { getSeries, type Series } from "../core/professions.ts";
import type { Run } from "../core/run.ts";
import type { BroughtTimes } from "./brought-times.ts";
import { type CorrectedAnswer, type CorrectedQuestion, describeCorrected } from "./corrected-access.ts";
import { prepareNearest } from "./cumulate-difficulties.ts";
import { describeFelt, type FeltAnswer, type FeltQuestion } from "./describe-felt.ts";
import { keep } from "./keep.ts";
import { listWorsened, type WorsenedAnswer, type WorsenedQuestion } from "./list-worsened.ts";
import type { NationalFrame } from "./national-frame.ts";
import type { Database } from "./ports.ts";
import { loadReachPlaces } from "./reach-places.ts";
import {
  draftObjective,
  type ObjectiveDraft,
  type ObjectiveQuestion,
  type ObjectivesQuestion,
  type ScoredObjective,
  scoreObjectives,
} from "./score-objectives.ts";
import type { SeriesColumns } from "./series-columns.ts";
import { buildTerritoryTree } from "./territory-tree.ts";
import { loadUnitContext } from "./unit-context.ts";

/** What contributions and the data say of each other. */
export interface Participation {
  describeCorrected(question: CorrectedQuestion, run: Run): Promise<CorrectedAnswer>;
  describeFelt(question: FeltQuestion, run: Run): Promise<FeltAnswer>;
  listWorsened(question: WorsenedQuestion, run: Run): Promise<WorsenedAnswer>;
  scoreObjectives(question: ObjectivesQuestion, run: Run): Promise<readonly ScoredObjective[]>;
  draftObjective(question: ObjectiveQuestion, run: Run): Promise<ObjectiveDraft>;
}

interface ParticipationNeeds {
  readonly db: Database;
  frame(): Promise<NationalFrame>;
  series(series: Series): Promise<SeriesColumns>;
  broughtTimes(): BroughtTimes | null;
}

/** Over one database; places, incomes and the tree of territories are read once. */
export function createParticipation({ db, frame, series, broughtTimes }: ParticipationNeeds): Participation {
  const places = keep(async (_: "places") => loadReachPlaces(db, await frame()));
  const context = keep((_: "context") => loadUnitContext(db));
  const tree = keep(async (_: "tree"): Promise<TerritoryTree> => buildTerritoryTree(await frame(), ""));
  let nearest: ReturnType<typeof prepareNearest> | undefined;
  const measured = async () => {
    const known = { frame: await frame(), series };
    nearest ??= prepareNearest(db, known);
    return { ...known, nearest };
  };
  return {
    scoreObjectives: async (question, run) => scoreObjectives(await measured(), question, run),
    draftObjective: async (question, run) => draftObjective(await measured(), question, run),
    listWorsened: async (question, run) => listWorsened({ frame: await frame(), series }, question, run),
    async describeFelt(question, run) {
      const { profession, year, ages } = question.series;
      const sources = {
        frame: await frame(),
        tree: await tree("tree", run),
        series: await series(getSeries(profession, year, ages)),
        context: await context("context", run),
      };
      return describeFelt(sources, question, run);
    },
    async describeCorrected(question, run) {
      const { profession, year, ages } = question.series;
      const sources = {
        db,
        frame: await frame(),
        series: await series(getSeries(profession, year, ages)),
        tree: await tree("tree", run),
        places: await places("places", run),
        context: await context("context", run),
        brought: broughtTimes(),
      };
      return describeCorrected(sources, question, run);
    },
  };
}
