import { kmBetween } from "../geo/distance.ts";
import { assertRunning, type Run } from "../run.ts";
import parameters from "./estimate-parameters.json" with { type: "json" };

/**
 * What the estimate is and how far off it is, as fitted: shown wherever its minutes are. Errors are minutes by band of
 * distance as the crow flies.
 */
export const ESTIMATE = parameters;

/** Places by longitude and latitude, degrees. */
export interface Points {
  readonly lon: Float64Array;
  readonly lat: Float64Array;
}

/**
 * Estimated minutes by car over `km` as the crow flies, for where no roads are at hand; zero for the same place. An
 * estimate, to be labelled as one: see ESTIMATE for its range and errors.
 */
export function estimateMinutes(km: number): number {
  return km === 0 ? 0 : parameters.a + parameters.b * km ** parameters.c;
}

/**
 * Rows of estimated seconds (tenths, rounded) from each source to each target; Infinity beyond `limit` seconds. A row is
 * overwritten by the next. Throws `cancelled`.
 */
export function fillEstimates(
  sources: Points,
  targets: Points,
  limit: number,
  run: Run,
  onRow: (source: number, row: Float64Array) => void,
): void {
  const row = new Float64Array(targets.lon.length);
  for (let i = 0; i < sources.lon.length; i++) {
    if (i % 64 === 0) {
      assertRunning(run);
      run.progress(i, sources.lon.length, "times");
    }
    for (let t = 0; t < row.length; t++) {
      const km = kmBetween(sources.lon[i], sources.lat[i], targets.lon[t], targets.lat[t]);
      const seconds = Math.round(estimateMinutes(km) * 600) / 10;
      row[t] = seconds <= limit ? seconds : Number.POSITIVE_INFINITY;
    }
    onRow(i, row);
  }
  run.progress(sources.lon.length, sources.lon.length, "times");
}
