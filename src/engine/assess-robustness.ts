import { countDifficulties, type LimitedColumn, peopleByCount } from "../core/access/count-difficulties.ts";
import { peopleBelow } from "../core/access/distribution.ts";
import { type Judgement, judgeRobustness, type ThresholdRule, type VariantColumn } from "../core/access/robustness.ts";
import type { RobustnessVariant } from "../core/access/robustness-variants.ts";
import { breathe, type Run } from "../core/run.ts";
import type { Territory } from "../core/territory.ts";
import type { MeasuredVariant, MeasuredVariants, MeasureVariants } from "./measure-variants.ts";
import type { NamedTerritory, NationalFrame } from "./national-frame.ts";
import { listRowsUpwards, pickRows, type TerritoryRows } from "./territory-rows.ts";

export interface RobustnessQuestion {
  readonly territory: Territory;
  /** Year of the official values: 2022 or 2023, the years with a series up to 65. */
  readonly year: number;
  readonly rule: ThresholdRule;
}

/** One variant over the units of the answer; its threshold is that of the whole country. */
export interface AssessedVariant extends MeasuredVariant {
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

export interface RobustnessSources {
  readonly frame: NationalFrame;
  readonly variants: MeasureVariants;
}

/**
 * Whether being under the threshold depends on how access is measured, commune by commune: the published values, and the
 * same supply and demand under other decays. Throws `unknown-territory`, `unknown-series`, `cancelled`.
 */
export async function assessRobustness(
  { frame, variants: measure }: RobustnessSources,
  question: RobustnessQuestion,
  run: Run,
): Promise<RobustnessAnswer> {
  const [rows, ...above] = listRowsUpwards(frame, question.territory);
  const measured = await measure(question.year, question.rule, run);
  await breathe(run);
  const judgement = judgeRobustness(measured.variants);
  const isJudged = judgement.known.map((known, unit) =>
    known === measured.variants.length ? 1 - frame.isFolded[unit] : 0,
  );
  const summarise = prepareSummaries(measured, judgement, isJudged);
  return {
    ...rows,
    question,
    people: pickRows(measured.people, rows),
    variants: measured.variants.map((variant) => assessVariant(variant, measured, isJudged, rows)),
    judgement: {
      count: pickCodes(judgement.count, rows),
      known: pickCodes(judgement.known, rows),
      verdicts: pickCodes(judgement.verdicts, rows),
    },
    summary: summarise(rows),
    parents: above.map(summarise),
  };
}

/** The figures of a territory, from columns over every unit. */
function prepareSummaries(
  { people: everyone, variants }: MeasuredVariants,
  judgement: Judgement,
  isJudged: Uint8Array,
) {
  const among = (kind: RobustnessVariant["kind"]) => {
    const some = variants.filter(({ variant }) => variant.kind === kind);
    return { count: countDifficulties(some.map(toLimited)).count, columns: some.length };
  };
  const every = { count: judgement.count, columns: variants.length };
  const official = among("official");
  const estimate = among("estimate");
  return (rows: TerritoryRows): RobustnessSummary => {
    const people = pickRows(everyone, rows);
    const judged = pickCodes(isJudged, rows);
    const split = ({ count, columns }: typeof every) => peopleByCount(pickCodes(count, rows), columns, people, judged);
    return {
      territory: rows.territory,
      byCount: split(every),
      byCountOfficial: split(official),
      byCountEstimate: split(estimate),
      unjudged: people.reduce((sum, n, i) => sum + (rows.counted[i] === 1 && judged[i] === 0 && n > 0 ? n : 0), 0),
    };
  };
}

function assessVariant(
  { variant, values: everywhere, threshold }: MeasuredVariant,
  { people, variants: [official] }: MeasuredVariants,
  isJudged: Uint8Array,
  rows: TerritoryRows,
): AssessedVariant {
  const values = pickRows(everywhere, rows);
  const judged = Float64Array.from(rows.units, (unit) => (isJudged[unit] === 1 && people[unit] > 0 ? people[unit] : 0));
  const officially = pickRows(official.values, rows);
  const peopleFlipped = judged.reduce(
    (sum, n, i) => sum + (values[i] < threshold !== officially[i] < official.threshold ? n : 0),
    0,
  );
  return { variant, values, threshold, peopleUnder: peopleBelow(values, judged, threshold), peopleFlipped };
}

function toLimited({ values, threshold }: VariantColumn): LimitedColumn {
  return { values, limit: threshold, side: "below" };
}

function pickCodes(column: Uint8Array, { units }: TerritoryRows): Uint8Array {
  return Uint8Array.from(units, (unit) => column[unit]);
}
