import { weightedMean } from "../core/access/distribution.ts";
import { presetOf } from "../core/access/profession-presets.ts";
import { isDefined } from "../core/inequality/figure.ts";
import { gini } from "../core/inequality/gini.ts";
import { orderRows } from "../core/inequality/weighted-rows.ts";
import type { PlanAssignment } from "../core/placement/assignment.ts";
import type { Found } from "../core/placement/search.ts";
import { assignCommunes, assignFlows } from "./assign-communes.ts";
import type { TimesUsed } from "./brought-times.ts";
import { describeStaff, peopleUnder, type StaffFigures } from "./describe-staff.ts";
import { groupAccess } from "./inequality-groups.ts";
import { type CapacityFigures, judgeCapacity, type MinuteFigures } from "./judge-capacity.ts";
import { type Judgement, judgeAccess, judgeService } from "./judge-plans.ts";
import { capacityOf } from "./limit-capacity.ts";
import type { PlacementWorld, PlaceSitesQuestion } from "./placement-world.ts";
import type { UnitContext } from "./unit-context.ts";

/** Why a site is in the plan. */
export interface SiteReason {
  readonly unit: number;
  readonly code: string;
  readonly name: string;
  readonly lon: number;
  readonly lat: number;
  /** People of the territory who are at the threshold with the plan and under it without this site. */
  readonly peopleLifted: number;
  /** What the plan would lose without it, in the unit of the objective; for `lscp`, people no longer within the minutes. */
  readonly worth: number;
  /** Best other candidate in its place and what the plan would lose by that; null: there is no other. */
  readonly runnerUp: { readonly code: string; readonly name: string; readonly loss: number } | null;
  /** Share of what it offers that goes to people of the territory under the threshold, beside the other sites; 0 … 1. */
  readonly useful: number;
  /** People it is nearest to; null where the objective counts no minutes. */
  readonly peopleNearest: number | null;
  /** Its size, in parts of the supply asked about, and what it costs; null: all sites are alike. */
  readonly size: { readonly multiple: number; readonly cost: number } | null;
}

/** Figures of the territory today or with the plan; NaN or null where there is none. */
export interface PlanFigures {
  readonly peopleUnder: number;
  /** Weighed by standardised inhabitants, as DREES does. */
  readonly mean: number;
  readonly gini: number;
  /** Mean access of the fifth of people whose communes have the lowest median income; NaN where incomes are not known. */
  readonly lowestFifth: number;
  readonly minutes: MinuteFigures | null;
}

/** Columns are aligned with `units`: communes of the territory with an official value, cities whole. */
export interface PlaceSitesAnswer {
  readonly question: PlaceSitesQuestion;
  readonly found: Found;
  readonly candidates: number;
  /** Most worth first. */
  readonly sites: readonly SiteReason[];
  readonly units: Uint16Array;
  readonly people: Float64Array;
  /** Official access, and the same with what the plan adds. */
  readonly official: Float64Array;
  readonly after: Float64Array;
  /** Minutes to the nearest site with the plan, and today; NaN where set aside, Infinity: nobody. null: not counted. */
  readonly minutes: { readonly today: Float64Array; readonly after: Float64Array } | null;
  /** Who goes to which site, and where from; null: the objective sends nobody anywhere. */
  readonly assignment: PlanAssignment | null;
  readonly points: { readonly lon: Float64Array; readonly lat: Float64Array };
  readonly today: PlanFigures;
  readonly planned: PlanFigures;
  /** Small islands no road leads to: not in the figures of minutes. */
  readonly aside: { readonly names: readonly string[]; readonly people: number };
  readonly times: TimesUsed;
  /** Who goes where when sites take so many people, in the order of `sites`; null: they take any. */
  readonly capacity: CapacityFigures | null;
  /** Each profession of the sites, `sites` of each in the order of those above; null: that of the series alone. */
  readonly staff: readonly StaffFigures[] | null;
}

