import type { TravelTable } from "../core/access/travel-table.ts";

/** Times somebody brought, between communes (by car road network, or from a table), in place of estimates. */
export interface BroughtTimes {
  /** File name, shown. */
  readonly name: string;
  readonly kind: "road" | "table";
  /** Communes covered, ascending. */
  readonly units: Uint16Array;
  /**
   * CSR among the covered: row k's pairs at offsets[k] … offsets[k + 1] − 1, targets are positions in `units`, ascending.
   * A commune is always listed with itself.
   */
  readonly offsets: Uint32Array;
  readonly targets: Uint32Array;
  readonly minutes: Float64Array;
  /** Pairs beyond it are not listed: out of reach. */
  readonly limitMinutes: number;
}

/** How many of the pairs in reach of a computation were brought, and how many are estimated. */
export interface TimesUsed {
  readonly brought: number;
  readonly estimated: number;
}

export interface MixedTable extends TimesUsed {
  readonly table: TravelTable;
}

/**
 * A table of estimates with brought minutes in their place wherever both communes are covered: a covered pair that is not
 * listed, or takes longer than `maxMinutes`, is out of reach. `origins` and `destinations` are the units of its rows and of
 * its targets; the table keeps its shape.
 */
export function replaceEstimates(
  estimates: TravelTable,
  origins: Uint16Array,
  destinations: Uint16Array,
  times: BroughtTimes,
  maxMinutes: number,
): MixedTable {
  const covered = new Map(Array.from(times.units, (unit, k) => [unit, k]));
  const isCovered = Uint8Array.from(destinations, (unit) => (covered.has(unit) ? 1 : 0));
  const places = listPlaces(destinations, covered, times.units.length);
  const offsets = new Uint32Array(origins.length + 1);
  const targets: number[] = [];
  const minutes: number[] = [];
  let brought = 0;
  for (let i = 0; i < origins.length; i++) {
    const row: { readonly target: number; readonly minutes: number }[] = [];
    const k = covered.get(origins[i]);
    for (let p = estimates.offsets[i]; p < estimates.offsets[i + 1]; p++) {
      const target = estimates.targets[p];
      if (k === undefined || isCovered[target] === 0) row.push({ target, minutes: estimates.minutes[p] });
    }
    const kept = row.length;
    if (k !== undefined) {
      for (let p = times.offsets[k]; p < times.offsets[k + 1]; p++) {
        if (times.minutes[p] > maxMinutes) continue;
        for (const target of places[times.targets[p]]) row.push({ target, minutes: times.minutes[p] });
      }
      row.sort((a, b) => a.target - b.target);
    }
    brought += row.length - kept;
    for (const pair of row) {
      targets.push(pair.target);
      minutes.push(pair.minutes);
    }
    offsets[i + 1] = targets.length;
  }
  return {
    table: {
      origins: estimates.origins,
      destinations: estimates.destinations,
      offsets,
      targets: Uint32Array.from(targets),
      minutes: Float64Array.from(minutes),
    },
    brought,
    estimated: targets.length - brought,
  };
}

/** Destinations standing at each covered commune: none, one, or several sites of the same commune. */
function listPlaces(destinations: Uint16Array, covered: ReadonlyMap<number, number>, count: number): number[][] {
  const places: number[][] = Array.from({ length: count }, () => []);
  destinations.forEach((unit, target) => {
    const k = covered.get(unit);
    if (k !== undefined) places[k].push(target);
  });
  return places;
}
