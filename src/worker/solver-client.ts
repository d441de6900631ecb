import { FailureError } from "../core/failure.ts";
import type { Found } from "../core/placement/search.ts";
import type { SearchMessage, SearchRequest } from "./solver-protocol.ts";

/** A search under way in its own worker. */
export interface PlanSearch {
  /** The last plan, or the best there was when it was stopped; null: stopped before there was one. Rejects as `findPlan` does. */
  readonly done: Promise<Found | null>;
  /** At once: the worker is terminated, whatever it computes. */
  stop(): void;
}

/** Starts a worker for one search; `onFound` hears of better plans and bounds. */
export function startSearch(request: SearchRequest, onFound: (found: Found) => void): PlanSearch {
  const worker = new Worker(new URL("./solver-main.ts", import.meta.url), { type: "module", name: "oasis-solver" });
  let best: Found | null = null;
  let stop = () => worker.terminate();
  const done = new Promise<Found | null>((resolve, reject) => {
    stop = () => {
      worker.terminate();
      resolve(best);
    };
    const fail = (error: Error) => {
      worker.terminate();
      reject(error);
    };
    worker.addEventListener("error", (event) => fail(new FailureError("worker-stopped", { reason: event.message })));
    worker.addEventListener("message", ({ data }: MessageEvent<SearchMessage>) => {
      switch (data.kind) {
        case "found":
          best = data.found;
          return onFound(data.found);
        case "done":
          best = data.found;
          return stop();
        case "failed":
          return fail(new FailureError(data.failure.code, data.failure.params));
        case "broken":
          return fail(new Error(data.message));
      }
    });
  });
  worker.postMessage(request);
  return { done, stop: () => stop() };
}
