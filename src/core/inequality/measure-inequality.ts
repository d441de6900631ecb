import { atkinson } from "./atkinson.ts";
import { palma, tenthRatio } from "./extreme-means.ts";
import type { Figure, Undefined } from "./figure.ts";
import { gini } from "./gini.ts";
import { hoover } from "./hoover.ts";
import { meanLogDeviation } from "./mean-log-deviation.ts";
import { percentileRatio } from "./quantile.ts";
import { measureShortfall, type Shortfall } from "./shortfall.ts";
import { theil } from "./theil.ts";
import type { WeightedRows } from "./weighted-rows.ts";

/** Every measure that needs no rank and no group. */
export interface InequalityMeasures {
  readonly gini: Figure;
  readonly hoover: Figure;
  readonly theil: Figure;
  readonly meanLogDeviation: Figure;
  /** For an aversion to inequality of 0.5 and 1. */
  readonly atkinsonHalf: Figure;
  readonly atkinsonOne: Figure;
  readonly percentileRatio: Figure;
  readonly tenthRatio: Figure;
  readonly palma: Figure;
  /** Under the threshold; undefined where none was given. */
  readonly shortfall: Shortfall | Undefined;
}

/** All weigh the weights of `rows`, save the two means of `tenthRatio`, which weigh `meanWeights` where given (DREES). */
export function measureInequality(
  rows: WeightedRows,
  threshold: number | null,
  meanWeights?: Float64Array,
): InequalityMeasures {
  const distance = hoover(rows);
  return {
    gini: gini(rows),
    hoover: "because" in distance ? distance : distance.index,
    theil: theil(rows),
    meanLogDeviation: meanLogDeviation(rows),
    atkinsonHalf: atkinson(rows, 0.5),
    atkinsonOne: atkinson(rows, 1),
    percentileRatio: percentileRatio(rows),
    tenthRatio: tenthRatio(rows, meanWeights),
    palma: palma(rows),
    shortfall: threshold === null ? { because: "no-threshold" } : measureShortfall(rows, threshold),
  };
}
