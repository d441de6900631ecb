import { FailureError } from "../core/failure.ts";
import { getSeries } from "../core/professions.ts";
import { breathe, type Run } from "../core/run.ts";
import type { Territory } from "../core/territory.ts";
import { type ClassBorder, classifyAreas, describeBorders, findExchangeable } from "../core/zoning/classify.ts";
import { UNZONED } from "../core/zoning/cut.ts";
import { optionsFor } from "../core/zoning/decide.ts";
import { type GaugeReading, readGauges } from "../core/zoning/gauges.ts";
import { prepareEntries } from "../core/zoning/reach-class.ts";
import { statesOf, type ZoningRule } from "../core/zoning/rule.ts";
import type { ZonedAreas } from "../core/zoning/zoned-areas.ts";
import type { AccessSources } from "./describe-access.ts";
import { listParents, type NamedTerritory } from "./national-frame.ts";
import { listRows, pickRows, type TerritoryRows } from "./territory-rows.ts";
import { type AccessOverrides, type AreaFigures, measureAreas, overrideAccess } from "./zone-areas.ts";
import type { AreaLayout } from "./zoning-areas.ts";

/** What somebody would decide besides the figures: an area by key, a state of the rule by id. */
export interface ZoningDecision {
  readonly area: string;
  readonly state: string;
}

export interface ZoningQuestion {
  readonly territory: Territory;
  readonly rule: ZoningRule;
  readonly year: number;
  readonly decisions: readonly ZoningDecision[];
  /** A scenario's access, classed beside the published one; null: none. */
  readonly overrides: AccessOverrides | null;
}

export interface ZoningSources extends AccessSources {
  layout(splitAbove: number): Promise<AreaLayout>;
}

/** Rows are communes; the figures and the law are those of their areas. */
export interface ZoningAnswer extends TerritoryRows {
  readonly rule: ZoningRule;
  readonly year: number;
  readonly people: Float64Array;
  /** Position in `areas`, −1 where the commune is in none. */
  readonly areaOf: Int32Array;
  /** State of the area; of a city with arrondissements, that of most of their people. */
  readonly stateOf: Int8Array;
  readonly areas: ZonedAreas;
  /** Per class, over the country. */
  readonly borders: readonly ClassBorder[];
  /** Per state, in the territory: areas and people; then those without access or area. */
  readonly counts: readonly { readonly areas: number; readonly people: number }[];
  readonly peopleUnzoned: number;
  /** Gauges of the region the territory is in (null: the country). */
  readonly gaugedIn: NamedTerritory | null;
  readonly gauges: readonly GaugeReading[];
  /** Decisions the rule does not foresee or whose area is elsewhere; they change nothing. */
  readonly refused: readonly ZoningDecision[];
}

/**
 * Classes areas as a dated rule would, on data that are not those of any order: a simulation, not a decision.
 * Throws `unknown-territory`, `unknown-series`, `bad-input` for a rule without figures, `cancelled`.
 */
export async function zoneTerritory(
  { frame, series: load, layout: layOut }: ZoningSources,
  { territory, rule, year, decisions, overrides }: ZoningQuestion,
  run: Run,
): Promise<ZoningAnswer> {
  if (rule.method === "unpublished")
    throw new FailureError("bad-input", { rule: rule.id, problem: "figures not published" });
  const rows = listRows(frame, territory);
  const [columns, layout] = [
    await load(getSeries(rule.profession, year, rule.ages)),
    await layOut(rule.unit.splitAbove),
  ];
  await breathe(run);
  run.progress(0, 2, "zoning");
  const measure = (values: Float64Array) => measureAreas(frame, layout, columns, values, rule.weights);
  const published = measure(columns.values);
  const figures = overrides ? measure(overrideAccess(frame, columns.values, overrides)) : published;
  const classes = classifyAreas(rule, figures);
  const exchange = findExchangeable(rule, figures, classes);
  const { states, refused } = decide(rule, layout, classes, exchange, decisions);
  await breathe(run);
  run.progress(1, 2, "zoning");
  const people = pickRows(columns.people, rows);
  const inside = new Float64Array(layout.keys.length);
  let peopleUnzoned = 0;
  rows.units.forEach((unit, row) => {
    const area = layout.areaOf[unit];
    const own = rows.counted[row] === 1 ? people[row] || 0 : 0;
    if (area >= 0) inside[area] += own;
    if (area < 0 || classes[area] === UNZONED) peopleUnzoned += own;
  });
  const touched = new Set(Array.from(rows.units, (unit) => layout.areaOf[unit]).filter((area) => area >= 0));
  const picked = Int32Array.from(touched).sort();
  const positionOf = new Map(Array.from(picked, (area, k) => [area, k]));
  const region = regionOf(frame, rows.territory);
  const gauged = {
    people: peopleGauged(frame, layout, columns.people, figures, rule, region),
    classes,
    states,
    exchange,
  };
  const zoned: AllAreas = { layout, figures, inside, classes, states, exchange };
  const before = overrides && { access: published.access, classes: classifyAreas(rule, published) };
  run.progress(2, 2, "zoning");
  return {
    ...rows,
    rule,
    year,
    people,
    areaOf: Int32Array.from(rows.units, (unit) => positionOf.get(layout.areaOf[unit]) ?? -1),
    stateOf: Int8Array.from(rows.units, (unit) => stateOfUnit(frame, layout, states, columns.people, unit)),
    areas: pickAreas(rule, zoned, before, picked),
    borders: describeBorders(rule, figures, classes),
    counts: statesOf(rule).map((_, state) => ({
      areas: picked.reduce((n, area) => n + (states[area] === state ? 1 : 0), 0),
      people: picked.reduce((n, area) => n + (states[area] === state ? inside[area] : 0), 0),
    })),
    peopleUnzoned,
    gaugedIn: region,
    gauges: readGauges(rule, gauged, region?.code ?? null),
    refused,
  };
}

