import type { Locale } from "../../i18n/locale.ts";

const UNITS = [
  ["year", 365.25 * 86_400_000],
  ["day", 86_400_000],
  ["hour", 3_600_000],
  ["minute", 60_000],
] as const;

/** Milliseconds in the largest unit that counts one at least: `2 jours`. */
export function writeDuration(milliseconds: number, locale: Locale): string {
  const [unit, length] = UNITS.find(([, one]) => milliseconds >= one * 0.95) ?? UNITS[3];
  const format = new Intl.NumberFormat(locale === "fr" ? "fr-FR" : "en-GB", {
    style: "unit",
    unit,
    unitDisplay: "long",
    maximumFractionDigits: 0,
  });
  return format.format(Math.max(1, Math.round(milliseconds / length)));
}
