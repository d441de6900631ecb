import {
  type AgeWeight,
  ageColumn,
  parseAgeColumn,
  standardiseDemand,
  widenAgeWeights,
} from "../core/access/standardised-demand.ts";
import { type Database, getNumbers } from "./ports.ts";
import listAgeShares from "./sql/list-age-shares.sql?raw";

/** Demand of the units whose ages the pack knows, today those of Bretagne (census 2023). */
export interface AgeDemand {
  /** Standardised inhabitants in unit order; NaN where ages are not known. */
  readonly demand: Float64Array;
  /** Weights of the pack's bands: plain means of the weights given. */
  readonly weights: readonly AgeWeight[];
}

/**
 * Demand standardised by age (IRDES DT 70, section 2.1.2) from shares of people by band and `people` in unit order. With
 * `rescale` its sum over the units known stays their number of people. Throws RangeError on weights finer ages would need.
 */
export async function loadAgeDemand(
  db: Database,
  people: Float64Array,
  weights: readonly AgeWeight[],
  rescale: boolean,
): Promise<AgeDemand> {
  const table = await db.query(listAgeShares);
  const bands = Object.keys(table.columns).flatMap((name) => parseAgeColumn(name) ?? []);
  const widened = widenAgeWeights(weights, bands);
  if (!widened) throw new RangeError("bands of the pack cut those of the weights");
  const units = getNumbers(table, "unit");
  const counts = bands.map((band) =>
    getNumbers(table, ageColumn(band)).map((share, row) => share * people[units[row]]),
  );
  const known = standardiseDemand(counts, widened, rescale);
  const demand = new Float64Array(people.length).fill(Number.NaN);
  units.forEach((unit, row) => {
    demand[unit] = known[row];
  });
  return { demand, weights: widened };
}
