import wasmUrl from "highs/runtime?url";
import { FailureError } from "../core/failure.ts";
import type { Found } from "../core/placement/search.ts";
import { findPlan } from "../engine/find-plan.ts";
import { createHighsSolver } from "../platform/solver/highs.ts";
import type { SearchMessage, SearchRequest } from "./solver-protocol.ts";

/** Milliseconds between two messages about the same plan: bounds rise a thousand times a second. */
const PACE = 100;

const say = (message: SearchMessage) => self.postMessage(message);

self.addEventListener("message", async ({ data: { world, timeLimit } }: MessageEvent<SearchRequest>) => {
  const start = performance.now();
  let told = Number.NEGATIVE_INFINITY;
  let plan = "";
  const tell = (found: Found) => {
    const key = found.sites.join();
    const now = performance.now();
    if (key === plan && now - told < PACE) return;
    [plan, told] = [key, now];
    say({ kind: "found", found });
  };
  try {
    const found = await findPlan(world, {
      run: { signal: { aborted: false }, progress: () => undefined },
      seconds: () => (performance.now() - start) / 1000,
      timeLimit,
      seed: 1,
      solver: createHighsSolver(new URL(wasmUrl, self.location.href).href),
      tell,
    });
    say({ kind: "done", found });
  } catch (error) {
    if (error instanceof FailureError) say({ kind: "failed", failure: error.failure });
    else say({ kind: "broken", message: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
});
