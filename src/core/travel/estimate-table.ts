import type { TravelTable } from "../access/travel-table.ts";
import type { Places } from "../geo/distance.ts";
import { findNearPairs } from "../geo/near-pairs.ts";
import { ESTIMATE, estimateMinutes } from "./estimate.ts";

/**
 * Estimated minutes by car of every (origin, destination) at most `maxMinutes` apart; 0 for the same point, a place at NaN in no
 * pair. An estimate, to be labelled as one: see ESTIMATE.
 */
export function buildEstimateTable(origins: Places, destinations: Places, maxMinutes: number): TravelTable {
  const radius = ((maxMinutes - ESTIMATE.a) / ESTIMATE.b) ** (1 / ESTIMATE.c);
  const { km, ...pairs } = findNearPairs(origins, destinations, radius);
  return { ...pairs, minutes: km.map(estimateMinutes) };
}
