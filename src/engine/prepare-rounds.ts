import { presetOf } from "../core/access/profession-presets.ts";
import { FailureError } from "../core/failure.ts";
import { impossible } from "../core/placement/problem.ts";
import { assertThreshold } from "../core/placement/shortfall.ts";
import { assertRounds, type RoundOffer } from "../core/rounds/problem.ts";
import { allDays, patternsOf } from "../core/rounds/rhythm.ts";
import { breathe, type Run } from "../core/run.ts";
import type { BroughtTimes, TimesUsed } from "./brought-times.ts";
import { chooseDepot } from "./choose-depot.ts";
import { denseTimes, listRoundStops } from "./list-round-stops.ts";
import type { NationalFrame } from "./national-frame.ts";
import { createPlaceTimes } from "./place-times.ts";
import type { ReachPlaces } from "./reach-places.ts";
import { reachSites } from "./reach-sites.ts";
import { nearestOf } from "./round-criteria.ts";
import { RoundGains } from "./round-gains.ts";
import { type PlanRoundsQuestion, type RoundsWorld, type StopRhythm, WEEKS_APART } from "./rounds-world.ts";
import type { SeriesColumns } from "./series-columns.ts";
import { listRows } from "./territory-rows.ts";
import type { UnitContext } from "./unit-context.ts";

export interface PlanRoundsSources {
  readonly frame: NationalFrame;
  readonly series: SeriesColumns;
  readonly places: ReachPlaces;
  readonly context: UnitContext;
  readonly brought: BroughtTimes | null;
}

/** A world with what describes a plan of it. */
export interface PreparedRounds {
  readonly question: PlanRoundsQuestion;
  readonly world: RoundsWorld;
  readonly gains: RoundGains;
  /** Units of the stops, and minutes to the nearest place of practice; Infinity: beyond `CARE_LIMIT`. */
  readonly stopUnits: Uint16Array;
  readonly minutesToCare: Float64Array;
  /** Rows of the gains: communes of the territory with an official value, cities whole. */
  readonly units: Uint16Array;
  readonly people: Float64Array;
  readonly official: Float64Array;
  readonly times: TimesUsed;
}

/** Minutes within which the nearest place of practice is looked for. */
export const CARE_LIMIT = 60;

/**
 * What a search of rounds needs: candidate communes by people times shortfall, each to be served weekly, fortnightly, monthly or not. Throws
 * `unknown-territory`, `bad-input` naming the constraint that leaves nothing to plan, `cancelled`.
 */
export async function prepareRounds(
  sources: PlanRoundsSources,
  question: PlanRoundsQuestion,
  run: Run,
): Promise<PreparedRounds> {
  const { series, places } = sources;
  const { threshold } = question;
  assertThreshold(threshold);
  if (!(question.supplyPerVisit > 0)) throw impossible("a visit must offer something: its supply is 0", "no-supply");
  const times = createPlaceTimes(places, sources.brought);
  const own = new Set(listRows(sources.frame, question.territory).units);
  const home = Array.from(places.units.keys()).filter(
    (i) => own.has(places.units[i]) && !Number.isNaN(series.values[places.units[i]]),
  );
  if (home.length === 0) throw impossible("no commune of the territory has an official value", "no-value");
  const peopleAt = (i: number) => Math.max(0, series.people[places.units[i]] || 0);
  const lacks = (i: number) => Math.max(0, threshold - series.values[places.units[i]]) * peopleAt(i);
  const depot =
    question.depot === null ? chooseDepot(times, home, places.people, lacks) : places.codes.indexOf(question.depot);
  if (depot < 0)
    throw new FailureError("bad-input", { option: "depot", text: question.depot ?? "", expected: "a commune" });
  await breathe(run);
  const practices = Array.from(places.units.keys()).filter((i) => places.counts[question.series.profession][i] > 0);
  const stopSources = { places, context: sources.context, times, home, own, depot, lacks, practices };
  const { stops, mandatory } = listRoundStops(stopSources, question);
  await breathe(run);
  const { perPeople } = presetOf(question.series.profession);
  const reached = reachSites(sources, stops, home, question.model, perPeople);
  const people = Float64Array.from(home, peopleAt);
  const official = Float64Array.from(home, (i) => series.values[places.units[i]]);
  const gains = new RoundGains(reached.lifts, people, official, threshold);
  const { offers, rhythms } = listOffers(question, stops.length, gains);
  const { maxMinutes, maxDriving, vehicles, weeks, daysPerWeek } = question;
  const problem = {
    places: stops.length,
    out: denseTimes(times, [depot], stops, maxMinutes),
    between: denseTimes(times, stops, stops, maxMinutes),
    back: denseTimes(times, stops, [depot], maxMinutes),
    offers,
    vehicles,
    days: weeks * daysPerWeek,
    maxMinutes,
    maxDriving,
    capacity: Number.POSITIVE_INFINITY,
    minuteCost: 0,
    mandatory: Array.from({ length: mandatory }, (_, p) => p),
  };
  assertRounds({ ...problem, nameOf: (p) => `${places.names[stops[p]]} (${places.codes[stops[p]]})` });
  const care = times.measure(stops, practices, CARE_LIMIT);
  const placeAt = (i: number) => ({
    code: places.codes[i],
    name: places.names[i],
    lon: places.points.lon[i],
    lat: places.points.lat[i],
  });
  return {
    question,
    world: {
      problem,
      stops: stops.map(placeAt),
      depot: placeAt(depot),
      rhythms,
      daysPerWeek,
      need: home.reduce((sum, i) => sum + lacks(i), 0),
    },
    gains,
    stopUnits: Uint16Array.from(stops, (i) => places.units[i]),
    minutesToCare: Float64Array.from(stops, (_, p) => nearestOf(care, p)),
    units: Uint16Array.from(home, (i) => places.units[i]),
    people,
    official,
    times: reached.times,
  };
}

/** Each rhythm asked for that the period has room for, at what it gains alone. */
function listOffers(question: PlanRoundsQuestion, stops: number, gains: RoundGains) {
  const { weeks, daysPerWeek, halfDayMinutes } = question;
  const days = weeks * daysPerWeek;
  const kept = question.rhythms.filter((rhythm) => weeks % WEEKS_APART[rhythm] === 0);
  if (kept.length === 0)
    throw impossible(`no rhythm asked for keeps a period of ${weeks} weeks`, "no-rhythm", { weeks });
  const patterns = kept.map((rhythm) => patternsOf(rhythm, { days, daysPerWeek }, allDays(days), rhythm));
  const offers: RoundOffer[] = [];
  const rhythms: StopRhythm[] = [];
  for (let place = 0; place < stops; place++) {
    kept.forEach((rhythm, n) => {
      const reward = gains.alone(place, supplyOfYear(question, rhythm));
      offers.push({ place, reward, serviceMinutes: halfDayMinutes, demand: 0, patterns: patterns[n] });
      rhythms.push(rhythm);
    });
  }
  return { offers, rhythms };
}

/** A year of visits at a rhythm. */
export function supplyOfYear({ workingWeeks, supplyPerVisit }: PlanRoundsQuestion, rhythm: StopRhythm): number {
  return (workingWeeks / WEEKS_APART[rhythm]) * supplyPerVisit;
}
