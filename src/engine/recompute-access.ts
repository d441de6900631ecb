import { computeAccess, FLAT_DECAY } from "../core/access/compute-access.ts";
import { weighMinutes } from "../core/access/decay.ts";
import { type AccessModel, RATE_METHODS } from "../core/access/model.ts";
import { type ParityScores, scoreParity } from "../core/access/parity-scores.ts";
import { presetOf } from "../core/access/profession-presets.ts";
import { RAAM_DEFAULTS, startRationalAgents } from "../core/access/rational-agents.ts";
import type { AccessOutcome, AccessWorld } from "../core/access/world.ts";
import { breathe, type Run } from "../core/run.ts";
import { STATUS_CODE } from "../core/status.ts";
import type { TimesUsed } from "./brought-times.ts";
import { type AccessAnswer, type AccessQuestion, describeColumns } from "./describe-access.ts";
import { listUnitsOf, type NationalFrame } from "./national-frame.ts";
import { demandOf } from "./reach-sites.ts";
import type { SeriesColumns } from "./series-columns.ts";
import type { SupplyPlaces, SupplyTable } from "./supply-world.ts";

export interface RecomputeQuestion extends AccessQuestion {
  readonly model: AccessModel;
}

/** Kinds of communes whose residuals are told apart. */
export const RESIDUAL_CLASSES = ["urban", "rural", "with-practice", "without-practice"] as const;
export type ResidualClass = (typeof RESIDUAL_CLASSES)[number];

/** A recomputation of the official values beside them. */
export interface RecomputedAnswer {
  readonly question: RecomputeQuestion;
  /**
   * As for the official values, but recomputed: in the unit of the series for rates, else minutes (`nearest`), a cost
   * (`raam`), places of practice (`cumulative`) or places per 100,000 people of the commune alone (`ratio`).
   */
  readonly level: Omit<AccessAnswer, "trend" | "countryTrend">;
  /** Official value of each row. */
  readonly official: Float64Array;
  /** Supply of one place of practice, in the unit of the profession's preset; null where the method is no rate. */
  readonly perPlace: number | null;
  /** Pairs of communes and sites listed, by where their minutes come from. */
  readonly times: TimesUsed;
  /** Communes with a practice, and those of them in nobody's reach. */
  readonly sites: number;
  readonly zeroDemandSites: number;
}

/** How close a recomputation comes to the official values, communes with both, cities whole. */
export interface RecomputeScores {
  readonly territory: ParityScores;
  readonly country: ParityScores;
  readonly classes: Readonly<Record<ResidualClass, ParityScores>>;
}

export interface RecomputeSources {
  readonly frame: NationalFrame;
  readonly series: SeriesColumns;
  readonly places: SupplyPlaces;
  readonly table: SupplyTable;
  /** People standardised by the ages of the pack, in unit order, NaN where these are not known; null where not asked for. */
  readonly ageDemand: Float64Array | null;
}

/** A model over every unit of the country. */
export interface RecomputedColumns {
  readonly values: Float64Array;
  readonly statuses: Uint8Array;
  readonly perPlace: number | null;
  readonly zeroDemandSites: number;
}

const PER = 100_000;
const CYCLES_BETWEEN = 5;

/** Access of every commune under a model, over places of practice and estimated or brought times. Throws `cancelled`. */
export async function recomputeColumns(
  { frame, series, places, table, ageDemand }: RecomputeSources,
  { model, series: { profession } }: RecomputeQuestion,
  run: Run,
): Promise<RecomputedColumns> {
  const isRate = RATE_METHODS.has(model.method);
  const { sites, practices, units } = places;
  const world = {
    table: table.table,
    demand: new Float64Array(units.length),
    supply: Float64Array.from(sites, (i) => practices[i]),
  };
  for (let i = 0; i < units.length; i++) {
    const byAge = ageDemand?.[units[i]] ?? Number.NaN;
    world.demand[i] = byAge >= 0 ? byAge : demandOf(series, units[i], model);
  }
  const outcome = await computeModel(world, model, run, table.scratch);
  await breathe(run);
  const { values, statuses } = spreadOutcome(frame, places, outcome, isRate);
  const { perPeople } = presetOf(profession);
  const perPlace = isRate ? (model.perPlace ?? officialPerPlace(frame, series, values, perPeople)) : null;
  const factor = perPlace !== null ? perPlace * perPeople : model.method === "ratio" ? PER : 1;
  for (let unit = 0; unit < values.length; unit++) values[unit] *= factor;
  return { values, statuses, perPlace, zeroDemandSites: outcome.zeroDemandSites };
}

