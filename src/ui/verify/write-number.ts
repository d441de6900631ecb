import type { Formats } from "../../i18n/format.ts";

const MOST_DIGITS = 6;

/** A number with no digit more than it needs, at most six after the mark. */
export function writeNumber(value: number, f: Formats): string {
  const rounded = value.toFixed(MOST_DIGITS);
  let digits = 0;
  while (digits < MOST_DIGITS && Number(value.toFixed(digits)) !== Number(rounded)) digits++;
  return f.decimal(value, digits);
}

/** A difference or a tolerance, which may be far smaller than what it belongs to. */
export function writeSmall(value: number, f: Formats): string {
  const size = Math.abs(value);
  if (!Number.isFinite(value) || size === 0 || size >= 1e-6) return writeNumber(value, f);
  const power = Math.floor(Math.log10(size));
  return `${f.limit(value / 10 ** power)} × 10${superscript(power)}`;
}

function superscript(power: number): string {
  return String(power)
    .replace("-", "⁻")
    .replace(/\d/g, (digit) => "⁰¹²³⁴⁵⁶⁷⁸⁹"[Number(digit)]);
}

/** What somebody typed, with a comma or a point; null unless it is a number that is not negative. */
export function readNumber(text: string): number | null {
  const value = Number(
    text
      .trim()
      .replace(/[\s\u00a0\u202f]/g, "")
      .replace(",", "."),
  );
  return text.trim() !== "" && Number.isFinite(value) && value >= 0 ? value : null;
}
