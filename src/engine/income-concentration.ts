import { type Concentration, concentration, erreygers } from "../core/inequality/concentration.ts";
import { extremeRatio } from "../core/inequality/extreme-means.ts";
import type { Figure, Undefined } from "../core/inequality/figure.ts";
import { orderRows } from "../core/inequality/weighted-rows.ts";
import { STATUS_CODE } from "../core/status.ts";
import type { WeighedColumns } from "./inequality-summary.ts";
import type { UnitContext } from "./unit-context.ts";

/**
 * Whether access goes with the median income of the commune, weighted by inhabitants: people are ranked by where they live,
 * not by what they earn. The pack has neither schooling, nor occupation, nor unemployment, so no deprivation index (FDep) can
 * be made of it.
 */
export interface IncomeConcentration {
  /** Above 0: more access in richer communes. */
  readonly access: Concentration | Undefined;
  /** The same bounded by the lowest and highest value of the country (Erreygers). */
  readonly erreygers: Figure;
  readonly bounds: readonly [number, number];
  /** Erreygers' index of being under the threshold, which is 0 or 1: below 0, more often in poorer communes. */
  readonly underThreshold: Figure;
  /** Mean access of the tenth of people in the richest communes over that of the four tenths in the poorest. */
  readonly richestToPoorest: Figure;
  /** People with a value: where income is known, secret (too few households), and missing (no such source). */
  readonly people: number;
  readonly peopleSecret: number;
  readonly peopleMissing: number;
}

export function concentrateByIncome(
  units: Uint16Array,
  { values, people }: WeighedColumns,
  { income, incomeStatus }: UnitContext,
  { threshold, bounds }: { readonly threshold: number; readonly bounds: readonly [number, number] },
): IncomeConcentration {
  const ranks = Float64Array.from(units, (unit) => income[unit]);
  const rows = orderRows(values, people, ranks);
  const isUnder = values.map((value) => (Number.isNaN(value) ? value : Number(value < threshold)));
  const sum = (status: number) =>
    values.reduce(
      (total, value, i) =>
        incomeStatus[units[i]] === status && people[i] > 0 && Number.isFinite(value) ? total + people[i] : total,
      0,
    );
  return {
    access: concentration(rows),
    erreygers: erreygers(rows, bounds),
    bounds,
    underThreshold: erreygers(orderRows(isUnder, people, ranks), [0, 1]),
    richestToPoorest: extremeRatio(rows, 0.1, 0.4),
    people: rows.total,
    peopleSecret: sum(STATUS_CODE.secret),
    peopleMissing: sum(STATUS_CODE.missing),
  };
}
