import { impossible } from "../placement/problem.ts";
import { assertDays } from "./problem.ts";

/** How often a place is visited: a number of days of the period, or a weekday kept every week, every second, every fourth. */
export type Rhythm = number | "weekly" | "fortnightly" | "monthly";

const WEEKS_APART = { weekly: 1, fortnightly: 2, monthly: 4 } as const;
const MOST_PATTERNS = 5000;

/** The period that rhythms are counted in. */
export interface Period {
  readonly days: number;
  /** Working days of a week; day d is weekday d mod daysPerWeek. */
  readonly daysPerWeek: number;
}

/** Every day of a period is allowed. */
export function allDays(days: number): number {
  return 2 ** days - 1;
}

/**
 * The sets of days that keep a rhythm within the `allowed` days (bit d for day d). Throws `bad-input` naming the constraint
 * when there are none; `name`: the stop, in the message.
 */
export function patternsOf(rhythm: Rhythm, period: Period, allowed: number, name: string): Uint32Array {
  const { days } = period;
  assertDays(days);
  const free = Array.from({ length: days }, (_, d) => d).filter((d) => (allowed & (1 << d)) !== 0);
  if (typeof rhythm === "number") {
    if (!Number.isInteger(rhythm) || rhythm < 1) {
      throw impossible(`stop ${name}: the frequency must be 1, 2, …, weekly, fortnightly or monthly, not ${rhythm}`);
    }
    if (rhythm > days) throw impossible(`stop ${name}: a frequency of ${rhythm} visits, more than the ${days} days`);
    if (rhythm > free.length) {
      throw impossible(`stop ${name}: a frequency of ${rhythm} visits, more than its ${free.length} allowed days`);
    }
    return chooseDays(free, rhythm, name);
  }
  const patterns = keepWeekday(rhythm, period, name).filter((mask) => (mask & ~allowed) === 0);
  if (patterns.length === 0) throw impossible(`stop ${name}: no weekday is allowed in each week of a ${rhythm} rhythm`);
  return patterns;
}

function keepWeekday(rhythm: keyof typeof WEEKS_APART, { days, daysPerWeek }: Period, name: string): Uint32Array {
  const apart = WEEKS_APART[rhythm];
  const step = apart * daysPerWeek;
  if (days % step !== 0) {
    throw impossible(
      `stop ${name}: a ${rhythm} rhythm needs whole periods of ${apart} weeks of ${daysPerWeek} days, not ${days} days`,
    );
  }
  const masks = new Uint32Array(step);
  for (let first = 0; first < step; first++) for (let d = first; d < days; d += step) masks[first] |= 1 << d;
  return masks;
}

/** Every set of `count` of the days. */
function chooseDays(free: readonly number[], count: number, name: string): Uint32Array {
  let sets = 1;
  for (let k = 1; k <= count; k++) sets = (sets * (free.length - count + k)) / k;
  if (sets > MOST_PATTERNS) {
    throw impossible(
      `stop ${name}: ${Math.round(sets)} ways of choosing ${count} days among ${free.length}, more than ${MOST_PATTERNS}; say weekly, fortnightly or monthly`,
    );
  }
  const masks: number[] = [];
  const extend = (mask: number, from: number, left: number) => {
    if (left === 0) masks.push(mask);
    else for (let k = from; k <= free.length - left; k++) extend(mask | (1 << free[k]), k + 1, left - 1);
  };
  extend(0, 0, count);
  return Uint32Array.from(masks);
}
