import { FailureError } from "../core/failure.ts";
import type { Territory } from "../core/territory.ts";
import { findTerritory, listParents, listUnitsOf, type NamedTerritory, type NationalFrame } from "./national-frame.ts";

/** The units of a territory with what every table of them begins with. */
export interface TerritoryRows {
  readonly territory: NamedTerritory;
  readonly units: Uint16Array;
  readonly codes: readonly string[];
  readonly names: readonly string[];
  /** 0 for a city whose arrondissements are counted instead. */
  readonly counted: Uint8Array;
}

/** Throws `unknown-territory`. */
export function listRows(frame: NationalFrame, territory: Territory): TerritoryRows {
  const named = findTerritory(frame, territory);
  if (!named) throw new FailureError("unknown-territory", { text: territory.code });
  const units = listUnitsOf(frame, territory);
  return {
    territory: named,
    units,
    codes: Array.from(units, (unit) => frame.codes[unit]),
    names: Array.from(units, (unit) => frame.names[unit]),
    counted: Uint8Array.from(units, (unit) => 1 - frame.isFolded[unit]),
  };
}

/** The rows of the territory, then of those it is compared with, the country last. Throws `unknown-territory`. */
export function listRowsUpwards(frame: NationalFrame, territory: Territory): readonly TerritoryRows[] {
  const own = listRows(frame, territory);
  return [own, ...listParents(frame, own.territory).map((parent) => listRows(frame, parent))];
}

export function pickRows(column: Float64Array, { units }: TerritoryRows): Float64Array {
  return Float64Array.from(units, (unit) => column[unit]);
}
