import type { PlanRoundsAnswer } from "../../app/rounds.ts";
import { CLOSED } from "../../core/placement/search.ts";

/** Why a plan serves no more, as far as its days tell. */
export interface RoundsLimits {
  readonly kind: "time" | "driving" | "candidates" | "rhythm";
  /** Vehicle-days used and there are. */
  readonly used: number;
  readonly all: number;
  /** Vehicle-days too full for a visit more, even next door. */
  readonly full: number;
  /** Stops not served, most people in reach first. */
  readonly unserved: readonly string[];
}

/** Share of the driving limit from which a day is said to have reached it. */
const NEAR = 0.9;

export function findLimits({ question, found, stops }: PlanRoundsAnswer): RoundsLimits {
  const { vehicles, weeks, daysPerWeek, maxMinutes, maxDriving, halfDayMinutes, rhythms } = question;
  const all = vehicles * weeks * daysPerWeek;
  const slack = maxMinutes * (1 + CLOSED);
  const full = found.routes.filter(({ minutes }) => minutes + halfDayMinutes > slack).length;
  const unserved = stops
    .filter(({ rhythm }) => rhythm === null)
    .sort((a, b) => b.peopleReached - a.peopleReached)
    .map(({ name }) => name);
  const isOften = stops.every(({ rhythm }) => rhythm === rhythms[0]);
  const isFar =
    found.routes.length < all || found.routes.some(({ drivingMinutes }) => drivingMinutes >= NEAR * maxDriving);
  const kind =
    unserved.length === 0 && isOften ? "candidates" : full === all ? "time" : isFar ? "driving" : ("rhythm" as const);
  return { kind, used: found.routes.length, all, full, unserved };
}
