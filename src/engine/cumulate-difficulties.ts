import { FLAT_DECAY } from "../core/access/compute-access.ts";
import { countDifficulties, type LimitedColumn, peopleByCount } from "../core/access/count-difficulties.ts";
import { NO_LIMIT, weighMinutes } from "../core/access/decay.ts";
import {
  DIFFICULTY_SETS,
  type DifficultyId,
  type DifficultySet,
  type Facility,
  SEARCH_MINUTES,
} from "../core/access/difficulty-sets.ts";
import { nearestMinutes } from "../core/access/reach.ts";
import { getSeries, PROFESSION_RULES, type Profession } from "../core/professions.ts";
import { breathe, type Run } from "../core/run.ts";
import { STATUS_CODE } from "../core/status.ts";
import type { Territory } from "../core/territory.ts";
import { CARE_TYPES, loadCarePlaces, siteColumn, spreadOverUnits } from "./care-places.ts";
import type { AccessSources } from "./describe-access.ts";
import { estimateBySlices, SLICES } from "./estimate-slices.ts";
import { keep } from "./keep.ts";
import type { NamedTerritory } from "./national-frame.ts";
import type { Database } from "./ports.ts";
import { listRowsUpwards, pickRows, type TerritoryRows } from "./territory-rows.ts";

export interface CumulatedQuestion {
  readonly territory: Territory;
  /** Year of the official values. */
  readonly year: number;
  /** Estimated minutes beyond which the nearest one is a difficulty. */
  readonly pharmacyMinutes: number;
  readonly emergencyMinutes: number;
}

export interface CumulatedSummary {
  readonly territory: NamedTerritory;
  /** People by number of difficulties 0 … 3, where all three are known. */
  readonly byCount: Readonly<Record<DifficultySet, Float64Array>>;
  /** People where one of the three is not known. */
  readonly without: Readonly<Record<DifficultySet, number>>;
  /** People in each difficulty, among those of `firstCare` or `professions` whose three are known. */
  readonly alone: Readonly<Record<DifficultySet, Float64Array>>;
}

/** Columns in unit order; cities with arrondissements beside these, `counted` 0. */
export interface CumulatedAnswer extends TerritoryRows {
  readonly question: CumulatedQuestion;
  readonly people: Float64Array;
  /** Official access, or estimated minutes to the nearest (Infinity: none within SEARCH_MINUTES). */
  readonly columns: Readonly<Record<DifficultyId, LimitedColumn>>;
  /** Difficulties per area, NaN where one is not known. */
  readonly counts: Readonly<Record<DifficultySet, Float64Array>>;
  readonly summary: CumulatedSummary;
  /** Nearest first, the country last. */
  readonly parents: readonly CumulatedSummary[];
}

/** Estimated minutes from every unit to the nearest facility; Infinity where none is found, NaN where a unit has no point. */
export type NearestFacility = (facility: Facility, run: Run) => Promise<Float64Array>;

export interface CumulatedSources extends AccessSources {
  readonly nearest: NearestFacility;
}

/**
 * Where several difficulties meet: official access of three professions under their thresholds; general practitioners,
 * pharmacies (BPE D307) and emergency departments (BPE D106) too far by estimated minutes.
 * Throws `unknown-territory`, `unknown-series`, `cancelled`.
 */
export async function cumulateDifficulties(
  { frame, series, nearest }: CumulatedSources,
  question: CumulatedQuestion,
  run: Run,
): Promise<CumulatedAnswer> {
  const territories = listRowsUpwards(frame, question.territory);
  const published = async (profession: Profession): Promise<LimitedColumn> => {
    await breathe(run);
    const { values } = await series(getSeries(profession, question.year, "all"));
    return { values, limit: PROFESSION_RULES[profession].threshold ?? Number.NaN, side: "below" };
  };
  const farther = async (facility: Facility, limit: number): Promise<LimitedColumn> => {
    await breathe(run);
    return { values: await nearest(facility, run), limit, side: "above" };
  };
  const national = {
    gp: await published("gp"),
    nurse: await published("nurse"),
    physio: await published("physio"),
    pharmacy: await farther("pharmacy", question.pharmacyMinutes),
    emergency: await farther("emergency", question.emergencyMinutes),
  };
  const { people } = await series(getSeries("gp", question.year, "all"));
  await breathe(run);
  const [own, ...parents] = territories.map((rows) => cumulateOver(rows, national, people));
  return { ...territories[0], question, ...own, parents: parents.map(({ summary }) => summary) };
}

function cumulateOver(rows: TerritoryRows, national: CumulatedAnswer["columns"], everyone: Float64Array) {
  const people = pickRows(everyone, rows);
  const pick = (id: DifficultyId) => ({ ...national[id], values: pickRows(national[id].values, rows) });
  const columns = {
    gp: pick("gp"),
    nurse: pick("nurse"),
    physio: pick("physio"),
    pharmacy: pick("pharmacy"),
    emergency: pick("emergency"),
  };
  const professions = cumulateSet(DIFFICULTY_SETS.professions, rows, columns, people);
  const firstCare = cumulateSet(DIFFICULTY_SETS.firstCare, rows, columns, people);
  const summary: CumulatedSummary = {
    territory: rows.territory,
    byCount: { professions: professions.byCount, firstCare: firstCare.byCount },
    without: { professions: professions.without, firstCare: firstCare.without },
    alone: { professions: professions.alone, firstCare: firstCare.alone },
  };
  return { people, columns, counts: { professions: professions.counts, firstCare: firstCare.counts }, summary };
}

function cumulateSet(
  ids: readonly DifficultyId[],
  rows: TerritoryRows,
  columns: CumulatedAnswer["columns"],
  people: Float64Array,
) {
  const limited = ids.map((id) => columns[id]);
  const { count, known } = countDifficulties(limited);
  const isKnown = known.map((n, i) => (n === ids.length ? rows.counted[i] : 0));
  const isUnknown = known.map((n, i) => (n === ids.length ? 0 : rows.counted[i]));
  return {
    counts: Float64Array.from(count, (n, i) => (known[i] === ids.length ? n : Number.NaN)),
    byCount: peopleByCount(count, ids.length, people, isKnown),
    without: peopleByCount(count, ids.length, people, isUnknown).reduce((a, b) => a + b, 0),
    alone: Float64Array.from(
      limited,
      (column) => peopleByCount(countDifficulties([column]).count, 1, people, isKnown)[1],
    ),
  };
}

/** Minutes to the nearest are computed once per facility. */
export function prepareNearest(db: Database, { frame }: AccessSources): NearestFacility {
  return keep(async (facility: Facility, run) => {
    const places = await loadCarePlaces(db, frame, CARE_TYPES[facility]);
    const supply = siteColumn(places, places.facilities);
    const minutes = new Float64Array(places.units.length);
    let done = 0;
    for await (const { first, table } of estimateBySlices(places, SEARCH_MINUTES[facility], run)) {
      const world = { table, demand: new Float64Array(table.origins), supply };
      const { values, statuses } = nearestMinutes(world, weighMinutes(FLAT_DECAY, table.minutes, NO_LIMIT), 1);
      minutes.set(
        values.map((value, i) => (statuses[i] === STATUS_CODE.value ? value : Number.POSITIVE_INFINITY)),
        first,
      );
      run.progress(++done, SLICES, facility);
    }
    return spreadOverUnits(frame, places, minutes);
  });
}
