import { presetOf } from "../core/access/profession-presets.ts";
import type { TerritoryTree } from "../core/contributions/territory-tree.ts";
import type { ClaimedCorrection } from "../core/participation/list-corrections.ts";
import type { CountCorrection } from "../core/participation/read-correction.ts";
import {
  type AppliedCorrection,
  type FindCount,
  type SettledCorrections,
  settleCorrections,
} from "../core/participation/settle-corrections.ts";
import { addLifts } from "../core/placement/add-lifts.ts";
import type { Series } from "../core/professions.ts";
import { breathe, type Run } from "../core/run.ts";
import { STATUS_CODE } from "../core/status.ts";
import type { Territory } from "../core/territory.ts";
import type { BroughtTimes, TimesUsed } from "./brought-times.ts";
import { type CorrectedMinutes, correctMinutes } from "./corrected-minutes.ts";
import type { NationalFrame } from "./national-frame.ts";
import { type Database, getNumbers, getTexts } from "./ports.ts";
import type { ReachPlaces } from "./reach-places.ts";
import { describeFigures, listMoved, type MovedPeople, type ScenarioFigures } from "./scenario-figures.ts";
import type { SiteSupply } from "./scenario-supply.ts";
import type { SeriesColumns } from "./series-columns.ts";
import { spreadOf, spreadSupply } from "./spread-supply.ts";
import countFacilities from "./sql/count-facilities.sql?raw";
import { supplyPerPlace } from "./supply-per-place.ts";
import { listRows, pickRows, type TerritoryRows } from "./territory-rows.ts";
import { thresholdOf } from "./unit-column.ts";
import type { UnitContext } from "./unit-context.ts";

export interface CorrectedQuestion {
  readonly territory: Territory;
  readonly series: Series;
  /** null: that of the profession. */
  readonly threshold: number | null;
  readonly corrections: readonly ClaimedCorrection[];
  /** Whether what two organisations agree on counts before a moderator has accepted it. */
  readonly withCorroborated: boolean;
}

/** What an applied correction moves: access of the series, that of another profession, minutes to a facility, no figure. */
export type CorrectionEffect = "access" | "other-profession" | "minutes" | "none";

/** Columns in unit order; cities with arrondissements beside these, `counted` 0. */
export interface CorrectedAnswer extends TerritoryRows {
  readonly question: CorrectedQuestion;
  readonly threshold: number;
  readonly people: Float64Array;
  /** As published, never rewritten. */
  readonly official: Float64Array;
  /** The official value and what corrections add to it or take away. */
  readonly corrected: Float64Array;
  /** Codes of core/status, of both columns. */
  readonly statuses: Uint8Array;
  readonly figures: { readonly official: ScenarioFigures; readonly corrected: ScenarioFigures };
  readonly gains: MovedPeople;
  readonly losses: MovedPeople;
  readonly applied: readonly (AppliedCorrection & { readonly effect: CorrectionEffect })[];
  readonly ignored: SettledCorrections["ignored"];
  /** Supply of one place of practice, a year: what makes up the official total; nobody published it by place. */
  readonly perPlace: number;
  /** Places of practice the corrections add, all together; below 0 where they take away. */
  readonly places: number;
  /** Facilities whose nearest one changes for somebody of the territory. */
  readonly minutes: readonly CorrectedMinutes[];
  readonly times: TimesUsed;
}

export interface CorrectedSources {
  readonly db: Database;
  readonly frame: NationalFrame;
  readonly tree: TerritoryTree;
  readonly series: SeriesColumns;
  readonly places: ReachPlaces;
  readonly context: UnitContext;
  readonly brought: BroughtTimes | null;
}

/**
 * Official access beside what it would be with corrections of the data. Access is linear in supply: a place of practice more
 * or less, with the activity of a mean one, is spread as a scenario's supply is and added to the published value. The official
 * indicator counts activity, not places: where it had already lost what a correction takes away, that is taken twice; the
 * reader is told. Throws `unknown-territory`, `unknown-series`, `cancelled`.
 */
