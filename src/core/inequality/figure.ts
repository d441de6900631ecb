/** Why a figure does not exist for these rows. */
export type UndefinedReason =
  /** No row has a value and a positive weight. */
  | "nobody"
  /** Every value is 0: shares of nothing. */
  | "mean-zero"
  /** A value is 0, which has no logarithm. */
  | "value-zero"
  /** A value is negative. */
  | "value-negative"
  /** The lower part, divided by, is 0. */
  | "lowest-zero"
  /** One area alone cannot be drawn anew. */
  | "one-area"
  /** A figure needs a threshold above 0. */
  | "no-threshold"
  /** A value lies outside the bounds, or these are not in order. */
  | "outside-bounds";

export interface Undefined {
  readonly because: UndefinedReason;
}

/** A finite number, or the reason there is none: never NaN. */
export type Figure = number | Undefined;

export function isDefined<T>(figure: T | Undefined): figure is T {
  return !(typeof figure === "object" && figure !== null && "because" in figure);
}
