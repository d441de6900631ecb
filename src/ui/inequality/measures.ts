import type {
  DividedInequality,
  Division,
  IncomeConcentration,
  InequalityReply,
  InequalitySummary,
} from "../../app/inequality.ts";
import { type Figure, isDefined, type Undefined, type UndefinedReason } from "../../core/inequality/figure.ts";
import type { Decomposition } from "../../core/inequality/group-sums.ts";
import type { Texts } from "../../i18n/fr.ts";
import type { MethodTopic } from "../services.tsx";

/** Why a figure is not given: as the measures say, or because a division has one part only. */
export type WhyNot = UndefinedReason | "one-part";

/** A figure with what is known of its doubt, or the reason there is none. */
export type Amount =
  | {
      readonly value: number;
      readonly interval?: readonly [low: number, high: number];
      readonly standardError?: number;
    }
  | { readonly because: WhyNot };

/** One territory with all that was measured of it. */
export interface MeasuredPlace {
  readonly summary: InequalitySummary;
  readonly divisions: readonly DividedInequality[];
  readonly income: IncomeConcentration;
}

export type MeasureId = keyof Texts["inequality"]["measures"];
type MeasureGroup = keyof Texts["inequality"]["table"]["groups"];

/** How a measure is written: an index of 0 to 1, a share in percent, a ratio, or a value in the unit of the series. */
type MeasureKind = "index" | "share" | "ratio" | "value";

export interface Measure {
  readonly id: MeasureId;
  readonly group: MeasureGroup;
  readonly kind: MeasureKind;
  readonly topic: MethodTopic;
  /** What each counts for: people once each, standardised people, or people by the income of their commune. */
  readonly weights: "inhabitants" | "standardised inhabitants" | "inhabitants cut, standardised means";
  /** From a summary alone, so that every published year has it; null: needs the whole place. */
  readonly ofSummary: ((summary: InequalitySummary) => Amount) | null;
  readonly of: (place: MeasuredPlace) => Amount;
}

type Place = Omit<Measure, "ofSummary" | "of" | "weights"> & { readonly weights?: Measure["weights"] };

const plain = (rule: Place, ofSummary: (summary: InequalitySummary) => Amount): Measure => ({
  weights: "inhabitants",
  ...rule,
  ofSummary,
  of: ({ summary }) => ofSummary(summary),
});

const whole = (rule: Place, of: (place: MeasuredPlace) => Amount): Measure => ({
  weights: "inhabitants",
  ...rule,
  ofSummary: null,
  of,
});

const between = (id: MeasureId, division: Division, index: "theil" | "meanLogDeviation"): Measure =>
  whole({ id, group: "between", kind: "share", topic: index }, ({ divisions }) =>
    shareBetween(divisions, division, index),
  );

