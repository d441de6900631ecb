/** A value of the indicator of an objective at a date. */
export interface Measure {
  readonly value: number;
  readonly date: string;
  readonly release: string;
  /** Recorded by the committee, or computed here from the data. */
  readonly source: "record" | "engine";
}

export const OBJECTIVE_STATUSES = ["reached", "on-track", "behind", "late", "not-measurable"] as const;
export type ObjectiveStatus = (typeof OBJECTIVE_STATUSES)[number];

/** Why nothing can be said. */
export type Unmeasured =
  | "no-measure"
  /** Every measure is of the day of the baseline, or before. */
  | "nothing-since-baseline"
  /** The deadline has passed and the last measure is from before it. */
  | "deadline-not-covered"
  /** The target is the baseline and nothing says which way is better. */
  | "no-direction"
  /** The deadline is not after the baseline. */
  | "no-time";

export interface ScoredTerms {
  readonly baseline: number;
  readonly baselineDate: string;
  readonly target: number;
  readonly deadline: string;
}

export interface ObjectiveScore {
  readonly status: ObjectiveStatus;
  /** null unless not measurable. */
  readonly because: Unmeasured | null;
  /** The last measure up to the day asked. */
  readonly last: Measure | null;
  /** Where the straight line from baseline to target stands on the day of the last measure; null without one. */
  readonly expected: number | null;
  /** Share of the way done, 0 at the baseline, 1 at the target, beyond either where it went so; null without a way. */
  readonly progress: number | null;
}

/** Decimals of records are six: closer than this is equal. */
const LEAST = 5e-7;

/**
 * Where an objective stands on a day. The path is a straight line: expected(d) = baseline + (target − baseline) ×
 * (d − baseline date) / (deadline − baseline date). Reached: the last measure is at the target or beyond. Before the deadline:
 * on track where it is at the line of its own day or better, else behind. After it: late, once a measure of the deadline or
 * later is not at the target; a measure from before says nothing of it.
 */
export function scoreObjective(
  terms: ScoredTerms,
  measures: readonly Measure[],
  asOf: string,
  better: "higher" | "lower" | null,
): ObjectiveScore {
  const { baseline, baselineDate, target, deadline } = terms;
  const known = measures.filter(({ date, value }) => date <= asOf && Number.isFinite(value));
  const last = known.reduce<Measure | null>((best, one) => (best === null || isAfter(one, best) ? one : best), null);
  const way = target - baseline;
  const sign = Math.abs(way) > LEAST ? Math.sign(way) : better === null ? 0 : better === "higher" ? 1 : -1;
  const expected = last === null || deadline <= baselineDate ? null : pathAt(terms, last.date);
  const progress = last === null || Math.abs(way) <= LEAST ? null : (last.value - baseline) / way;
  const score = (status: ObjectiveStatus, because: Unmeasured | null = null) => ({
    status,
    because,
    last,
    expected,
    progress,
  });
  if (deadline <= baselineDate) return score("not-measurable", "no-time");
  if (sign === 0) return score("not-measurable", "no-direction");
  if (last === null) return score("not-measurable", "no-measure");
  if (last.date <= baselineDate) return score("not-measurable", "nothing-since-baseline");
  if (sign * (last.value - target) >= -LEAST) return score("reached");
  if (asOf > deadline) {
    return last.date >= deadline ? score("late") : score("not-measurable", "deadline-not-covered");
  }
  return score(sign * (last.value - pathAt(terms, last.date)) >= -LEAST ? "on-track" : "behind");
}

/** The line from baseline to target on a day, level before the one and after the other. */
export function pathAt({ baseline, baselineDate, target, deadline }: ScoredTerms, day: string): number {
  const [start, end] = [Date.parse(baselineDate), Date.parse(deadline)];
  const share = end > start ? (Date.parse(day) - start) / (end - start) : 1;
  return baseline + (target - baseline) * Math.min(1, Math.max(0, share));
}

/** Of one day, what the data give comes before what somebody wrote. */
function isAfter(one: Measure, other: Measure): boolean {
  return one.date > other.date || (one.date === other.date && one.source === "engine" && other.source === "record");
}
