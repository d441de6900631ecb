import { parseArgs } from "node:util";
import { FailureError } from "../core/failure.ts";
import { PLACEMENT_OBJECTIVES } from "../core/placement/objectives.ts";
import { CLOSED, type Search } from "../core/placement/search.ts";
import { createHighsSolver } from "../platform/solver/highs.ts";
import { placeLifts } from "./place-lifts.ts";
import { placeInTerritory } from "./place-of-territory.ts";
import { PLACE_OPTIONS, type PlaceValues, quantity } from "./place-options.ts";
import { placeService } from "./place-service.ts";
import { writeOutput } from "./write-output.ts";

/** `oasis place`: where new sites should open, with the bound no plan can pass. */
export async function place(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({ args: [...args], options: PLACE_OPTIONS });
  const objective = PLACEMENT_OBJECTIVES.find((name) => name === values.objective);
  if (!objective) {
    throw new FailureError("bad-input", {
      option: "--objective",
      text: values.objective ?? "(none)",
      expected: PLACEMENT_OBJECTIVES.join(", "),
    });
  }
  const signal = { aborted: false };
  // Ctrl-C once gives the best plan found so far.
  const giveUp = () => {
    signal.aborted = true;
  };
  process.once("SIGINT", giveUp);
  const search = searchOf(values, signal);
  if (values.territory !== undefined) {
    return placeInTerritory(values, search).finally(() => process.off("SIGINT", giveUp));
  }
  const asked = objective === "shortfall" ? placeLifts(values, search) : placeService(objective, values, search);
  const placed = await asked.finally(() => process.off("SIGINT", giveUp));

  const { found, candidates } = placed;
  const { gap, bound } = found;
  const answer = {
    objective: found.objective,
    bound: Number.isFinite(bound) ? bound : null,
    gap: Number.isFinite(gap) ? gap : null,
    proven: gap <= CLOSED,
    sites: Array.from(found.sites, (j) => candidates.names[j]),
    seconds: found.seconds,
  };
  await writeOutput(values.out, `${JSON.stringify(answer, null, 2)}\n`);
  if (values.assignment !== undefined) await writeOutput(values.assignment, placed.assignment());
}

/** A search on this process' clock. */
function searchOf(values: PlaceValues, signal: { readonly aborted: boolean }): Search {
  const start = performance.now();
  const isWatched = process.stderr.isTTY;
  return {
    run: { signal, progress: () => undefined, pause: () => new Promise(setImmediate) },
    seconds: () => (performance.now() - start) / 1000,
    timeLimit: quantity(values["time-limit"], "--time-limit"),
    seed: 1,
    solver: createHighsSolver(),
    tell: ({ objective, bound, gap }) => {
      if (isWatched) process.stderr.write(`\r${objective} bound ${bound} gap ${(100 * gap).toFixed(3)} %   `);
    },
  };
}
