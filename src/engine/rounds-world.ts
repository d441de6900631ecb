import type { AccessModel } from "../core/access/model.ts";
import type { Series } from "../core/professions.ts";
import type { RoundsProblem } from "../core/rounds/problem.ts";
import type { Territory } from "../core/territory.ts";

/** Weeks between two visits. */
export const WEEKS_APART = { weekly: 1, fortnightly: 2, monthly: 4 } as const;
export type StopRhythm = keyof typeof WEEKS_APART;

export interface PlanRoundsQuestion {
  readonly territory: Territory;
  readonly series: Series;
  /** Decay, catchment and demand of the recomputation; its method is taken to be of the two-step family. */
  readonly model: AccessModel;
  /** In the unit of the series. */
  readonly threshold: number;
  /** Code of the commune where vehicles start and end, inside the territory or not; null: `chooseDepot`. */
  readonly depot: string | null;
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
  /** How often a stop may be visited; those the period has no room for are left out. */
  readonly rhythms: readonly StopRhythm[];
  /** Inhabitants of a stop at least. */
  readonly minPeople: number;
  /** Stops outside any urban unit alone. */
  readonly ruralOnly: boolean;
  /** Stops more than this from a place of practice of the profession alone; 0: no matter. */
  readonly minutesToPractice: number;
  /** Candidates kept, those with most people times shortfall; mandatory ones come on top. */
  readonly maxStops: number;
  /** Codes of communes of the territory served whatever the conditions say and whatever they bring. */
  readonly mandatory: readonly string[];
  /** Codes of communes never served. */
  readonly excluded: readonly string[];
  /** Criterion: farther than this from a place of practice. */
  readonly fixedCareMinutes: number;
}

export interface RoundPlace {
  readonly code: string;
  readonly name: string;
  readonly lon: number;
  readonly lat: number;
}

/** What a search of rounds is given; plain data. */
export interface RoundsWorld {
  readonly problem: Omit<RoundsProblem, "nameOf">;
  /** Places of the problem. */
  readonly stops: readonly RoundPlace[];
  readonly depot: RoundPlace;
  /** Rhythm of each offer. */
  readonly rhythms: readonly StopRhythm[];
  readonly daysPerWeek: number;
  /** What the territory lacks, Σ people × max(0, T − A), in the unit of rewards. */
  readonly need: number;
}