interface AllAreas {
  readonly layout: AreaLayout;
  readonly figures: AreaFigures;
  readonly inside: Float64Array;
  readonly classes: Int8Array;
  readonly states: Int8Array;
  readonly exchange: Uint8Array;
}

function decide(
  rule: ZoningRule,
  { keys }: AreaLayout,
  classes: Int8Array,
  exchange: Uint8Array,
  decisions: readonly ZoningDecision[],
) {
  const states = classes.slice();
  const ids = statesOf(rule).map(({ id }) => id);
  const refused = decisions.filter(({ area, state }) => {
    const at = keys.indexOf(area);
    const to = ids.indexOf(state);
    const isForeseen = at >= 0 && optionsFor(rule, classes[at], exchange[at]).includes(to);
    if (isForeseen) states[at] = to;
    return !isForeseen;
  });
  return { states, refused };
}

function pickAreas(
  rule: ZoningRule,
  { layout, figures, inside, classes, states, exchange }: AllAreas,
  before: ZonedAreas["before"],
  picked: Int32Array,
): ZonedAreas {
  const texts = <T>(column: readonly T[]) => Array.from(picked, (area) => column[area]);
  const numbers = (column: Float64Array) => Float64Array.from(picked, (area) => column[area]);
  const small = (column: Int8Array) => Int8Array.from(picked, (area) => column[area]);
  const entriesOf = prepareEntries(rule, figures);
  const entries = Array.from(picked, entriesOf).flat();
  return {
    keys: texts(layout.keys),
    kinds: texts(layout.kinds),
    names: texts(layout.names),
    epcis: texts(layout.epcis),
    regions: texts(figures.regions),
    communes: numbers(figures.communes),
    people: numbers(figures.people),
    peopleInside: numbers(inside),
    peopleMissing: numbers(figures.peopleMissing),
    standardised: numbers(figures.standardised),
    access: numbers(figures.access),
    classes: small(classes),
    states: small(states),
    exchange: Uint8Array.from(picked, (area) => exchange[area]),
    before: before && { access: numbers(before.access), classes: small(before.classes) },
    options: Array.from(picked, (area) => optionsFor(rule, classes[area], exchange[area])),
    entryAccess: Float64Array.from(entries, (entry) => entry?.access ?? Number.NaN),
    entryStrict: Uint8Array.from(entries, (entry) => (entry?.isStrict ? 1 : 0)),
  };
}

function stateOfUnit(
  { isFolded, cityOf }: AccessSources["frame"],
  { areaOf }: AreaLayout,
  states: Int8Array,
  people: Float64Array,
  unit: number,
): number {
  if (isFolded[unit] === 0) return areaOf[unit] < 0 ? UNZONED : states[areaOf[unit]];
  const byState = new Map<number, number>();
  cityOf.forEach((city, part) => {
    if (city !== unit || areaOf[part] < 0) return;
    const state = states[areaOf[part]];
    byState.set(state, (byState.get(state) ?? 0) + (people[part] || 0));
  });
  let best = UNZONED;
  for (const [state, sum] of byState) if (sum > (byState.get(best) ?? -1)) best = state;
  return best;
}

/** The region whose gauges a territory shares; null: the country's. */
function regionOf(frame: AccessSources["frame"], territory: NamedTerritory): NamedTerritory | null {
  if (territory.kind === "region") return territory;
  return listParents(frame, territory).find(({ kind }) => kind === "region") ?? null;
}

/** Doctors: the region's own people, wherever their area is decided. Others: all people of the areas the region decides. */
function peopleGauged(
  frame: AccessSources["frame"],
  { areaOf }: AreaLayout,
  people: Float64Array,
  figures: AreaFigures,
  rule: ZoningRule,
  region: NamedTerritory | null,
): Float64Array {
  if (region === null) return figures.people;
  if (rule.unit.official === "bvcv") {
    return figures.people.map((n, area) => (figures.regions[area] === region.code ? n : 0));
  }
  const own = new Float64Array(figures.people.length);
  areaOf.forEach((area, unit) => {
    if (area >= 0 && frame.regions[unit] === region.code) own[area] += people[unit] || 0;
  });
  return own;
}
