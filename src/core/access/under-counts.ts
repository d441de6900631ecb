import type { ThresholdRule } from "./robustness.ts";

/** Number of ways to measure access that put each unit under its threshold; UNJUDGED where one gives no value. */
export interface UnderCounts {
  readonly year: number;
  readonly rule: ThresholdRule;
  /** Number of ways. */
  readonly variants: number;
  /** By unit. */
  readonly under: Uint8Array;
}

export const UNJUDGED = 255;

/** The same as JSON: a character a unit, its count in base 36, a dash where it is unjudged. */
export interface UnderCountsFile {
  readonly year: number;
  readonly rule: ThresholdRule;
  readonly variants: number;
  readonly under: string;
}

const RADIX = 36;

/** Throws RangeError, a bug of the caller, on more than 35 variants. */
export function writeUnderCounts({ under, ...rest }: UnderCounts): UnderCountsFile {
  if (rest.variants >= RADIX) throw new RangeError("too many variants for one character each");
  return { ...rest, under: Array.from(under, (n) => (n === UNJUDGED ? "-" : n.toString(RADIX))).join("") };
}

/** Reads back what `writeUnderCounts` wrote. The text comes from our own build; its shape is not checked again. */
export function readUnderCounts(json: unknown): UnderCounts {
  const { under, ...rest } = json as UnderCountsFile;
  return {
    ...rest,
    under: Uint8Array.from(under, (letter) => (letter === "-" ? UNJUDGED : Number.parseInt(letter, RADIX))),
  };
}
