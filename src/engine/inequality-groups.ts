import { weightedMean } from "../core/access/distribution.ts";
import type { Figure, Undefined } from "../core/inequality/figure.ts";
import { measureShortfall, type Shortfall } from "../core/inequality/shortfall.ts";
import { orderRows } from "../core/inequality/weighted-rows.ts";
import type { WeighedColumns } from "./inequality-summary.ts";
import { DENSITY_BOUNDS } from "./parity-classes.ts";
import { AGE_BANDS, type UnitContext } from "./unit-context.ts";

export const GROUPINGS = ["income-fifth", "density", "urban-unit", "age", "car"] as const;
export type GroupingName = (typeof GROUPINGS)[number];

/** People in common, side by side: which groups live with less access. */
export interface GroupedAccess {
  readonly by: GroupingName;
  /**
   * What the means weigh. People of an age, or without a car, are a share of every commune: their means weigh these people.
   * For cars the share is of households, taken as if those without one were as large as the others.
   */
  readonly meanWeight: "standardised" | "people";
  /** In order: poorest first, least dense first, youngest first. */
  readonly groups: readonly GroupFigures[];
  /** People with a value whose group is known, and all with a value. */
  readonly people: number;
  readonly everyone: number;
}

export interface GroupFigures {
  /** `1` … `5`, `0-25` … `1500-more`, `inside`, `0-14` … `80-plus`, `without`. */
  readonly id: string;
  /** Lowest and highest median income of the communes of a fifth. */
  readonly incomes: readonly [number, number] | null;
  readonly people: number;
  /** Strictly under the threshold. */
  readonly peopleUnder: number;
  readonly mean: Figure;
  readonly shortfall: Shortfall | Undefined;
}

/** A grouping that knows the group of fewer people than this would not speak of the territory. */
const LEAST_COVERED = 0.5;

/** Groupings known for at least half of the people with a value; groups of nobody are left out. */
export function groupAccess(
  units: Uint16Array,
  columns: WeighedColumns,
  context: UnitContext,
  threshold: number,
): readonly GroupedAccess[] {
  const everyone = orderRows(columns.values, columns.people).total;
  return GROUPINGS.map((by): GroupedAccess => {
    const meanWeight = by === "age" || by === "car" ? "people" : "standardised";
    const groups = LISTS[by](units, columns, context).map(({ id, share, incomes }) => {
      const people = columns.people.map((n, i) => (share[i] > 0 ? n * share[i] : 0));
      const weights = meanWeight === "people" ? people : columns.standardised.map((n, i) => (share[i] > 0 ? n : 0));
      const rows = orderRows(columns.values, people);
      const mean = weightedMean(columns.values, weights);
      const shortfall = measureShortfall(rows, threshold);
      return {
        id,
        incomes: incomes ?? null,
        people: rows.total,
        peopleUnder: "because" in shortfall ? 0 : shortfall.headcount * rows.total,
        mean: Number.isNaN(mean) ? ({ because: "nobody" } as const) : mean,
        shortfall,
      };
    });
    const some = groups.filter((group) => group.people > 0);
    return { by, meanWeight, groups: some, people: some.reduce((sum, group) => sum + group.people, 0), everyone };
  }).filter(({ people }) => people > 0 && people >= LEAST_COVERED * everyone);
}

/** A group as a share of the people of each row, in [0, 1]; 0 where unknown. */
interface Group {
  readonly id: string;
  readonly share: Float64Array;
  readonly incomes?: readonly [number, number];
}

type ListGroups = (units: Uint16Array, columns: WeighedColumns, context: UnitContext) => readonly Group[];

const LISTS: Readonly<Record<GroupingName, ListGroups>> = {
  "income-fifth": listIncomeFifths,
  density: (units, { people }, { area }) =>
    [0, ...DENSITY_BOUNDS].map((from, k) => {
      const to = DENSITY_BOUNDS[k] ?? Number.POSITIVE_INFINITY;
      const isIn = (density: number) => density >= from && density < to;
      const share = people.map((n, i) => (area[units[i]] > 0 && isIn(n / area[units[i]]) ? 1 : 0));
      return { id: k < DENSITY_BOUNDS.length ? `${from}-${to}` : `${from}-more`, share };
    }),
  "urban-unit": (units, _, { isUrban }) =>
    [false, true].map((inside) => ({
      id: inside ? "inside" : "outside",
      share: Float64Array.from(units, (unit) => (isUrban[unit] === inside ? 1 : 0)),
    })),
  age: (units, _, { ages }) =>
    AGE_BANDS.map((band) => ({ id: band, share: Float64Array.from(units, (unit) => ages[band][unit] || 0) })),
  car: (units, _, { withoutCar }) => [
    { id: "without", share: Float64Array.from(units, (unit) => withoutCar[unit] || 0) },
    { id: "with", share: Float64Array.from(units, (unit) => 1 - withoutCar[unit] || 0) },
  ],
};

/** Fifths of the people of the territory by the median income of their commune, each whole in the fifth of its mid-rank. */
function listIncomeFifths(units: Uint16Array, { values, people }: WeighedColumns, { income }: UnitContext) {
  const incomes = Float64Array.from(units, (unit) => income[unit]);
  const known = orderRows(
    incomes,
    people.map((n, i) => (Number.isNaN(values[i]) ? 0 : n)),
  );
  const groups = [1, 2, 3, 4, 5].map((fifth) => ({
    id: String(fifth),
    share: new Float64Array(units.length),
    incomes: [Number.POSITIVE_INFINITY, 0] as [number, number],
  }));
  let below = 0;
  for (let from = 0, to = 0; from < known.rows.length; from = to) {
    let same = 0;
    for (; to < known.rows.length && known.values[to] === known.values[from]; to++) same += known.weights[to];
    const group = groups[Math.min(4, Math.floor((5 * (below + same / 2)) / known.total))];
    for (let k = from; k < to; k++) group.share[known.rows[k]] = 1;
    group.incomes = [Math.min(group.incomes[0], known.values[from]), known.values[from]];
    below += same;
  }
  return groups;
}
