import { peopleBelow, peopleWithValue, tenthMeans, weightedMean } from "../core/access/distribution.ts";
import { FailureError } from "../core/failure.ts";
import type { ObjectiveTerms } from "../core/participation/list-objectives.ts";
import {
  betterWay,
  formatIndicator,
  type ObjectiveIndicator,
  parseIndicator,
} from "../core/participation/objective-indicator.ts";
import { type Measure, type ObjectiveScore, scoreObjective } from "../core/participation/score-objective.ts";
import { SERIES } from "../core/professions.ts";
import { breathe, type Run } from "../core/run.ts";
import { formatTerritory, parseTerritory, type Territory } from "../core/territory.ts";
import type { CumulatedSources } from "./cumulate-difficulties.ts";
import { listRows, pickRows, type TerritoryRows } from "./territory-rows.ts";

export interface ObjectivesQuestion {
  readonly objectives: readonly ObjectiveTerms[];
  /** Day for which they are scored. */
  readonly asOf: string;
}

export interface ScoredObjective extends ObjectiveScore {
  readonly objective: ObjectiveTerms;
  /** null: only what the committee records measures it. */
  readonly indicator: ObjectiveIndicator | null;
  readonly better: "higher" | "lower" | null;
  /** Recorded and computed, by date. */
  readonly measures: readonly Measure[];
  /** What the data of today say of the day of the baseline, where they do: editions are revised. */
  readonly baselineToday: number | null;
}

export interface ObjectiveQuestion {
  readonly territory: Territory;
  /** As in records: `gp/people-under/2.5`. */
  readonly indicator: string;
}

/** What an objective starts from: fields of its record, and what editions before said. */
export interface ObjectiveDraft {
  readonly indicator: string;
  readonly scope: string;
  readonly better: "higher" | "lower";
  readonly baseline: string;
  readonly baselineDate: string;
  readonly release: string;
  readonly earlier: readonly Measure[];
}

/**
 * Objectives against what was recorded and what the data of today say. A yearly edition stands for 31 December of its year. An
 * indicator or a territory the data do not know leaves what was recorded. Throws `cancelled`.
 */
export async function scoreObjectives(
  sources: CumulatedSources,
  { objectives, asOf }: ObjectivesQuestion,
  run: Run,
): Promise<readonly ScoredObjective[]> {
  const scored: ScoredObjective[] = [];
  for (const [k, objective] of objectives.entries()) {
    await breathe(run);
    run.progress(k, objectives.length, "objectives");
    const indicator = readIndicator(objective.indicator);
    const computed = indicator === null ? [] : await measureScope(sources, objective.scope, indicator, run);
    const better = indicator === null ? null : betterWay(indicator);
    const measures = [...objective.measures, ...computed].sort((a, b) =>
      a.date < b.date ? -1 : a.date > b.date ? 1 : 0,
    );
    const score = scoreObjective(objective, measures, asOf, better);
    const baselineToday = computed.find(({ date }) => date === objective.baselineDate)?.value ?? null;
    scored.push({ ...score, objective, indicator, better, measures, baselineToday });
  }
  return scored;
}

/** Throws `unknown-indicator`, `unknown-territory`, `bad-input` where the data give no value, `cancelled`. */
export async function draftObjective(
  sources: CumulatedSources,
  question: ObjectiveQuestion,
  run: Run,
): Promise<ObjectiveDraft> {
  const indicator = parseIndicator(question.indicator);
  const measures = await measureIndicator(sources, listRows(sources.frame, question.territory), indicator, run);
  const last = measures.at(-1);
  if (last === undefined) {
    throw new FailureError("bad-input", { indicator: question.indicator, problem: "no value in this territory" });
  }
  return {
    indicator: formatIndicator(indicator),
    scope: formatTerritory(question.territory),
    better: betterWay(indicator),
    baseline: formatDecimal(last.value),
    baselineDate: last.date,
    release: last.release,
    earlier: measures.slice(0, -1),
  };
}

function readIndicator(text: string): ObjectiveIndicator | null {
  try {
    return parseIndicator(text);
  } catch (error) {
    if (error instanceof FailureError) return null;
    throw error;
  }
}

async function measureScope(
  sources: CumulatedSources,
  scope: string,
  indicator: ObjectiveIndicator,
  run: Run,
): Promise<readonly Measure[]> {
  let rows: TerritoryRows;
  try {
    rows = listRows(sources.frame, parseTerritory(scope));
  } catch (error) {
    if (error instanceof FailureError) return [];
    throw error;
  }
  return measureIndicator(sources, rows, indicator, run);
}

/** Every edition that gives a value, oldest first. */
async function measureIndicator(
  sources: CumulatedSources,
  rows: TerritoryRows,
  indicator: ObjectiveIndicator,
  run: Run,
): Promise<readonly Measure[]> {
  const counted = Array.from(rows.units.keys()).filter((i) => rows.counted[i] === 1);
  const pick = (column: Float64Array) => {
    const own = pickRows(column, rows);
    return Float64Array.from(counted, (i) => own[i]);
  };
  const measures: Measure[] = [];
  const add = (year: number, value: number) => {
    if (Number.isFinite(value))
      measures.push({ value, date: `${year}-12-31`, release: String(year), source: "engine" });
  };
  if (indicator.kind === "minutes") {
    const minutes = pick(await sources.nearest(indicator.facility, run));
    add(FACILITIES_YEAR, measureMinutes(minutes, pick(sources.frame.population), indicator));
    return measures;
  }
  const { profession, ages } = indicator;
  for (const series of SERIES.filter((one) => one.profession === profession && one.ages === ages).toReversed()) {
    await breathe(run);
    const { values, people, standardised } = await sources.series(series);
    add(series.year, measureAccess(pick(values), pick(people), pick(standardised), indicator));
  }
  return measures;
}

/** Year of the facilities of the pack (BPE). */
const FACILITIES_YEAR = 2024;

function measureAccess(
  values: Float64Array,
  people: Float64Array,
  standardised: Float64Array,
  indicator: Extract<ObjectiveIndicator, { kind: "access" }>,
): number {
  const everyone = peopleWithValue(values, people);
  if (everyone === 0) return Number.NaN;
  switch (indicator.measure) {
    case "mean":
      return weightedMean(values, standardised);
    case "lowest-tenth":
      return tenthMeans(values, people, standardised).lowest;
    case "people-under":
      return peopleBelow(values, people, indicator.threshold);
    case "share-under":
      return peopleBelow(values, people, indicator.threshold) / everyone;
  }
}

/** NaN where nobody has a time, and for a mean some of whose people have none within the minutes looked for. */
function measureMinutes(
  minutes: Float64Array,
  people: Float64Array,
  indicator: Extract<ObjectiveIndicator, { kind: "minutes" }>,
): number {
  let [sum, everyone, beyond] = [0, 0, 0];
  const limit = "limit" in indicator ? indicator.limit : Number.POSITIVE_INFINITY;
  for (let i = 0; i < minutes.length; i++) {
    if (Number.isNaN(minutes[i]) || !(people[i] > 0)) continue;
    everyone += people[i];
    sum += people[i] * minutes[i];
    if (minutes[i] > limit) beyond += people[i];
  }
  if (everyone === 0) return Number.NaN;
  if (indicator.measure === "mean") return sum / everyone;
  return indicator.measure === "people-beyond" ? beyond : beyond / everyone;
}

/** At most six decimals, as records hold. */
function formatDecimal(value: number): string {
  const text = value.toFixed(6).replace(/\.?0+$/, "");
  return text === "-0" ? "0" : text;
}
