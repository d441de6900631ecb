import { STATUS_CLASS, ZERO_CLASS } from "../core/classes.ts";
import { PATTERN_KINDS, type PatternKind } from "./patterns.ts";

/** How the communes of a territory are coloured; arrays are aligned. */
export interface Choropleth {
  /** Tile feature ids. Larger ids are arrondissements, which have no polygon of their own. */
  readonly units: Uint16Array;
  /** Class index from 0, ZERO_CLASS, or a STATUS_CLASS. */
  readonly classes: Int8Array;
  /** 1: filtered out, drawn pale. */
  readonly dimmed: Uint8Array;
  /** Colour per class index. */
  readonly palette: readonly string[];
}

/** Communes of the Code officiel géographique 2026; tile feature ids run below this. */
export const COMMUNE_COUNT = 34_969;

/** Paint code of a commune outside the territory; the expression draws nothing for it. */
export const NOT_ASKED = 0;
/** Most classes a palette may have. */
export const MAX_CLASSES = 16;
/** Added to the code of a dimmed commune: larger than any other. */
export const DIMMED = 32;

const CLASS_OF_KIND: Readonly<Record<PatternKind, number>> = {
  zero: ZERO_CLASS,
  missing: STATUS_CLASS.missing,
  secret: STATUS_CLASS.secret,
  unreachable: STATUS_CLASS.unreachable,
};

/** The one number a commune's paint depends on: its class and whether it is dimmed, never 0. */
export function paintCode(classIndex: number, dimmed: boolean): number {
  return (classIndex >= 0 ? 1 + classIndex : MAX_CLASSES - classIndex) + (dimmed ? DIMMED : 0);
}

/** Paint code of every commune, by unit. */
export function encodeChoropleth({ units, classes, dimmed }: Choropleth): Uint8Array {
  const codes = new Uint8Array(COMMUNE_COUNT);
  for (let i = 0; i < units.length; i++) {
    if (units[i] < COMMUNE_COUNT) codes[units[i]] = paintCode(classes[i], dimmed[i] === 1);
  }
  return codes;
}

/** Calls `change` for each commune whose code differs; returns how many did. */
export function diffCodes(from: Uint8Array, to: Uint8Array, change: (unit: number, code: number) => void): number {
  let changed = 0;
  for (let unit = 0; unit < to.length; unit++) {
    if (from[unit] === to[unit]) continue;
    change(unit, to[unit]);
    changed++;
  }
  return changed;
}

/** Units of each pattern, ascending. */
export function listPatterned(codes: Uint8Array): Readonly<Record<PatternKind, readonly number[]>> {
  const lists: Record<PatternKind, number[]> = { zero: [], missing: [], secret: [], unreachable: [] };
  const kinds = new Map<number, PatternKind>();
  for (const kind of PATTERN_KINDS) {
    for (const dimmed of [false, true]) kinds.set(paintCode(CLASS_OF_KIND[kind], dimmed), kind);
  }
  for (let unit = 0; unit < codes.length; unit++) {
    if (codes[unit] % DIMMED <= MAX_CLASSES) continue;
    const kind = kinds.get(codes[unit]);
    if (kind) lists[kind].push(unit);
  }
  return lists;
}
