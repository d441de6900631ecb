import type { RoundsFound } from "../core/rounds/problem.ts";
import type { TimesUsed } from "./brought-times.ts";
import { type PreparedRounds, supplyOfYear } from "./prepare-rounds.ts";
import { judgeCriteria, type RoundCriteria } from "./round-criteria.ts";
import { type PlanRoundsQuestion, type RoundPlace, type StopRhythm, WEEKS_APART } from "./rounds-world.ts";
import type { SeriesColumns } from "./series-columns.ts";
import type { UnitContext } from "./unit-context.ts";

export interface RoundStop extends RoundPlace {
  readonly unit: number;
  readonly isMandatory: boolean;
  /** null: not served. */
  readonly rhythm: StopRhythm | null;
  readonly visitsPerYear: number;
  /** A year, in the unit of `supplyPerVisit`. */
  readonly supply: number;
  /** What the plan would lose without it, people × access gained under the threshold. */
  readonly worth: number;
  /** Inhabitants under the threshold whose access a visit here raises. */
  readonly peopleReached: number;
  /** Minutes to the nearest place of practice; Infinity: beyond `CARE_LIMIT`. */
  readonly minutesToCare: number;
  readonly criteria: RoundCriteria;
}

/** Columns are aligned with `units`: communes of the territory with an official value, cities whole. */
export interface PlanRoundsAnswer {
  readonly question: PlanRoundsQuestion;
  /** Its places are `stops`; its reward adds up what each stop would gain alone. */
  readonly found: RoundsFound;
  readonly stops: readonly RoundStop[];
  /** Rhythm of each offer of the plan. */
  readonly rhythms: readonly StopRhythm[];
  readonly depot: RoundPlace;
  /** What the territory lacks, Σ people × max(0, T − A). */
  readonly need: number;
  /** What the stops gain together, Σ people × (min(T, A′) − min(T, A)): no more than the reward, nor than the bound. */
  readonly gain: number;
  readonly units: Uint16Array;
  readonly people: Float64Array;
  readonly official: Float64Array;
  readonly after: Float64Array;
  readonly peopleUnder: number;
  readonly peopleUnderAfter: number;
  readonly times: TimesUsed;
}

/** What a plan of rounds brings: visits of a year add to official access by linearity (`reachSites`). */
export function describeRounds(
  prepared: PreparedRounds,
  found: RoundsFound,
  series: SeriesColumns,
  context: UnitContext,
): PlanRoundsAnswer {
  const { question, world, gains, people, official } = prepared;
  const { threshold, workingWeeks, fixedCareMinutes } = question;
  const { rhythms, problem } = world;
  const mandatory = new Set(problem.mandatory);
  const supplies = Array.from(found.served, (offer) => (offer < 0 ? 0 : supplyOfYear(question, rhythms[offer])));
  const after = gains.after(supplies);
  const gain = gains.of(supplies);
  const under = (values: Float64Array) =>
    values.reduce((sum, value, i) => sum + (value < threshold ? people[i] : 0), 0);
  return {
    question,
    found,
    stops: world.stops.map((stop, p) => {
      const rhythm = found.served[p] < 0 ? null : rhythms[found.served[p]];
      const unit = prepared.stopUnits[p];
      const minutesToCare = prepared.minutesToCare[p];
      return {
        unit,
        ...stop,
        isMandatory: mandatory.has(p),
        rhythm,
        visitsPerYear: rhythm ? workingWeeks / WEEKS_APART[rhythm] : 0,
        supply: supplies[p],
        worth: rhythm ? gain - gains.of(supplies.with(p, 0)) : 0,
        peopleReached: gains.peopleReached(p),
        minutesToCare,
        criteria: judgeCriteria(context, {
          unit,
          access: series.values[unit],
          threshold,
          minutesToCare,
          fixedCareMinutes,
        }),
      };
    }),
    rhythms,
    depot: world.depot,
    need: world.need,
    gain,
    units: prepared.units.slice(),
    people: people.slice(),
    official: official.slice(),
    after,
    peopleUnder: under(official),
    peopleUnderAfter: under(after),
    times: prepared.times,
  };
}
