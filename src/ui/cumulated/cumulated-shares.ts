import type { CumulatedSummary } from "../../app/diagnoses.ts";
import type { DifficultySet } from "../../core/access/difficulty-sets.ts";

export interface CumulatedShares {
  /** People whose three difficulties are known. */
  readonly people: number;
  readonly all: number;
  readonly atLeastTwo: number;
  /** `all` among `people`; NaN where nobody is counted. */
  readonly share: number;
}

export function sharesOf({ byCount }: CumulatedSummary, set: DifficultySet): CumulatedShares {
  const [none, one, two, all] = byCount[set];
  const people = none + one + two + all;
  return { people, all, atLeastTwo: two + all, share: people > 0 ? all / people : Number.NaN };
}
