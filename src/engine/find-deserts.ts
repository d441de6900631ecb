import { FailureError } from "../core/failure.ts";
import { breathe, type Run } from "../core/run.ts";
import { APART, type Desert, findDeserts as findParts, ISOLATED, NOT_UNDER } from "../core/spatial/deserts.ts";
import type { Territory } from "../core/territory.ts";
import type { NationalFrame } from "./national-frame.ts";
import { listAnalysed, type Reference } from "./reference.ts";
import type { SpatialSources } from "./spatial-sources.ts";
import { listRows, pickRows, type TerritoryRows } from "./territory-rows.ts";
import { type ColumnWithPeople, loadColumn, type UnitColumn } from "./unit-column.ts";

export interface DesertsQuestion {
  readonly territory: Territory;
  readonly column: UnitColumn;
  /** Strictly below it is under; null: the profession's rule. */
  readonly threshold: number | null;
  readonly contiguity: "queen" | "rook";
  /** Whether deserts run on beyond the territory or end at its border. */
  readonly reference: Reference;
  /** Deserts this many estimated minutes apart are joined too; null: borders alone. */
  readonly bridgeMinutes: number | null;
  /** Communes and people a desert has at least; what is smaller is isolated. */
  readonly minAreas: number;
  readonly minPeople: number;
  /** Over every unit, 1 where it is under whatever the way access is measured, 0 where that depends, NaN where not judged. */
  readonly robustness: Float64Array | null;
}

/** A desert that reaches into the territory. */
export interface DesertRow {
  /** Its communes, cities whole, most populated first, inside the territory or not. */
  readonly units: Uint16Array;
  /** Names of its two most populated communes in the territory, or of the only one. */
  readonly around: readonly string[];
  readonly departements: readonly string[];
  /** People under the threshold in all of it, and in the territory. */
  readonly people: number;
  readonly peopleInside: number;
  readonly areas: number;
  readonly areasInside: number;
  /** Mean shortfall (z − x)/z of its people, 0 to 1. */
  readonly depth: number;
  /** Share of its judged people living where robustness is 1 (its mean over people); NaN without. */
  readonly robustness: number;
}

export interface DesertsSummary {
  readonly peopleUnder: number;
  readonly peopleInDeserts: number;
  /** In communes under the threshold that touch too few others. */
  readonly peopleIsolated: number;
  readonly areasIsolated: number;
  /** In arrondissements under the threshold of a city that is not. */
  readonly peopleApart: number;
}

/** Columns in unit order; an arrondissement under the threshold is in the desert of its city. */
export interface DesertsAnswer extends TerritoryRows {
  readonly values: Float64Array;
  readonly people: Float64Array;
  readonly threshold: number;
  /** Position in `deserts`, or ISOLATED, NOT_UNDER, APART. */
  readonly desertOf: Int32Array;
  /** Most people inside the territory first. */
  readonly deserts: readonly DesertRow[];
  readonly summary: DesertsSummary;
}

/**
 * Communes under the threshold that touch, as deserts with their people and depth. Beside the country no border of a territory
 * cuts one, and some run through many départements. Throws `unknown-territory`, `unknown-series`, `bad-input` without a threshold above
 * 0, `cancelled`.
 */
export async function findDeserts(
  sources: SpatialSources,
  question: DesertsQuestion,
  run: Run,
): Promise<DesertsAnswer> {
  const { frame } = sources;
  const rows = listRows(frame, question.territory);
  const column = await loadColumn(sources, question.column);
  const threshold = question.threshold ?? column.threshold;
  if (!(threshold > 0)) throw new FailureError("bad-input", { problem: "no threshold above 0" });
  run.progress(1, 3, "deserts");
  await breathe(run);
  const units = listAnalysed(frame, rows, question.reference);
  const neighbours = [await sources.neighbours({ kind: question.contiguity }, units)];
  if (question.bridgeMinutes !== null) {
    neighbours.push(await sources.neighbours({ kind: "minutes", minutes: question.bridgeMinutes }, units));
  }
  run.progress(2, 3, "deserts");
  await breathe(run);
  const { minAreas, minPeople } = question;
  const under = foldUnder(frame, column, threshold);
  const pick = (all: Float64Array) => Float64Array.from(units, (unit) => all[unit]);
  await breathe(run);
  const parts = findParts(
    { values: pick(column.values), people: pick(under.people), shortfall: pick(under.shortfall) },
    neighbours,
    { threshold, minAreas, minPeople },
  );
  await breathe(run);
  const national = spreadOverUnits(frame, column.values, threshold, units, parts.desertOf);
  const people = pickRows(column.people, rows);
  const inside = countInside(frame, rows, people, national);
  const order = [...inside.keys()].sort((a, b) => peopleOf(inside, b) - peopleOf(inside, a) || a - b);
  const place = new Map(order.map((k, at) => [k, at]));
  const desertOf = Int32Array.from(rows.units, (unit) => place.get(national[unit]) ?? national[unit]);
  const describe = prepareDescription(frame, rows, units, under, question.robustness);
  run.progress(3, 3, "deserts");
  return {
    ...rows,
    values: pickRows(column.values, rows),
    people,
    threshold,
    desertOf,
    deserts: order.map((k) => ({ ...describe(parts.deserts[k]), ...(inside.get(k) ?? NOTHING) })),
    summary: summarise(frame, rows, people, desertOf),
  };
}

