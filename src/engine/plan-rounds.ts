import type { AccessModel } from "../core/access/model.ts";
import { presetOf } from "../core/access/profession-presets.ts";
import { FailureError } from "../core/failure.ts";
import { impossible } from "../core/placement/problem.ts";
import { assertThreshold } from "../core/placement/shortfall.ts";
import type { Series } from "../core/professions.ts";
import { planRounds, type RoundsSearch } from "../core/rounds/plan-rounds.ts";
import type { RoundOffer, RoundsFound, RoundsProblem } from "../core/rounds/problem.ts";
import { allDays, patternsOf } from "../core/rounds/rhythm.ts";
import { breathe } from "../core/run.ts";
import type { Territory } from "../core/territory.ts";
import type { BroughtTimes, TimesUsed } from "./brought-times.ts";
import type { NationalFrame } from "./national-frame.ts";
import { createPlaceTimes, type PlaceTimes } from "./place-times.ts";
import type { ReachPlaces } from "./reach-places.ts";
import { reachSites } from "./reach-sites.ts";
import { judgeCriteria, nearestOf, type RoundCriteria } from "./round-criteria.ts";
import { RoundGains } from "./round-gains.ts";
import type { SeriesColumns } from "./series-columns.ts";
import { listRows } from "./territory-rows.ts";
import type { UnitContext } from "./unit-context.ts";

const WEEKS_APART = { weekly: 1, fortnightly: 2, monthly: 4 } as const;
export type StopRhythm = keyof typeof WEEKS_APART;

export interface PlanRoundsQuestion {
  readonly territory: Territory;
  readonly series: Series;
  /** Decay, catchment and demand of the recomputation; its method is taken to be of the two-step family. */
  readonly model: AccessModel;
  /** In the unit of the series. */
  readonly threshold: number;
  /** Code of the commune where vehicles start and end; inside the territory or not. */
  readonly depot: string;
  readonly vehicles: number;
  readonly daysPerWeek: number;
  /** Of the period that repeats: 4 for a monthly rhythm to be possible. */
  readonly weeks: number;
  /** Driving and consultations of a vehicle in a day, at most. */
  readonly maxMinutes: number;
  /** Infinity: no limit of its own. */
  readonly maxDriving: number;
  /** Minutes of a visit: a half-day of consultations. */
  readonly halfDayMinutes: number;
  /** What a visit offers: consultations for GPs, else full-time equivalents over a year. */
  readonly supplyPerVisit: number;
  /** Weeks of a year in which rounds run. */
  readonly workingWeeks: number;
  /** Inhabitants of a stop at least. */
  readonly minPeople: number;
  /** Stops outside any urban unit alone. */
  readonly ruralOnly: boolean;
  /** Stops more than this from a place of practice of the profession alone; 0: no matter. */
  readonly minutesToPractice: number;
  /** Candidates kept, those with most people times shortfall. */
  readonly maxStops: number;
  /** Criterion: farther than this from a place of practice. */
  readonly fixedCareMinutes: number;
}

export interface PlanRoundsSources {
  readonly frame: NationalFrame;
  readonly series: SeriesColumns;
  readonly places: ReachPlaces;
  readonly context: UnitContext;
  readonly brought: BroughtTimes | null;
}

export interface RoundStop {
  readonly unit: number;
  readonly code: string;
  readonly name: string;
  readonly lon: number;
  readonly lat: number;
  /** null: not served. */
  readonly rhythm: StopRhythm | null;
  readonly visitsPerYear: number;
  /** A year, in the unit of `supplyPerVisit`. */
  readonly supply: number;
  /** What the plan would lose without it, people × access gained under the threshold. */
  readonly worth: number;
  /** Minutes to the nearest place of practice; Infinity: beyond `CARE_LIMIT`. */
  readonly minutesToCare: number;
  readonly criteria: RoundCriteria;
}

/** Columns are aligned with `units`: communes of the territory with an official value, cities whole. */
export interface PlanRoundsAnswer {
  readonly question: PlanRoundsQuestion;
  /** Its places are `stops`; its reward adds up what each stop would gain alone. */
  readonly found: RoundsFound;
  readonly stops: readonly RoundStop[];
  /** Rhythm of each offer of the plan. */
  readonly rhythms: readonly StopRhythm[];
  readonly depot: { readonly code: string; readonly name: string; readonly lon: number; readonly lat: number };
  /** What the stops gain together, Σ people × (min(T, A′) − min(T, A)): no more than the reward, nor than the bound. */
  readonly gain: number;
  readonly units: Uint16Array;
  readonly people: Float64Array;
  readonly official: Float64Array;
  readonly after: Float64Array;
  readonly peopleUnder: number;
  readonly peopleUnderAfter: number;
  readonly times: TimesUsed;
}

