import { FailureError } from "./failure.ts";

export const PROFESSIONS = ["gp", "nurse", "physio", "midwife", "dentist"] as const;
export type Profession = (typeof PROFESSIONS)[number];

/** Whose supply is counted: every practitioner, or only those up to 65 or 62 years old. */
export const AGE_LIMITS = ["all", "le65", "le62"] as const;
export type AgeLimit = (typeof AGE_LIMITS)[number];

/** One published series of the official APL. */
export interface Series {
  readonly profession: Profession;
  readonly year: number;
  readonly ages: AgeLimit;
}

/** Where a threshold or a set of breaks comes from; the interface translates the key and shows it beside the figure. */
export type RuleSource =
  | "order-2017-gp"
  | "order-2018-physio"
  | "order-2019-midwife"
  | "order-2020-nurse"
  | "half-national-mean";

export interface ProfessionRule {
  /** Value under which people are counted as badly served, in the profession's unit; null: half the national mean. */
  readonly threshold: number | null;
  /** Upper-exclusive class limits in the profession's unit; null: ½, 1 and 2 times the national mean (IRDES QES 564). */
  readonly breaks: readonly number[] | null;
  readonly source: RuleSource;
  /** Step of the threshold handle: counts of people under a threshold are exact on this grid. */
  readonly step: number;
  /** Upper end of the histogram; larger values fall in the last bar. */
  readonly domainMax: number;
  /** Digits after the decimal mark on screen; exports keep full precision. */
  readonly digits: number;
}

/**
 * Thresholds and class limits of the zoning orders (METHODS: arrêtés of 13/11/2017, 24/09/2018, 17/10/2019, 10/01/2020).
 * None is published for dentists, so the classes of IRDES QES 564 (half, once, twice the mean) apply to them.
 */
export const PROFESSION_RULES: Readonly<Record<Profession, ProfessionRule>> = {
  gp: {
    threshold: 2.5,
    breaks: [1, 1.75, 2.5, 3.25, 4, 5],
    source: "order-2017-gp",
    step: 0.05,
    domainMax: 7,
    digits: 1,
  },
  nurse: {
    threshold: 58.8,
    breaks: [58.8, 73.1, 121.3, 171.5],
    source: "order-2020-nurse",
    step: 0.1,
    domainMax: 300,
    digits: 1,
  },
  physio: {
    threshold: 43.8,
    breaks: [43.8, 51.8, 126.4, 147.5],
    source: "order-2018-physio",
    step: 0.1,
    domainMax: 200,
    digits: 1,
  },
  midwife: {
    threshold: 7.1,
    breaks: [7.1, 9.8, 20.3, 23.6],
    source: "order-2019-midwife",
    step: 0.1,
    domainMax: 40,
    digits: 1,
  },
  dentist: { threshold: null, breaks: null, source: "half-national-mean", step: 0.1, domainMax: 130, digits: 1 },
};

/** Unit of the published values, as written in exports. */
export const PROFESSION_UNITS: Readonly<Record<Profession, string>> = {
  gp: "consultations/year/standardised inhabitant",
  nurse: "FTE/100,000 standardised inhabitants",
  physio: "FTE/100,000 standardised inhabitants",
  midwife: "FTE/100,000 standardised women",
  dentist: "FTE/100,000 standardised inhabitants",
};

/** Every series in the data pack, latest first within a profession. */
export const SERIES: readonly Series[] = PROFESSIONS.flatMap((profession): Series[] =>
  profession === "gp"
    ? [
        { profession, year: 2023, ages: "all" },
        { profession, year: 2023, ages: "le65" },
        { profession, year: 2022, ages: "all" },
        { profession, year: 2022, ages: "le65" },
        { profession, year: 2022, ages: "le62" },
        { profession, year: 2015, ages: "all" },
      ]
    : [
        { profession, year: 2023, ages: "all" },
        { profession, year: 2022, ages: "all" },
      ],
);

export function isProfession(text: string): text is Profession {
  return (PROFESSIONS as readonly string[]).includes(text);
}

/** The series of a profession, year and age limit. Throws `unknown-series` when it was never published. */
export function getSeries(profession: Profession, year: number, ages: AgeLimit): Series {
  const found = SERIES.find((s) => s.profession === profession && s.year === year && s.ages === ages);
  if (!found) throw new FailureError("unknown-series", { profession, year, ages });
  return found;
}

/** The published series nearest to what was asked: same profession, then same ages, then nearest year. */
export function nearestSeries(profession: Profession, year: number, ages: AgeLimit): Series {
  const score = (s: Series) => (s.ages === ages ? 0 : 1000) + Math.abs(s.year - year);
  const own = SERIES.filter((s) => s.profession === profession);
  return own.reduce((best, s) => (score(s) < score(best) ? s : best));
}
