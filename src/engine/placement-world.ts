import type { AccessModel } from "../core/access/model.ts";
import type { CostRows } from "../core/placement/cost-rows.ts";
import type { FrontAim, PlacementObjective } from "../core/placement/objectives.ts";
import type { SiteLifts } from "../core/placement/shortfall.ts";
import type { StaffShare } from "../core/placement/staff.ts";
import type { Series } from "../core/professions.ts";
import type { Territory } from "../core/territory.ts";
import type { TimesUsed } from "./brought-times.ts";

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
  /** INSEE codes of communes that receive a site whatever the conditions, and of those that never do. */
  readonly mandatory: readonly string[];
  readonly excluded: readonly string[];
}

export interface PlaceSitesQuestion {
  readonly territory: Territory;
  readonly series: Series;
  /** Decay, catchment and demand of the recomputation; its method is taken to be of the two-step family. */
  readonly model: AccessModel;
  readonly objective: PlacementObjective;
  /** Other objectives to be weighed against it, one or two: the answer is then several plans. Never `lscp`. */
  readonly versus?: readonly FrontAim[];
  /** In the unit of the series. */
  readonly threshold: number;
  /** Sites to choose; of no matter to `lscp`, which finds how many. */
  readonly count: number;
  /** What a site offers in the profession of the series: consultations a year for GPs, else full-time equivalents. */
  readonly supply: number;
  /** Who works at a site, where several professions do: each once. The shortfall is then the sum of theirs. */
  readonly staff?: readonly StaffShare[];
  /** Instead of a number of sites, for the shortfall alone: what there is to spend, and what a site costs in each size. */
  readonly budget?: SiteBudget;
  /** What a site may take, under the aims of mean time and of coverage, alone. */
  readonly capacity?: SiteCapacity;
  /** 0: each person alike; more: the further below the threshold, the more a gain counts. `shortfall` alone. */
  readonly priority: number;
  /** Minutes of `mclp` and `lscp`. */
  readonly minutes: number;
  /** Whether objectives of time count today's places of practice too, or the new sites alone. */
  readonly practices: boolean;
  readonly candidates: CandidateRules;
}

/** How many people a site takes: nobody goes to one beyond that, and a commune may be shared between several. */
export interface SiteCapacity {
  /** People any site takes, above 0. */
  readonly people: number;
  /** Sites that take another number, by INSEE code. */
  readonly own: readonly { readonly code: string; readonly people: number }[];
  /** Who is to be served: everybody, or the people of the communes under the threshold today. */
  readonly served: "all" | "under";
}

/** Thousands of euros a year, or any other unit: the same throughout. */
export interface SiteBudget {
  readonly total: number;
  readonly sizes: readonly SiteSize[];
}

export interface SiteSize {
  /** Of the supply of the question. */
  readonly multiple: number;
  /** Above 0. */
  readonly cost: number;
}

/** What one may open where sites come in sizes: candidates are then options, a commune in a size. */
export interface SiteOptions {
  /** Position of the commune among the candidates of one size. */
  readonly sites: Uint32Array;
  readonly multiples: Float64Array;
  readonly costs: Float64Array;
}

/** Candidates, by position. */
export interface CandidateSites {
  readonly units: Uint16Array;
  readonly codes: readonly string[];
  readonly names: readonly string[];
  /** Degrees. */
  readonly lon: Float64Array;
  readonly lat: Float64Array;
}

/** Who is served by whom, in minutes; demand points are those of `demands`. */
export interface ServiceWorld {
  /** Rows of the world; small islands set aside are not among them. */
  readonly demands: Uint32Array;
  /** Candidates, then one more that stands for every place of practice of today, where these count. */
  readonly rows: CostRows;
  /** Minutes to the nearest place of practice of today; Infinity where there is none, or where they do not count. */
  readonly today: Float64Array;
}

/** A profession of a site: rows are the communes of the territory with an official value of its own. */
export interface StaffWorld extends StaffShare {
  readonly series: Series;
  readonly threshold: number;
  readonly units: Uint16Array;
  readonly people: Float64Array;
  readonly standardised: Float64Array;
  readonly official: Float64Array;
  readonly counted: Float64Array;
  readonly lifts: SiteLifts;
}

/** All a search needs: columns and no function, so that it travels to a worker. Rows are aligned with `units`. */
export interface PlacementWorld {
  readonly question: PlaceSitesQuestion;
  /** Communes of the territory with an official value, cities whole. */
  readonly units: Uint16Array;
  readonly names: readonly string[];
  /** Where times are counted from, degrees. */
  readonly points: { readonly lon: Float64Array; readonly lat: Float64Array };
  readonly people: Float64Array;
  readonly standardised: Float64Array;
  readonly official: Float64Array;
  /** People, or people times their priority. */
  readonly counted: Float64Array;
  readonly sites: CandidateSites;
  /** Positions of the candidates that must be chosen. */
  readonly mandatory: readonly number[];
  /** null: a number of sites, all alike. */
  readonly options: SiteOptions | null;
  /** What each candidate adds to the access of each row. */
  readonly lifts: SiteLifts;
  /** The same of each profession of a site; null: that of the series alone. */
  readonly staff: readonly StaffWorld[] | null;
  /** null: the objective does not count minutes. */
  readonly service: ServiceWorld | null;
  readonly times: TimesUsed;
}
