import type { TravelTable } from "../core/access/travel-table.ts";
import { breathe, type Run } from "../core/run.ts";
import { buildEstimateTable } from "../core/travel/estimate-table.ts";
import { type CarePlaces, siteColumn } from "./care-places.ts";

export interface EstimateSlice {
  /** Position of the slice's first place among the places. */
  readonly first: number;
  /** From the places of the slice to every site. */
  readonly table: TravelTable;
}

/** Few enough to cost nothing, enough for each to take a fraction of a second over the country. */
export const SLICES = 8;

/** Estimated minutes from every place to those with a facility, a slice at a time: a cancellation is heard between two. */
export async function* estimateBySlices(
  places: CarePlaces,
  maxMinutes: number,
  run: Run,
): AsyncGenerator<EstimateSlice> {
  const { points } = places;
  const sites = { lon: siteColumn(places, points.lon), lat: siteColumn(places, points.lat) };
  const count = points.lon.length;
  for (let k = 0; k < SLICES; k++) {
    await breathe(run);
    const first = Math.floor((count * k) / SLICES);
    const end = Math.floor((count * (k + 1)) / SLICES);
    const slice = { lon: points.lon.subarray(first, end), lat: points.lat.subarray(first, end) };
    yield { first, table: buildEstimateTable(slice, sites, maxMinutes) };
  }
}