export async function describeCorrected(
  sources: CorrectedSources,
  question: CorrectedQuestion,
  run: Run,
): Promise<CorrectedAnswer> {
  const { frame, series, places, context } = sources;
  const { profession } = question.series;
  const rows = listRows(frame, question.territory);
  run.progress(0, 2, "corrections");
  const find = await readCounts(sources, question.corrections, run);
  const { applied, ignored } = settleCorrections(question.corrections, { ...question, tree: sources.tree, find });
  await breathe(run);
  run.progress(1, 2, "access");
  const place = locate(frame, places);
  const { perPeople } = presetOf(profession);
  const perPlace = supplyPerPlace(frame, series, places.counts[profession], perPeople);
  const shifts = sumShifts(applied, place, (one) => one.profession === profession);
  const supplied = Array.from(shifts, ([at, count]): SiteSupply => ({ place: at, supply: count * perPlace }));
  const model = spreadOf({ model: null, series: question.series });
  const spread = spreadSupply(sources, rows, supplied, model, perPeople);
  const official = pickRows(series.values, rows);
  const corrected = addLifts(spread.lifts, official, spread.sites, spread.amounts);
  const threshold = question.threshold ?? thresholdOf(frame, question.series, series);
  const people = pickRows(series.people, rows).map((n) => Math.max(0, n || 0));
  const judged = Array.from(rows.units.keys()).filter((i) => rows.counted[i] === 1 && !Number.isNaN(official[i]));
  const pick = (column: Float64Array) => Float64Array.from(judged, (i) => column[i]);
  const units = Uint16Array.from(judged, (i) => rows.units[i]);
  const standardised = pick(pickRows(series.standardised, rows));
  const figures = (values: Float64Array) =>
    describeFigures(units, { values: pick(values), people: pick(people), standardised }, context, threshold);
  const counted = people.map((n, i) => (rows.counted[i] === 1 && !Number.isNaN(official[i]) ? n : 0));
  const origins = listOrigins(rows, places);
  const minutes = (["pharmacy", "emergency"] as const).flatMap((facility) => {
    const moved = sumShifts(applied, place, (one) => one.facility === facility);
    const found = moved.size === 0 ? null : correctMinutes(sources, origins, facility, moved);
    return found === null || found.codes.length === 0 ? [] : [found];
  });
  return {
    ...rows,
    question,
    threshold,
    people,
    official,
    corrected,
    statuses: Uint8Array.from(rows.units, (unit, i) =>
      Number.isNaN(official[i]) && series.statuses[unit] === STATUS_CODE.value
        ? STATUS_CODE.missing
        : series.statuses[unit],
    ),
    figures: { official: figures(official), corrected: figures(corrected) },
    gains: listMoved(official, corrected, counted, 1),
    losses: listMoved(official, corrected, counted, -1),
    applied: applied.map((one) => ({ ...one, effect: effectOf(one, profession) })),
    ignored,
    perPlace,
    places: Array.from(shifts.values()).reduce((sum, n) => sum + n, 0),
    minutes,
    times: spread.times,
  };
}

function effectOf({ profession, facility }: CountCorrection, own: string): CorrectionEffect {
  if (profession !== null) return profession === own ? "access" : "other-profession";
  return facility === null ? "none" : "minutes";
}

/** Counts of the communes named, each read once. */
async function readCounts(
  { db, frame, places }: CorrectedSources,
  corrections: readonly ClaimedCorrection[],
  run: Run,
): Promise<FindCount> {
  const place = locate(frame, places);
  const counts = new Map<string, ReadonlyMap<string, number>>();
  for (const commune of new Set(corrections.map(({ row }) => row))) {
    await breathe(run);
    const table = await db.query(countFacilities, [commune], run.signal);
    if (table.rowCount === 0 || place(commune) === null) continue;
    const [datasets, fields] = [getTexts(table, "dataset"), getTexts(table, "field")];
    const count = getNumbers(table, "count");
    counts.set(commune, new Map(fields.map((field, i) => [`${datasets[i]} ${field}`, count[i]])));
  }
  return ({ commune, dataset, field }) => {
    const known = counts.get(commune);
    return known === undefined ? "unknown-row" : (known.get(`${dataset} ${field}`) ?? "unknown-field");
  };
}

/** Place of a commune, an arrondissement standing at its city; null where there is no point. */
function locate(frame: NationalFrame, { units }: ReachPlaces): (code: string) => number | null {
  const unitOf = new Map(frame.codes.map((code, unit) => [code, unit]));
  const placeOf = new Map(Array.from(units, (unit, at) => [unit, at]));
  return (code) => {
    const unit = unitOf.get(code);
    if (unit === undefined) return null;
    return placeOf.get(frame.cityOf[unit] < 0 ? unit : frame.cityOf[unit]) ?? null;
  };
}

function sumShifts(
  applied: readonly AppliedCorrection[],
  place: (code: string) => number | null,
  isTaken: (one: AppliedCorrection) => boolean,
): ReadonlyMap<number, number> {
  const sums = new Map<number, number>();
  for (const one of applied) {
    const at = place(one.commune);
    if (at !== null && isTaken(one)) sums.set(at, (sums.get(at) ?? 0) + one.new - one.old);
  }
  return new Map(
    Array.from(sums)
      .filter(([, shift]) => shift !== 0)
      .sort(([a], [b]) => a - b),
  );
}

/** Places of the territory: a city once, whatever its arrondissements. */
function listOrigins(rows: TerritoryRows, { units }: ReachPlaces): readonly number[] {
  const own = new Set(rows.units);
  return Array.from(units.keys()).filter((place) => own.has(units[place]));
}
