import { weightedMean } from "../core/access/distribution.ts";
import type { Series } from "../core/professions.ts";
import { STATUS_CODE, type Status } from "../core/status.ts";
import type { NationalFrame } from "./national-frame.ts";
import { type Database, getNumbers, getTexts } from "./ports.ts";
import listSeries from "./sql/list-series.sql?raw";

/** One series over every unit. Cities with arrondissements hold the mean of these, weighted by standardised population. */
export interface SeriesColumns {
  /** NaN unless the status is `value`. */
  readonly values: Float64Array;
  /** Codes of core/status. */
  readonly statuses: Uint8Array;
  /** Standardised inhabitants, NaN where not published. */
  readonly standardised: Float64Array;
  /** Inhabitants: those of the APL edition, else the municipal population 2022. */
  readonly people: Float64Array;
}

export async function loadSeries(db: Database, frame: NationalFrame, series: Series): Promise<SeriesColumns> {
  const table = await db.query(listSeries, [series.profession, series.year, series.ages]);
  const size = frame.codes.length;
  const values = new Float64Array(size).fill(Number.NaN);
  const statuses = new Uint8Array(size).fill(STATUS_CODE.missing);
  const standardised = new Float64Array(size).fill(Number.NaN);
  const people = Float64Array.from(frame.population);
  const units = getNumbers(table, "unit");
  const value = getNumbers(table, "value");
  const status = getTexts(table, "status");
  const standard = getNumbers(table, "standardised");
  const total = getNumbers(table, "total");
  for (let row = 0; row < table.rowCount; row++) {
    const unit = units[row];
    values[unit] = value[row];
    statuses[unit] = STATUS_CODE[status[row] as Status];
    standardised[unit] = standard[row];
    if (!Number.isNaN(total[row])) people[unit] = total[row];
  }
  foldCities(frame, { values, statuses, standardised, people });
  return { values, statuses, standardised, people };
}

function foldCities(frame: NationalFrame, columns: SeriesColumns): void {
  for (let city = 0; city < frame.codes.length; city++) {
    if (frame.isFolded[city] === 0) continue;
    const parts: number[] = [];
    for (let unit = 0; unit < frame.cityOf.length; unit++) if (frame.cityOf[unit] === city) parts.push(unit);
    const pick = (column: Float64Array) => Float64Array.from(parts, (unit) => column[unit]);
    const mean = weightedMean(pick(columns.values), pick(columns.standardised));
    columns.values[city] = mean;
    columns.statuses[city] = Number.isNaN(mean) ? STATUS_CODE.missing : STATUS_CODE.value;
    columns.standardised[city] = pick(columns.standardised).reduce((a, b) => a + b, 0);
    columns.people[city] = pick(columns.people).reduce((a, b) => a + b, 0);
  }
}
