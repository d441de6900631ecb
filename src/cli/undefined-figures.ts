import { isDefined, type Undefined, type UndefinedReason } from "../core/inequality/figure.ts";

const REASONS: Readonly<Record<UndefinedReason, string>> = {
  nobody: "no row has a value and a weight above 0",
  "mean-zero": "every value is 0",
  "value-zero": "a value is 0, which has no logarithm",
  "value-negative": "a value is negative",
  "lowest-zero": "the lower part it divides by is 0",
  "one-area": "one area alone cannot be drawn anew",
  "no-threshold": "no threshold was given",
  "outside-bounds": "a value lies outside the bounds",
};

/** A figure for JSON: itself, or null once the reason was told. */
export function valueOr<T>(figure: T | Undefined, name: string, tell: (line: string) => void): T | null {
  if (isDefined(figure)) return figure;
  tell(`${name} is undefined: ${REASONS[figure.because]}`);
  return null;
}

/** The same, the reason in the place of the figure. */
export function valueOrReason<T>(figure: T | Undefined): T | { readonly undefined: string } {
  return isDefined(figure) ? figure : { undefined: REASONS[figure.because] };
}
