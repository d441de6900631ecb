import { FailureError } from "../core/failure.ts";
import { AGE_LIMITS, getSeries, type Series } from "../core/professions.ts";
import type { Scenario } from "../core/scenario/document.ts";
import { changeFailure } from "../core/scenario/read-change.ts";
import type { SeriesColumns } from "./series-columns.ts";

export type LoadSeries = (series: Series) => Promise<SeriesColumns>;

/**
 * Official values once practitioners above an age no longer count, over every unit; null where no change asks for it. Throws
 * `bad-input` naming the change where no such series is published, or the values are recomputed ones.
 */
export async function ageDepartures(
  load: LoadSeries,
  { changes, series }: Scenario,
  baseline: "official" | "recomputed",
): Promise<Float64Array | null> {
  const index = changes.findIndex(({ kind }) => kind === "departure-by-age");
  const change = changes[index];
  if (change?.kind !== "departure-by-age") return null;
  const refuse = (problem: string) => changeFailure({ index, id: change.id, field: "upTo", problem });
  if (baseline === "recomputed") throw refuse("ages are known in official values alone");
  const limit = AGE_LIMITS.find((ages) => ages === `le${change.upTo}`);
  if (limit && AGE_LIMITS.indexOf(limit) <= AGE_LIMITS.indexOf(series.ages)) {
    throw refuse(`the scenario begins with practitioners up to ${series.ages.slice(2)}`);
  }
  try {
    if (limit) return (await load(getSeries(series.profession, series.year, limit))).values;
  } catch (error) {
    if (!(error instanceof FailureError && error.failure.code === "unknown-series")) throw error;
  }
  throw refuse(`no values up to ${change.upTo} for ${series.profession} ${series.year} in the data`);
}
