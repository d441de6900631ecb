import { presetOf } from "../core/access/profession-presets.ts";
import { addLifts } from "../core/placement/add-lifts.ts";
import { breathe, type Run } from "../core/run.ts";
import type { Scenario } from "../core/scenario/document.ts";
import { readChanges } from "../core/scenario/read-change.ts";
import { STATUS_CODE } from "../core/status.ts";
import type { BroughtTimes, TimesUsed } from "./brought-times.ts";
import { ageDepartures, type LoadSeries } from "./leave-by-age.ts";
import type { NationalFrame } from "./national-frame.ts";
import { describePeopleWithoutCar, type PeopleWithoutCar } from "./people-without-car.ts";
import type { ReachPlaces } from "./reach-places.ts";
import { demandOf } from "./reach-sites.ts";
import { describeFigures, listMoved, type MovedPeople, type ScenarioFigures } from "./scenario-figures.ts";
import { hashResult, SCENARIO_ENGINE } from "./scenario-hash.ts";
import { listLimits, type ScenarioLimit } from "./scenario-limits.ts";
import { locateCommunes, supplyByPlace } from "./scenario-supply.ts";
import type { SeriesColumns } from "./series-columns.ts";
import { spreadOf, spreadSupply } from "./spread-supply.ts";
import { listRows, pickRows, type TerritoryRows } from "./territory-rows.ts";
import { thresholdOf } from "./unit-column.ts";
import type { UnitContext } from "./unit-context.ts";

/** What a scenario's changes are added to: the official values, or those recomputed under its model. */
export const BASELINES = ["official", "recomputed"] as const;
export type Baseline = (typeof BASELINES)[number];

export interface ScenarioQuestion {
  readonly scenario: Scenario;
  readonly baseline: Baseline;
}

export interface ScenarioSources {
  readonly frame: NationalFrame;
  readonly series: SeriesColumns;
  readonly places: ReachPlaces;
  readonly brought: BroughtTimes | null;
  readonly context: UnitContext;
  /** Values over every unit to add to in place of the official ones; null: official. */
  readonly recomputed: Float64Array | null;
  readonly load: LoadSeries;
}

/** Supply the changes bring and take, a year, in the unit of the profession's supply. */
export interface MovedSupply {
  readonly brought: number;
  /** Above 0. */
  readonly taken: number;
  /** Of brought less taken, what falls to people of the territory; the rest is their neighbours'. */
  readonly toTerritory: number;
}

/** Columns in unit order; cities with arrondissements beside these, `counted` 0. */
export interface ScenarioAnswer extends TerritoryRows {
  readonly question: ScenarioQuestion;
  /** In the unit of the series. */
  readonly threshold: number;
  readonly people: Float64Array;
  readonly before: Float64Array;
  readonly after: Float64Array;
  /** Codes of core/status, of both columns. */
  readonly statuses: Uint8Array;
  readonly figures: { readonly before: ScenarioFigures; readonly after: ScenarioFigures };
  readonly gains: MovedPeople;
  readonly losses: MovedPeople;
  readonly supply: MovedSupply;
  readonly withoutCar: PeopleWithoutCar | null;
  readonly times: TimesUsed;
  readonly limits: readonly ScenarioLimit[];
  readonly engineVersion: string;
  /** SHA-256 of the rounded columns. */
  readonly resultHash: string;
}

/**
 * What a scenario changes for the people of its territory. Access of the two-step family is linear in supply while demand
 * stays, so what comes and leaves is added to the official values; nobody is assumed to move. Throws `unknown-territory`,
 * `unknown-series`, `cancelled`, and `bad-input` naming the change and field, before anything is applied.
 */
export async function applyScenario(
  sources: ScenarioSources,
  question: ScenarioQuestion,
  run: Run,
): Promise<ScenarioAnswer> {
  const { frame, series, places, context } = sources;
  const { scenario } = question;
  const { profession } = scenario.series;
  readChanges(scenario.changes);
  const rows = listRows(frame, scenario.territory);
  const find = locateCommunes(frame, places, scenario.changes);
  const left = await ageDepartures(sources.load, scenario, question.baseline);
  await breathe(run);
  run.progress(0, 2, "supply");
  const threshold = scenario.threshold ?? thresholdOf(frame, scenario.series, series);
  const model = spreadOf(scenario);
  const supplied = supplyByPlace(scenario.changes, profession, find);
  const before = pickRows(sources.recomputed ?? series.values, rows);
  const start = left ? pickRows(left, rows).map((value, i) => (value <= before[i] ? value : Number.NaN)) : before;
  const spread = spreadSupply(sources, rows, supplied, model, presetOf(profession).perPeople);
  const after = addLifts(spread.lifts, start, spread.sites, spread.amounts);
  await breathe(run);
  run.progress(1, 2, "figures");
  const people = pickRows(series.people, rows).map((n) => Math.max(0, n || 0));
  const demand = Float64Array.from(rows.units, (unit) => demandOf(series, unit, model));
  const isKnown = (i: number) => !Number.isNaN(before[i]) && !Number.isNaN(after[i]);
  const judged = Array.from(rows.units.keys()).filter((i) => rows.counted[i] === 1 && isKnown(i));
  const pick = (column: Float64Array) => Float64Array.from(judged, (i) => column[i]);
  const units = Uint16Array.from(judged, (i) => rows.units[i]);
  const figures = (values: Float64Array) =>
    describeFigures(
      units,
      { values: pick(values), people: pick(people), standardised: pick(pickRows(series.standardised, rows)) },
      context,
      threshold,
    );
  const counted = people.map((n, i) => (rows.counted[i] === 1 && isKnown(i) ? n : 0));
  const toTerritory = judged.reduce((sum, i) => sum + demand[i] * (after[i] - start[i]), 0);
  const sum = (sign: 1 | -1) =>
    supplied.reduce((total, { supply }) => (sign * supply > 0 ? total + sign * supply : total), 0);
  const withoutCar = describePeopleWithoutCar(sources, scenario.changes, supplied, {
    profession,
    model,
    threshold,
    find,
  });
  return {
    ...rows,
    question,
    threshold,
    people,
    before,
    after,
    statuses: Uint8Array.from(rows.units, (unit, i) => statusOf(series.statuses[unit], before[i], after[i])),
    figures: { before: figures(before), after: figures(after) },
    gains: listMoved(before, after, counted, 1),
    losses: listMoved(before, after, counted, -1),
    supply: {
      brought: sum(1),
      taken: sum(-1),
      toTerritory: toTerritory / presetOf(profession).perPeople,
    },
    withoutCar,
    times: spread.times,
    limits: listLimits({ places, scenario, rows, before, start, after, spread, supplied }),
    engineVersion: SCENARIO_ENGINE,
    resultHash: hashResult(rows.codes, before, after),
  };
}

/** A value needs both columns; one the scenario takes away is missing. */
function statusOf(status: number, before: number, after: number): number {
  if (Number.isNaN(before)) return status === STATUS_CODE.value ? STATUS_CODE.missing : status;
  return Number.isNaN(after) ? STATUS_CODE.missing : STATUS_CODE.value;
}
