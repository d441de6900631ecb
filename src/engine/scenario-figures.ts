import { peopleBelow, peopleWithValue, weightedMean } from "../core/access/distribution.ts";
import { tenthRatio } from "../core/inequality/extreme-means.ts";
import type { Figure } from "../core/inequality/figure.ts";
import { gini } from "../core/inequality/gini.ts";
import { meansOfTenths } from "../core/inequality/tenth-means.ts";
import { orderRows } from "../core/inequality/weighted-rows.ts";
import { type GroupFigures, groupAccess } from "./inequality-groups.ts";
import type { WeighedColumns } from "./inequality-summary.ts";
import type { UnitContext } from "./unit-context.ts";

/** A territory before or after, over areas known both times; people each once, means by standardised people (DREES). */
export interface ScenarioFigures {
  readonly people: number;
  readonly peopleUnder: number;
  /** NaN where nobody has a value. */
  readonly mean: number;
  readonly gini: Figure;
  /** Mean of the best served tenth of people over that of the worst served (DREES D10/D1). */
  readonly tenthRatio: Figure;
  /** Mean of each tenth of people, worst served first; who is in which may change. */
  readonly tenths: Float64Array;
  /** Fifths of people by the median income of their commune, poorest first; empty where incomes are not known. */
  readonly incomeFifths: readonly GroupFigures[];
}

export function describeFigures(
  units: Uint16Array,
  columns: WeighedColumns,
  context: UnitContext,
  threshold: number,
): ScenarioFigures {
  const { values, people, standardised } = columns;
  const fifths = groupAccess(units, columns, context, threshold).find(({ by }) => by === "income-fifth");
  const rows = orderRows(values, people);
  return {
    people: peopleWithValue(values, people),
    peopleUnder: peopleBelow(values, people, threshold),
    mean: weightedMean(values, standardised),
    gini: gini(rows),
    tenthRatio: tenthRatio(rows, standardised),
    tenths: meansOfTenths(rows, standardised),
    incomeFifths: fifths?.groups ?? [],
  };
}

/** People whose access moves one way. */
export interface MovedPeople {
  readonly people: number;
  readonly areas: number;
  /** Mean change over them, in the unit of the series. */
  readonly mean: number;
  /** Rows where most moves, people × change, the first the most; at most five. */
  readonly most: readonly number[];
}

/** Changes smaller than this, in the unit of the series, are roundings. */
const LEAST_CHANGE = 1e-9;
const MOST_LISTED = 5;

/** `sign`: 1 for those who gain, −1 for those who lose. Rows of weight 0 are not listed. */
export function listMoved(before: Float64Array, after: Float64Array, people: Float64Array, sign: 1 | -1): MovedPeople {
  const change = (i: number) => sign * (after[i] - before[i]);
  const rows = Array.from(people.keys()).filter((i) => people[i] > 0 && change(i) > LEAST_CHANGE);
  const total = rows.reduce((sum, i) => sum + people[i], 0);
  const moved = rows.reduce((sum, i) => sum + people[i] * change(i), 0);
  return {
    people: total,
    areas: rows.length,
    mean: total > 0 ? (sign * moved) / total : 0,
    most: rows.toSorted((a, b) => people[b] * change(b) - people[a] * change(a) || a - b).slice(0, MOST_LISTED),
  };
}
