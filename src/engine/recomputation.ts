import { ACCESS_PRESETS } from "../core/access/presets.ts";
import type { Profession, Series } from "../core/professions.ts";
import { breathe, type Run } from "../core/run.ts";
import { loadAgeDemand } from "./age-demand.ts";
import type { BroughtTimes } from "./brought-times.ts";
import type { NationalFrame } from "./national-frame.ts";
import type { Database } from "./ports.ts";
import {
  describeRecomputed,
  type RecomputedAnswer,
  type RecomputedColumns,
  type RecomputeQuestion,
  type RecomputeScores,
  type RecomputeSources,
  recomputeColumns,
  scoreRecomputed,
} from "./recompute-access.ts";
import type { SeriesColumns } from "./series-columns.ts";
import { buildSupplyTable, loadSupplyPlaces, type SupplyPlaces, type SupplyTable } from "./supply-world.ts";

/** Recomputations of the official values; places and times are read once per profession, the last result is kept. */
export interface Recomputation {
  recomputeAccess(question: RecomputeQuestion, run: Run): Promise<RecomputedAnswer>;
  /** Every unit of the country under the model of the question. */
  recomputeColumns(question: RecomputeQuestion, run: Run): Promise<RecomputedColumns>;
  /** How close the same recomputation comes to the official values; apart, because it takes longer than it. */
  scoreRecomputation(question: RecomputeQuestion, run: Run): Promise<RecomputeScores>;
}

export interface RecomputationNeeds {
  readonly db: Database;
  frame(): Promise<NationalFrame>;
  series(series: Series): Promise<SeriesColumns>;
  broughtTimes(): BroughtTimes | null;
}

/** Weights of 2012, the only ones published. */
const GP_AGE_WEIGHTS = ACCESS_PRESETS["apl-v1"].ages.value ?? [];

/** Minutes within which pairs are listed: the first that holds the catchment. */
const TIERS = [30, 45, 60];

export function createRecomputation({ db, frame, series, broughtTimes }: RecomputationNeeds): Recomputation {
  const places = new Map<Profession, SupplyPlaces>();
  let table: { readonly key: string; readonly times: BroughtTimes | null; readonly value: SupplyTable } | undefined;
  let last: { readonly key: string; readonly table: SupplyTable; readonly columns: RecomputedColumns } | undefined;

  let ageDemand: Float64Array | undefined;

  const gather = async (question: RecomputeQuestion, run: Run): Promise<RecomputeSources> => {
    const { profession } = question.series;
    const national = await frame();
    const columns = await series(question.series);
    let own = places.get(profession);
    if (!own) {
      run.progress(0, 3, "places");
      own = await loadSupplyPlaces(db, national, profession);
      places.set(profession, own);
    }
    await breathe(run);
    const tier = TIERS.find((minutes) => question.model.maxMinutes <= minutes) ?? question.model.maxMinutes;
    const key = `${profession} ${tier}`;
    if (table?.key !== key || table.times !== broughtTimes()) {
      run.progress(1, 3, "times");
      table = { key, times: broughtTimes(), value: buildSupplyTable(own, tier, broughtTimes()) };
    }
    const isByAge = question.model.demand === "ages" && profession === "gp";
    // Held here: another question may change the table while ages are read.
    const times = table.value;
    if (isByAge) ageDemand ??= (await loadAgeDemand(db, columns.people, GP_AGE_WEIGHTS, true)).demand;
    return {
      frame: national,
      series: columns,
      places: own,
      table: times,
      ageDemand: isByAge ? (ageDemand ?? null) : null,
    };
  };
  const compute = async (sources: RecomputeSources, question: RecomputeQuestion, run: Run) => {
    const key = JSON.stringify([question.series, question.model]);
    if (last?.key === key && last.table === sources.table) return last.columns;
    const columns = await recomputeColumns(sources, question, run);
    last = { key, table: sources.table, columns };
    return columns;
  };
  return {
    async recomputeAccess(question, run) {
      const sources = await gather(question, run);
      return describeRecomputed(sources, question, await compute(sources, question, run));
    },
    async recomputeColumns(question, run) {
      return compute(await gather(question, run), question, run);
    },
    async scoreRecomputation(question, run) {
      const sources = await gather(question, run);
      const columns = await compute(sources, question, run);
      await breathe(run);
      return scoreRecomputed(sources, question, columns);
    },
  };
}
