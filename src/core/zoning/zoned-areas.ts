import { LOW_EXCHANGE, NO_EXCHANGE } from "./classify.ts";
import { UNZONED } from "./cut.ts";
import { type CareNeeded, type ClassEntry, careFor } from "./reach-class.ts";
import { statesOf, type ZoningRule } from "./rule.ts";

/** A whole bassin de vie; a town or an arrondissement of a large one; what is left of a large one within one EPCI. */
export const AREA_KINDS = ["whole", "town", "rest"] as const;
export type AreaKind = (typeof AREA_KINDS)[number];

/** Areas with people in a territory, classed; by columns. */
export interface ZonedAreas {
  readonly keys: readonly string[];
  readonly kinds: readonly AreaKind[];
  readonly names: readonly string[];
  readonly epcis: readonly (string | null)[];
  /** INSEE code of the region that decides. */
  readonly regions: readonly (string | null)[];
  readonly communes: Float64Array;
  readonly people: Float64Array;
  /** Those of its people who live in the territory. */
  readonly peopleInside: Float64Array;
  readonly peopleMissing: Float64Array;
  readonly standardised: Float64Array;
  readonly access: Float64Array;
  /** Position in the classes of the rule, UNZONED where there is no access. */
  readonly classes: Int8Array;
  /** Position in `statesOf(rule)`: the class, or what was decided. */
  readonly states: Int8Array;
  /** Sides of exchanges. */
  readonly exchange: Uint8Array;
  /** Published access and its class, where other access was brought. */
  readonly before: { readonly access: Float64Array; readonly classes: Int8Array } | null;
  /** States each area may be decided to be. */
  readonly options: readonly (readonly number[])[];
  /** Access at which each area enters each class (area × class), NaN where it is in it or cannot; 1: to be passed. */
  readonly entryAccess: Float64Array;
  readonly entryStrict: Uint8Array;
}

/** What it takes for one of the areas to enter a class; null where it is there or cannot. */
export function entryOf(
  rule: ZoningRule,
  areas: ZonedAreas,
  area: number,
  classIndex: number,
): (ClassEntry & CareNeeded) | null {
  const at = area * rule.classes.length + classIndex;
  const access = areas.entryAccess[at];
  if (Number.isNaN(access)) return null;
  const care = careFor(access - areas.access[area], areas.standardised[area], rule.profession);
  return { access, isStrict: areas.entryStrict[at] === 1, ...care };
}

/** Written with every figure that leaves the application. */
export const SIMULATION_LABEL = "simulation, pas une décision";

/** A line per area, as files have it; null and NaN are empty cells. */
export function tabulateAreas(
  rule: ZoningRule,
  areas: ZonedAreas,
): { readonly header: readonly string[]; readonly rows: readonly (readonly (string | number | null)[])[] } {
  const ids = statesOf(rule).map(({ id }) => id);
  const idOf = (at: number) => (at === UNZONED ? null : ids[at]);
  const isGp = rule.profession === "gp";
  const header = [
    "code",
    "kind",
    "name",
    "epci",
    "region",
    "communes",
    "people",
    "people_inside",
    "people_without_access",
    "apl",
    "class",
    "state",
    "apl_published",
    "class_published",
    "exchange",
    ...rule.classes.flatMap(({ id }) =>
      isGp ? [`apl_to_${id}`, `consultations_to_${id}`, `fte_to_${id}`] : [`apl_to_${id}`, `fte_to_${id}`],
    ),
    "status",
  ];
  const rows = areas.keys.map((key, area) => [
    key,
    areas.kinds[area],
    areas.names[area],
    areas.epcis[area],
    areas.regions[area],
    areas.communes[area],
    areas.people[area],
    areas.peopleInside[area],
    areas.peopleMissing[area],
    areas.access[area],
    idOf(areas.classes[area]),
    idOf(areas.states[area]),
    areas.before?.access[area] ?? null,
    areas.before && idOf(areas.before.classes[area]),
    areas.exchange[area] === NO_EXCHANGE ? null : areas.exchange[area] === LOW_EXCHANGE ? "low" : "high",
    ...rule.classes.flatMap((_, k) => {
      const entry = entryOf(rule, areas, area, k);
      const [access, acts, fte] = [entry?.access ?? null, entry?.acts ?? null, entry?.fte ?? null];
      return isGp ? [access, acts, fte] : [access, fte];
    }),
    SIMULATION_LABEL,
  ]);
  return { header, rows };
}
