import { weightedMean } from "../core/access/distribution.ts";
import { getSeries, PROFESSION_RULES, SERIES, type Series } from "../core/professions.ts";
import { breathe, type Run } from "../core/run.ts";
import { formatTerritory, type Territory } from "../core/territory.ts";
import type { AccessSources } from "./describe-access.ts";
import { concentrateByIncome, type IncomeConcentration } from "./income-concentration.ts";
import { type GroupedAccess, groupAccess } from "./inequality-groups.ts";
import { DIVISIONS, type DividedInequality, divideInequality } from "./inequality-parts.ts";
import {
  type InequalitySummary,
  moveThreshold,
  pickCounted,
  summariseInequality,
  type WeighedColumns,
} from "./inequality-summary.ts";
import { listRowsUpwards, pickRows, type TerritoryRows } from "./territory-rows.ts";
import type { UnitContext } from "./unit-context.ts";

export interface InequalityQuestion {
  readonly territory: Territory;
  /** The official series; with a `column`, the one whose inhabitants weigh it. */
  readonly series: Series;
  /** In the unit of the values; null: the profession's own, or where there is none, half the mean of the country. */
  readonly threshold: number | null;
  /** Values measured instead of the official ones. */
  readonly column?: ValueColumn;
}

export interface ValueColumn {
  /** In unit order, arrondissements included: they count, their city does not. NaN where unknown, never negative. */
  readonly values: Float64Array;
  /** Standardised inhabitants a value is for: 1, or 100,000. */
  readonly per: number;
}

export interface InequalityAnswer {
  readonly question: InequalityQuestion;
  /** The threshold counted under, the same in every territory and year. */
  readonly threshold: number;
  readonly summary: InequalitySummary;
  /** Nearest first, the country last; empty for the country. */
  readonly parents: readonly InequalitySummary[];
  /**
   * The same territory in every published year of the series, oldest first; empty for a column. Inhabitants are those of one
   * year, so only access moves, but communes without a value are not the same every year: `peopleWithout` says.
   */
  readonly trend: readonly InequalitySummary[];
  readonly divisions: readonly DividedInequality[];
  readonly income: IncomeConcentration;
  /** The same two of each parent, in the order of `parents`. */
  readonly parentParts: readonly InequalityParts[];
  readonly groupings: readonly GroupedAccess[];
  /** Units of the territory, arrondissements and their cities included, and the value of each that was measured. */
  readonly units: Uint16Array;
  readonly values: Float64Array;
}

export interface InequalityParts {
  readonly divisions: readonly DividedInequality[];
  readonly income: IncomeConcentration;
}

/** What was measured of territories without regard to a threshold, by the column of values and the territory. */
export type KeptInequality = WeakMap<Float64Array, Map<string, MeasuredOnce>>;

interface MeasuredOnce {
  readonly summary: InequalitySummary;
  readonly divisions: readonly DividedInequality[];
}

export interface InequalitySources extends AccessSources {
  context(): Promise<UnitContext>;
  /** Measured before: a threshold moved, or another territory of the same country, asks for little anew. */
  readonly kept?: KeptInequality;
}

/** How unequal access is between the people of a territory. Throws `unknown-territory`, `unknown-series`, `cancelled`. */
export async function describeInequality(
  sources: InequalitySources,
  question: InequalityQuestion,
  run: Run,
): Promise<InequalityAnswer> {
  const { frame } = sources;
  const { profession, year, ages } = question.series;
  const [rows, ...above] = listRowsUpwards(frame, question.territory);
  const asked = getSeries(profession, year, ages);
  const measured = question.column?.values.length ?? frame.codes.length;
  if (measured !== frame.codes.length) throw new Error(`a column of ${measured} for ${frame.codes.length} units`);
  const past = question.column ? [] : SERIES.filter((s) => s.profession === profession && s.ages === ages).reverse();
  const steps = past.length + above.length + 2;
  let done = 0;
  const advance = async () => {
    run.progress(done++, steps, "inequality");
    await breathe(run);
  };
  await advance();
  const columns: WeighedColumns = { ...(await sources.series(asked)), ...valuesOf(question) };
  const context = await sources.context();
  const country = (values: Float64Array) => values.filter((_, unit) => frame.isFolded[unit] === 0);
  const published = country(columns.values);
  const threshold = chooseThreshold(question, published, country(columns.standardised));
  const per = question.column?.per ?? (profession === "gp" ? 1 : 100_000);
  const kept: KeptInequality = sources.kept ?? new WeakMap();
  const measure = (some: TerritoryRows, own: WeighedColumns, when: number): MeasuredOnce => {
    const units = listCounted(some);
    return {
      summary: summariseInequality(some.territory, own, { year: when, threshold, per }, run),
      divisions: DIVISIONS.map((division) => divideInequality(division, units, own, frame, context)),
    };
  };
  const measureOnce = async (some: TerritoryRows, of: WeighedColumns, when: number): Promise<MeasuredOnce> => {
    await advance();
    const own = pickCounted(some, of);
    const known = kept.get(of.values) ?? new Map<string, MeasuredOnce>();
    kept.set(of.values, known);
    const key = formatTerritory(some.territory);
    const measured = known.get(key) ?? measure(some, own, when);
    known.set(key, measured);
    return { ...measured, summary: moveThreshold(measured.summary, own, threshold) };
  };
  const bounds = findBounds(published);
  const rankByIncome = (some: TerritoryRows) =>
    concentrateByIncome(listCounted(some), pickCounted(some, columns), context, { threshold, bounds });
  const { summary, divisions } = await measureOnce(rows, columns, year);
  const parents: InequalitySummary[] = [];
  const parentParts: InequalityParts[] = [];
  for (const parent of above) {
    const measured = await measureOnce(parent, columns, year);
    parents.push(measured.summary);
    parentParts.push({ divisions: measured.divisions, income: rankByIncome(parent) });
  }
  const trend: InequalitySummary[] = [];
  for (const series of past) {
    const isAsked = series.year === year;
    trend.push(isAsked ? summary : (await measureOnce(rows, await sources.series(series), series.year)).summary);
  }
  await advance();
  const answer = {
    question,
    threshold,
    summary,
    parents,
    trend,
    divisions,
    income: rankByIncome(rows),
    parentParts,
    groupings: groupAccess(listCounted(rows), pickCounted(rows, columns), context, threshold),
    units: rows.units,
    values: pickRows(columns.values, rows),
  };
  run.progress(steps, steps, "inequality");
  return answer;
}

function listCounted({ units, counted }: TerritoryRows): Uint16Array {
  return units.filter((_, i) => counted[i] === 1);
}

function valuesOf({ column }: InequalityQuestion): { readonly values?: Float64Array } {
  return column ? { values: column.values } : {};
}

/** Rounded to twelve digits: a handle at 51 · 0.05 means 2.55, which a value of 2.55 is not under. */
function chooseThreshold(
  { threshold, series, column }: InequalityQuestion,
  values: Float64Array,
  standardised: Float64Array,
): number {
  const rule = column ? null : PROFESSION_RULES[series.profession].threshold;
  return Number((threshold ?? rule ?? weightedMean(values, standardised) / 2).toPrecision(12));
}

function findBounds(values: Float64Array): readonly [number, number] {
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  for (const value of values) {
    if (!Number.isFinite(value)) continue;
    least = Math.min(least, value);
    most = Math.max(most, value);
  }
  return [least, most];
}
