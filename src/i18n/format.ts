import type { Locale } from "./locale.ts";

/** Numbers as a reader of the language writes them. `—` stands for a figure that does not exist. */
export interface Formats {
  readonly locale: Locale;
  integer(value: number): string;
  /** People, rounded to hundreds from ten thousand on: census sums are not exact to the person. */
  people(value: number): string;
  decimal(value: number, digits: number): string;
  /** A limit as it was published: no digit more than it needs. */
  limit(value: number): string;
  /** A share between 0 and 1. */
  percent(share: number): string;
  /** How far a plan may be from the best, as a share: never written as none. */
  gap(share: number): string;
  /** Signed difference, with a real minus sign. */
  signed(value: number, digits: number): string;
  euros(value: number): string;
  ratio(value: number): string;
  bytes(value: number): string;
  /** `1er`, `3e`; `1st`, `3rd`. */
  ordinal(value: number): string;
  /** `a, b et c`. */
  list(items: readonly string[]): string;
  /** An ISO date in words; other texts unchanged. */
  date(iso: string): string;
}

const TAG: Record<Locale, string> = { fr: "fr-FR", en: "en-GB" };
const NONE = "—";

const made = new Map<Locale, Formats>();

export function getFormats(locale: Locale): Formats {
  const known = made.get(locale);
  if (known) return known;
  const formats = createFormats(locale);
  made.set(locale, formats);
  return formats;
}

function createFormats(locale: Locale): Formats {
  const tag = TAG[locale];
  const cache = new Map<string, Intl.NumberFormat>();
  const number = (value: number, options: Intl.NumberFormatOptions): string => {
    if (!Number.isFinite(value)) return NONE;
    const key = JSON.stringify(options);
    const format = cache.get(key) ?? new Intl.NumberFormat(tag, options);
    cache.set(key, format);
    return format.format(value).replace("-", "−").replace("\u00a0%", "\u202f%");
  };
  const fixed = (digits: number) => ({ minimumFractionDigits: digits, maximumFractionDigits: digits });
  const list = new Intl.ListFormat(tag, { type: "conjunction" });
  const date = new Intl.DateTimeFormat(tag, { dateStyle: "long", timeZone: "UTC" });
  return {
    locale,
    integer: (value) => number(value, { maximumFractionDigits: 0 }),
    people: (value) => number(value >= 10_000 ? Math.round(value / 100) * 100 : Math.round(value), fixed(0)),
    decimal: (value, digits) => number(value, fixed(digits)),
    limit: (value) => number(value, { maximumFractionDigits: value < 20 ? 2 : 1 }),
    percent: (share) => number(share, { style: "percent", ...fixed(share > 0 && share < 0.9995 ? 1 : 0) }),
    gap: (share) => number(Math.max(1e-4, share), { style: "percent", ...fixed(2) }),
    signed: (value, digits) => number(value, { ...fixed(digits), signDisplay: "exceptZero" }),
    euros: (value) => number(value, { style: "currency", currency: "EUR", maximumFractionDigits: 0 }),
    ratio: (value) => (Number.isFinite(value) ? `× ${number(value, fixed(1))}` : NONE),
    bytes: (value) => {
      const [divisor, unit] = value >= 1e6 ? [1e6, "megabyte"] : value >= 1e3 ? [1e3, "kilobyte"] : [1, "byte"];
      return number(value / divisor, { style: "unit", unit: unit as string, maximumFractionDigits: 1 });
    },
    ordinal: (value) => (locale === "fr" ? `${value}${value === 1 ? "er" : "e"}` : `${value}${englishSuffix(value)}`),
    list: (items) => list.format(items),
    date: (iso) => (/^\d{4}-\d{2}-\d{2}/.test(iso) ? date.format(new Date(`${iso.slice(0, 10)}T00:00:00Z`)) : iso),
  };
}

function englishSuffix(value: number): string {
  if (value % 100 >= 11 && value % 100 <= 13) return "th";
  return { 1: "st", 2: "nd", 3: "rd" }[value % 10] ?? "th";
}
