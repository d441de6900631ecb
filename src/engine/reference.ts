import type { NationalFrame } from "./national-frame.ts";
import type { TerritoryRows } from "./territory-rows.ts";

/** What communes are set beside: the whole country, neighbours across any border included, or the territory alone. */
export const REFERENCES = ["country", "territory"] as const;
export type Reference = (typeof REFERENCES)[number];

/** Units of the reference, ascending: communes, and cities whole, whose arrondissements have no outline. */
export function listAnalysed(frame: NationalFrame, rows: TerritoryRows, reference: Reference): Uint32Array {
  const within = reference === "country" ? Uint32Array.from(frame.codes.keys()) : Uint32Array.from(rows.units);
  return within.filter((unit) => frame.isArrondissement[unit] === 0);
}
