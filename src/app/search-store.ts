import { createStore } from "zustand/vanilla";
import { FailureError } from "../core/failure.ts";
import type { RunningSearch } from "../worker/solver-client.ts";

/** Where a search of a plan is. */
export type SearchState<Found, Sites, Answer> =
  | { readonly kind: "none" }
  | { readonly kind: "preparing"; readonly key: string; readonly stage?: string }
  | {
      readonly kind: "searching";
      readonly key: string;
      /** The best so far; null: none yet. */
      readonly found: Found | null;
      /** What it chooses among. */
      readonly sites: Sites;
    }
  | {
      readonly kind: "found";
      readonly key: string;
      readonly answer: Answer;
      /** Ended by the person, with the best plan there was. */
      readonly isStopped: boolean;
    }
  | { readonly kind: "stopped"; readonly key: string }
  | { readonly kind: "failed"; readonly key: string; readonly error: Error };

export interface SearchSteps<Question, World, Found, Sites, Answer> {
  /** `onStage` hears what is being gathered. */
  prepare(question: Question, signal: AbortSignal, onStage: (stage: string) => void): Promise<World>;
  sitesOf(world: World): Sites;
  search(world: World, onFound: (found: Found) => void): RunningSearch<Found>;
  describe(question: Question, found: Found): Promise<Answer>;
}

/** One search at a time; what it found stays until another is asked for. */
export function openSearchStore<Question, World, Found, Sites, Answer>(
  steps: SearchSteps<Question, World, Found, Sites, Answer>,
) {
  const store = createStore<SearchState<Found, Sites, Answer>>(() => ({ kind: "none" }));
  let giveUp: (() => void) | undefined;
  let stopNow: () => void = () => undefined;

  return {
    ...store,

    /** Searches under a key; a search under way is dropped. Settles when it is over, whatever came of it. */
    async find(question: Question, key: string): Promise<void> {
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
      const settle = (state: SearchState<Found, Sites, Answer>) => {
        if (!isDropped) store.setState(state, true);
      };
      settle({ kind: "preparing", key });
      try {
        const world = await steps.prepare(question, preparing.signal, (stage) =>
          settle({ kind: "preparing", key, stage }),
        );
        if (isDropped) return;
        const sites = steps.sitesOf(world);
        settle({ kind: "searching", key, found: null, sites });
        const running = steps.search(world, (found) => settle({ kind: "searching", key, found, sites }));
        stop = () => running.stop();
        const found = await running.done;
        if (isDropped) return;
        if (found === null) return settle({ kind: "stopped", key });
        const answer = await steps.describe(question, found);
        settle({ kind: "found", key, answer, isStopped });
      } catch (error) {
        if (error instanceof FailureError && error.failure.code === "cancelled") settle({ kind: "stopped", key });
        else settle({ kind: "failed", key, error: error instanceof Error ? error : new Error(String(error)) });
      } finally {
        if (giveUp === dropThis) giveUp = undefined;
      }
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
