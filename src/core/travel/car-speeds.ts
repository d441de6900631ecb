/**
 * Speeds of the OSRM car profile (Project-OSRM/osrm-backend, profiles/car.lua, BSD-2), the router behind INSEE's
 * METRIC-OSRM. Roads without a posted limit go at the speed of their class; a posted limit is driven at four fifths.
 */

/** km/h by class of `highway`; classes not listed are not for cars. */
export const CLASS_SPEEDS: ReadonlyMap<string, number> = new Map([
  ["motorway", 90],
  ["motorway_link", 45],
  ["trunk", 85],
  ["trunk_link", 40],
  ["primary", 65],
  ["primary_link", 30],
  ["secondary", 55],
  ["secondary_link", 25],
  ["tertiary", 40],
  ["tertiary_link", 20],
  ["unclassified", 25],
  ["residential", 25],
  ["living_street", 10],
  ["service", 15],
]);

/** km/h at most by `surface`. */
export const SURFACE_SPEEDS: ReadonlyMap<string, number> = new Map([
  ["cement", 80],
  ["compacted", 80],
  ["fine_gravel", 80],
  ["paving_stones", 60],
  ["metal", 60],
  ["bricks", 60],
  ["grass", 40],
  ["wood", 40],
  ["sett", 40],
  ["grass_paver", 40],
  ["gravel", 40],
  ["unpaved", 40],
  ["ground", 40],
  ["dirt", 40],
  ["pebblestone", 40],
  ["cobblestone", 30],
  ["clay", 30],
  ["earth", 20],
  ["stone", 20],
  ["rocky", 20],
  ["sand", 20],
  ["mud", 10],
]);

/** km/h of a ferry without a duration, and of a train that carries cars. */
export const CARRIER_SPEEDS: ReadonlyMap<string, number> = new Map([
  ["ferry", 5],
  ["shuttle_train", 10],
]);

/** Share of a posted limit that is driven. */
const DRIVEN_SHARE = 0.8;

const KMH_PER_MPH = 1.609_344;
const KMH_PER_KNOT = 1.852;

/** km/h of legal limits given by name, after the country (`FR:urban`, `rural`, `GB:nsl_single`). */
const NAMED_LIMITS: ReadonlyMap<string, number> = new Map([
  ["urban", 50],
  ["rural", 90],
  ["trunk", 110],
  ["motorway", 130],
  ["living_street", 20],
  ["walk", 6],
  ["walking_pace", 6],
  ["none", 140],
  ["fr:rural", 80],
  ["fr:zone20", 20],
  ["fr:zone30", 30],
  ["fr:walk", 20],
  ["ch:rural", 80],
  ["ch:trunk", 100],
  ["ch:motorway", 120],
  ["be-vlg:rural", 70],
  ["be:motorway", 120],
  ["de:living_street", 7],
  ["de:rural", 100],
  ["de:motorway", 140],
  ["at:rural", 100],
  ["at:trunk", 100],
  ["dk:rural", 80],
  ["nl:rural", 80],
  ["nl:trunk", 100],
  ["gb:nsl_single", 60 * KMH_PER_MPH],
  ["gb:nsl_dual", 70 * KMH_PER_MPH],
  ["gb:motorway", 70 * KMH_PER_MPH],
]);

/**
 * km/h driven under a `maxspeed` tag: `50`, `50 km/h`, `30 mph`, `10 knots`, `FR:urban`, `FR:30`, `FR:zone30`, `walk`,
 * `none`; of several values the first. Null where it says nothing usable.
 */
export function drivenSpeed(maxspeed: string | undefined): number | null {
  if (maxspeed === undefined) return null;
  const text = maxspeed.split(/[;,|]/)[0].trim().toLowerCase();
  const limit = NAMED_LIMITS.get(text) ?? NAMED_LIMITS.get(text.slice(text.indexOf(":") + 1)) ?? parseLimit(text);
  return limit === null || limit <= 0 ? null : limit * DRIVEN_SHARE;
}

function parseLimit(text: string): number | null {
  const match = /^(?:[a-z-]+:(?:zone:?)?)?(\d+(?:\.\d+)?)\s*(km\/h|kmh|kph|mph|mp\/h|knots?)?$/.exec(text);
  if (!match) return null;
  const value = Number(match[1]);
  if (match[2]?.startsWith("mp")) return value * KMH_PER_MPH;
  return match[2]?.startsWith("knot") ? value * KMH_PER_KNOT : value;
}