/** Minutes within which the nearest place of practice is looked for. */
export const CARE_LIMIT = 60;

/**
 * Rounds of mobile units that take most off the shortfall of a territory: candidate communes by people times shortfall, each served
 * weekly, fortnightly, monthly or not. What visits offer in a year adds to official access by linearity (`reachSites`). Throws
 * `unknown-territory`, `bad-input` naming the constraint that leaves nothing to plan, `cancelled`.
 */
export async function planMobileRounds(
  sources: PlanRoundsSources,
  question: PlanRoundsQuestion,
  search: RoundsSearch,
): Promise<PlanRoundsAnswer> {
  const { series, places } = sources;
  const { threshold } = question;
  assertThreshold(threshold);
  const depot = places.codes.indexOf(question.depot);
  if (depot < 0) throw new FailureError("bad-input", { option: "depot", text: question.depot, expected: "a commune" });
  const times = createPlaceTimes(places, sources.brought);
  const own = new Set(listRows(sources.frame, question.territory).units);
  const home = Array.from(places.units.keys()).filter(
    (i) => own.has(places.units[i]) && !Number.isNaN(series.values[places.units[i]]),
  );
  const stops = listStops(sources, question, home, depot, times);
  await breathe(search.run);
  const { perPeople } = presetOf(question.series.profession);
  const reached = reachSites(sources, stops, home, question.model, perPeople);
  const people = Float64Array.from(home, (i) => Math.max(0, series.people[places.units[i]] || 0));
  const official = Float64Array.from(home, (i) => series.values[places.units[i]]);
  const gains = new RoundGains(reached.lifts, people, official, threshold);
  const { offers, rhythms } = listOffers(question, stops, gains);
  const problem = { ...legsOf(times, stops, depot, question), ...limitsOf(question), offers };
  const nameOf = (place: number) => `${places.names[stops[place]]} (${places.codes[stops[place]]})`;
  const found = await planRounds({ ...problem, nameOf }, search);
  const supplies = Array.from(found.served, (offer) => (offer < 0 ? 0 : supplyOf(question, rhythms[offer])));
  const after = gains.after(supplies);
  const gain = gains.of(supplies);
  const under = (values: Float64Array) =>
    values.reduce((sum, value, i) => sum + (value < threshold ? people[i] : 0), 0);
  const care = times.measure(stops, practicesOf(sources, question), CARE_LIMIT);
  const place = (i: number) => ({
    code: places.codes[i],
    name: places.names[i],
    lon: places.points.lon[i],
    lat: places.points.lat[i],
  });
  return {
    question,
    found,
    stops: stops.map((i, p) => {
      const rhythm = found.served[p] < 0 ? null : rhythms[found.served[p]];
      const unit = places.units[i];
      const minutesToCare = nearestOf(care, p);
      const { fixedCareMinutes } = question;
      const facts = { unit, access: series.values[unit], threshold, minutesToCare, fixedCareMinutes };
      return {
        unit,
        ...place(i),
        rhythm,
        visitsPerYear: rhythm ? question.workingWeeks / WEEKS_APART[rhythm] : 0,
        supply: supplies[p],
        worth: rhythm ? gain - gains.of(supplies.with(p, 0)) : 0,
        minutesToCare,
        criteria: judgeCriteria(sources.context, facts),
      };
    }),
    rhythms,
    depot: place(depot),
    gain,
    units: Uint16Array.from(home, (i) => places.units[i]),
    people,
    official,
    after,
    peopleUnder: under(official),
    peopleUnderAfter: under(after),
    times: reached.times,
  };
}