async function computeModel(
  world: AccessWorld,
  model: AccessModel,
  run: Run,
  scratch: Float64Array,
): Promise<AccessOutcome> {
  const { method, decay, maxMinutes, bins, rank } = model;
  const catchment = { maxMinutes, bins };
  const raam = RAAM_DEFAULTS;
  if (method !== "raam") return computeAccess(world, { method, decay, catchment, rank, raam }, run, scratch);
  // Seconds over the country: others are answered in between.
  const agents = startRationalAgents(world, weighMinutes(FLAT_DECAY, world.table.minutes, catchment), raam);
  for (let cycle = 0; cycle < raam.cycles; cycle++) {
    if (cycle % CYCLES_BETWEEN === 0) await breathe(run);
    run.progress(cycle, raam.cycles, "raam");
    agents.move(cycle);
  }
  return agents.outcome();
}

/** A recomputation described over one territory. Throws `unknown-territory`. */
export function describeRecomputed(
  { frame, series, places, table }: RecomputeSources,
  question: RecomputeQuestion,
  { values, statuses, perPlace, zeroDemandSites }: RecomputedColumns,
): RecomputedAnswer {
  const level = describeColumns(frame, question, { ...series, values, statuses });
  return {
    question,
    level,
    official: Float64Array.from(level.units, (unit) => series.values[unit]),
    perPlace,
    times: { brought: table.brought, estimated: table.estimated },
    sites: places.sites.length,
    zeroDemandSites,
  };
}

/** Scores of a rate beside the official values. Throws `unknown-territory`. */
export function scoreRecomputed(
  { frame, series: { values: official, people }, places: { units, isUrban, practices } }: RecomputeSources,
  { territory }: RecomputeQuestion,
  { values }: RecomputedColumns,
): RecomputeScores {
  const isOwn = new Uint8Array(frame.codes.length);
  for (const unit of listUnitsOf(frame, territory)) isOwn[unit] = 1;
  const judge = (i: number) =>
    !Number.isNaN(values[units[i]]) && !Number.isNaN(official[units[i]]) && people[units[i]] > 0;
  const score = (keep: (i: number) => boolean) => {
    const rows: number[] = [];
    for (let i = 0; i < units.length; i++) if (keep(i) && judge(i)) rows.push(units[i]);
    return scoreParity(values, official, people, rows);
  };
  return {
    territory: score((i) => isOwn[units[i]] === 1),
    country: score(() => true),
    classes: {
      urban: score((i) => isUrban[i] === 1),
      rural: score((i) => isUrban[i] === 0),
      "with-practice": score((i) => practices[i] > 0),
      "without-practice": score((i) => practices[i] === 0),
    },
  };
}

/** Supply per place that gives the national mean of the official values, over communes with both, by standardised people. */
function officialPerPlace(
  { isFolded }: NationalFrame,
  { values: official, standardised }: SeriesColumns,
  raw: Float64Array,
  perPeople: number,
): number {
  let wanted = 0;
  let found = 0;
  for (let unit = 0; unit < raw.length; unit++) {
    const weight = isFolded[unit] === 1 ? 0 : standardised[unit];
    if (!(weight > 0) || Number.isNaN(official[unit]) || Number.isNaN(raw[unit])) continue;
    wanted += weight * official[unit];
    found += weight * raw[unit];
  }
  return found > 0 ? wanted / (found * perPeople) : 0;
}

/** Over every unit, an arrondissement as its city. A rate where nothing is in reach is 0, as in the official values. */
function spreadOutcome(frame: NationalFrame, { units }: SupplyPlaces, outcome: AccessOutcome, isRate: boolean) {
  const values = new Float64Array(frame.codes.length).fill(Number.NaN);
  const statuses = new Uint8Array(frame.codes.length).fill(STATUS_CODE.missing);
  for (let i = 0; i < units.length; i++) {
    const isOut = !isRate && outcome.statuses[i] === STATUS_CODE.unreachable;
    values[units[i]] = isOut ? Number.NaN : outcome.values[i];
    statuses[units[i]] = isOut ? STATUS_CODE.unreachable : STATUS_CODE.value;
  }
  for (let unit = 0; unit < values.length; unit++) {
    const city = frame.cityOf[unit];
    if (city < 0) continue;
    values[unit] = values[city];
    statuses[unit] = statuses[city];
  }
  return { values, statuses };
}
