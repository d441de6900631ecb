import { countDifficulties, type LimitedColumn, peopleByCount } from "../core/access/count-difficulties.ts";
import { weighMinutes } from "../core/access/decay.ts";
import { peopleBelow } from "../core/access/distribution.ts";
import {
  carryThreshold,
  type Judgement,
  judgeRobustness,
  type ThresholdRule,
  type VariantColumn,
} from "../core/access/robustness.ts";
import { ROBUSTNESS_VARIANTS, type RobustnessVariant } from "../core/access/robustness-variants.ts";
import { twoStepAccess } from "../core/access/two-step.ts";
import { getSeries, PROFESSION_RULES } from "../core/professions.ts";
import { assertRunning, type Run } from "../core/run.ts";
import type { Territory } from "../core/territory.ts";
import { buildEstimateTable } from "../core/travel/estimate-table.ts";
import { CARE_TYPES, loadCarePlaces, siteColumn, spreadOverUnits } from "./care-places.ts";
import type { NamedTerritory, NationalFrame } from "./national-frame.ts";
import type { Database } from "./ports.ts";
import { loadSeries, type SeriesColumns } from "./series-columns.ts";
import { listRowsUpwards, pickRows, type TerritoryRows } from "./territory-rows.ts";

export interface RobustnessQuestion {
  readonly territory: Territory;
  /** Year of the official values: 2022 or 2023, the years with a series up to 65. */
  readonly year: number;
  readonly rule: ThresholdRule;
}

/** One variant over the units of the answer. */
export interface AssessedVariant {
  readonly variant: RobustnessVariant;
  /** Official: consultations a year; estimates: places of practice per 100,000. Both per standardised inhabitant. */
  readonly values: Float64Array;
  /** The same for the whole country, in the unit of the values. */
  readonly threshold: number;
  /** People of the territory under the threshold, where every variant has a value. */
  readonly peopleUnder: number;
  /** People of the territory whom this variant and the official one, all ages, put on different sides. */
  readonly peopleFlipped: number;
}

export interface RobustnessSummary {
  readonly territory: NamedTerritory;
  /** People by number of variants under, 0 … number of variants, where every variant has a value. */
  readonly byCount: Float64Array;
  /** The same among the published values alone: what they disagree on is who is counted. */
  readonly byCountOfficial: Float64Array;
  /** The same among the estimates alone: what they disagree on is the weight of minutes. */
  readonly byCountEstimate: Float64Array;
  /** People where a variant has no value. */
  readonly unjudged: number;
}

/** Columns in unit order; cities with arrondissements beside these, `counted` 0. */
export interface RobustnessAnswer extends TerritoryRows {
  readonly question: RobustnessQuestion;
  readonly people: Float64Array;
  readonly variants: readonly AssessedVariant[];
  readonly judgement: Judgement;
  readonly summary: RobustnessSummary;
  /** Nearest first, the country last. */
  readonly parents: readonly RobustnessSummary[];
}

interface NationalVariant extends VariantColumn {
  readonly variant: RobustnessVariant;
}

const toLimited = ({ values, threshold }: VariantColumn): LimitedColumn => ({
  values,
  limit: threshold,
  side: "below",
});

/** Minutes within which pairs are estimated: the widest catchment of the variants. */
const WIDEST = 30;

const PER = 100_000;

/**
 * Whether being under the threshold depends on how access is measured, commune by commune: the published values, and the
 * same supply and demand under other decays. Throws `unknown-territory`, `unknown-series`, `cancelled`.
 */
