import { peopleBelowGrid, peopleWithValue, tenthMeans, weightedMean } from "../core/access/distribution.ts";
import { getSeries, PROFESSION_RULES, SERIES, type Series } from "../core/professions.ts";
import { assertRunning, type Run } from "../core/run.ts";
import { STATUS_CODE } from "../core/status.ts";
import type { Territory } from "../core/territory.ts";
import { findTerritory, listParents, listUnitsOf, type NamedTerritory, type NationalFrame } from "./national-frame.ts";
import type { SeriesColumns } from "./series-columns.ts";

export interface AccessQuestion {
  readonly territory: Territory;
  readonly series: Series;
}

/** The figures of one territory for one series. Tenths by people, means by standardised population (DREES). */
export interface AccessSummary {
  readonly territory: NamedTerritory;
  readonly year: number;
  readonly mean: number;
  readonly lowestTenth: number;
  readonly highestTenth: number;
  /** People living where there is a value. */
  readonly people: number;
  /** People living where there is none. */
  readonly peopleWithout: number;
  /** Communes and arrondissements counted (a city with arrondissements is not, they are). */
  readonly areas: number;
  readonly areasWithout: number;
  /** People strictly below k·step of the profession's rule, k = 0 … */
  readonly below: Float64Array;
}

/**
 * The official APL over a territory: aligned columns in unit order, and the figures of the territory and its parents.
 * Cities with arrondissements appear beside them with their folded mean and `counted` 0.
 */
export interface AccessAnswer {
  readonly question: AccessQuestion;
  /** National mean of the series: the classes and threshold of professions without published ones derive from it. */
  readonly nationalMean: number;
  readonly units: Uint16Array;
  readonly codes: readonly string[];
  readonly names: readonly string[];
  readonly values: Float64Array;
  readonly statuses: Uint8Array;
  readonly people: Float64Array;
  readonly standardised: Float64Array;
  readonly counted: Uint8Array;
  readonly summary: AccessSummary;
  /** Nearest first, the country last; empty for the country. */
  readonly parents: readonly AccessSummary[];
  /** The same territory in every published year of the profession, all ages, oldest first. */
  readonly trend: readonly AccessSummary[];
  /** Mean of the country in the same years; empty for the country itself. */
  readonly countryTrend: Float64Array;
}

/** What the use cases share: the frame, and series loaded once each. */
export interface AccessSources {
  readonly frame: NationalFrame;
  series(series: Series): Promise<SeriesColumns>;
}

/** Throws `unknown-territory` and `unknown-series`. */
export async function describeAccess(
  sources: AccessSources,
  question: AccessQuestion,
  run: Run,
): Promise<AccessAnswer> {
  const { frame } = sources;
  const { profession, year, ages } = question.series;
  getSeries(profession, year, ages);
  const columns = await sources.series(question.series);
  assertRunning(run);
  const level = describeColumns(frame, question, columns);
  const { units, summary } = level;
  const { territory } = summary;
  const trend: AccessSummary[] = [];
  const countryMeans: number[] = [];
  for (const past of SERIES.filter((s) => s.profession === profession && s.ages === "all")) {
    assertRunning(run);
    const pastColumns = await sources.series(past);
    trend.unshift(summariseAccess(frame, territory, units, pastColumns, past));
    if (territory.kind !== "country") countryMeans.unshift(countryMean(frame, pastColumns));
  }
  return { ...level, trend, countryTrend: Float64Array.from(countryMeans) };
}

/** An answer but for the past: any columns over every unit, in the unit of the series. Throws `unknown-territory`. */
export function describeColumns(
  frame: NationalFrame,
  question: AccessQuestion,
  columns: SeriesColumns,
): Omit<AccessAnswer, "trend" | "countryTrend"> {
  const territory = findTerritory(frame, question.territory);
  const units = listUnitsOf(frame, question.territory);
  if (!territory) throw new Error(`units without a territory: ${question.territory.code}`);
  const parents = listParents(frame, territory).map((parent) =>
    summariseAccess(frame, parent, listUnitsOf(frame, parent), columns, question.series),
  );
  const summary = summariseAccess(frame, territory, units, columns, question.series);
  const country = parents.at(-1) ?? summary;
  return {
    question,
    nationalMean: country.mean,
    units,
    codes: Array.from(units, (unit) => frame.codes[unit]),
    names: Array.from(units, (unit) => frame.names[unit]),
    values: pickUnits(columns.values, units),
    statuses: Uint8Array.from(units, (unit) => columns.statuses[unit]),
    people: pickUnits(columns.people, units),
    standardised: pickUnits(columns.standardised, units),
    counted: Uint8Array.from(units, (unit) => 1 - frame.isFolded[unit]),
    summary,
    parents,
  };
}

function summariseAccess(
  frame: NationalFrame,
  territory: NamedTerritory,
  units: Uint16Array,
  columns: SeriesColumns,
  series: Series,
): AccessSummary {
  const counted = countedUnits(frame, units);
  const values = pickUnits(columns.values, counted);
  const people = pickUnits(columns.people, counted);
  const standardised = pickUnits(columns.standardised, counted);
  const { step, domainMax } = PROFESSION_RULES[series.profession];
  const withValue = peopleWithValue(values, people);
  const tenths = tenthMeans(values, people, standardised);
  return {
    territory,
    year: series.year,
    mean: weightedMean(values, standardised),
    lowestTenth: tenths.lowest,
    highestTenth: tenths.highest,
    people: withValue,
    peopleWithout: sumPositive(people) - withValue,
    areas: counted.length,
    areasWithout: countWithout(columns.statuses, counted),
    below: peopleBelowGrid(values, people, step, Math.round(domainMax / step) + 1),
  };
}

function countryMean(frame: NationalFrame, { values, standardised }: SeriesColumns): number {
  const counted = countedUnits(frame, frame.isFolded.keys());
  return weightedMean(pickUnits(values, counted), pickUnits(standardised, counted));
}

// Plain loops from here on: callbacks on typed arrays take ten times as long, and a slider waits for these.

/** Units but for cities that have arrondissements. */
function countedUnits({ isFolded }: NationalFrame, units: Iterable<number>): Uint16Array {
  const counted = new Uint16Array(isFolded.length);
  let count = 0;
  for (const unit of units) if (isFolded[unit] === 0) counted[count++] = unit;
  return counted.subarray(0, count);
}

function pickUnits(column: Float64Array, units: Uint16Array): Float64Array {
  const picked = new Float64Array(units.length);
  for (let i = 0; i < units.length; i++) picked[i] = column[units[i]];
  return picked;
}

function sumPositive(column: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < column.length; i++) if (column[i] > 0) sum += column[i];
  return sum;
}

function countWithout(statuses: Uint8Array, units: Uint16Array): number {
  let count = 0;
  for (let i = 0; i < units.length; i++) if (statuses[units[i]] !== STATUS_CODE.value) count++;
  return count;
}
