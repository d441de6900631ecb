import { FailureError } from "../core/failure.ts";
import type { AgeLimit, Profession } from "../core/professions.ts";
import type { Status } from "../core/status.ts";
import { type Database, getNumbers, getTexts } from "./ports.ts";
import facilitiesSql from "./sql/describe-commune-facilities.sql?raw";
import incomeSql from "./sql/describe-commune-income.sql?raw";
import seriesSql from "./sql/describe-commune-series.sql?raw";

export interface Measure {
  /** NaN unless the status is `value`. */
  readonly value: number;
  readonly status: Status;
}

export interface CommuneSeries extends Measure {
  readonly profession: Profession;
  readonly year: number;
  readonly ages: AgeLimit;
}

export interface CommuneFacility {
  readonly family: string;
  readonly type: string;
  readonly label: { readonly fr: string; readonly en: string };
  /** Places of practice, not people (INSEE BPE). */
  readonly count2024: number;
  /** NaN when the type was not counted in 2018. */
  readonly count2018: number;
}

export interface CommuneAnswer {
  readonly code: string;
  /** Inhabitants, municipal population 2022. */
  readonly population: number;
  readonly series: readonly CommuneSeries[];
  readonly facilities: readonly CommuneFacility[];
  /** Euros per consumption unit and year, 2021. */
  readonly medianIncome: Measure;
  /** Percent, 2021. */
  readonly povertyRate: Measure;
}

/** What the pack says of one commune or arrondissement. Throws `unknown-territory`. */
export async function describeCommune(
  db: Database,
  code: string,
  signal?: { readonly aborted: boolean },
): Promise<CommuneAnswer> {
  const income = await db.query(incomeSql, [code], signal);
  if (income.rowCount === 0) throw new FailureError("unknown-territory", { text: code });
  const series = await db.query(seriesSql, [code], signal);
  const facilities = await db.query(facilitiesSql, [code], signal);
  const texts = (table: typeof series, name: string) => getTexts(table, name) as readonly string[];
  const measure = (value: string, status: string): Measure => ({
    value: getNumbers(income, value)[0],
    status: texts(income, status)[0] as Status,
  });
  return {
    code,
    population: getNumbers(income, "population")[0],
    series: texts(series, "profession").map((profession, i) => ({
      profession: profession as Profession,
      year: getNumbers(series, "year")[i],
      ages: texts(series, "ages")[i] as AgeLimit,
      value: getNumbers(series, "value")[i],
      status: texts(series, "status")[i] as Status,
    })),
    facilities: texts(facilities, "type").map((type, i) => ({
      family: texts(facilities, "family")[i],
      type,
      label: { fr: texts(facilities, "label_fr")[i], en: texts(facilities, "label_en")[i] },
      count2024: getNumbers(facilities, "count_2024")[i],
      count2018: getNumbers(facilities, "count_2018")[i],
    })),
    medianIncome: measure("median_income", "median_status"),
    povertyRate: measure("poverty_rate", "poverty_status"),
  };
}
