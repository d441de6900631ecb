import type { ParityWorld } from "../core/access/parity-world.ts";
import type { Places } from "../core/geo/distance.ts";
import { findNearPairs, type NearPairs } from "../core/geo/near-pairs.ts";
import type { Profession } from "../core/professions.ts";
import { estimateMinutes } from "../core/travel/estimate.ts";
import type { NationalFrame } from "./national-frame.ts";
import { type Database, getNumbers, getTexts } from "./ports.ts";
import { islandOf } from "./roadless-islands.ts";
import type { SeriesColumns } from "./series-columns.ts";
import listParityPlaces from "./sql/list-parity-places.sql?raw";

/** Type of the BPE whose places of practice stand for the supply of each profession. */
export const FACILITY_TYPES: Readonly<Record<Profession, string>> = {
  gp: "D265",
  nurse: "D281",
  physio: "D279",
  midwife: "D278",
  dentist: "D277",
};

/** Kilometres beyond which no site is in reach: further than 25 minutes, for midwives than 45. */
const REACH_KM: Readonly<Record<Profession, number>> = { gp: 22, nurse: 22, physio: 22, midwife: 45, dentist: 30 };

/** Kilometres within which published values are interpolated. */
const NEIGHBOUR_KM = 14;

/** The country as the parity study sees it: communes that have a point and inhabitants, in unit order. */
export interface ParityPlaces {
  readonly world: ParityWorld;
  /** Places × places. */
  readonly near: NearPairs;
  /** NaN where nothing is published or the value is folded from arrondissements. */
  readonly published: Float64Array;
  readonly codes: readonly string[];
  /** Blocks held out together: bassins de vie. */
  readonly blocks: readonly string[];
  /** Inhabitants. */
  readonly people: Float64Array;
  readonly density: Float64Array;
  readonly isUrban: Uint8Array;
  readonly practitioners: Float64Array;
  /** Places whose point is that of a France Services counter. */
  readonly counters: number;
}

export async function loadParityPlaces(
  db: Database,
  frame: NationalFrame,
  series: SeriesColumns,
  profession: Profession,
): Promise<ParityPlaces> {
  const table = await db.query(listParityPlaces, [FACILITY_TYPES[profession]]);
  const units = getNumbers(table, "unit");
  const rows = Array.from(units.keys()).filter((row) => series.people[units[row]] > 0);
  const pick = (column: ArrayLike<number>) => Float64Array.from(rows, (row) => column[row]);
  const ofUnit = (column: ArrayLike<number>) => Float64Array.from(rows, (row) => column[units[row]]);
  const codes = rows.map((row) => frame.codes[units[row]]);
  const part = Uint8Array.from(codes, islandOf);
  const points = { lon: pick(getNumbers(table, "lon")), lat: pick(getNumbers(table, "lat")), part };
  const practitioners = pick(getNumbers(table, "places"));
  const placeOf = Uint32Array.from(rows.keys()).filter((i) => practitioners[i] > 0);
  const people = ofUnit(series.people);
  const standardised = ofUnit(series.standardised);
  const folded = ofUnit(frame.isFolded);
  const area = pick(getNumbers(table, "area"));
  const density = people.map((p, i) => p / (area[i] > 0 ? area[i] : TYPICAL_AREA));
  const sites: Places = {
    lon: Float64Array.from(placeOf, (i) => points.lon[i]),
    lat: Float64Array.from(placeOf, (i) => points.lat[i]),
    part: Uint8Array.from(placeOf, (i) => part[i]),
  };
  const near = findNearPairs(points, sites, REACH_KM[profession]);
  const departements = rows.map((row) => frame.departements[units[row]] ?? "");
  const names = [...new Set(departements)];
  const groupNumber = new Map(names.map((name, k) => [name, k]));
  const urbanUnits = getTexts(table, "urban_unit");
  const blocks = getTexts(table, "block");
  return {
    world: {
      near,
      minutes: near.km.map(estimateMinutes),
      points,
      placeOf,
      supply: Float64Array.from(placeOf, (i) => practitioners[i]),
      demand: standardised.map((s, i) => (Number.isNaN(s) ? people[i] : s)),
      logDensity: density.map((d) => Math.log(Math.max(1, d))),
      groupOf: Uint32Array.from(placeOf, (i) => groupNumber.get(departements[i]) ?? 0),
      groups: names.length,
    },
    near: findNearPairs(points, points, NEIGHBOUR_KM),
    published: ofUnit(series.values).map((value, i) => (folded[i] === 1 ? Number.NaN : value)),
    codes,
    blocks: rows.map((row) => blocks[row] as string),
    people,
    density,
    isUrban: Uint8Array.from(rows, (row) => (urbanUnits[row]?.endsWith("000") === false ? 1 : 0)),
    practitioners,
    counters: pick(getNumbers(table, "counter")).reduce((a, b) => a + b, 0),
  };
}

/** Median area of a commune, km², for the few without one. */
const TYPICAL_AREA = 11;
