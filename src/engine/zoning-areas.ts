import type { AreaKind } from "../core/zoning/zoned-areas.ts";
import type { NationalFrame } from "./national-frame.ts";
import { type Database, getTexts } from "./ports.ts";
import listLivingAreas from "./sql/list-living-areas.sql?raw";

/** People from which a commune of a large bassin de vie is an area of its own. */
export const TOWN_PEOPLE = 10_000;

/** The areas that are classed, over the whole country. */
export interface AreaLayout {
  /** Area of each unit; −1: no living area, or a city counted by its arrondissements. */
  readonly areaOf: Int32Array;
  /** `bv:35360`, `com:35238`, `bv:35238:243500139`. */
  readonly keys: readonly string[];
  readonly kinds: readonly AreaKind[];
  /** The bassin de vie, or the town. */
  readonly names: readonly string[];
  /** EPCI of a rest, null elsewhere. */
  readonly epcis: readonly (string | null)[];
}

export async function loadLivingAreas(db: Database): Promise<readonly (string | null)[]> {
  return getTexts(await db.query(listLivingAreas), "bassin_de_vie");
}

/**
 * Areas near to those of the orders, of which the composition is not at hand: bassins de vie of 2022 (the orders use those of
 * 2012). One of more than `splitAbove` people is divided as the orders do in spirit, without their cantons: each commune of
 * TOWN_PEOPLE or more and each arrondissement by itself, the others together by EPCI.
 */
export function layOutAreas(
  frame: NationalFrame,
  livingAreas: readonly (string | null)[],
  splitAbove: number,
): AreaLayout {
  const { codes, names, population, isFolded, isArrondissement, epcis } = frame;
  const peopleOf = new Map<string, number>();
  const nameOf = nameLivingAreas(frame, livingAreas);
  livingAreas.forEach((area, unit) => {
    if (area !== null && isFolded[unit] === 0) peopleOf.set(area, (peopleOf.get(area) ?? 0) + (population[unit] || 0));
  });
  const epciNames = new Map(frame.territories.flatMap((t) => (t.kind === "epci" ? [[t.code, t.name]] : [])));
  const found = new Map<string, number>();
  const layout = {
    keys: [] as string[],
    kinds: [] as AreaKind[],
    names: [] as string[],
    epcis: [] as (string | null)[],
  };
  const areaOf = Int32Array.from(livingAreas, (area, unit) => {
    if (area === null || isFolded[unit] === 1) return -1;
    const isLarge = (peopleOf.get(area) ?? 0) > splitAbove;
    const isTown = isLarge && (isArrondissement[unit] === 1 || population[unit] >= TOWN_PEOPLE);
    const kind: AreaKind = isTown ? "town" : isLarge ? "rest" : "whole";
    const epci = kind === "rest" ? epcis[unit] : null;
    const key = isTown ? `com:${codes[unit]}` : `bv:${area}${kind === "rest" ? `:${epci ?? "0"}` : ""}`;
    const known = found.get(key);
    if (known !== undefined) return known;
    found.set(key, layout.keys.length);
    layout.keys.push(key);
    layout.kinds.push(kind);
    layout.names.push(isTown ? names[unit] : (nameOf.get(area) ?? area));
    layout.epcis.push(epci === null ? null : (epciNames.get(epci) ?? epci));
    return layout.keys.length - 1;
  });
  return { areaOf, ...layout };
}

/** A living area bears the name of the commune of its code, or of its largest where that one is gone. */
function nameLivingAreas(frame: NationalFrame, livingAreas: readonly (string | null)[]): ReadonlyMap<string, string> {
  const best = new Map<string, number>();
  livingAreas.forEach((area, unit) => {
    if (area === null || frame.isArrondissement[unit] === 1) return;
    const rank = (of: number) => (frame.codes[of] === area ? Number.POSITIVE_INFINITY : frame.population[of] || 0);
    const known = best.get(area);
    if (known === undefined || rank(unit) > rank(known)) best.set(area, unit);
  });
  return new Map(Array.from(best, ([area, unit]) => [area, frame.names[unit]]));
}
