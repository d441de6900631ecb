import { FLAT_DECAY } from "../core/access/compute-access.ts";
import { NO_LIMIT, weighMinutes } from "../core/access/decay.ts";
import { type Facility, SEARCH_MINUTES } from "../core/access/difficulty-sets.ts";
import { nearestMinutes } from "../core/access/reach.ts";
import { STATUS_CODE } from "../core/status.ts";
import type { BroughtTimes } from "./brought-times.ts";
import { createPlaceTimes, type PlaceTimes } from "./place-times.ts";
import type { ReachPlaces } from "./reach-places.ts";

/** Communes whose nearest facility is not at the same minutes once some are opened or closed by corrections. */
export interface CorrectedMinutes {
  readonly facility: Facility;
  readonly codes: readonly string[];
  readonly names: readonly string[];
  readonly people: Float64Array;
  /** Infinity: none within the minutes looked for. */
  readonly official: Float64Array;
  readonly corrected: Float64Array;
}

/** `origins`: positions among the places; `shifts`: what is added to the count of a place. */
export function correctMinutes(
  { places, brought }: { readonly places: ReachPlaces; readonly brought: BroughtTimes | null },
  origins: readonly number[],
  facility: Facility,
  shifts: ReadonlyMap<number, number>,
): CorrectedMinutes {
  const times = createPlaceTimes(places, brought);
  const before = places.counts[facility];
  const after = before.slice();
  for (const [place, shift] of shifts) after[place] = Math.max(0, (after[place] || 0) + shift);
  const flipped = Array.from(shifts.keys()).filter((place) => before[place] > 0 !== after[place] > 0);
  const near = times.measure(origins, flipped, SEARCH_MINUTES[facility]);
  // Only who has one of these within reach can be nearer, or farther, than before.
  const touched = origins.filter((_, i) => near.offsets[i + 1] > near.offsets[i]);
  const official = nearest(times, touched, before, SEARCH_MINUTES[facility]);
  const corrected = nearest(times, touched, after, SEARCH_MINUTES[facility]);
  const moved = Array.from(touched.keys()).filter((i) => official[i] !== corrected[i]);
  return {
    facility,
    codes: moved.map((i) => places.codes[touched[i]]),
    names: moved.map((i) => places.names[touched[i]]),
    people: Float64Array.from(moved, (i) => places.people[touched[i]]),
    official: Float64Array.from(moved, (i) => official[i]),
    corrected: Float64Array.from(moved, (i) => corrected[i]),
  };
}

function nearest(times: PlaceTimes, origins: readonly number[], counts: Float64Array, minutes: number): Float64Array {
  const sites = Array.from(counts.keys()).filter((place) => counts[place] > 0);
  const table = times.measure(origins, sites, minutes);
  const world = { table, demand: new Float64Array(table.origins), supply: new Float64Array(sites.length).fill(1) };
  const { values, statuses } = nearestMinutes(world, weighMinutes(FLAT_DECAY, table.minutes, NO_LIMIT), 1);
  return values.map((value, i) => (statuses[i] === STATUS_CODE.value ? value : Number.POSITIVE_INFINITY));
}
