import { PROFESSION_RULES, type Profession } from "./professions.ts";
import { STATUS_CODE } from "./status.ts";

/** Class of an area whose value is exactly zero: nobody within reach, told apart from merely low. */
export const ZERO_CLASS = -1;
/** Classes of areas without a value, by status. */
export const STATUS_CLASS = { missing: -2, secret: -3, unreachable: -4 } as const;

/** Class limits of a profession, upper-exclusive; derived from the national mean where none is published. */
export function fixedBreaks(profession: Profession, nationalMean: number): readonly number[] {
  return PROFESSION_RULES[profession].breaks ?? [nationalMean / 2, nationalMean, nationalMean * 2];
}

/**
 * Limits of `count` classes holding as nearly equal numbers of areas as ties allow: lower inverse CDF of the values that
 * are not NaN. Equal limits merge, so there may be fewer than `count − 1`.
 */
export function quantileBreaks(values: Float64Array, count: number): readonly number[] {
  const sorted = values.filter((value) => !Number.isNaN(value)).sort();
  const breaks: number[] = [];
  for (let k = 1; k < count; k++) {
    if (sorted.length === 0) break;
    const value = sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * k) / count))];
    if (value > (breaks.at(-1) ?? sorted[0])) breaks.push(value);
  }
  return breaks;
}

/** Index of the class of each area, 0 … breaks.length, or ZERO_CLASS, or a STATUS_CLASS. A value on a limit is above it. */
export function classify(values: Float64Array, statuses: Uint8Array, breaks: readonly number[]): Int8Array {
  const classes = new Int8Array(values.length);
  for (let i = 0; i < values.length; i++) {
    if (statuses[i] !== STATUS_CODE.value) classes[i] = -1 - statuses[i];
    else if (values[i] === 0) classes[i] = ZERO_CLASS;
    else classes[i] = classOf(values[i], breaks);
  }
  return classes;
}

function classOf(value: number, breaks: readonly number[]): number {
  let at = 0;
  while (at < breaks.length && value >= breaks[at]) at++;
  return at;
}
