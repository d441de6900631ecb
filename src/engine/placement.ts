import type { Found } from "../core/placement/search.ts";
import type { Profession, Series } from "../core/professions.ts";
import { assertRunning, type Run } from "../core/run.ts";
import type { BroughtTimes } from "./brought-times.ts";
import { describePlan, type PlaceSitesAnswer } from "./describe-plan.ts";
import { staffSeries } from "./gather-staff.ts";
import { keep } from "./keep.ts";
import type { NationalFrame } from "./national-frame.ts";
import type { PlacementWorld, PlaceSitesQuestion } from "./placement-world.ts";
import type { Database } from "./ports.ts";
import { preparePlacement } from "./prepare-placement.ts";
import { loadReachPlaces } from "./reach-places.ts";
import type { SeriesColumns } from "./series-columns.ts";
import { loadUnitContext } from "./unit-context.ts";

export interface FoundPlan {
  readonly question: PlaceSitesQuestion;
  readonly found: Found;
}

/** What a search of new sites needs before and after it; the search itself is somebody else's. */
export interface Placement {
  preparePlacement(question: PlaceSitesQuestion, run: Run): Promise<PlacementWorld>;
  describePlan(plan: FoundPlan, run: Run): Promise<PlaceSitesAnswer>;
}

interface PlacementNeeds {
  readonly db: Database;
  frame(): Promise<NationalFrame>;
  series(series: Series): Promise<SeriesColumns>;
  broughtTimes(): BroughtTimes | null;
}

/** Stages of gathering: communes, published access, places, then candidates, lifts and times. */
const STAGES = 6;

/** The last world is kept: it is asked for once before the search and once after. Who asks for one under way waits for it. */
export function createPlacement({ db, frame, series, broughtTimes }: PlacementNeeds): Placement {
  const places = keep(async (_: "places") => loadReachPlaces(db, await frame()));
  const context = keep((_: "context") => loadUnitContext(db));
  let last: { readonly key: string; readonly times: BroughtTimes | null; readonly world: PlacementWorld } | undefined;
  let pending: { readonly key: string; readonly times: BroughtTimes | null; readonly done: Promise<void> } | undefined;
  const prepare = async (question: PlaceSitesQuestion, run: Run): Promise<PlacementWorld> => {
    const key = JSON.stringify(question);
    const times = broughtTimes();
    if (last?.key === key && last.times === times) return last.world;
    if (pending?.key === key && pending.times === times) {
      await pending.done;
      assertRunning(run);
      return prepare(question, run);
    }
    const work = gather(question, times, run);
    const own = { key, times, done: work.then(nothing, nothing) };
    pending = own;
    try {
      const world = await work;
      last = { key, times, world };
      return world;
    } finally {
      if (pending === own) pending = undefined;
    }
  };
  const gather = async (question: PlaceSitesQuestion, times: BroughtTimes | null, run: Run) => {
    run.progress(0, STAGES, "communes");
    const national = await frame();
    assertRunning(run);
    run.progress(1, STAGES, "access");
    const columns = await series(question.series);
    assertRunning(run);
    const staff = new Map<Profession, SeriesColumns>();
    for (const other of staffSeries(question)) staff.set(other.profession, await series(other));
    assertRunning(run);
    run.progress(2, STAGES, "places");
    const sources = { frame: national, series: columns, places: await places("places", run), brought: times, staff };
    assertRunning(run);
    return preparePlacement(sources, question, run);
  };
  return {
    // What leaves a worker is given away: the world kept is a copy's original.
    preparePlacement: async (question, run) => structuredClone(await prepare(question, run)),
    async describePlan({ question, found }, run) {
      const world = await prepare(question, run);
      const answer = describePlan(world, found, await context("context", run));
      return { ...answer, units: world.units.slice(), people: world.people.slice(), official: world.official.slice() };
    },
  };
}

function nothing(): void {}