/** Every measure, in the order of the table. */
export const MEASURES: readonly Measure[] = [
  plain({ id: "mean", group: "spread", kind: "value", topic: "comparison", weights: "standardised inhabitants" }, (s) =>
    amount(s.mean),
  ),
  plain(
    {
      id: "tenthRatio",
      group: "spread",
      kind: "ratio",
      topic: "tenthRatio",
      weights: "inhabitants cut, standardised means",
    },
    (s) => amount(s.measures.tenthRatio),
  ),
  plain({ id: "percentileRatio", group: "spread", kind: "ratio", topic: "percentileRatio" }, (s) =>
    amount(s.measures.percentileRatio),
  ),
  plain({ id: "palma", group: "spread", kind: "ratio", topic: "palma" }, (s) => amount(s.measures.palma)),
  plain({ id: "worseHalf", group: "spread", kind: "share", topic: "lorenz" }, (s) => amount(s.heldByWorseHalf)),
  plain({ id: "gini", group: "indices", kind: "index", topic: "gini" }, (s) => giniAmount(s)),
  plain({ id: "hoover", group: "indices", kind: "index", topic: "hoover" }, (s) => amount(s.measures.hoover)),
  plain({ id: "move", group: "indices", kind: "share", topic: "move", weights: "standardised inhabitants" }, (s) =>
    isDefined(s.supplyToMove) ? { value: s.supplyToMove.share } : s.supplyToMove,
  ),
  plain({ id: "theil", group: "indices", kind: "index", topic: "theil" }, (s) => amount(s.measures.theil)),
  plain({ id: "meanLogDeviation", group: "indices", kind: "index", topic: "meanLogDeviation" }, (s) =>
    amount(s.measures.meanLogDeviation),
  ),
  plain({ id: "atkinsonHalf", group: "indices", kind: "index", topic: "atkinson" }, (s) =>
    amount(s.measures.atkinsonHalf),
  ),
  plain({ id: "atkinsonOne", group: "indices", kind: "index", topic: "atkinson" }, (s) =>
    amount(s.measures.atkinsonOne),
  ),
  plain({ id: "headcount", group: "under", kind: "share", topic: "shortfall" }, (s) => shortfall(s, "headcount")),
  plain({ id: "depth", group: "under", kind: "share", topic: "shortfall" }, (s) => shortfall(s, "depth")),
  plain({ id: "severity", group: "under", kind: "share", topic: "shortfall" }, (s) => shortfall(s, "severity")),
  between("theilEpci", "epci", "theil"),
  between("theilBassin", "bassin_de_vie", "theil"),
  between("theilDepartement", "departement", "theil"),
  between("mldEpci", "epci", "meanLogDeviation"),
  between("mldBassin", "bassin_de_vie", "meanLogDeviation"),
  between("mldDepartement", "departement", "meanLogDeviation"),
  whole({ id: "concentration", group: "income", kind: "index", topic: "concentration" }, ({ income: { access } }) =>
    isDefined(access) ? { value: access.index, standardError: access.standardError } : access,
  ),
  whole({ id: "erreygers", group: "income", kind: "index", topic: "erreygers" }, ({ income }) =>
    amount(income.erreygers),
  ),
  whole({ id: "erreygersUnder", group: "income", kind: "index", topic: "erreygers" }, ({ income }) =>
    amount(income.underThreshold),
  ),
  whole({ id: "richest", group: "income", kind: "ratio", topic: "concentration" }, ({ income }) =>
    amount(income.richestToPoorest),
  ),
];

/** Those every published year has. */
export const TREND_MEASURES = MEASURES.filter(({ ofSummary }) => ofSummary !== null);

/** The territory, then those above it; a region of one département of the same name says nothing more than it. */
export function listPlaces({
  summary,
  divisions,
  income,
  parents,
  parentParts,
}: InequalityReply): readonly MeasuredPlace[] {
  const above = parents.map((parent, i) => ({ summary: parent, ...parentParts[i] }));
  return [
    { summary, divisions, income },
    ...above.filter(({ summary: { territory } }, i) => territory.name !== (parents[i - 1] ?? summary).territory.name),
  ];
}

/** Share of an index that is between the parts of a division. */
export function shareBetween(
  divisions: readonly DividedInequality[],
  division: Division,
  index: "theil" | "meanLogDeviation",
): Amount {
  const divided = divisions.find((one) => one.division === division);
  if (!divided || divided.parts === 0) return { because: "nobody" };
  if (divided.parts === 1) return { because: "one-part" };
  const parts: Decomposition | Undefined = divided[index];
  if (!isDefined(parts)) return parts;
  return parts.total > 0 ? { value: parts.between / parts.total } : { because: "one-part" };
}

function amount(figure: Figure): Amount {
  return isDefined(figure) ? { value: figure } : figure;
}

function giniAmount({ measures, giniInterval }: InequalitySummary): Amount {
  if (!isDefined(measures.gini)) return measures.gini;
  const value = measures.gini;
  return isDefined(giniInterval) ? { value, interval: [giniInterval.low, giniInterval.high] } : { value };
}

function shortfall({ measures }: InequalitySummary, part: "headcount" | "depth" | "severity"): Amount {
  return isDefined(measures.shortfall) ? { value: measures.shortfall[part] } : measures.shortfall;
}
