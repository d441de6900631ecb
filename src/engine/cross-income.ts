import { crossThirds, NO_CLASS, toCrossClass } from "../core/classify/bivariate-classes.ts";
import { breathe, type Run } from "../core/run.ts";
import { STATUS_CODE } from "../core/status.ts";
import type { Territory } from "../core/territory.ts";
import type { Reference } from "./reference.ts";
import type { SpatialSources } from "./spatial-sources.ts";
import { listRows, pickRows, type TerritoryRows } from "./territory-rows.ts";
import { loadColumn, type UnitColumn } from "./unit-column.ts";

export interface IncomeCrossQuestion {
  readonly territory: Territory;
  readonly column: UnitColumn;
  /** Whose people are cut into thirds. */
  readonly reference: Reference;
}

/** Columns in unit order. */
export interface IncomeCrossAnswer extends TerritoryRows {
  readonly values: Float64Array;
  /** Median income, € per consumption unit and year; NaN where secret or missing. */
  readonly income: Float64Array;
  /** Codes of core/status: a secret income is not a missing one. */
  readonly incomeStatuses: Uint8Array;
  readonly people: Float64Array;
  /** 3·(third by access) + third by income, 0 (least of both) … 8, or NO_CLASS. */
  readonly classes: Int8Array;
  /** Upper limits, inclusive, of the first two thirds by access, then by income. */
  readonly limits: readonly [readonly number[], readonly number[]];
  /** People of the territory by class, and those without one; of these, where income is secret although access is known. */
  readonly peopleByClass: Float64Array;
  readonly peopleWithout: number;
  readonly peopleSecret: number;
}

/**
 * Access crossed with income: thirds of the people of the reference by each. A city with arrondissements takes the class of its
 * own mean and income and is not counted. Throws `unknown-territory`, `unknown-series`, `cancelled`.
 */
export async function crossIncome(
  sources: SpatialSources,
  question: IncomeCrossQuestion,
  run: Run,
): Promise<IncomeCrossAnswer> {
  const { frame } = sources;
  const rows = listRows(frame, question.territory);
  const column = await loadColumn(sources, question.column);
  await breathe(run);
  const { income, incomeStatus } = await sources.context();
  await breathe(run);
  const within = question.reference === "country" ? listRows(frame, { kind: "country", code: "fr" }) : rows;
  const weights = pickRows(column.people, within).map((n, i) => n * within.counted[i]);
  const { limits } = crossThirds(pickRows(column.values, within), pickRows(income, within), weights);
  const values = pickRows(column.values, rows);
  const incomes = pickRows(income, rows);
  const incomeStatuses = Uint8Array.from(rows.units, (unit) => incomeStatus[unit]);
  const people = pickRows(column.people, rows);
  const classes = Int8Array.from(values, (value, i) => toCrossClass(value, incomes[i], limits));
  const peopleByClass = new Float64Array(9);
  let peopleWithout = 0;
  let peopleSecret = 0;
  classes.forEach((crossed, i) => {
    if (rows.counted[i] === 0) return;
    if (crossed !== NO_CLASS) {
      peopleByClass[crossed] += people[i];
      return;
    }
    peopleWithout += people[i];
    if (incomeStatuses[i] === STATUS_CODE.secret && !Number.isNaN(values[i])) peopleSecret += people[i];
  });
  const counts = { peopleByClass, peopleWithout, peopleSecret };
  return { ...rows, values, income: incomes, incomeStatuses, people, classes, limits, ...counts };
}
