import { weightedMean } from "../core/access/distribution.ts";
import type { Figure, Undefined } from "../core/inequality/figure.ts";
import { type GiniInterval, giniInterval } from "../core/inequality/gini-interval.ts";
import { hoover } from "../core/inequality/hoover.ts";
import { drawLorenz, heldByWorst, type LorenzCurve, thinLorenz } from "../core/inequality/lorenz.ts";
import { type InequalityMeasures, measureInequality } from "../core/inequality/measure-inequality.ts";
import { measureShortfall } from "../core/inequality/shortfall.ts";
import { orderRows } from "../core/inequality/weighted-rows.ts";
import type { Run } from "../core/run.ts";
import type { NamedTerritory } from "./national-frame.ts";
import { pickRows, type TerritoryRows } from "./territory-rows.ts";

/** Values over units and whom they stand for; NaN where unknown. */
export interface WeighedColumns {
  readonly values: Float64Array;
  /** Inhabitants. */
  readonly people: Float64Array;
  /** Standardised inhabitants. */
  readonly standardised: Float64Array;
}

/** Supply, value × standardised inhabitants, that would have to move for everyone to have the mean. */
export interface SupplyToMove {
  /** In the unit of the supply: consultations a year for GPs, FTE for the others. */
  readonly amount: number;
  readonly total: number;
  /** `amount` over `total`. */
  readonly share: number;
}

/**
 * The equality of one territory in one year. Every measure weighs inhabitants, each person once; what is of supply or a
 * mean of access weighs standardised inhabitants: `mean`, `supplyToMove`, and the two means of `measures.tenthRatio`.
 */
export interface InequalitySummary {
  readonly territory: NamedTerritory;
  readonly year: number;
  /** People where there is a value, and where there is none. */
  readonly people: number;
  readonly peopleWithout: number;
  readonly areas: number;
  readonly areasWithout: number;
  readonly mean: Figure;
  readonly measures: InequalityMeasures;
  readonly giniInterval: GiniInterval | Undefined;
  readonly supplyToMove: SupplyToMove | Undefined;
  /** Share of all access held by the worse-off half of people. */
  readonly heldByWorseHalf: Figure;
  /** At most 200 points of the curve, for drawing: figures come from the whole curve. */
  readonly lorenz: LorenzCurve | Undefined;
}

export interface SummarySettings {
  readonly year: number;
  readonly threshold: number;
  /** Standardised inhabitants a value is for: 1, or 100,000. */
  readonly per: number;
}

const LORENZ_POINTS = 200;

/** Redrawings of the areas behind an interval of the Gini index, and where the draws start. */
const GINI_DRAWS = { draws: 999, seed: 1 } as const;

/** The counted units of a territory; cities whose arrondissements count are not among them. */
export function pickCounted(rows: TerritoryRows, columns: WeighedColumns): WeighedColumns {
  const units = rows.units.filter((_, i) => rows.counted[i] === 1);
  const pick = (column: Float64Array) => pickRows(column, { ...rows, units });
  return { values: pick(columns.values), people: pick(columns.people), standardised: pick(columns.standardised) };
}

export function summariseInequality(
  territory: NamedTerritory,
  { values, people, standardised }: WeighedColumns,
  { year, threshold, per }: SummarySettings,
  run: Run,
): InequalitySummary {
  const rows = orderRows(values, people);
  const curve = drawLorenz(rows);
  const everyone = people.reduce((sum, n) => (n > 0 ? sum + n : sum), 0);
  const mean = weightedMean(values, standardised);
  return {
    territory,
    year,
    people: rows.total,
    peopleWithout: Math.max(0, everyone - rows.total),
    areas: values.length,
    areasWithout: rows.missing,
    mean: Number.isNaN(mean) ? { because: "nobody" } : mean,
    measures: measureInequality(rows, threshold, standardised),
    giniInterval: giniInterval(rows, GINI_DRAWS, run),
    supplyToMove: measureSupply(values, standardised, per),
    heldByWorseHalf: "because" in curve ? curve : heldByWorst(curve, 0.5),
    lorenz: "because" in curve ? curve : thinLorenz(curve, LORENZ_POINTS),
  };
}

/** The same under another threshold: nothing else depends on it. Owns its arrays. */
export function moveThreshold(
  summary: InequalitySummary,
  { values, people }: WeighedColumns,
  threshold: number,
): InequalitySummary {
  const { lorenz, measures } = summary;
  return {
    ...summary,
    measures: { ...measures, shortfall: measureShortfall(orderRows(values, people), threshold) },
    lorenz: "because" in lorenz ? lorenz : { people: lorenz.people.slice(), held: lorenz.held.slice() },
  };
}

function measureSupply(values: Float64Array, standardised: Float64Array, per: number): SupplyToMove | Undefined {
  const rows = orderRows(values, standardised);
  const distance = hoover(rows);
  if ("because" in distance) return distance;
  return { amount: distance.amount / per, total: (rows.total * rows.mean) / per, share: distance.index };
}
