import type { TravelTable } from "../core/access/travel-table.ts";
import type { Places } from "../core/geo/distance.ts";
import type { Profession } from "../core/professions.ts";
import { buildEstimateTable } from "../core/travel/estimate-table.ts";
import { type BroughtTimes, replaceEstimates, type TimesUsed } from "./brought-times.ts";
import type { NationalFrame } from "./national-frame.ts";
import { FACILITY_TYPES } from "./parity-places.ts";
import { type Database, getNumbers, getTexts } from "./ports.ts";
import { islandOf } from "./roadless-islands.ts";
import listParityPlaces from "./sql/list-parity-places.sql?raw";

/** Communes with a point and where a profession practises among them (BPE 2024), arrondissements folded into their city. */
export interface SupplyPlaces {
  readonly units: Uint16Array;
  readonly points: Places;
  /** Places of practice per commune. */
  readonly practices: Float64Array;
  /** Positions, among the communes, of those with a practice: the destinations. */
  readonly sites: Uint32Array;
  readonly isUrban: Uint8Array;
}

export interface SupplyTable extends TimesUsed {
  /** Communes × sites. */
  readonly table: TravelTable;
  /** One number per pair for whoever weighs them; overwritten each time. */
  readonly scratch: Float64Array;
}

export async function loadSupplyPlaces(
  db: Database,
  frame: NationalFrame,
  profession: Profession,
): Promise<SupplyPlaces> {
  const rows = await db.query(listParityPlaces, [FACILITY_TYPES[profession]]);
  const units = Uint16Array.from(getNumbers(rows, "unit"));
  const practices = getNumbers(rows, "places");
  return {
    units,
    points: {
      lon: getNumbers(rows, "lon"),
      lat: getNumbers(rows, "lat"),
      part: Uint8Array.from(units, (unit) => islandOf(frame.codes[unit])),
    },
    practices,
    sites: Uint32Array.from(practices.keys()).filter((i) => practices[i] > 0),
    isUrban: Uint8Array.from(getTexts(rows, "urban_unit"), (code) => (code?.endsWith("000") === false ? 1 : 0)),
  };
}

/** Minutes from every commune to every site within `maxMinutes`: estimated, or brought where both ends are covered. */
export function buildSupplyTable(
  { units, points, sites }: SupplyPlaces,
  maxMinutes: number,
  brought: BroughtTimes | null,
): SupplyTable {
  const ends: Places = {
    lon: Float64Array.from(sites, (i) => points.lon[i]),
    lat: Float64Array.from(sites, (i) => points.lat[i]),
    part: Uint8Array.from(sites, (i) => points.part?.[i] ?? 0),
  };
  const table = buildEstimateTable(points, ends, maxMinutes);
  const scratch = new Float64Array(table.minutes.length);
  if (!brought) return { table, scratch, brought: 0, estimated: table.minutes.length };
  const siteUnits = Uint16Array.from(sites, (i) => units[i]);
  const mixed = replaceEstimates(table, units, siteUnits, brought, maxMinutes);
  return { ...mixed, scratch: new Float64Array(mixed.table.minutes.length) };
}
