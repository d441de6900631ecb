import type { Formats } from "../../i18n/format.ts";
import type { Texts } from "../../i18n/fr.ts";
import type { Amount, Measure } from "./measures.ts";

/** Digits of a value in the unit of a series: one more than on the map, since a mean is compared. */
export interface MeasureStyle {
  readonly f: Formats;
  readonly t: Texts;
  readonly valueDigits: number;
}

/** The figure of a measure, or `n. d.`: the reason is said beside it. */
export function writeAmount(amount: Amount, kind: Measure["kind"], style: MeasureStyle): string {
  return "because" in amount ? style.t.inequality.table.undefined : writeNumber(amount.value, kind, style);
}

export function writeNumber(value: number, kind: Measure["kind"], { f, valueDigits }: MeasureStyle): string {
  switch (kind) {
    case "index":
      return f.decimal(value, 3);
    case "share":
      return f.percent(value);
    case "ratio":
      return `× ${f.decimal(value, 2)}`;
    case "value":
      return f.decimal(value, valueDigits);
  }
}

/** The doubt of a figure in words, or nothing. */
export function writeDoubt(amount: Amount, kind: Measure["kind"], style: MeasureStyle): string {
  if ("because" in amount) return "";
  const words = style.t.inequality.table;
  const { interval, standardError } = amount;
  if (interval) return words.interval(writeNumber(interval[0], kind, style), writeNumber(interval[1], kind, style));
  return standardError === undefined ? "" : words.error(writeNumber(standardError, kind, style));
}
