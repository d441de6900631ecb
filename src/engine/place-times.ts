import type { TravelTable } from "../core/access/travel-table.ts";
import { buildEstimateTable } from "../core/travel/estimate-table.ts";
import { type BroughtTimes, replaceEstimates } from "./brought-times.ts";
import type { ReachPlaces } from "./reach-places.ts";

/** Minutes of every pair of two lists of places (positions) at most some minutes apart. */
type TableBetween = (from: readonly number[], to: readonly number[], minutes: number) => TravelTable;

export interface PlaceTimes {
  /** Estimates alone. */
  readonly estimate: TableBetween;
  /** Times somebody brought in the place of estimates, where there are any. */
  readonly measure: TableBetween;
}

/** Times between communes: estimates, and what was brought in their place. */
export function createPlaceTimes({ points, units, islands }: ReachPlaces, brought: BroughtTimes | null): PlaceTimes {
  const pointsOf = (rows: readonly number[]) => ({
    lon: Float64Array.from(rows, (i) => points.lon[i]),
    lat: Float64Array.from(rows, (i) => points.lat[i]),
    part: Uint8Array.from(rows, (i) => islands[i]),
  });
  const unitsOf = (rows: readonly number[]) => Uint16Array.from(rows, (i) => units[i]);
  const estimate: TableBetween = (from, to, minutes) => buildEstimateTable(pointsOf(from), pointsOf(to), minutes);
  return {
    estimate,
    measure(from, to, minutes) {
      const table = estimate(from, to, minutes);
      return brought ? replaceEstimates(table, unitsOf(from), unitsOf(to), brought, minutes).table : table;
    },
  };
}
