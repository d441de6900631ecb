import { CARE_TYPES, type CarePlaces, loadCarePlaces } from "./care-places.ts";
import type { NationalFrame } from "./national-frame.ts";
import { type Database, getNumbers } from "./ports.ts";
import { islandOf } from "./roadless-islands.ts";
import listReachSupply from "./sql/list-reach-supply.sql?raw";

/** What is counted within reach, in the order it is shown: BPE 2024 D265, D281, D279, D278, D277, D307, D106, then ANCT. */
export const REACH_KINDS = [
  "gp",
  "nurse",
  "physio",
  "midwife",
  "dentist",
  "pharmacy",
  "emergency",
  "franceServices",
] as const;
export type ReachKind = (typeof REACH_KINDS)[number];

/** Every commune with a point and what stands in it; columns are aligned with `units`. */
export interface ReachPlaces extends Pick<CarePlaces, "units" | "points"> {
  readonly codes: readonly string[];
  readonly names: readonly string[];
  /** Inhabitants, municipal population 2022. */
  readonly people: Float64Array;
  /** km²; NaN where it is not known. */
  readonly areas: Float64Array;
  /** Island no road leads to, 0 for the mainland. */
  readonly islands: Uint8Array;
  readonly counts: Readonly<Record<ReachKind, Float64Array>>;
}

export async function loadReachPlaces(db: Database, frame: NationalFrame): Promise<ReachPlaces> {
  const { units, points } = await loadCarePlaces(db, frame, CARE_TYPES.gp);
  const supply = await db.query(listReachSupply);
  const rowOf = new Map(Array.from(getNumbers(supply, "unit"), (unit, row) => [unit, row]));
  const pick = (name: string) => {
    const column = getNumbers(supply, name);
    return Float64Array.from(units, (unit) => column[rowOf.get(unit) ?? -1] ?? Number.NaN);
  };
  return {
    units,
    points,
    codes: Array.from(units, (unit) => frame.codes[unit]),
    names: Array.from(units, (unit) => frame.names[unit]),
    people: Float64Array.from(units, (unit) => frame.population[unit]),
    areas: pick("area"),
    islands: Uint8Array.from(units, (unit) => islandOf(frame.codes[unit])),
    counts: {
      gp: pick("gp"),
      nurse: pick("nurse"),
      physio: pick("physio"),
      midwife: pick("midwife"),
      dentist: pick("dentist"),
      pharmacy: pick("pharmacy"),
      emergency: pick("emergency"),
      franceServices: pick("france_services"),
    },
  };
}

/** The communes by code and point: what roads are measured between. */
export interface CommunePoints {
  readonly units: Uint16Array;
  readonly codes: readonly string[];
  readonly names: readonly string[];
  /** Degrees. */
  readonly lon: Float64Array;
  readonly lat: Float64Array;
}

/** Copies, since what leaves a worker is given away. */
export function listCommunePoints({ units, codes, names, points }: ReachPlaces): CommunePoints {
  return { units: units.slice(), codes, names, lon: points.lon.slice(), lat: points.lat.slice() };
}
