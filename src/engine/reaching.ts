import type { Run } from "../core/run.ts";
import type { BroughtTimes } from "./brought-times.ts";
import { keep } from "./keep.ts";
import { listReachable, type ReachAnswer, type ReachQuestion } from "./list-reachable.ts";
import type { NationalFrame } from "./national-frame.ts";
import type { Database } from "./ports.ts";
import { type CommunePoints, listCommunePoints, loadReachPlaces } from "./reach-places.ts";

/** The use cases of travel: what is in reach, and times brought in place of estimates. */
export interface Reaching {
  /** The point of every commune: what brought times are between. */
  listCommunePoints(run: Run): Promise<CommunePoints>;
  listReachable(question: ReachQuestion, run: Run): Promise<ReachAnswer>;
  /** Times in place of estimates from now on; null: estimates again. */
  bringTimes(times: BroughtTimes | null): Promise<void>;
  broughtTimes(): BroughtTimes | null;
}

interface ReachingSources {
  readonly db: Database;
  frame(): Promise<NationalFrame>;
}

export function createReaching({ db, frame }: ReachingSources): Reaching {
  const places = keep(async (_: "places") => loadReachPlaces(db, await frame()));
  let brought: BroughtTimes | null = null;
  return {
    listCommunePoints: async (run) => listCommunePoints(await places("places", run)),
    listReachable: async (question, run) =>
      listReachable(await places("places", run), await frame(), question, brought),
    async bringTimes(times) {
      brought = times;
    },
    broughtTimes: () => brought,
  };
}
