import { weightedMean } from "../core/access/distribution.ts";
import { presetOf } from "../core/access/profession-presets.ts";
import { addLifts } from "../core/placement/add-lifts.ts";
import { shortfallGain } from "../core/placement/shortfall.ts";
import type { StaffShare } from "../core/placement/staff.ts";
import type { Series } from "../core/professions.ts";
import { gainOf } from "./judge-plans.ts";
import type { PlacementWorld, StaffWorld } from "./placement-world.ts";

/** What a plan changes for one of the professions of its sites. */
export interface StaffFigures extends StaffShare {
  readonly series: Series;
  readonly threshold: number;
  /** Full-time equivalents of the whole plan. */
  readonly planFte: number;
  readonly today: { readonly peopleUnder: number; readonly mean: number };
  readonly planned: { readonly peopleUnder: number; readonly mean: number };
  /** Part of what people under the threshold lack today that the plan brings, each person alike; NaN where nobody lacks. */
  readonly filled: number;
  readonly sites: readonly StaffOfSite[];
}

/** What a site brings in one profession, beside the other sites; in the order of the plan. */
export interface StaffOfSite {
  /** People at the threshold with the plan and under it without this site. */
  readonly peopleLifted: number;
  /** Share of what it offers that goes to people under the threshold; 0 … 1. */
  readonly useful: number;
}

/** Each profession of the sites, in the order asked; null: that of the series alone. */
export function describeStaff({ staff, options }: PlacementWorld, plan: Uint32Array): readonly StaffFigures[] | null {
  const multipleOf = (j: number) => options?.multiples[j] ?? 1;
  const multiples = plan.reduce((sum, j) => sum + multipleOf(j), 0);
  return staff?.map((part) => describePart(part, plan, multiples, multipleOf)) ?? null;
}

function describePart(
  part: StaffWorld,
  plan: Uint32Array,
  multiples: number,
  multipleOf: (site: number) => number,
): StaffFigures {
  const { profession, fte, importance, cost, series, threshold, lifts, people, standardised, official } = part;
  const figures = (values: Float64Array) => ({
    peopleUnder: peopleUnder(values, people, threshold),
    mean: weightedMean(values, standardised),
  });
  const after = addLifts(lifts, official, plan);
  const lack = official.reduce((sum, value, r) => sum + people[r] * Math.max(0, threshold - value), 0);
  const { perPeople, perPractitioner } = presetOf(profession);
  const supply = fte * perPractitioner.value * perPeople;
  const planned = figures(after);
  return {
    profession,
    fte,
    importance,
    cost,
    series,
    threshold,
    planFte: fte * multiples,
    today: figures(official),
    planned,
    filled: lack > 0 ? shortfallGain(lifts, people, official, threshold, plan) / lack : Number.NaN,
    sites: Array.from(plan, (j) => {
      const without = addLifts(
        lifts,
        official,
        plan.filter((site) => site !== j),
      );
      const gain = gainOf(lifts, j, without, people, threshold);
      return {
        peopleLifted: peopleUnder(without, people, threshold) - planned.peopleUnder,
        useful: supply > 0 ? Math.min(1, gain / (supply * multipleOf(j))) : 0,
      };
    }),
  };
}

export function peopleUnder(values: Float64Array, people: Float64Array, threshold: number): number {
  let sum = 0;
  for (let r = 0; r < values.length; r++) if (values[r] < threshold) sum += people[r];
  return sum;
}
