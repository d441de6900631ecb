import type { Series } from "../core/professions.ts";
import type { Run } from "../core/run.ts";
import type { BroughtTimes } from "./brought-times.ts";
import { keep } from "./keep.ts";
import type { NationalFrame } from "./national-frame.ts";
import { type PlanRoundsAnswer, type PlanRoundsQuestion, planMobileRounds } from "./plan-rounds.ts";
import type { Database } from "./ports.ts";
import { loadReachPlaces } from "./reach-places.ts";
import type { SeriesColumns } from "./series-columns.ts";
import { loadUnitContext } from "./unit-context.ts";

/** A question with how hard to look: same seed and plans tried, same answer. */
export interface RoundsRequest {
  readonly question: PlanRoundsQuestion;
  readonly seed: number;
  readonly iterations: number;
}

export interface Rounds {
  planRounds(request: RoundsRequest, run: Run): Promise<PlanRoundsAnswer>;
}

interface RoundsNeeds {
  readonly db: Database;
  frame(): Promise<NationalFrame>;
  series(series: Series): Promise<SeriesColumns>;
  broughtTimes(): BroughtTimes | null;
}

/** Rounds over one database; places and context are read once. No clock: the answer counts no seconds. */
export function createRounds({ db, frame, series, broughtTimes }: RoundsNeeds): Rounds {
  const places = keep(async (_: "places") => loadReachPlaces(db, await frame()));
  const context = keep((_: "context") => loadUnitContext(db));
  return {
    async planRounds({ question, seed, iterations }, run) {
      const sources = {
        frame: await frame(),
        series: await series(question.series),
        places: await places("places", run),
        context: await context("context", run),
        brought: broughtTimes(),
      };
      const limits = { timeLimit: Number.POSITIVE_INFINITY, seconds: () => 0 };
      return planMobileRounds(sources, question, { run, seed, iterations, ...limits });
    },
  };
}
