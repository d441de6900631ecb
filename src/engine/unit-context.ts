import { STATUS_CODE, type Status } from "../core/status.ts";
import { type Database, getNumbers, getTexts } from "./ports.ts";
import listUnitContext from "./sql/list-unit-context.sql?raw";

/** Ages of the census of Bretagne. */
export const AGE_BANDS = ["0-14", "15-24", "25-39", "40-54", "55-64", "65-79", "80-plus"] as const;
export type AgeBand = (typeof AGE_BANDS)[number];

/** What units are grouped and ranked by, in unit order. */
export interface UnitContext {
  readonly bassinsDeVie: readonly (string | null)[];
  /** Whether the unit lies in an urban unit; null where no zoning covers it. */
  readonly isUrban: readonly (boolean | null)[];
  /** km², NaN where unknown. */
  readonly area: Float64Array;
  /** Median income, € per consumption unit and year, NaN unless its status is `value`. */
  readonly income: Float64Array;
  /** Codes of core/status. */
  readonly incomeStatus: Uint8Array;
  /** Share of people in each band, NaN outside Bretagne. */
  readonly ages: Readonly<Record<AgeBand, Float64Array>>;
  /** Share of households, NaN outside Bretagne. */
  readonly withoutCar: Float64Array;
}

export async function loadUnitContext(db: Database): Promise<UnitContext> {
  const table = await db.query(listUnitContext);
  const statuses = getTexts(table, "median_status");
  const age = (band: AgeBand) => [band, getNumbers(table, `age_${band.replace("-", "_")}`)] as const;
  return {
    bassinsDeVie: getTexts(table, "bassin_de_vie"),
    isUrban: getTexts(table, "urban_unit").map((code) => (code === null ? null : !code.endsWith("000"))),
    area: getNumbers(table, "area"),
    income: getNumbers(table, "median_income"),
    incomeStatus: Uint8Array.from(statuses, (status) => STATUS_CODE[status as Status]),
    ages: Object.fromEntries(AGE_BANDS.map(age)) as Record<AgeBand, Float64Array>,
    withoutCar: getNumbers(table, "without_car"),
  };
}