/** Communes that may be stops, within a day of the depot, most people × shortfall first, as places; ties by code. */
function listStops(
  sources: PlanRoundsSources,
  question: PlanRoundsQuestion,
  home: readonly number[],
  depot: number,
  times: PlaceTimes,
): readonly number[] {
  const { series, places, context } = sources;
  const { threshold, minPeople, minutesToPractice, ruralOnly, maxMinutes, maxDriving, halfDayMinutes } = question;
  const lacks = (i: number) =>
    Math.max(0, threshold - series.values[places.units[i]]) * Math.max(0, series.people[places.units[i]] || 0);
  const isAllowed = (i: number) =>
    i !== depot && (places.people[i] || 0) >= minPeople && !(ruralOnly && context.isUrban[places.units[i]] !== false);
  const under = home.filter((i) => lacks(i) > 0 && isAllowed(i));
  const practices =
    minutesToPractice > 0 ? times.measure(under, practicesOf(sources, question), minutesToPractice) : null;
  const wanted = under.filter((_, k) => !practices || practices.offsets[k + 1] === practices.offsets[k]);
  if (wanted.length === 0)
    throw impossible("no commune of the territory under the threshold meets the conditions on stops");
  const [out, back] = [denseOf(times, [depot], wanted, maxMinutes), denseOf(times, wanted, [depot], maxMinutes)];
  const road = wanted.map((_, k) => out[k] + back[k]);
  const near = wanted.filter((_, k) => road[k] + halfDayMinutes <= maxMinutes && road[k] <= maxDriving);
  if (near.length === 0) {
    const words = `${halfDayMinutes} min of consultations and the road there and back take more than the ${maxMinutes} min of a day`;
    throw impossible(
      `${words}, or than its driving limit, for each of the ${wanted.length} communes that may be stops`,
    );
  }
  return near.toSorted((a, b) => lacks(b) - lacks(a) || a - b).slice(0, question.maxStops);
}

/** Each rhythm that the period has room for, at what it gains alone. */
function listOffers(question: PlanRoundsQuestion, stops: readonly number[], gains: RoundGains) {
  const { weeks, daysPerWeek, halfDayMinutes } = question;
  const period = { days: weeks * daysPerWeek, daysPerWeek };
  const kept = (Object.keys(WEEKS_APART) as StopRhythm[]).filter((rhythm) => weeks % WEEKS_APART[rhythm] === 0);
  const patterns = kept.map((rhythm) => patternsOf(rhythm, period, allDays(period.days), rhythm));
  const offers: RoundOffer[] = [];
  const rhythms: StopRhythm[] = [];
  stops.forEach((_, place) => {
    kept.forEach((rhythm, n) => {
      const reward = gains.alone(place, supplyOf(question, rhythm));
      offers.push({ place, reward, serviceMinutes: halfDayMinutes, demand: 0, patterns: patterns[n] });
      rhythms.push(rhythm);
    });
  });
  return { offers, rhythms };
}

/** A year of visits at a rhythm. */
function supplyOf({ workingWeeks, supplyPerVisit }: PlanRoundsQuestion, rhythm: StopRhythm): number {
  return (workingWeeks / WEEKS_APART[rhythm]) * supplyPerVisit;
}

/** Dense minutes, origin × to.length + destination; Infinity beyond the limit. */
function denseOf(times: PlaceTimes, from: readonly number[], to: readonly number[], limit: number): Float64Array {
  const { offsets, targets, minutes } = times.measure(from, to, limit);
  const all = new Float64Array(from.length * to.length).fill(Number.POSITIVE_INFINITY);
  for (let i = 0; i < from.length; i++) {
    for (let k = offsets[i]; k < offsets[i + 1]; k++) all[i * to.length + targets[k]] = minutes[k];
  }
  return all;
}

function legsOf(
  times: PlaceTimes,
  stops: readonly number[],
  depot: number,
  { maxMinutes }: PlanRoundsQuestion,
): Pick<RoundsProblem, "places" | "out" | "between" | "back"> {
  return {
    places: stops.length,
    out: denseOf(times, [depot], stops, maxMinutes),
    between: denseOf(times, stops, stops, maxMinutes),
    back: denseOf(times, stops, [depot], maxMinutes),
  };
}

function limitsOf({ vehicles, weeks, daysPerWeek, maxMinutes, maxDriving }: PlanRoundsQuestion) {
  const days = weeks * daysPerWeek;
  return { vehicles, days, maxMinutes, maxDriving, capacity: Number.POSITIVE_INFINITY, minuteCost: 0 };
}

/** Places with a practice of the profession. */
function practicesOf({ places }: PlanRoundsSources, { series }: PlanRoundsQuestion): readonly number[] {
  return Array.from(places.units.keys()).filter((i) => places.counts[series.profession][i] > 0);
}
