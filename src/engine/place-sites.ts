import { weighMinutes } from "../core/access/decay.ts";
import type { AccessModel } from "../core/access/model.ts";
import { presetOf } from "../core/access/profession-presets.ts";
import { weightedDemand } from "../core/access/two-step.ts";
import { placeShortfall } from "../core/placement/place-shortfall.ts";
import { impossible } from "../core/placement/problem.ts";
import type { Found, Search } from "../core/placement/search.ts";
import { liftsOf, type SiteLifts, shortfallGain, weighDeprived } from "../core/placement/shortfall.ts";
import type { Series } from "../core/professions.ts";
import { breathe } from "../core/run.ts";
import type { Territory } from "../core/territory.ts";
import { buildEstimateTable } from "../core/travel/estimate-table.ts";
import { type BroughtTimes, replaceEstimates, type TimesUsed } from "./brought-times.ts";
import type { NationalFrame } from "./national-frame.ts";
import type { ReachPlaces } from "./reach-places.ts";
import type { SeriesColumns } from "./series-columns.ts";
import { listRows } from "./territory-rows.ts";

/** Which communes may receive a site. */
export interface CandidateRules {
  readonly pharmacy: boolean;
  readonly franceServices: boolean;
  /** Inhabitants at least. */
  readonly people: number;
  /** Minutes to the nearest place of practice of the profession, more than this; 0: no matter. */
  readonly minutesToPractice: number;
  /** Minutes from a commune of the territory within which its neighbours' communes may receive a site too; 0: none may. */
  readonly margin: number;
}

export interface PlaceSitesQuestion {
  readonly territory: Territory;
  readonly series: Series;
  /** Decay, catchment and demand of the recomputation; its method is taken to be of the two-step family. */
  readonly model: AccessModel;
  /** In the unit of the series. */
  readonly threshold: number;
  readonly count: number;
  /** What a site offers: consultations a year for GPs, else full-time equivalents. */
  readonly supply: number;
  /** 0: each person alike; more: the further below the threshold, the more a gain counts. */
  readonly priority: number;
  readonly candidates: CandidateRules;
}

export interface PlaceSitesSources {
  readonly frame: NationalFrame;
  readonly series: SeriesColumns;
  readonly places: ReachPlaces;
  readonly brought: BroughtTimes | null;
}

/** Why a site is in the plan. */
export interface SiteReason {
  readonly unit: number;
  readonly code: string;
  readonly name: string;
  /** People of the territory who are at the threshold with the plan and under it without this site. */
  readonly peopleLifted: number;
  /** What the plan would lose without it, in the unit of the objective. */
  readonly worth: number;
  /** Best other candidate in its place and what the plan would lose by that; null: there is no other. */
  readonly runnerUp: { readonly code: string; readonly name: string; readonly loss: number } | null;
}

/** Columns are aligned with `units`: communes of the territory with an official value, cities whole. */
export interface PlaceSitesAnswer {
  readonly question: PlaceSitesQuestion;
  readonly found: Found;
  readonly candidates: number;
  readonly sites: readonly SiteReason[];
  readonly units: Uint16Array;
  readonly people: Float64Array;
  /** Official access, and the same with what the plan adds. */
  readonly official: Float64Array;
  readonly after: Float64Array;
  readonly peopleUnder: number;
  readonly peopleUnderAfter: number;
  readonly times: TimesUsed;
}

/**
 * Where `count` new sites take most off the shortfall of a territory. Official access is the baseline and sites add to it:
 * access of the two-step family is linear in supply. Demand is that of the whole country, so that what neighbours use is not
 * counted twice. Throws `unknown-territory`, `bad-input` when no candidate is left, `cancelled`.
 */
