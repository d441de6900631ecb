import { countDifficulties, type DifficultyCounts } from "./count-difficulties.ts";
import { weightedMean } from "./distribution.ts";

/** Under its threshold whatever the way access is computed, under none, under some; or a way gives no value there. */
export const VERDICTS = ["always", "never", "depends", "unjudged"] as const;
export type Verdict = (typeof VERDICTS)[number];

/** Fewer ways than this do not make a badge. */
export const LEAST_VARIANTS = 8;

/** Access by one way of computing it, and the value strictly under which an area is badly served, in the same unit. */
export interface VariantColumn {
  readonly values: Float64Array;
  readonly threshold: number;
}

export interface Judgement extends DifficultyCounts {
  /** Positions in VERDICTS. */
  readonly verdicts: Uint8Array;
}

/**
 * How many variants put each area under their threshold, and whether they agree. An area that one variant leaves without a
 * value is unjudged. Throws RangeError, a bug of the caller, under LEAST_VARIANTS variants or when lengths differ.
 */
export function judgeRobustness(variants: readonly VariantColumn[]): Judgement {
  if (variants.length < LEAST_VARIANTS) throw new RangeError(`fewer than ${LEAST_VARIANTS} variants`);
  const counts = countDifficulties(
    variants.map(({ values, threshold }) => ({ values, limit: threshold, side: "below" })),
  );
  const verdicts = counts.count.map((under, i) => VERDICTS.indexOf(verdictOf(under, counts.known[i], variants.length)));
  return { ...counts, verdicts };
}

function verdictOf(under: number, known: number, variants: number): Verdict {
  if (known < variants) return "unjudged";
  if (under === variants) return "always";
  return under === 0 ? "never" : "depends";
}

/**
 * How a threshold in consultations is carried over to a variant in another unit. `same-share`: the value that leaves the same
 * share of people under it, so that variants may only disagree on where they live; DT 70 compares quintiles in the same
 * spirit. `same-ratio`: the same multiple of the national mean, so that a smoother variant has fewer people under.
 */
export const THRESHOLD_RULES = ["same-share", "same-ratio"] as const;
export type ThresholdRule = (typeof THRESHOLD_RULES)[number];

/** The columns a threshold is carried over between, over the same areas; rows where either is NaN or nobody lives count for neither. */
export interface ThresholdColumns {
  /** The official access, and its threshold. */
  readonly reference: VariantColumn;
  readonly values: Float64Array;
  readonly people: Float64Array;
  /** Standardised inhabitants: weights of means. */
  readonly standardised: Float64Array;
}

/** The reference's threshold in the unit of `values`; NaN where no area has both. */
export function carryThreshold(rule: ThresholdRule, columns: ThresholdColumns): number {
  const { reference, values, people, standardised } = columns;
  const both = Array.from(values.keys()).filter((i) => !Number.isNaN(values[i] + reference.values[i]) && people[i] > 0);
  const pick = (column: Float64Array) => Float64Array.from(both, (i) => column[i]);
  const official = pick(reference.values);
  if (rule === "same-ratio") {
    const weights = pick(standardised);
    return (reference.threshold / weightedMean(official, weights)) * weightedMean(pick(values), weights);
  }
  const persons = pick(people);
  const total = persons.reduce((sum, n) => sum + n, 0);
  const under = persons.reduce((sum, n, i) => sum + (official[i] < reference.threshold ? n : 0), 0);
  return thresholdForShare(pick(values), persons, under / total);
}

/**
 * The value, among those met, whose share of people strictly under it is nearest to `share` (the lower one if two are as near).
 * NaN without people.
 */
function thresholdForShare(values: Float64Array, people: Float64Array, share: number): number {
  const rows = Array.from(values.keys()).sort((a, b) => values[a] - values[b]);
  const quota = share * people.reduce((sum, n) => sum + n, 0);
  let threshold = Number.NaN;
  let nearest = Number.POSITIVE_INFINITY;
  let under = 0;
  let previous = Number.NaN;
  for (const i of rows) {
    if (values[i] !== previous && Math.abs(under - quota) < nearest) {
      threshold = values[i];
      nearest = Math.abs(under - quota);
    }
    previous = values[i];
    under += people[i];
  }
  return threshold;
}