/** What a plan changes and why each of its sites is there. */
export function describePlan(world: PlacementWorld, found: Found, context: UnitContext): PlaceSitesAnswer {
  const { question, units, people, official, sites, service, names, options } = world;
  const { threshold, supply } = question;
  const plan = found.sites;
  const access = judgeAccess(world, plan);
  const limit = capacityOf(question);
  const within = service && limit && judgeCapacity(world, service, limit, plan);
  const times = within ?? (service && judgeService(world, service, plan));
  const judge: Judgement = question.objective === "shortfall" ? access : (times ?? access);
  const { perPeople } = presetOf(question.series.profession);
  const under = (values: Float64Array) => peopleUnder(values, people, threshold);
  const after = access.after(plan);
  const minutes = times && { today: times.minutes([]), after: times.minutes(plan) };
  const nearest = times?.peopleNearest(plan) ?? null;
  const reasons = Array.from(plan, (j, k): SiteReason => {
    const others = plan.filter((site) => site !== j);
    const rival = judge.bestOther(others);
    const whole = judge.value(plan);
    return {
      unit: sites.units[j],
      code: sites.codes[j],
      name: sites.names[j],
      lon: sites.lon[j],
      lat: sites.lat[j],
      peopleLifted: under(access.after(others)) - under(after),
      worth: whole - judge.value(others),
      runnerUp: rival && { code: sites.codes[rival.site], name: sites.names[rival.site], loss: whole - rival.value },
      useful:
        supply > 0 ? Math.min(1, access.usefulOf(j, others) / (supply * perPeople * (options?.multiples[j] ?? 1))) : 0,
      peopleNearest: nearest === null ? null : nearest[k],
      size: options && { multiple: options.multiples[j], cost: options.costs[j] },
    };
  });
  const figures = (values: Float64Array, times: Float64Array | null) =>
    describeFigures(world, values, times, context, under(values));
  const apart = service ? listAside(units.length, service.demands) : [];
  const order = Array.from(reasons.keys()).sort((x, y) => {
    const [a, b] = [reasons[x], reasons[y]];
    return b.worth - a.worth || b.peopleLifted - a.peopleLifted || a.unit - b.unit;
  });
  const capacity = within ? rankSites(within.describe(plan), order) : null;
  const isServed = question.objective !== "shortfall";
  const assignment = service && isServed ? assignCommunes(world, service, plan, order) : null;
  return {
    question,
    found,
    candidates: new Set(sites.units).size,
    sites: order.map((k) => reasons[k]),
    units,
    people,
    official,
    after,
    minutes,
    assignment: capacity && minutes ? assignFlows(capacity.flows, minutes.after) : assignment,
    points: { lon: world.points.lon.slice(), lat: world.points.lat.slice() },
    today: figures(official, minutes && question.practices ? minutes.today : null),
    planned: {
      ...figures(after, minutes === null ? null : minutes.after),
      ...(capacity && { minutes: capacity.minutes }),
    },
    aside: { names: apart.map((r) => names[r]), people: apart.reduce((sum, r) => sum + people[r], 0) },
    times: world.times,
    capacity,
    staff: describeStaff(world, plan)?.map((part) => ({ ...part, sites: order.map((k) => part.sites[k]) })) ?? null,
  };
}

/** The same, sites in another order. */
function rankSites(figures: CapacityFigures, order: readonly number[]): CapacityFigures {
  const rank = new Map(order.map((k, at) => [k, at]));
  return {
    ...figures,
    sites: order.map((k) => figures.sites[k]),
    flows: { ...figures.flows, sites: figures.flows.sites.map((k) => rank.get(k) ?? 0) },
  };
}

function describeFigures(
  { units, people, standardised, names, question }: PlacementWorld,
  values: Float64Array,
  times: Float64Array | null,
  context: UnitContext,
  under: number,
): PlanFigures {
  const columns = { values, people, standardised };
  const [fifths] = groupAccess(units, columns, context, question.threshold).filter(({ by }) => by === "income-fifth");
  const lowest = fifths?.groups.find(({ id }) => id === "1")?.mean;
  const index = gini(orderRows(values, people));
  return {
    peopleUnder: under,
    mean: weightedMean(values, standardised),
    gini: isDefined(index) ? index : Number.NaN,
    lowestFifth: lowest !== undefined && isDefined(lowest) ? lowest : Number.NaN,
    minutes: times && describeMinutes(times, people, names, question.minutes),
  };
}

function describeMinutes(
  times: Float64Array,
  people: Float64Array,
  names: readonly string[],
  within: number,
): MinuteFigures {
  let farthest = -1;
  let peopleWithin = 0;
  for (let r = 0; r < times.length; r++) {
    if (Number.isNaN(times[r])) continue;
    if (times[r] <= within) peopleWithin += people[r];
    if (farthest < 0 || times[r] > times[farthest]) farthest = r;
  }
  return {
    mean: weightedMean(times, people),
    peopleWithin,
    farthest: { name: names[farthest] ?? "", minutes: times[farthest] ?? Number.NaN },
  };
}

function listAside(rows: number, demands: Uint32Array): readonly number[] {
  const counted = new Set(demands);
  return Array.from({ length: rows }, (_, r) => r).filter((r) => !counted.has(r));
}
