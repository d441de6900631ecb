import { FailureError } from "../core/failure.ts";
import { planRounds } from "../core/rounds/plan-rounds.ts";
import type { RoundsFound } from "../core/rounds/problem.ts";
import type { RoundsSearchRequest, SearchMessage } from "./solver-protocol.ts";

/** Milliseconds between two messages: timetables are drawn again at each. */
const PACE = 200;

const say = (message: SearchMessage<RoundsFound>) => self.postMessage(message);

self.addEventListener("message", async ({ data }: MessageEvent<RoundsSearchRequest>) => {
  const { problem, names, iterations, seed } = data;
  const start = performance.now();
  let told = Number.NEGATIVE_INFINITY;
  const tell = (found: RoundsFound) => {
    const now = performance.now();
    if (now - told < PACE) return;
    told = now;
    say({ kind: "found", found });
  };
  try {
    const found = await planRounds(
      { ...problem, nameOf: (place) => names[place] },
      {
        run: { signal: { aborted: false }, progress: () => undefined },
        seconds: () => (performance.now() - start) / 1000,
        timeLimit: Number.POSITIVE_INFINITY,
        iterations,
        seed,
        tell,
      },
    );
    say({ kind: "done", found });
  } catch (error) {
    if (error instanceof FailureError) say({ kind: "failed", failure: error.failure });
    else say({ kind: "broken", message: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
});
