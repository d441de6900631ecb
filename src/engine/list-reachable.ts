import { kmBetween } from "../core/geo/distance.ts";
import { estimateMinutes } from "../core/travel/estimate.ts";
import type { BroughtTimes, TimesUsed } from "./brought-times.ts";
import type { NationalFrame } from "./national-frame.ts";
import { REACH_KINDS, type ReachKind, type ReachPlaces } from "./reach-places.ts";

/** Degrees. */
export interface Origin {
  readonly lon: number;
  readonly lat: number;
}

/** Minutes by road from the origin itself to the communes a network covers; Infinity: out of reach. */
export interface OriginTimes {
  readonly units: Uint16Array;
  readonly minutes: Float64Array;
}

export interface ReachQuestion {
  readonly origin: Origin;
  /** Ascending, at most SEARCH_LIMIT. */
  readonly bands: readonly number[];
  /** null: no network was brought, or none near the origin. */
  readonly roads: OriginTimes | null;
}

/** What lies within some minutes, limit included. */
export interface ReachBand extends TimesUsed {
  readonly minutes: number;
  readonly communes: number;
  readonly people: number;
  readonly counts: Readonly<Record<ReachKind, number>>;
}

export interface NearestPlace {
  readonly unit: number;
  readonly name: string;
  readonly minutes: number;
  readonly isBrought: boolean;
}

/** Communes within the last band, nearest first; columns are aligned. */
export interface ReachAnswer {
  readonly question: ReachQuestion;
  /** The commune the origin is taken to be in. */
  readonly home: { readonly code: string; readonly name: string; readonly island: number };
  readonly bands: readonly ReachBand[];
  readonly units: Uint16Array;
  readonly codes: readonly string[];
  readonly names: readonly string[];
  readonly minutes: Float64Array;
  /** 1: brought minutes, 0: estimated. */
  readonly isBrought: Uint8Array;
  readonly people: Float64Array;
  readonly counts: Readonly<Record<ReachKind, Float64Array>>;
  /** Minutes of every unit, arrondissements as their city; NaN beyond the last band. */
  readonly minutesByUnit: Float64Array;
  /** None within SEARCH_LIMIT: null. */
  readonly nearest: Readonly<Record<"pharmacy" | "emergency", NearestPlace | null>>;
  /** Communes left out because the sea is in between, though a straight line would reach them. */
  readonly acrossTheSea: readonly string[];
  /** How far brought times say anything, minutes; null where only estimates are used. */
  readonly broughtLimit: number | null;
}

/** Minutes within which the nearest one is looked for. */
export const SEARCH_LIMIT = 60;

/**
 * What is reached by car from a point, commune by commune: a commune counts, whole, when its point is within the minutes.
 * Minutes by road stand in for estimates wherever the network covers the commune; a table of times between communes is read
 * from the commune the origin is in.
 */
export function listReachable(
  places: ReachPlaces,
  frame: NationalFrame,
  question: ReachQuestion,
  brought: BroughtTimes | null,
): ReachAnswer {
  const { origin, bands } = question;
  const { units } = places;
  const km = Float64Array.from(units.keys(), (i) =>
    kmBetween(origin.lon, origin.lat, places.points.lon[i], places.points.lat[i]),
  );
  const home = findHome(places, km);
  const times = question.roads ?? readTable(brought, units[home]);
  const roadOf = new Map(Array.from(times?.units ?? [], (unit, k) => [unit, times?.minutes[k] ?? Number.NaN]));
  const isBrought = Uint8Array.from(units, (unit) => (roadOf.has(unit) ? 1 : 0));
  const isCutOff = (i: number) => isBrought[i] === 0 && places.islands[i] !== places.islands[home];
  const minutes = Float64Array.from(units, (unit, i) =>
    isCutOff(i) ? Number.POSITIVE_INFINITY : (roadOf.get(unit) ?? estimateMinutes(km[i])),
  );
  const last = bands[bands.length - 1];
  const rows = Array.from(units.keys())
    .filter((i) => minutes[i] <= last)
    .sort((a, b) => minutes[a] - minutes[b] || a - b);
  const pick = (column: Float64Array) => Float64Array.from(rows, (i) => column[i]);
  const counts = Object.fromEntries(REACH_KINDS.map((kind) => [kind, pick(places.counts[kind])]));
  return {
    question,
    home: { code: places.codes[home], name: places.names[home], island: places.islands[home] },
    bands: bands.map((limit) => sumBand(places, rows, minutes, isBrought, limit)),
    units: Uint16Array.from(rows, (i) => units[i]),
    codes: rows.map((i) => places.codes[i]),
    names: rows.map((i) => places.names[i]),
    minutes: pick(minutes),
    isBrought: Uint8Array.from(rows, (i) => isBrought[i]),
    people: pick(places.people),
    counts: counts as Record<ReachKind, Float64Array>,
    minutesByUnit: spreadMinutes(frame, places, minutes, last),
    nearest: {
      pharmacy: findNearest(places, minutes, isBrought, "pharmacy"),
      emergency: findNearest(places, minutes, isBrought, "emergency"),
    },
    acrossTheSea: Array.from(units.keys())
      .filter((i) => isCutOff(i) && estimateMinutes(km[i]) <= last)
      .map((i) => places.names[i]),
    broughtLimit: question.roads ? SEARCH_LIMIT : times ? (brought?.limitMinutes ?? null) : null,
  };
}

