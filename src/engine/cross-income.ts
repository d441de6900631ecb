import { crossThirds, NO_CLASS, toCrossClass } from "../core/classify/bivariate-classes.ts";
import { breathe, type Run } from "../core/run.ts";
import type { Territory } from "../core/territory.ts";
import type { NationalFrame } from "./national-frame.ts";
import type { Database } from "./ports.ts";
import type { Reference } from "./reference.ts";
import { listRows, pickRows, type TerritoryRows } from "./territory-rows.ts";
import { loadColumn, type UnitColumn } from "./unit-column.ts";
import { loadUnitContext } from "./unit-context.ts";

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
  readonly people: Float64Array;
  /** 3·(third by access) + third by income, 0 (least of both) … 8, or NO_CLASS. */
  readonly classes: Int8Array;
  /** Upper limits, inclusive, of the first two thirds by access, then by income. */
  readonly limits: readonly [readonly number[], readonly number[]];
  /** People of the territory by class, and those without one. */
  readonly peopleByClass: Float64Array;
  readonly peopleWithout: number;
}

/**
 * Access crossed with income: thirds of the people of the reference by each. A city with arrondissements takes the class of its
 * own mean and income and is not counted. Throws `unknown-territory`, `unknown-series`, `cancelled`.
 */
export async function crossIncome(
  db: Database,
  frame: NationalFrame,
  question: IncomeCrossQuestion,
  run: Run,
): Promise<IncomeCrossAnswer> {
  const rows = listRows(frame, question.territory);
  const column = await loadColumn(db, frame, question.column);
  await breathe(run);
  const { income } = await loadUnitContext(db);
  await breathe(run);
  const within = question.reference === "country" ? listRows(frame, { kind: "country", code: "fr" }) : rows;
  const weights = pickRows(column.people, within).map((n, i) => n * within.counted[i]);
  const { limits } = crossThirds(pickRows(column.values, within), pickRows(income, within), weights);
  const values = pickRows(column.values, rows);
  const incomes = pickRows(income, rows);
  const people = pickRows(column.people, rows);
  const classes = Int8Array.from(values, (value, i) => toCrossClass(value, incomes[i], limits));
  const peopleByClass = new Float64Array(9);
  let peopleWithout = 0;
  classes.forEach((crossed, i) => {
    if (rows.counted[i] === 0) return;
    if (crossed === NO_CLASS) peopleWithout += people[i];
    else peopleByClass[crossed] += people[i];
  });
  return { ...rows, values, income: incomes, people, classes, limits, peopleByClass, peopleWithout };
}
