import { modelOf } from "../core/access/model.ts";
import { presetOf } from "../core/access/profession-presets.ts";
import type { FoundFront } from "../core/placement/front.ts";
import type { FrontAim } from "../core/placement/objectives.ts";
import type { Found } from "../core/placement/search.ts";
import { fteOf } from "../core/placement/staff.ts";
import type { Profession } from "../core/professions.ts";
import type { PlaceSitesAnswer } from "../engine/describe-plan.ts";
import type {
  CandidateSites,
  PlacementWorld,
  PlaceSitesQuestion,
  SiteBudget,
  SiteCapacity,
} from "../engine/placement-world.ts";
import { type RunningSearch, startSearch } from "../worker/solver-client.ts";
import type { SearchRequest } from "../worker/solver-protocol.ts";
import type { ActChoices } from "./act-choices.ts";
import type { LazyEngine } from "./lazy-engine.ts";
import type { Question } from "./question.ts";
import { openSearchStore, type SearchState } from "./search-store.ts";

/** Seconds after which the best plan found is shown, proven or not. */
const TIME_LIMIT = 60;

export type PlanState = SearchState<Found, CandidateSites, PlaceSitesAnswer>;
export type PlanStore = ReturnType<typeof openPlanStore>;

/** The search of sites. */
export function openPlanStore(
  engine: Pick<LazyEngine, "get">,
  start: (request: SearchRequest, onFound: (found: Found) => void) => RunningSearch<Found> = startSearch,
) {
  const store = openSearchStore<PlaceSitesQuestion, PlacementWorld, Found, CandidateSites, PlaceSitesAnswer>({
    prepare: (question, signal, onStage) =>
      engine.get().call("preparePlacement", question, { signal, onProgress: ({ stage }) => onStage(stage) }),
    sitesOf: ({ sites }) => sites,
    search: (world, onFound) => start({ world, timeLimit: TIME_LIMIT }, onFound),
    describe: (question, found) => engine.get().call("describePlan", { question, found }),
  });
  let asked: PlaceSitesQuestion | undefined;
  let warming: { readonly key: string; readonly stop: AbortController } | undefined;
  const warmOnly = (key: string) => {
    if (warming?.key === key) return null;
    warming?.stop.abort();
    warming = { key, stop: new AbortController() };
    return warming.stop.signal;
  };
  return {
    ...store,
    find(question: PlaceSitesQuestion, key: string): Promise<void> {
      warmOnly(key);
      asked = question;
      return store.find(question, key);
    },
    /** Shows another plan of the front found. */
    async show(sites: Uint32Array): Promise<void> {
      const before = store.getState();
      if (before.kind !== "found" || !asked) return;
      const { front = [] } = before.answer.found as Partial<FoundFront>;
      const plan = front.find((one) => one.sites.join() === sites.join());
      if (!plan) return;
      const found = {
        ...before.answer.found,
        sites,
        objective: plan.values[0],
        gap: plan.best?.gap ?? Number.POSITIVE_INFINITY,
      };
      const answer = await engine.get().call("describePlan", { question: asked, found });
      const now = store.getState();
      if (now.kind === "found" && now.key === before.key) store.setState({ ...now, answer }, true);
    },
    /** Lets the engine gather what a search needs before it is asked for; what was being gathered for another is given up. */
    warm(question: PlaceSitesQuestion, key: string): void {
      const signal = warmOnly(key);
      if (!signal) return;
      engine
        .get()
        .call("preparePlacement", question, { signal })
        .catch(() => {
          if (warming?.key === key) warming = undefined;
        });
    },
    /** Starts the engine, which takes a while, before there is anything to ask it. */
    wake: () => void engine.get(),
  };
}

/** What a site of `fte` full-time equivalents offers, in the unit of the profession's supply. */
export function supplyOf(profession: Profession, fte: number): number {
  return fte * presetOf(profession).perPractitioner.value;
}

/** Full-time equivalents of a site in the profession on screen. */
export function ownFte({ staff, fte }: Pick<ActChoices, "staff" | "fte">, profession: Profession): number {
  return staff.length === 0 ? fte : fteOf(staff, profession);
}

/** Full-time equivalents of a site, all professions together. */
export function totalFte({ staff, fte }: Pick<ActChoices, "staff" | "fte">): number {
  return staff.length === 0 ? fte : staff.reduce((sum, share) => sum + share.fte, 0);
}

/** Full-time equivalents of a site of a plan, all professions together. */
export function fteOfSite({ staff, supply, series }: PlaceSitesQuestion): number {
  return staff?.reduce((sum, { fte }) => sum + fte, 0) ?? supply / presetOf(series.profession).perPractitioner.value;
}

/** Objectives set against the one aimed at; none against the fewest sites. */
export function listVersus({ aim, versus }: Pick<ActChoices, "aim" | "versus">): readonly FrontAim[] {
  return aim === "lscp" ? [] : versus.filter((other) => other !== aim);
}

/** Sizes of a site bought, in parts of the full-time equivalents asked for. */
const SIZES = [0.5, 1, 2];

/** Budget in force: of equity alone. */
export function budgetOf({ aim, versus, budget, opening, perFte, fte, staff }: ActChoices): SiteBudget | undefined {
  if (budget === 0 || aim !== "shortfall" || listVersus({ aim, versus }).length > 0) return undefined;
  const wages =
    staff.length === 0 ? perFte * fte : staff.reduce((sum, share) => sum + share.fte * (share.cost ?? perFte), 0);
  const sizes = SIZES.map((multiple) => ({ multiple, cost: opening + wages * multiple }));
  return { total: budget, sizes };
}

/** Places in force: of mean time and coverage alone. */
export function placesOf(act: ActChoices, profession: Profession): SiteCapacity | undefined {
  if (act.places === 0 || !(act.aim === "p-median" || act.aim === "mclp") || listVersus(act).length > 0)
    return undefined;
  const own = act.ownPlaces.filter(({ code }) => act.mandatory.includes(code));
  return { people: Math.round(act.places * ownFte(act, profession)), own, served: act.served };
}

/** The engine's question of a request; `threshold` in force. */
export function planQuestion({ territory, series, model, act }: Question, threshold: number): PlaceSitesQuestion {
  const budget = budgetOf(act);
  const capacity = placesOf(act, series.profession);
  return {
    territory,
    series,
    model: model ?? modelOf(series.profession),
    objective: act.aim,
    versus: listVersus(act),
    ...(budget ? { budget } : {}),
    ...(capacity ? { capacity } : {}),
    threshold,
    count: act.aim === "lscp" ? 0 : act.sites,
    supply: supplyOf(series.profession, ownFte(act, series.profession)),
    ...(act.staff.length > 0 ? { staff: act.staff } : {}),
    priority: [act.aim, ...listVersus(act)].includes("shortfall") ? act.priority : 0,
    minutes: act.minutes,
    practices: act.practices,
    candidates: {
      pharmacy: act.pharmacy,
      franceServices: act.franceServices,
      people: act.people,
      minutesToPractice: act.away,
      margin: act.margin,
      mandatory: act.mandatory,
      excluded: act.excluded,
    },
  };
}

export type { PlaceSitesAnswer, PlanFigures, SiteReason } from "../engine/describe-plan.ts";
export type { StaffFigures } from "../engine/describe-staff.ts";
