import type { Series } from "../core/professions.ts";
import type { RoundsFound } from "../core/rounds/problem.ts";
import type { Run } from "../core/run.ts";
import type { BroughtTimes } from "./brought-times.ts";
import { describeRounds, type PlanRoundsAnswer } from "./describe-rounds.ts";
import { keep } from "./keep.ts";
import type { NationalFrame } from "./national-frame.ts";
import type { Database } from "./ports.ts";
import { type PlanRoundsSources, type PreparedRounds, prepareRounds } from "./prepare-rounds.ts";
import { loadReachPlaces } from "./reach-places.ts";
import type { PlanRoundsQuestion, RoundsWorld } from "./rounds-world.ts";
import type { SeriesColumns } from "./series-columns.ts";
import { loadUnitContext } from "./unit-context.ts";

export interface FoundRounds {
  readonly question: PlanRoundsQuestion;
  readonly found: RoundsFound;
}

/** What a search of rounds needs before and after it; the search itself is somebody else's. */
export interface Rounds {
  prepareRounds(question: PlanRoundsQuestion, run: Run): Promise<RoundsWorld>;
  describeRounds(plan: FoundRounds, run: Run): Promise<PlanRoundsAnswer>;
}

interface RoundsNeeds {
  readonly db: Database;
  frame(): Promise<NationalFrame>;
  series(series: Series): Promise<SeriesColumns>;
  broughtTimes(): BroughtTimes | null;
}

/** Rounds over one database; places and context are read once, and the last world is kept: it is asked for before and after the search. */
export function createRounds({ db, frame, series, broughtTimes }: RoundsNeeds): Rounds {
  const places = keep(async (_: "places") => loadReachPlaces(db, await frame()));
  const context = keep((_: "context") => loadUnitContext(db));
  let last:
    | { readonly key: string; readonly sources: PlanRoundsSources; readonly prepared: PreparedRounds }
    | undefined;
  const prepare = async (question: PlanRoundsQuestion, run: Run) => {
    // An unlimited driving time is no JSON number.
    const key = JSON.stringify([question, String(question.maxDriving)]);
    const brought = broughtTimes();
    if (last?.key === key && last.sources.brought === brought) return last;
    const sources = {
      frame: await frame(),
      series: await series(question.series),
      places: await places("places", run),
      context: await context("context", run),
      brought,
    };
    last = { key, sources, prepared: await prepareRounds(sources, question, run) };
    return last;
  };
  return {
    // What leaves a worker is given away: the world kept is a copy's original.
    prepareRounds: async (question, run) => structuredClone((await prepare(question, run)).prepared.world),
    async describeRounds({ question, found }, run) {
      const { prepared, sources } = await prepare(question, run);
      return describeRounds(prepared, found, sources.series, sources.context);
    },
  };
}
