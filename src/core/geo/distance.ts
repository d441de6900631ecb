const EARTH_KM = 6371.0088;
const RADIANS = Math.PI / 180;

/** Places by longitude and latitude, degrees, of equal length. */
export interface Places {
  readonly lon: Float64Array;
  readonly lat: Float64Array;
  /** Part of the world each place is on; no road joins two parts. All on one by default. */
  readonly part?: Uint8Array;
}

/** Great-circle kilometres between two places in degrees (haversine on the mean sphere). */
export function kmBetween(lonA: number, latA: number, lonB: number, latB: number): number {
  const dLat = Math.sin(((latB - latA) * RADIANS) / 2);
  const dLon = Math.sin(((lonB - lonA) * RADIANS) / 2);
  const h = dLat * dLat + Math.cos(latA * RADIANS) * Math.cos(latB * RADIANS) * dLon * dLon;
  return 2 * EARTH_KM * Math.asin(Math.min(1, Math.sqrt(h)));
}

/** Degrees of latitude that span `km` along a meridian. */
export function degreesOfLatitude(km: number): number {
  return km / (EARTH_KM * RADIANS);
}

/** Degrees of longitude either side of a place that no point within `km` of it exceeds; 180 near the poles. */
export function degreesOfLongitude(km: number, latitude: number): number {
  const ratio = Math.sin(km / EARTH_KM) / Math.cos(latitude * RADIANS);
  return ratio < 1 ? Math.asin(ratio) / RADIANS : 180;
}
