import { degreesOfLatitude, degreesOfLongitude, kmBetween, type Places } from "./distance.ts";

/** Pairs of places at most a radius apart, compressed by origin, targets ascending; `km` as the crow flies. */
export interface NearPairs {
  readonly origins: number;
  readonly destinations: number;
  /** origins + 1 positions. */
  readonly offsets: Uint32Array;
  readonly targets: Uint32Array;
  readonly km: Float64Array;
}

/**
 * Every (origin, destination) at most `radiusKm` apart, limit included, through rows of latitude sorted by longitude: about
 * the pairs themselves in time. Places on different parts are not paired. Pairs across the 180th meridian are not found. A place at NaN is in no pair.
 */
export function findNearPairs(origins: Places, destinations: Places, radiusKm: number): NearPairs {
  const rows = sortIntoRows(destinations, degreesOfLatitude(radiusKm));
  const offsets = new Uint32Array(origins.lon.length + 1);
  const targets: number[] = [];
  const km: number[] = [];
  for (let i = 0; i < origins.lon.length; i++) {
    const start = targets.length;
    const lon = origins.lon[i];
    const lat = origins.lat[i];
    const reach = degreesOfLongitude(radiusKm, lat) * (1 + 1e-9);
    const found: { readonly target: number; readonly km: number }[] = [];
    const row = Math.floor(lat / rows.height);
    for (let r = row - 1; r <= row + 1; r++) {
      const members = rows.members.get(r);
      if (members === undefined) continue;
      for (let k = lowerBound(members, destinations.lon, lon - reach); k < members.length; k++) {
        const j = members[k];
        if (destinations.lon[j] > lon + reach) break;
        if (destinations.part?.[j] !== origins.part?.[i]) continue;
        const distance = kmBetween(lon, lat, destinations.lon[j], destinations.lat[j]);
        if (distance <= radiusKm) found.push({ target: j, km: distance });
      }
    }
    found.sort((a, b) => a.target - b.target);
    for (const pair of found) {
      targets.push(pair.target);
      km.push(pair.km);
    }
    offsets[i + 1] = start + found.length;
  }
  return {
    origins: origins.lon.length,
    destinations: destinations.lon.length,
    offsets,
    targets: Uint32Array.from(targets),
    km: Float64Array.from(km),
  };
}

interface Rows {
  /** Degrees of latitude, slightly more than the radius, so that a neighbour is at most one row away. */
  readonly height: number;
  /** Places of each row, by longitude. */
  readonly members: ReadonlyMap<number, readonly number[]>;
}

function sortIntoRows(places: Places, radius: number): Rows {
  const height = radius * (1 + 1e-9) + 1e-12;
  const members = new Map<number, number[]>();
  for (let j = 0; j < places.lon.length; j++) {
    if (Number.isNaN(places.lon[j]) || Number.isNaN(places.lat[j])) continue;
    const row = Math.floor(places.lat[j] / height);
    const list = members.get(row);
    if (list) list.push(j);
    else members.set(row, [j]);
  }
  for (const list of members.values()) list.sort((a, b) => places.lon[a] - places.lon[b]);
  return { height, members };
}

function lowerBound(members: readonly number[], lon: Float64Array, limit: number): number {
  let low = 0;
  let high = members.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (lon[members[middle]] < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