export async function assessRobustness(
  db: Database,
  frame: NationalFrame,
  question: RobustnessQuestion,
  run: Run,
): Promise<RobustnessAnswer> {
  const { year, rule } = question;
  for (const variant of ROBUSTNESS_VARIANTS) if (variant.kind === "official") getSeries("gp", year, variant.ages);
  const [rows, ...above] = listRowsUpwards(frame, question.territory);
  const total = ROBUSTNESS_VARIANTS.length + 1;
  const step = (done: number) => {
    assertRunning(run);
    run.progress(done, total, "robustness");
  };
  step(0);
  const official = await loadSeries(db, frame, getSeries("gp", year, "all"));
  const estimate = await prepareEstimates(db, frame, official);
  const reference = { values: official.values, threshold: PROFESSION_RULES.gp.threshold ?? Number.NaN };
  const isCounted = Array.from(frame.isFolded.keys()).filter((unit) => frame.isFolded[unit] === 0);
  const pickCounted = (column: Float64Array) => Float64Array.from(isCounted, (unit) => column[unit]);
  const national: NationalVariant[] = [];
  for (const variant of ROBUSTNESS_VARIANTS) {
    step(national.length + 1);
    if (variant.kind === "official") {
      const { values } = await loadSeries(db, frame, getSeries("gp", year, variant.ages));
      national.push({ variant, values, threshold: reference.threshold });
      continue;
    }
    const values = estimate(variant);
    const threshold = carryThreshold(rule, {
      reference: { ...reference, values: pickCounted(reference.values) },
      values: pickCounted(values),
      people: pickCounted(official.people),
      standardised: pickCounted(official.standardised),
    });
    national.push({ variant, values, threshold });
  }
  step(total);
  const judgement = judgeRobustness(national);
  const among = (kind: RobustnessVariant["kind"]) => {
    const some = national.filter(({ variant }) => variant.kind === kind);
    return { count: countDifficulties(some.map(toLimited)).count, columns: some.length };
  };
  const groups = {
    byCount: { count: judgement.count, columns: national.length },
    byCountOfficial: among("official"),
    byCountEstimate: among("estimate"),
  };
  const isJudged = judgement.known.map((known, unit) => (known === national.length ? 1 - frame.isFolded[unit] : 0));
  const summarise = (some: TerritoryRows): RobustnessSummary => {
    const people = pickRows(official.people, some);
    const judged = pickCodes(isJudged, some);
    const split = ({ count, columns }: (typeof groups)["byCount"]) =>
      peopleByCount(pickCodes(count, some), columns, people, judged);
    return {
      territory: some.territory,
      byCount: split(groups.byCount),
      byCountOfficial: split(groups.byCountOfficial),
      byCountEstimate: split(groups.byCountEstimate),
      unjudged: people.reduce((sum, n, i) => sum + (some.counted[i] === 1 && judged[i] === 0 && n > 0 ? n : 0), 0),
    };
  };
  const people = pickRows(official.people, rows);
  const judgedPeople = people.map((n, i) => (isJudged[rows.units[i]] === 1 && n > 0 ? n : 0));
  const isUnder = pickRows(reference.values, rows).map((value) => (value < reference.threshold ? 1 : 0));
  const assess = ({ variant, values: all, threshold }: NationalVariant): AssessedVariant => {
    const values = pickRows(all, rows);
    const peopleUnder = peopleBelow(values, judgedPeople, threshold);
    const peopleFlipped = judgedPeople.reduce(
      (sum, n, i) => sum + (values[i] < threshold !== (isUnder[i] === 1) ? n : 0),
      0,
    );
    return { variant, values, threshold, peopleUnder, peopleFlipped };
  };
  return {
    ...rows,
    question,
    people,
    variants: national.map(assess),
    judgement: {
      count: pickCodes(judgement.count, rows),
      known: pickCodes(judgement.known, rows),
      verdicts: pickCodes(judgement.verdicts, rows),
    },
    summary: summarise(rows),
    parents: above.map(summarise),
  };
}

function pickCodes(column: Uint8Array, { units }: TerritoryRows): Uint8Array {
  return Uint8Array.from(units, (unit) => column[unit]);
}

/** Access of every unit under a variant, over one table of estimated minutes. */
async function prepareEstimates(db: Database, frame: NationalFrame, official: SeriesColumns) {
  const places = await loadCarePlaces(db, frame, CARE_TYPES.gp);
  const points = {
    lon: siteColumn(places, places.points.lon),
    lat: siteColumn(places, places.points.lat),
  };
  const table = buildEstimateTable(places.points, points, WIDEST);
  const supply = siteColumn(places, places.facilities);
  // Where no standardised population is published (Mayotte), inhabitants stand for it.
  const demand = Float64Array.from(places.units, (unit) => {
    const standardised = official.standardised[unit];
    return Number.isNaN(standardised) ? Math.max(0, official.people[unit] || 0) : standardised;
  });
  return ({ decay, catchment }: Extract<RobustnessVariant, { kind: "estimate" }>) => {
    const { values } = twoStepAccess({ table, demand, supply }, weighMinutes(decay, table.minutes, catchment));
    return spreadOverUnits(
      frame,
      places,
      values.map((value) => PER * value),
    );
  };
}
