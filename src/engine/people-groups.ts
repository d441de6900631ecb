import { orderRows } from "../core/inequality/weighted-rows.ts";
import type { HeardBy } from "../core/participation/who-is-heard.ts";
import { DENSITY_BOUNDS } from "./parity-classes.ts";
import type { SeriesColumns } from "./series-columns.ts";
import { AGE_BANDS, type UnitContext } from "./unit-context.ts";

/** People of each area in each group; those whose group is not known are in none. */
export interface PeopleGroups {
  readonly by: HeardBy;
  /** `0-25` … `1500-more` people a km², `1` … `10`, `0-14` … `80-plus`, class of access from the lowest. */
  readonly ids: readonly string[];
  readonly people: readonly (readonly number[])[];
}

const TENTHS = 10;

/** Groups of the people of some areas; a grouping known for nobody is left out. Tenths of income are of these people together. */
export function groupPeople(
  areas: readonly Uint16Array[],
  { series, context }: { readonly series: SeriesColumns; readonly context: UnitContext },
  breaks: readonly number[],
): readonly PeopleGroups[] {
  const inhabitants = (unit: number) => Math.max(0, series.people[unit] || 0);
  const tenths = incomeTenths(areas, context, inhabitants);
  const bounds = (limits: readonly number[]) =>
    [0, ...limits].map((from, k) => (k < limits.length ? `${from}-${limits[k]}` : `${from}-more`));
  const classed = (limits: readonly number[], value: number) =>
    Number.isNaN(value) ? -1 : limits.filter((limit) => value >= limit).length;
  const one = (by: HeardBy, ids: readonly string[], groupOf: (unit: number) => number): PeopleGroups => {
    const people = areas.map((units) => {
      const sums = ids.map(() => 0);
      for (const unit of units) {
        const group = groupOf(unit);
        if (group >= 0) sums[group] += inhabitants(unit);
      }
      return sums;
    });
    return { by, ids, people };
  };
  const ages: PeopleGroups = {
    by: "age",
    ids: AGE_BANDS,
    people: areas.map((units) =>
      AGE_BANDS.map((band) =>
        units.reduce((sum, unit) => sum + inhabitants(unit) * (context.ages[band][unit] || 0), 0),
      ),
    ),
  };
  const groups = [
    one("density", bounds(DENSITY_BOUNDS), (unit) =>
      context.area[unit] > 0 ? classed(DENSITY_BOUNDS, inhabitants(unit) / context.area[unit]) : -1,
    ),
    one(
      "income-tenth",
      Array.from({ length: TENTHS }, (_, k) => String(k + 1)),
      (unit) => tenths.get(unit) ?? -1,
    ),
    ages,
    one("access", bounds(breaks), (unit) => classed(breaks, series.values[unit])),
  ];
  return groups.filter(({ people }) => people.some((sums) => sums.some((n) => n > 0)));
}

/** Tenth of each unit by the median income of its commune: a commune is whole in the tenth of its mid-rank. */
function incomeTenths(
  areas: readonly Uint16Array[],
  { income }: UnitContext,
  inhabitants: (unit: number) => number,
): ReadonlyMap<number, number> {
  const units = areas.flatMap((some) => Array.from(some));
  const known = orderRows(
    Float64Array.from(units, (unit) => income[unit]),
    Float64Array.from(units, inhabitants),
  );
  const tenths = new Map<number, number>();
  let below = 0;
  for (let from = 0, to = 0; from < known.rows.length; from = to) {
    let same = 0;
    for (; to < known.rows.length && known.values[to] === known.values[from]; to++) same += known.weights[to];
    const tenth = Math.min(TENTHS - 1, Math.floor((TENTHS * (below + same / 2)) / known.total));
    for (let k = from; k < to; k++) tenths.set(units[known.rows[k]], tenth);
    below += same;
  }
  return tenths;
}