interface UnderColumns {
  /** People under the threshold: of a commune, or of the arrondissements of a city. */
  readonly people: Float64Array;
  readonly shortfall: Float64Array;
}

function foldUnder(frame: NationalFrame, { values, people }: ColumnWithPeople, threshold: number): UnderColumns {
  const under = { people: new Float64Array(values.length), shortfall: new Float64Array(values.length) };
  values.forEach((value, unit) => {
    if (!(value < threshold) || frame.isFolded[unit] === 1) return;
    const node = frame.cityOf[unit] >= 0 ? frame.cityOf[unit] : unit;
    under.people[node] += people[unit];
    under.shortfall[node] += (people[unit] * (threshold - value)) / threshold;
  });
  return under;
}

type Inside = Pick<DesertRow, "peopleInside" | "areasInside">;
const NOTHING: Inside = { peopleInside: 0, areasInside: 0 };

/** What of each desert lies in the territory, by its number; arrondissements are no areas of their own, but hold the people. */
function countInside(
  frame: NationalFrame,
  { units, counted }: TerritoryRows,
  people: Float64Array,
  desertOf: Int32Array,
): ReadonlyMap<number, Inside> {
  const inside = new Map<number, Inside>();
  units.forEach((unit, i) => {
    const desert = desertOf[unit];
    if (desert < 0) return;
    const { peopleInside, areasInside } = inside.get(desert) ?? NOTHING;
    inside.set(desert, {
      peopleInside: peopleInside + (counted[i] === 1 ? people[i] : 0),
      areasInside: areasInside + 1 - frame.isArrondissement[unit],
    });
  });
  return inside;
}

function peopleOf(inside: ReadonlyMap<number, Inside>, desert: number): number {
  return (inside.get(desert) ?? NOTHING).peopleInside;
}

function prepareDescription(
  frame: NationalFrame,
  rows: TerritoryRows,
  units: Uint32Array,
  under: UnderColumns,
  robustness: Float64Array | null,
) {
  const isInside = new Uint8Array(frame.codes.length);
  for (const unit of rows.units) isInside[frame.cityOf[unit] >= 0 ? frame.cityOf[unit] : unit] = 1;
  return (desert: Desert): Omit<DesertRow, keyof Inside> => {
    const members = Uint16Array.from(desert.units, (i) => units[i]);
    const judged = members.filter((unit) => !Number.isNaN(robustness?.[unit] ?? Number.NaN));
    const sum = (weigh: (unit: number) => number) =>
      judged.reduce((total, unit) => total + under.people[unit] * weigh(unit), 0);
    const departements = new Set(Array.from(members, (unit) => frame.departements[unit] ?? ""));
    return {
      units: members,
      around: Array.from(members.filter((unit) => isInside[unit] === 1).subarray(0, 2), (unit) => frame.names[unit]),
      departements: [...departements].sort(),
      people: desert.people,
      areas: members.length,
      depth: desert.depth,
      robustness: sum((unit) => robustness?.[unit] ?? 0) / sum(() => 1),
    };
  };
}

/** Over every unit of the frame; an arrondissement follows its city as far as it is under the threshold itself. */
function spreadOverUnits(
  frame: NationalFrame,
  values: Float64Array,
  threshold: number,
  units: Uint32Array,
  desertOf: Int32Array,
): Int32Array {
  const wide = new Int32Array(values.length).fill(NOT_UNDER);
  units.forEach((unit, i) => {
    wide[unit] = desertOf[i];
  });
  frame.cityOf.forEach((city, unit) => {
    if (city >= 0 && values[unit] < threshold) wide[unit] = wide[city] === NOT_UNDER ? APART : wide[city];
  });
  return wide;
}

function summarise(
  frame: NationalFrame,
  { counted, units }: TerritoryRows,
  people: Float64Array,
  desertOf: Int32Array,
): DesertsSummary {
  const isCounted = (i: number, holds: (desert: number) => boolean) => counted[i] === 1 && holds(desertOf[i]);
  const sum = (holds: (desert: number) => boolean) =>
    people.reduce((total, n, i) => total + (isCounted(i, holds) ? n : 0), 0);
  return {
    peopleUnder: sum((desert) => desert !== NOT_UNDER),
    peopleInDeserts: sum((desert) => desert >= 0),
    peopleIsolated: sum((desert) => desert === ISOLATED),
    areasIsolated: desertOf.reduce(
      (n, desert, i) => n + (desert === ISOLATED ? 1 - frame.isArrondissement[units[i]] : 0),
      0,
    ),
    peopleApart: sum((desert) => desert === APART),
  };
}
