import { impossible } from "../core/placement/problem.ts";
import type { PlaceTimes } from "./place-times.ts";
import type { ReachPlaces } from "./reach-places.ts";
import type { PlanRoundsQuestion } from "./rounds-world.ts";
import type { UnitContext } from "./unit-context.ts";

interface StopSources {
  readonly places: ReachPlaces;
  readonly context: UnitContext;
  readonly times: PlaceTimes;
  /** Places of the territory with an official value, and all of them. */
  readonly home: readonly number[];
  readonly own: ReadonlySet<number>;
  readonly depot: number;
  /** People times shortfall. */
  readonly lacks: (place: number) => number;
  /** Places with a practice of the profession. */
  readonly practices: readonly number[];
}

/**
 * Communes that may be stops, as places: the mandatory ones, then those within a day of the depot, most people × shortfall
 * first, ties by code. Throws `bad-input` naming the constraint that leaves none, or that contradicts another.
 */
export function listRoundStops(sources: StopSources, question: PlanRoundsQuestion) {
  const { places, context, times, home, depot, lacks } = sources;
  const { minPeople, minutesToPractice, ruralOnly, maxMinutes, maxDriving, halfDayMinutes, maxStops } = question;
  const must = listMandatory(sources, question);
  const never = new Set([...must, ...question.excluded.map((code) => places.codes.indexOf(code))]);
  const isAllowed = (i: number) =>
    i !== depot &&
    !never.has(i) &&
    (places.people[i] || 0) >= minPeople &&
    !(ruralOnly && context.isUrban[places.units[i]] !== false);
  const under = home.filter((i) => lacks(i) > 0 && isAllowed(i));
  const near = minutesToPractice > 0 ? times.measure(under, sources.practices, minutesToPractice) : null;
  const wanted = under.filter((_, k) => !near || near.offsets[k + 1] === near.offsets[k]);
  if (wanted.length + must.length === 0) {
    throw impossible("no commune of the territory under the threshold meets the conditions on stops", "no-candidate");
  }
  const out = denseTimes(times, [depot], wanted, maxMinutes);
  const back = denseTimes(times, wanted, [depot], maxMinutes);
  const road = wanted.map((_, k) => out[k] + back[k]);
  const reached = wanted.filter((_, k) => road[k] + halfDayMinutes <= maxMinutes && road[k] <= maxDriving);
  if (reached.length + must.length === 0) {
    const words = `${halfDayMinutes} min of consultations and the road there and back take more than the ${maxMinutes} min of a day`;
    throw impossible(
      `${words}, or than its driving limit, for each of the ${wanted.length} communes that may be stops`,
      "out-of-reach",
      { depot: places.names[depot], communes: wanted.length, visit: halfDayMinutes, limit: maxMinutes },
    );
  }
  const free = reached.toSorted((a, b) => lacks(b) - lacks(a) || a - b).slice(0, maxStops);
  return { stops: [...must, ...free], mandatory: must.length };
}

function listMandatory({ places, own, depot }: StopSources, question: PlanRoundsQuestion): readonly number[] {
  return question.mandatory.map((code) => {
    const place = places.codes.indexOf(code);
    const name = place < 0 ? code : `${places.names[place]} (${code})`;
    if (place < 0 || !own.has(places.units[place])) {
      throw impossible(`stop ${name} is mandatory and no commune of the territory`, "outside", { name });
    }
    if (question.excluded.includes(code))
      throw impossible(`stop ${name} is both mandatory and excluded`, "both", { name });
    if (place === depot) throw impossible(`stop ${name} is mandatory and the depot`, "is-depot", { name });
    return place;
  });
}

/** Dense minutes, origin × to.length + destination; Infinity beyond the limit. */
export function denseTimes(
  times: PlaceTimes,
  from: readonly number[],
  to: readonly number[],
  limit: number,
): Float64Array {
  const { offsets, targets, minutes } = times.measure(from, to, limit);
  const all = new Float64Array(from.length * to.length).fill(Number.POSITIVE_INFINITY);
  for (let i = 0; i < from.length; i++) {
    for (let k = offsets[i]; k < offsets[i + 1]; k++) all[i * to.length + targets[k]] = minutes[k];
  }
  return all;
}
