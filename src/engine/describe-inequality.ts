import { weightedMean } from "../core/access/distribution.ts";
import { getSeries, PROFESSION_RULES, SERIES, type Series } from "../core/professions.ts";
import { breathe, type Run } from "../core/run.ts";
import type { Territory } from "../core/territory.ts";
import type { AccessSources } from "./describe-access.ts";
import { concentrateByIncome, type IncomeConcentration } from "./income-concentration.ts";
import { type GroupedAccess, groupAccess } from "./inequality-groups.ts";
import { DIVISIONS, type DividedInequality, divideInequality } from "./inequality-parts.ts";
import { type InequalitySummary, pickCounted, summariseInequality, type WeighedColumns } from "./inequality-summary.ts";
import { listRowsUpwards, type TerritoryRows } from "./territory-rows.ts";
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
  readonly groupings: readonly GroupedAccess[];
}

export interface InequalitySources extends AccessSources {
  context(): Promise<UnitContext>;
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
  const summarise = async (some: TerritoryRows, of: WeighedColumns, when: number) => {
    await advance();
    return summariseInequality(some.territory, pickCounted(some, of), { year: when, threshold, per }, run);
  };
  const summary = await summarise(rows, columns, year);
  const parents: InequalitySummary[] = [];
  for (const parent of above) parents.push(await summarise(parent, columns, year));
  const trend: InequalitySummary[] = [];
  for (const series of past) {
    trend.push(series.year === year ? summary : await summarise(rows, await sources.series(series), series.year));
  }
  await advance();
  const own = pickCounted(rows, columns);
  const units = rows.units.filter((_, i) => rows.counted[i] === 1);
  const answer = {
    question,
    threshold,
    summary,
    parents,
    trend,
    divisions: DIVISIONS.map((division) => divideInequality(division, units, own, frame, context)),
    income: concentrateByIncome(units, own, context, { threshold, bounds: findBounds(published) }),
    groupings: groupAccess(units, own, context, threshold),
  };
  run.progress(steps, steps, "inequality");
  return answer;
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
