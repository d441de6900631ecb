import { modelOf } from "../core/access/model.ts";
import { FailureError } from "../core/failure.ts";
import { getSeries, PROFESSIONS } from "../core/professions.ts";
import type { RoundsSearch } from "../core/rounds/plan-rounds.ts";
import type { PlanRoundsAnswer, RoundStop } from "../engine/describe-rounds.ts";
import { loadNationalFrame } from "../engine/national-frame.ts";
import { planMobileRounds } from "../engine/plan-rounds.ts";
import { CARE_LIMIT } from "../engine/prepare-rounds.ts";
import { loadReachPlaces } from "../engine/reach-places.ts";
import type { PlanRoundsQuestion } from "../engine/rounds-world.ts";
import { loadSeries } from "../engine/series-columns.ts";
import { loadUnitContext } from "../engine/unit-context.ts";
import { openNodePack } from "../platform/node/duckdb.ts";
import { quantity, wholeNumber } from "./place-options.ts";
import { limitOf, type RoundsValues } from "./rounds-options.ts";
import { readTerritory } from "./territory-command.ts";
import { writeOutput } from "./write-output.ts";
import { describeRounds, prepareExports, type RoundsNames } from "./write-rounds.ts";

/** Half-days of a practitioner's full-time week. */
const HALF_DAYS = 10;

/** Rounds in a territory of the pack: communes under the threshold as stops, estimated times, what they add to official access. */
export async function roundsInTerritory(values: RoundsValues, search: RoundsSearch): Promise<void> {
  const question = questionOf(values);
  const db = await openNodePack(values.data);
  const frame = await loadNationalFrame(db);
  const sources = {
    frame,
    series: await loadSeries(db, frame, question.series),
    places: await loadReachPlaces(db, frame),
    context: await loadUnitContext(db),
    brought: null,
  };
  const answer = await planMobileRounds(sources, question, search);
  const names = namesOf(answer);
  const write = prepareExports(values, names);
  const summary = { ...describeRounds(answer.found, names), ...describeEffect(answer), limits: LIMITS };
  await writeOutput(values.out, `${JSON.stringify(summary, null, 2)}\n`);
  await write(answer.found);
}

function questionOf(values: RoundsValues): PlanRoundsQuestion {
  const profession = PROFESSIONS.find((name) => name === values.profession);
  if (!profession) {
    const [option, text] = ["--profession", values.profession];
    throw new FailureError("bad-input", { option, text, expected: PROFESSIONS.join(", ") });
  }
  const workingWeeks = quantity(values["working-weeks"], "--working-weeks");
  return {
    territory: readTerritory(values.territory),
    series: getSeries(profession, wholeNumber(values.year, "--year"), "all"),
    model: modelOf(profession),
    threshold: quantity(values.threshold, "--threshold"),
    depot: values.depot ?? null,
    vehicles: quantity(values.vehicles ?? "1", "--vehicles"),
    daysPerWeek: wholeNumber(values["days-per-week"], "--days-per-week"),
    weeks: wholeNumber(values.weeks, "--weeks"),
    maxMinutes: quantity(values["max-minutes"] ?? "480", "--max-minutes"),
    maxDriving: limitOf(values["max-driving"], "--max-driving"),
    halfDayMinutes: quantity(values["half-day-minutes"], "--half-day-minutes"),
    supplyPerVisit:
      profession === "gp" ? quantity(values.consultations, "--consultations") : 1 / (HALF_DAYS * workingWeeks),
    workingWeeks,
    rhythms: ["weekly", "fortnightly", "monthly"],
    minPeople: quantity(values["min-people"], "--min-people"),
    ruralOnly: values.rural,
    minutesToPractice: quantity(values["minutes-to-practice"], "--minutes-to-practice"),
    maxStops: wholeNumber(values["max-stops"], "--max-stops"),
    mandatory: listCodes(values.mandatory),
    excluded: listCodes(values.excluded),
    fixedCareMinutes: quantity(values["fixed-care-minutes"], "--fixed-care-minutes"),
  };
}

/** Codes with commas between. */
function listCodes(text: string): readonly string[] {
  return text.split(",").filter((code) => code !== "");
}

function namesOf({ stops, depot, rhythms, question }: PlanRoundsAnswer): RoundsNames {
  return {
    ids: stops.map(({ code }) => code),
    names: stops.map(({ name }) => name),
    lon: stops.map(({ lon }) => lon),
    lat: stops.map(({ lat }) => lat),
    depot: { id: depot.code, lon: depot.lon, lat: depot.lat },
    rhythms,
    daysPerWeek: question.daysPerWeek,
  };
}

function describeEffect({ stops, depot, need, gain, peopleUnder, peopleUnderAfter }: PlanRoundsAnswer) {
  return {
    depot: { code: depot.code, name: depot.name },
    candidates: stops.length,
    need,
    gain_together: gain,
    people_under: peopleUnder,
    people_under_after: peopleUnderAfter,
    stops: stops.filter(({ rhythm }) => rhythm !== null).map(describeStop),
  };
}

function describeStop({
  code,
  name,
  rhythm,
  visitsPerYear,
  supply,
  worth,
  peopleReached,
  minutesToCare,
  criteria,
}: RoundStop) {
  return {
    code,
    name,
    frequency: rhythm,
    visits_per_year: visitsPerYear,
    supply_per_year: supply,
    worth,
    people_reached: peopleReached,
    minutes_to_fixed_care: minutesToCare <= CARE_LIMIT ? minutesToCare : null,
    criteria: {
      rural: criteria.rural,
      under_threshold: criteria.underThreshold,
      far_from_fixed_care: criteria.farFromFixedCare,
      coordinated_structure: criteria.coordinatedStructure,
      priority_zone: criteria.priorityZone,
      chronic_without_gp: criteria.chronicWithoutGp,
    },
  };
}

const LIMITS = [
  "Official access plus what the visits add by the decay of the recomputation, parts of which nobody published.",
  "Reward and bound add up what each stop gains alone; gain_together counts once what two stops bring to the same people.",
  "Times are estimated from straight lines between communes; pauses and setting up are not counted.",
  "Rural: outside any urban unit of 2020, in place of INSEE's density grid. Coordinated structures, zones in force and long-term illness are not in the data.",
] as const;
