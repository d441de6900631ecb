import { createStore } from "zustand/vanilla";
import { modelOf } from "../core/access/model.ts";
import { presetOf } from "../core/access/profession-presets.ts";
import { FailureError } from "../core/failure.ts";
import type { Found } from "../core/placement/search.ts";
import type { Profession } from "../core/professions.ts";
import type { PlaceSitesAnswer } from "../engine/describe-plan.ts";
import type { CandidateSites, PlacementWorld, PlaceSitesQuestion } from "../engine/placement-world.ts";
import { type PlanSearch, startSearch } from "../worker/solver-client.ts";
import type { SearchRequest } from "../worker/solver-protocol.ts";
import type { LazyEngine } from "./lazy-engine.ts";
import type { Question } from "./question.ts";

/** Seconds after which the best plan found is shown, proven or not. */
const TIME_LIMIT = 60;

export type PlanState =
  | { readonly kind: "none" }
  | { readonly kind: "preparing"; readonly key: string }
  | {
      readonly kind: "searching";
      readonly key: string;
      /** The best so far; null: none yet. */
      readonly found: Found | null;
      readonly sites: CandidateSites;
    }
  | {
      readonly kind: "found";
      readonly key: string;
      readonly answer: PlaceSitesAnswer;
      /** Ended by the person, with the best plan there was. */
      readonly isStopped: boolean;
    }
  | { readonly kind: "stopped"; readonly key: string }
  | { readonly kind: "failed"; readonly key: string; readonly error: Error };

export type PlanStore = ReturnType<typeof openPlanStore>;

/** One search at a time; what it found stays until another is asked for. */
export function openPlanStore(
  engine: Pick<LazyEngine, "get">,
  start: (request: SearchRequest, onFound: (found: Found) => void) => PlanSearch = startSearch,
) {
  const store = createStore<PlanState>(() => ({ kind: "none" }));
  let giveUp: (() => void) | undefined;
  let stopNow: () => void = () => undefined;

  const search = (world: PlacementWorld, key: string, hear: (stop: () => void) => void) => {
    const sites = world.sites;
    store.setState({ kind: "searching", key, found: null, sites }, true);
    const running = start({ world, timeLimit: TIME_LIMIT }, (found) =>
      store.setState({ kind: "searching", key, found, sites }, true),
    );
    hear(() => running.stop());
    return running.done;
  };

  return {
    ...store,

    /** Searches under a key; a search under way is dropped. Settles when it is over, whatever came of it. */
    async find(question: PlaceSitesQuestion, key: string): Promise<void> {
      giveUp?.();
      let isStopped = false;
      let isDropped = false;
      const preparing = new AbortController();
      let stop = () => preparing.abort();
      const dropThis = () => {
        isDropped = true;
        stop();
      };
      giveUp = dropThis;
      stopNow = () => {
        isStopped = true;
        stop();
      };
      const settle = (state: PlanState) => {
        if (!isDropped) store.setState(state, true);
      };
      settle({ kind: "preparing", key });
      try {
        const world = await engine.get().call("preparePlacement", question, { signal: preparing.signal });
        if (isDropped) return;
        const found = await search(world, key, (end) => {
          stop = end;
        });
        if (isDropped) return;
        if (found === null) return settle({ kind: "stopped", key });
        const answer = await engine.get().call("describePlan", { question, found });
        settle({ kind: "found", key, answer, isStopped });
      } catch (error) {
        if (error instanceof FailureError && error.failure.code === "cancelled") settle({ kind: "stopped", key });
        else settle({ kind: "failed", key, error: error instanceof Error ? error : new Error(String(error)) });
      } finally {
        if (giveUp === dropThis) giveUp = undefined;
      }
    },

    /** Lets the engine gather what a search needs before it is asked for. */
    warm(question: PlaceSitesQuestion): void {
      engine
        .get()
        .call("preparePlacement", question)
        .catch(() => undefined);
    },

    /** Ends the search at once and keeps the best plan it found. */
    stop: () => stopNow(),

    /** Drops the search and whatever was found. */
    clear() {
      giveUp?.();
      giveUp = undefined;
      store.setState({ kind: "none" }, true);
    },
  };
}

/** What a site of `fte` full-time equivalents offers, in the unit of the profession's supply. */
export function supplyOf(profession: Profession, fte: number): number {
  return fte * presetOf(profession).perPractitioner.value;
}

/** The engine's question of a request; `threshold` in force. */
export function planQuestion({ territory, series, model, act }: Question, threshold: number): PlaceSitesQuestion {
  return {
    territory,
    series,
    model: model ?? modelOf(series.profession),
    objective: act.aim,
    threshold,
    count: act.aim === "lscp" ? 0 : act.sites,
    supply: supplyOf(series.profession, act.fte),
    priority: act.aim === "shortfall" ? act.priority : 0,
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
