import { weightedMean } from "../core/access/distribution.ts";
import { getSeries, PROFESSION_RULES, type Series } from "../core/professions.ts";
import type { NationalFrame } from "./national-frame.ts";
import type { SeriesColumns } from "./series-columns.ts";
import type { SpatialSources } from "./spatial-sources.ts";

/** A published series, or any other column over every unit of the frame, NaN without a value. */
export type UnitColumn = Series | { readonly values: Float64Array };

export interface ColumnWithPeople {
  readonly values: Float64Array;
  /** Inhabitants, 0 where not known. */
  readonly people: Float64Array;
  /** Value under which people are badly served by the profession's rule; NaN for a column that is no series. */
  readonly threshold: number;
  /** Whether the values are floating catchments, alike nearby by construction because catchments overlap. */
  readonly smoothed: boolean;
}

/** Throws `unknown-series`, and RangeError, a bug of the caller, on a column of another length. */
export async function loadColumn(
  { frame, series: load }: Pick<SpatialSources, "frame" | "series">,
  column: UnitColumn,
): Promise<ColumnWithPeople> {
  if ("values" in column) {
    if (column.values.length !== frame.codes.length) throw new RangeError(`${column.values.length} values`);
    const values = column.values.slice();
    return { values, people: frame.population.map(orNobody), threshold: Number.NaN, smoothed: false };
  }
  const series = await load(getSeries(column.profession, column.year, column.ages));
  const { values, people } = series;
  return { values, people: people.map(orNobody), threshold: thresholdOf(frame, column, series), smoothed: true };
}

function orNobody(people: number): number {
  return Math.max(0, people || 0);
}

/** The published threshold of a profession, else half the mean of the country. */
export function thresholdOf(
  frame: NationalFrame,
  { profession }: Series,
  { values, standardised }: SeriesColumns,
): number {
  const published = PROFESSION_RULES[profession].threshold;
  if (published !== null) return published;
  const isCounted = (_: number, unit: number) => frame.isFolded[unit] === 0;
  return weightedMean(values.filter(isCounted), standardised.filter(isCounted)) / 2;
}
