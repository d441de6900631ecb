import type { AreaKind } from "../core/zoning/zoned-areas.ts";
import type { NationalFrame } from "./national-frame.ts";
import { type Database, getTexts } from "./ports.ts";
import listLivingAreas from "./sql/list-living-areas.sql?raw";

/** People from which a commune of a large bassin de vie is an area of its own. */
export const TOWN_PEOPLE = 10_000;
/** People under which what is left of a large one within an EPCI joins the largest such part. */
export const LEAST_REST = 5_000;

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
 * TOWN_PEOPLE or more and each arrondissement by itself, the others together by EPCI, parts under LEAST_REST people with the
 * largest of these parts.
 */
export function layOutAreas(
  frame: NationalFrame,
  livingAreas: readonly (string | null)[],
  splitAbove: number,
): AreaLayout {
  const { codes, names, population, isFolded, isArrondissement, epcis } = frame;
  const counted = population.map((n, unit) => (isFolded[unit] === 0 ? n || 0 : 0));
  const people = sumBy(livingAreas, counted);
  const isTown = (unit: number) => isArrondissement[unit] === 1 || population[unit] >= TOWN_PEOPLE;
  const isLarge = (area: string) => (people.get(area) ?? 0) > splitAbove;
  const restOf = (area: string, unit: number) => `${area}:${epcis[unit] ?? "0"}`;
  const rests = sumBy(
    livingAreas.map((area, unit) => (area !== null && isLarge(area) && !isTown(unit) ? restOf(area, unit) : null)),
    counted,
  );
  const mainRests = new Map<string, string>();
  for (const [rest, n] of rests) {
    const area = rest.slice(0, rest.indexOf(":"));
    if (n > (rests.get(mainRests.get(area) ?? "") ?? -1)) mainRests.set(area, rest);
  }
  const nameOf = nameLivingAreas(frame, livingAreas);
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
    const kind: AreaKind = isLarge(area) ? (isTown(unit) ? "town" : "rest") : "whole";
    const rest = restOf(area, unit);
    const joined = (rests.get(rest) ?? 0) < LEAST_REST ? (mainRests.get(area) ?? rest) : rest;
    const key = kind === "town" ? `com:${codes[unit]}` : kind === "rest" ? `bv:${joined}` : `bv:${area}`;
    const known = found.get(key);
    if (known !== undefined) return known;
    const epci = kind === "rest" ? joined.slice(joined.indexOf(":") + 1) : null;
    found.set(key, layout.keys.length);
    layout.keys.push(key);
    layout.kinds.push(kind);
    layout.names.push(kind === "town" ? names[unit] : (nameOf.get(area) ?? area));
    layout.epcis.push(epci === null || epci === "0" ? null : (epciNames.get(epci) ?? epci));
    return layout.keys.length - 1;
  });
  return { areaOf, ...layout };
}

function sumBy(keys: readonly (string | null)[], values: Float64Array): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  keys.forEach((key, unit) => {
    if (key !== null) sums.set(key, (sums.get(key) ?? 0) + values[unit]);
  });
  return sums;
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
