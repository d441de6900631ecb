import type { Places } from "../core/geo/distance.ts";
import type { NationalFrame } from "./national-frame.ts";
import { type Database, getNumbers } from "./ports.ts";
import listParityPlaces from "./sql/list-parity-places.sql?raw";

/** Types of the BPE 2024 these use cases count. */
export const CARE_TYPES = { gp: "D265", pharmacy: "D307", emergency: "D106" } as const;

/**
 * Communes with a point, arrondissements folded into their city, overseas collectivities left out (the BPE does not count
 * there): what estimated travel joins.
 */
export interface CarePlaces {
  readonly units: Uint16Array;
  readonly points: Places;
  /** Facilities of the type asked for, per place. */
  readonly facilities: Float64Array;
  /** Positions, among the places, of those with at least one. */
  readonly sites: Uint32Array;
}

export async function loadCarePlaces(db: Database, frame: NationalFrame, type: string): Promise<CarePlaces> {
  const table = await db.query(listParityPlaces, [type]);
  const unit = getNumbers(table, "unit");
  const rows = Array.from(unit.keys()).filter((row) => frame.regions[unit[row]] !== null);
  const pick = (name: string) => {
    const column = getNumbers(table, name);
    return Float64Array.from(rows, (row) => column[row]);
  };
  const facilities = pick("places");
  return {
    units: Uint16Array.from(rows, (row) => unit[row]),
    points: { lon: pick("lon"), lat: pick("lat") },
    facilities,
    sites: Uint32Array.from(facilities.keys()).filter((i) => facilities[i] > 0),
  };
}

export function siteColumn(places: CarePlaces, column: Float64Array): Float64Array {
  return Float64Array.from(places.sites, (i) => column[i]);
}

/** Values of places over every unit: an arrondissement takes that of its city; NaN where there is no place. */
export function spreadOverUnits(frame: NationalFrame, places: CarePlaces, values: Float64Array): Float64Array {
  const spread = new Float64Array(frame.codes.length).fill(Number.NaN);
  places.units.forEach((unit, i) => {
    spread[unit] = values[i];
  });
  for (let unit = 0; unit < spread.length; unit++) {
    if (frame.cityOf[unit] >= 0) spread[unit] = spread[frame.cityOf[unit]];
  }
  return spread;
}
