import { modelOf } from "../core/access/model.ts";
import type { RoundsFound } from "../core/rounds/problem.ts";
import type { PlanRoundsAnswer } from "../engine/describe-rounds.ts";
import type { PlanRoundsQuestion, RoundsWorld, StopRhythm } from "../engine/rounds-world.ts";
import { type RunningSearch, startRoundsSearch } from "../worker/solver-client.ts";
import type { RoundsSearchRequest } from "../worker/solver-protocol.ts";
import type { LazyEngine } from "./lazy-engine.ts";
import type { Question } from "./question.ts";
import { openSearchStore, type SearchState } from "./search-store.ts";

/** Plans tried and seed: the same request has the same answer everywhere, unless it is stopped. */
export const ROUNDS_EFFORT = { iterations: 4000, seed: 1 } as const;

/** Weeks after which rounds repeat: a monthly rhythm needs four. */
export const PERIOD_WEEKS = 4;

/** Half-days of a full-time week: what a visit is of a full-time equivalent where no consultations are counted. */
const HALF_DAYS = 10;

/** Minutes to a place of practice beyond which a stop is said to complement it. */
const FIXED_CARE_MINUTES = 10;

const RHYTHMS: readonly StopRhythm[] = ["weekly", "fortnightly", "monthly"];

export type RoundsState = SearchState<RoundsFound, RoundsWorld, PlanRoundsAnswer>;
export type RoundsPlanStore = ReturnType<typeof openRoundsPlanStore>;

/** The search of rounds: it goes on while another room is open. */
export function openRoundsPlanStore(
  engine: Pick<LazyEngine, "get">,
  start: (
    request: RoundsSearchRequest,
    onFound: (found: RoundsFound) => void,
  ) => RunningSearch<RoundsFound> = startRoundsSearch,
) {
  return openSearchStore<PlanRoundsQuestion, RoundsWorld, RoundsFound, RoundsWorld, PlanRoundsAnswer>({
    prepare: (question, signal) => engine.get().call("prepareRounds", question, { signal }),
    sitesOf: (world) => world,
    search: ({ problem, stops }, onFound) =>
      start({ problem, names: stops.map(({ name, code }) => `${name} (${code})`), ...ROUNDS_EFFORT }, onFound),
    describe: (question, found) => engine.get().call("describeRounds", { question, found }),
  });
}

/** The engine's question of a request; `threshold` in force. */
export function roundsQuestion(
  { territory, series, model, rounds }: Pick<Question, "territory" | "series" | "model" | "rounds">,
  threshold: number,
): PlanRoundsQuestion {
  return {
    territory,
    series,
    model: model ?? modelOf(series.profession),
    threshold,
    depot: rounds.depot,
    vehicles: rounds.vehicles,
    daysPerWeek: rounds.days,
    weeks: PERIOD_WEEKS,
    maxMinutes: 60 * rounds.hours,
    maxDriving: rounds.driving,
    halfDayMinutes: rounds.visit,
    supplyPerVisit: series.profession === "gp" ? rounds.consultations : 1 / (HALF_DAYS * rounds.weeks),
    workingWeeks: rounds.weeks,
    rhythms: rounds.rhythm === "any" ? RHYTHMS : [rounds.rhythm],
    minPeople: rounds.people,
    ruralOnly: rounds.rural,
    minutesToPractice: rounds.away,
    maxStops: rounds.candidates,
    mandatory: rounds.mandatory,
    excluded: rounds.excluded,
    fixedCareMinutes: FIXED_CARE_MINUTES,
  };
}

export type { PlanRoundsAnswer, RoundStop } from "../engine/describe-rounds.ts";
export type { CriterionStatus, RoundCriteria } from "../engine/round-criteria.ts";
export type { RoundsWorld } from "../engine/rounds-world.ts";
