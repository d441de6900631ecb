import { findContiguousAreas } from "./contiguous-areas.ts";
import type { Neighbours } from "./neighbours.ts";

/** A unit under the threshold in a part too small to be a desert. */
export const ISOLATED = -2;
/** A unit that is not under the threshold, or without a value. */
export const NOT_UNDER = -1;

/** An arrondissement under the threshold whose city, taken whole, is not: in no desert, because it has no outline. */
export const APART = -3;

/** Columns over the units of `neighbours`; rows of people 0 count as areas alone. */
export interface DesertColumns {
  /** NaN: no value, never under. */
  readonly values: Float64Array;
  /** People under the threshold in each unit. */
  readonly people: Float64Array;
  /** Σ over these people of (z − x)/z. */
  readonly shortfall: Float64Array;
}

export interface DesertRule {
  /** z: strictly below it is under. */
  readonly threshold: number;
  /** Units and people a desert has at least. */
  readonly minAreas: number;
  readonly minPeople: number;
}

/** Units under the threshold that hang together. */
export interface Desert {
  /** Most populated first, then in unit order. */
  readonly units: Uint32Array;
  readonly people: number;
  /** Mean of (z − x)/z over its people (Foster, Greer & Thorbecke 1984, α = 1, among those under); NaN without people. */
  readonly depth: number;
}

export interface Deserts {
  /** Most people first, then by lowest unit. */
  readonly deserts: readonly Desert[];
  /** What is too small to be one, in the same order. */
  readonly isolated: readonly Desert[];
  /** Position in `deserts` of each unit, ISOLATED or NOT_UNDER. */
  readonly desertOf: Int32Array;
}

/** Contiguous deserts: the connected parts of the units under the threshold. Throws RangeError unless the threshold is above 0. */
export function findDeserts(columns: DesertColumns, neighbours: readonly Neighbours[], rule: DesertRule): Deserts {
  if (!(rule.threshold > 0)) throw new RangeError(`threshold ${rule.threshold}`);
  const under = Uint8Array.from(columns.values, (x) => (x < rule.threshold ? 1 : 0));
  const parts = findContiguousAreas(under, neighbours);
  const members: number[][] = [];
  parts.forEach((part, unit) => {
    if (part < 0) return;
    members[part] ??= [];
    members[part].push(unit);
  });
  const all = members.map((units) => describeDesert(units, columns)).sort((a, b) => b.people - a.people);
  const isLarge = ({ units, people }: Desert) => units.length >= rule.minAreas && people >= rule.minPeople;
  const deserts = all.filter(isLarge);
  const isolated = all.filter((desert) => !isLarge(desert));
  const desertOf = new Int32Array(columns.values.length).fill(NOT_UNDER);
  for (const { units } of isolated) for (const unit of units) desertOf[unit] = ISOLATED;
  deserts.forEach(({ units }, k) => {
    for (const unit of units) desertOf[unit] = k;
  });
  return { deserts, isolated, desertOf };
}

function describeDesert(members: readonly number[], { people: inhabitants, shortfall }: DesertColumns): Desert {
  const units = Uint32Array.from(members.toSorted((a, b) => inhabitants[b] - inhabitants[a] || a - b));
  const people = units.reduce((sum, unit) => sum + inhabitants[unit], 0);
  return { units, people, depth: units.reduce((sum, unit) => sum + shortfall[unit], 0) / people };
}
