/** Half axis, metres, and flattening of GRS 80. */
const A = 6_378_137;
const F = 1 / 298.257222101;
const E = Math.sqrt(2 * F - F * F);
const RADIANS = Math.PI / 180;
const ORIGIN = { lon: 3 * RADIANS, lat: 46.5 * RADIANS, x: 700_000, y: 6_600_000 };
const PARALLELS = [44 * RADIANS, 49 * RADIANS] as const;

const [FIRST, SECOND] = PARALLELS;
const EXPONENT = (Math.log(radius(FIRST)) - Math.log(radius(SECOND))) / (isometric(SECOND) - isometric(FIRST));
const CONSTANT = (radius(FIRST) / EXPONENT) * Math.exp(EXPONENT * isometric(FIRST));

/** Metres east and north of degrees on RGF 93: the conformal conic projection of France (IGN, NTG 71, algorithm 3). */
export function toLambert93(lon: number, lat: number): readonly [x: number, y: number] {
  const from = (phi: number) => CONSTANT * Math.exp(-EXPONENT * isometric(phi));
  const angle = EXPONENT * (lon * RADIANS - ORIGIN.lon);
  const distance = from(lat * RADIANS);
  return [ORIGIN.x + distance * Math.sin(angle), ORIGIN.y + from(ORIGIN.lat) - distance * Math.cos(angle)];
}

/** Isometric latitude. */
function isometric(phi: number): number {
  const sine = Math.sin(phi);
  return Math.atanh(sine) - E * Math.atanh(E * sine);
}

/** Radius of the parallel, metres. */
function radius(phi: number): number {
  return (A * Math.cos(phi)) / Math.sqrt(1 - (E * Math.sin(phi)) ** 2);
}
