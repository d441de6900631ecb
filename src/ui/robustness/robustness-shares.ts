import type { RobustnessSummary } from "../../app/diagnoses.ts";
import { classOfCount, ROBUSTNESS_PALETTE } from "./robustness-view.ts";

export interface RobustnessShares {
  /** People whom every method judges. */
  readonly people: number;
  readonly always: number;
  readonly never: number;
  /** People whom some methods put under and others not: of every method, of the published values, of the estimates. */
  readonly depends: number;
  readonly official: number;
  readonly estimate: number;
  /** `depends` among `people`; NaN where nobody is judged. */
  readonly share: number;
}

/** The figures of a territory from its people by number of methods. */
export function summaryShares({ byCount, byCountOfficial, byCountEstimate }: RobustnessSummary): RobustnessShares {
  const people = sum(byCount);
  const depends = sum(byCount.subarray(1, -1));
  return {
    people,
    always: byCount[byCount.length - 1],
    never: byCount[0],
    depends,
    official: sum(byCountOfficial.subarray(1, -1)),
    estimate: sum(byCountEstimate.subarray(1, -1)),
    share: people > 0 ? depends / people : Number.NaN,
  };
}

/** People by class of the map, from none of the methods to all. */
export function peopleByClass(byCount: Float64Array): readonly number[] {
  const people = ROBUSTNESS_PALETTE.map(() => 0);
  byCount.forEach((n, under) => {
    people[classOfCount(under, byCount.length - 1)] += n;
  });
  return people;
}

function sum(column: Float64Array): number {
  return column.reduce((a, b) => a + b, 0);
}
