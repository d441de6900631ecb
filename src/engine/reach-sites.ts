import { weighMinutes } from "../core/access/decay.ts";
import type { AccessModel } from "../core/access/model.ts";
import type { TravelTable } from "../core/access/travel-table.ts";
import { weightedDemand } from "../core/access/two-step.ts";
import { liftsOf, type SiteLifts } from "../core/placement/shortfall.ts";
import { type BroughtTimes, replaceEstimates, type TimesUsed } from "./brought-times.ts";
import { createPlaceTimes } from "./place-times.ts";
import type { ReachPlaces } from "./reach-places.ts";
import type { SeriesColumns } from "./series-columns.ts";

/** What of a model spreads supply among people. */
export type SpreadModel = Pick<AccessModel, "decay" | "maxMinutes" | "bins" | "demand">;

export interface SiteReach {
  /** What `supply` at each site adds to each row, per inhabitant. */
  readonly lifts: SiteLifts;
  /** Σ people × weight of each site, over the whole country. */
  readonly weighted: Float64Array;
  readonly times: TimesUsed;
}

interface SiteSources {
  readonly series: SeriesColumns;
  readonly places: ReachPlaces;
  readonly brought: BroughtTimes | null;
}

/**
 * Whom supply at some places would reach and by how much. Demand is that of the whole country, so that what neighbours use is
 * not counted twice. `sites` and `rows` are positions among the places; a row at −1 has no point, and nothing reaches it.
 */
export function reachSites(
  { series, places, brought }: SiteSources,
  sites: readonly number[],
  rows: readonly number[],
  model: SpreadModel,
  supply: number,
): SiteReach {
  const estimated = createPlaceTimes(places, brought).estimate(
    Array.from(places.units.keys()),
    sites,
    model.maxMinutes,
  );
  const units = Uint16Array.from(sites, (i) => places.units[i]);
  const { table, ...times } = brought
    ? replaceEstimates(estimated, places.units, units, brought, model.maxMinutes)
    : { table: estimated, brought: 0, estimated: estimated.minutes.length };
  const weigh = ({ minutes }: TravelTable) =>
    weighMinutes(model.decay, minutes, { maxMinutes: model.maxMinutes, bins: model.bins });
  const demand = Float64Array.from(places.units, (unit) => demandOf(series, unit, model));
  const weighted = weightedDemand(table, demand, weigh(table));
  const reached = pickOrigins(table, rows);
  return { lifts: liftsOf(reached, weigh(reached), weighted, supply), weighted, times };
}

/** Standardised inhabitants where published, unless each person is to count as one; else inhabitants. */
export function demandOf(
  { standardised, people }: SeriesColumns,
  unit: number,
  { demand }: Pick<AccessModel, "demand">,
): number {
  return demand !== "people" && standardised[unit] >= 0 ? standardised[unit] : Math.max(0, people[unit] || 0);
}

/** The rows of some origins, in their order; none at −1. */
function pickOrigins(table: TravelTable, rows: readonly number[]): TravelTable {
  const bounds = rows.map((i) => (i < 0 ? [0, 0] : [table.offsets[i], table.offsets[i + 1]]));
  const offsets = new Uint32Array(rows.length + 1);
  bounds.forEach(([from, to], r) => {
    offsets[r + 1] = offsets[r] + to - from;
  });
  const targets = new Uint32Array(offsets[rows.length]);
  const minutes = new Float64Array(targets.length);
  bounds.forEach(([from, to], r) => {
    targets.set(table.targets.subarray(from, to), offsets[r]);
    minutes.set(table.minutes.subarray(from, to), offsets[r]);
  });
  return { origins: rows.length, destinations: table.destinations, offsets, targets, minutes };
}