export async function placeSites(
  { frame, series, places, brought }: PlaceSitesSources,
  question: PlaceSitesQuestion,
  search: Search,
): Promise<PlaceSitesAnswer> {
  const { model, threshold, count, supply, priority } = question;
  const own = new Set(listRows(frame, question.territory).units);
  const points = places.points;
  const position = Array.from(places.units.keys());
  const pointsOf = (rows: readonly number[]) => ({
    lon: Float64Array.from(rows, (i) => points.lon[i]),
    lat: Float64Array.from(rows, (i) => points.lat[i]),
    part: Uint8Array.from(rows, (i) => places.islands[i]),
  });
  const tableBetween = (from: readonly number[], to: readonly number[], minutes: number) =>
    buildEstimateTable(pointsOf(from), pointsOf(to), minutes);
  const home = position.filter((i) => own.has(places.units[i]) && !Number.isNaN(series.values[places.units[i]]));
  const allowed = listCandidates(question, places, home, own, tableBetween);
  if (allowed.length === 0) throw impossible("no commune meets the conditions set on candidates");
  await breathe(search.run);
  const estimated = tableBetween(position, allowed, model.maxMinutes);
  const units = Uint16Array.from(allowed, (i) => places.units[i]);
  const supplied = brought
    ? replaceEstimates(estimated, places.units, units, brought, model.maxMinutes)
    : { table: estimated, brought: 0, estimated: estimated.minutes.length };
  const { table } = supplied;
  const weights = weighMinutes(model.decay, table.minutes, { maxMinutes: model.maxMinutes, bins: model.bins });
  const demand = Float64Array.from(places.units, (unit) => demandOf(series, unit, model));
  const { perPeople } = presetOf(question.series.profession);
  const lifts = liftsOf(table, weights, weightedDemand(table, demand, weights), supply * perPeople);
  const isHome = new Uint8Array(position.length);
  for (const i of home) isHome[i] = 1;
  const people = Float64Array.from(position, (i) =>
    isHome[i] === 1 ? Math.max(0, series.people[places.units[i]] || 0) : 0,
  );
  const access = Float64Array.from(position, (i) => (isHome[i] === 1 ? series.values[places.units[i]] : threshold));
  const counted = weighDeprived(people, access, threshold, priority);
  const problem = { lifts, weights: counted, access, threshold, existing: [], mandatory: [], excluded: [] };
  const found = await placeShortfall(problem, count, search);
  const after = addLifts(lifts, access, found.sites);
  const under = (values: Float64Array) => position.reduce((sum, i) => sum + (values[i] < threshold ? people[i] : 0), 0);
  const named = (j: number) => ({ code: places.codes[allowed[j]], name: places.names[allowed[j]] });
  const gain = (plan: ArrayLike<number>) => shortfallGain(lifts, counted, access, threshold, plan);
  const sites = Array.from(found.sites, (j): SiteReason => {
    const others = found.sites.filter((site) => site !== j);
    const without = addLifts(lifts, access, others);
    const rival = bestOther(lifts, counted, without, threshold, found.sites);
    return {
      unit: units[j],
      ...named(j),
      peopleLifted: under(without) - under(after),
      worth: found.objective - gain(others),
      runnerUp: rival < 0 ? null : { ...named(rival), loss: found.objective - gain([...others, rival]) },
    };
  });
  const pick = (column: Float64Array) => Float64Array.from(home, (i) => column[i]);
  return {
    question,
    found,
    candidates: allowed.length,
    sites: sites.toSorted((a, b) => b.worth - a.worth || a.unit - b.unit),
    units: Uint16Array.from(home, (i) => places.units[i]),
    people: pick(people),
    official: pick(access),
    after: pick(after),
    peopleUnder: under(access),
    peopleUnderAfter: under(after),
    times: { brought: supplied.brought, estimated: supplied.estimated },
  };
}

type TableBetween = (
  from: readonly number[],
  to: readonly number[],
  minutes: number,
) => ReturnType<typeof buildEstimateTable>;

/** Places that meet the conditions: of the territory, or within the margin of one of its communes. */
function listCandidates(
  { candidates: rules, series }: PlaceSitesQuestion,
  places: ReachPlaces,
  home: readonly number[],
  own: ReadonlySet<number>,
  tableBetween: TableBetween,
): readonly number[] {
  const { counts, people } = places;
  const fits = (i: number) =>
    (!rules.pharmacy || counts.pharmacy[i] > 0) &&
    (!rules.franceServices || counts.franceServices[i] > 0) &&
    (people[i] || 0) >= rules.people;
  const around = new Set<number>();
  if (rules.margin > 0) {
    const outside = Array.from(places.units.keys()).filter((i) => !own.has(places.units[i]) && fits(i));
    for (const j of tableBetween(home, outside, rules.margin).targets) around.add(outside[j]);
  }
  const found = Array.from(places.units.keys()).filter((i) => around.has(i) || (own.has(places.units[i]) && fits(i)));
  if (rules.minutesToPractice === 0) return found;
  const practices = Array.from(places.units.keys()).filter((i) => counts[series.profession][i] > 0);
  const near = tableBetween(found, practices, rules.minutesToPractice);
  return found.filter((_, k) => near.offsets[k + 1] === near.offsets[k]);
}

/** Standardised inhabitants where they are asked for and published, else inhabitants, as in the recomputation. */
function demandOf({ standardised, people }: SeriesColumns, unit: number, { demand }: AccessModel): number {
  return demand === "standardised" && standardised[unit] >= 0 ? standardised[unit] : Math.max(0, people[unit] || 0);
}

function addLifts({ offsets, targets, lifts }: SiteLifts, access: Float64Array, plan: Uint32Array): Float64Array {
  const after = access.slice();
  for (const j of plan) for (let k = offsets[j]; k < offsets[j + 1]; k++) after[targets[k]] += lifts[k];
  return after;
}

/** The candidate outside the plan that adds most to what is left; −1: none. */
function bestOther(
  all: SiteLifts,
  weights: Float64Array,
  access: Float64Array,
  threshold: number,
  plan: Uint32Array,
): number {
  const chosen = new Set(plan);
  let best = -1;
  let most = -1;
  for (let j = 0; j < all.sites; j++) {
    if (chosen.has(j)) continue;
    let gain = 0;
    for (let k = all.offsets[j]; k < all.offsets[j + 1]; k++) {
      const i = all.targets[k];
      gain += weights[i] * Math.min(all.lifts[k], Math.max(0, threshold - access[i]));
    }
    if (gain > most) {
      most = gain;
      best = j;
    }
  }
  return best;
}
