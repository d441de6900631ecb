import { impossible } from "../placement/problem.ts";

/** A way of serving a place: how often, how long, and what that is worth over the whole period. */
export interface RoundOffer {
  /** Position of the place. */
  readonly place: number;
  /** What the whole rhythm brings over the period, ≥ 0; a rhythm half kept brings nothing. */
  readonly reward: number;
  /** Minutes of one visit, ≥ 0. */
  readonly serviceMinutes: number;
  /** What one visit takes of the capacity of a day, ≥ 0. */
  readonly demand: number;
  /** Sets of days that keep the rhythm, bit d for day d; one of them is served whole. */
  readonly patterns: Uint32Array;
}

/**
 * Periodic team orienteering (Chao, Golden & Wasil 1996; Tang & Miller-Hooks 2005): which places to serve, at what rhythm, on
 * which days, by which vehicle and in which order, so that reward less the cost of driving is greatest. A vehicle leaves the
 * depot and comes back every day it works. At most one offer of a place is served.
 */
export interface RoundsProblem {
  readonly places: number;
  /** Minutes from the depot to each place; Infinity: no way. */
  readonly out: Float64Array;
  /** Minutes between places, origin × places + destination; Infinity: no way. */
  readonly between: Float64Array;
  /** Minutes from each place to where the day ends. */
  readonly back: Float64Array;
  readonly offers: readonly RoundOffer[];
  readonly vehicles: number;
  readonly days: number;
  /** Driving and service of a vehicle in a day, at most. */
  readonly maxMinutes: number;
  /** Driving of a vehicle in a day, at most; Infinity: no limit of its own. */
  readonly maxDriving: number;
  /** Demand of a vehicle in a day, at most; Infinity: none. */
  readonly capacity: number;
  /** What a minute of driving costs, in the unit of rewards; 0: less driving only decides between equal rewards. */
  readonly minuteCost: number;
  /** Places every plan serves, whatever they bring; none by default. */
  readonly mandatory?: readonly number[];
  /** What a place is called in a message; its number by default. */
  readonly nameOf?: (place: number) => string;
}

/** Days of a period are bits of a 32-bit word. */
const MOST_DAYS = 31;

export function assertDays(days: number): void {
  if (Number.isInteger(days) && days >= 1 && days <= MOST_DAYS) return;
  throw impossible(`the number of days must be 1 … ${MOST_DAYS}, not ${days}`);
}

/** Throws `bad-input` naming the constraint that no plan can meet. */
export function assertRounds(problem: RoundsProblem): void {
  const { vehicles, days, maxMinutes, maxDriving, capacity, minuteCost, places } = problem;
  if (!Number.isInteger(vehicles) || vehicles < 1) {
    throw impossible(`rounds need a vehicle: the number of vehicles must be 1, 2, …, not ${vehicles}`, "no-vehicle");
  }
  assertDays(days);
  if (!(maxMinutes > 0 && maxMinutes < Number.POSITIVE_INFINITY)) {
    throw impossible(`the longest day must be a number of minutes above 0, not ${maxMinutes}`, "no-day");
  }
  if (!(maxDriving > 0)) {
    throw impossible(`the driving limit of a day must be above 0 minutes, not ${maxDriving}`, "no-driving");
  }
  if (!(capacity > 0)) throw impossible(`the capacity of a day must be above 0, not ${capacity}`, "no-capacity");
  if (!(minuteCost >= 0 && minuteCost < Number.POSITIVE_INFINITY)) {
    throw impossible(`the cost of a minute must be 0 or more, not ${minuteCost}`);
  }
  if (places === 0) throw impossible("there is no stop to serve");
  for (const offer of problem.offers) assertOffer(problem, offer);
  const offered = new Set(problem.offers.map(({ place }) => place));
  const lost = problem.mandatory?.find((place) => !offered.has(place));
  if (lost !== undefined) throw new RangeError(`mandatory place ${lost} has no offer`);
}

/** A stop that no day could ever serve is a mistake in the request, not a choice of the plan. */
function assertOffer(problem: RoundsProblem, { place, serviceMinutes, demand, patterns, reward }: RoundOffer): void {
  const name = problem.nameOf?.(place) ?? String(place + 1);
  const { maxMinutes, maxDriving, capacity } = problem;
  if (!(reward >= 0 && reward < Number.POSITIVE_INFINITY)) throw impossible(`stop ${name}: its reward is no quantity`);
  const driving = problem.out[place] + problem.back[place];
  if (driving === Number.POSITIVE_INFINITY) {
    throw impossible(`stop ${name}: no way there and back from the depot in the table of times`, "stop-no-way", {
      name,
    });
  }
  if (driving > maxDriving) {
    const words = `stop ${name}: ${say(driving)} min there and back, more than the driving limit of ${maxDriving}`;
    throw impossible(words, "stop-driving", { name, driving, limit: maxDriving });
  }
  if (serviceMinutes > maxMinutes) {
    const words = `stop ${name}: ${say(serviceMinutes)} min of service, more than a day of ${maxMinutes}`;
    throw impossible(words, "stop-visit", { name, visit: serviceMinutes, limit: maxMinutes });
  }
  if (driving + serviceMinutes > maxMinutes * (1 + ROUNDING)) {
    const parts = `${say(driving)} min there and back and ${say(serviceMinutes)} of service`;
    const about = { name, driving, visit: serviceMinutes, limit: maxMinutes };
    throw impossible(`stop ${name}: ${parts}, further than a day of ${maxMinutes} min`, "stop-day", about);
  }
  if (demand > capacity)
    throw impossible(`stop ${name}: demand ${demand} of one visit, more than the capacity ${capacity}`);
  if (patterns.length === 0) throw impossible(`stop ${name}: no set of days keeps its rhythm`);
}

/** Relative; limits are compared after sums of doubles. */
export const ROUNDING = 1e-9;

function say(minutes: number): number {
  return Number(minutes.toFixed(1));
}

/** A visit of a vehicle's day, in order. */
export interface RoundVisit {
  readonly place: number;
  /** Position in `offers`. */
  readonly offer: number;
  /** Minutes after the vehicle left the depot. */
  readonly arrival: number;
  readonly departure: number;
}

/** What a vehicle does on a day; days without a visit are not listed. */
export interface RoundRoute {
  readonly day: number;
  readonly vehicle: number;
  readonly visits: readonly RoundVisit[];
  readonly minutes: number;
  readonly drivingMinutes: number;
  readonly load: number;
}

/** A plan, and what is known of the best there could be. */
export interface RoundsFound {
  /** Reward of the places served less the cost of driving. */
  readonly objective: number;
  /** No plan has a greater objective. */
  readonly bound: number;
  /** (bound − objective) / |objective|. */
  readonly gap: number;
  readonly reward: number;
  readonly drivingMinutes: number;
  readonly routes: readonly RoundRoute[];
  /** Offer served of each place, −1: none; aligned with places. */
  readonly served: Int32Array;
  readonly iterations: number;
  readonly seconds: number;
}
