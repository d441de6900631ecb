import { FailureError } from "../core/failure.ts";
import type { Found } from "../core/placement/search.ts";
import type { RoundsFound } from "../core/rounds/problem.ts";
import type { RoundsSearchRequest, SearchMessage, SearchRequest } from "./solver-protocol.ts";

/** A search under way in its own worker. */
export interface RunningSearch<F> {
  /** The last plan, or the best there was when it was stopped; null: stopped before there was one. Rejects as the search does. */
  readonly done: Promise<F | null>;
  /** At once: the worker is terminated, whatever it computes. */
  stop(): void;
}

/** Starts a worker for one search of sites; `onFound` hears of better plans and bounds. */
export function startSearch(request: SearchRequest, onFound: (found: Found) => void): RunningSearch<Found> {
  const worker = new Worker(new URL("./solver-main.ts", import.meta.url), { type: "module", name: "oasis-solver" });
  return follow(worker, request, onFound);
}

/** The same for rounds. */
export function startRoundsSearch(
  request: RoundsSearchRequest,
  onFound: (found: RoundsFound) => void,
): RunningSearch<RoundsFound> {
  // Written out here: the bundler knows a worker by this very expression.
  const worker = new Worker(new URL("./solver-rounds-main.ts", import.meta.url), {
    type: "module",
    name: "oasis-rounds",
  });
  return follow(worker, request, onFound);
}

function follow<F extends Found | RoundsFound>(
  worker: Worker,
  request: SearchRequest | RoundsSearchRequest,
  onFound: (found: F) => void,
): RunningSearch<F> {
  let best: F | null = null;
  let stop = () => worker.terminate();
  const done = new Promise<F | null>((resolve, reject) => {
    stop = () => {
      worker.terminate();
      resolve(best);
    };
    const fail = (error: Error) => {
      worker.terminate();
      reject(error);
    };
    worker.addEventListener("error", (event) => fail(new FailureError("worker-stopped", { reason: event.message })));
    worker.addEventListener("message", ({ data }: MessageEvent<SearchMessage<F>>) => {
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
