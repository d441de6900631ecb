import type { DeparturesSummary } from "../../app/diagnoses.ts";

/** Someone stands on one of these: already under, falls at a step, is left out at it, or stays above to the end. */
export interface DepartureStands {
  /** People with a value for every practitioner. */
  readonly people: number;
  readonly already: number;
  /** People who fall at each step. */
  readonly falls: readonly number[];
  /** People left out at some step. */
  readonly out: number;
  readonly above: number;
  /** Under once every step is made; their share of `people`, NaN where nobody is counted. */
  readonly under: number;
  readonly share: number;
}

/** Splits the people of a territory up; the parts sum up to `people`. */
export function standsOf({ people, peopleUnder, steps }: DeparturesSummary): DepartureStands {
  const falls = steps.map((step) => step.people);
  const out = steps.reduce((sum, step) => sum + step.inconsistentPeople + step.missingPeople, 0);
  const under = falls.reduce((a, b) => a + b, peopleUnder);
  return {
    people,
    already: peopleUnder,
    falls,
    out,
    above: people - under - out,
    under,
    share: people > 0 ? under / people : Number.NaN,
  };
}