/** Area taken for the few communes without one: the median, km². */
const TYPICAL_AREA = 11;

/**
 * The commune a point is most likely in, outlines not being at hand: that of the nearest point, distances being shorter in
 * large communes (a Voronoi diagram weighted by the side of the commune).
 */
function findHome(places: ReachPlaces, km: Float64Array): number {
  let best = 0;
  let bestScore = Number.POSITIVE_INFINITY;
  for (let i = 0; i < km.length; i++) {
    const score = km[i] / Math.sqrt(places.areas[i] > 0 ? places.areas[i] : TYPICAL_AREA);
    if (score >= bestScore) continue;
    best = i;
    bestScore = score;
  }
  return best;
}

/** Row of the home commune in a table of times; null when the table does not cover it. A network has times of its own. */
function readTable(brought: BroughtTimes | null, home: number): OriginTimes | null {
  if (brought?.kind !== "table") return null;
  const k = brought.units.indexOf(home);
  if (k < 0) return null;
  const minutes = new Float64Array(brought.units.length).fill(Number.POSITIVE_INFINITY);
  for (let p = brought.offsets[k]; p < brought.offsets[k + 1]; p++) minutes[brought.targets[p]] = brought.minutes[p];
  return { units: brought.units, minutes };
}

function sumBand(
  places: ReachPlaces,
  rows: readonly number[],
  minutes: Float64Array,
  isBrought: Uint8Array,
  limit: number,
): ReachBand {
  const within = rows.filter((i) => minutes[i] <= limit);
  const sum = (column: Float64Array) => within.reduce((total, i) => total + (column[i] || 0), 0);
  const counts = Object.fromEntries(REACH_KINDS.map((kind) => [kind, sum(places.counts[kind])]));
  const brought = within.reduce((total, i) => total + isBrought[i], 0);
  return {
    minutes: limit,
    communes: within.length,
    people: sum(places.people),
    counts: counts as Record<ReachKind, number>,
    brought,
    estimated: within.length - brought,
  };
}

function findNearest(
  places: ReachPlaces,
  minutes: Float64Array,
  isBrought: Uint8Array,
  kind: ReachKind,
): NearestPlace | null {
  const column = places.counts[kind];
  let best = -1;
  for (let i = 0; i < column.length; i++) {
    if (column[i] > 0 && minutes[i] <= SEARCH_LIMIT && (best < 0 || minutes[i] < minutes[best])) best = i;
  }
  if (best < 0) return null;
  return {
    unit: places.units[best],
    name: places.names[best],
    minutes: minutes[best],
    isBrought: isBrought[best] === 1,
  };
}

function spreadMinutes(
  frame: NationalFrame,
  { units }: ReachPlaces,
  minutes: Float64Array,
  last: number,
): Float64Array {
  const spread = new Float64Array(frame.codes.length).fill(Number.NaN);
  units.forEach((unit, i) => {
    if (minutes[i] <= last) spread[unit] = minutes[i];
  });
  for (let unit = 0; unit < spread.length; unit++) {
    if (frame.cityOf[unit] >= 0) spread[unit] = spread[frame.cityOf[unit]];
  }
  return spread;
}
