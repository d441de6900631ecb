import { type FoundFront, Front, type FrontPlan, type RatedPlan, spreadOut } from "../core/placement/front.ts";
import type { FrontAim } from "../core/placement/objectives.ts";
import { CLOSED, type Found, type Search } from "../core/placement/search.ts";
import { searchFront } from "../core/placement/search-front.ts";
import { rateWorld, type WorldModel } from "./front-model.ts";
import type { PlacementWorld, ServiceWorld } from "./placement-world.ts";

/** Plans shown at most. */
const SHOWN = 7;

/** Part of the time for the best of each aim; the rest is for what lies between. */
const EXTREMES = 0.7;

type Place = (aim: FrontAim, search: Search) => Promise<Found>;

/**
 * Trade-offs between two or three aims: the best plan of each, proven or not, then plans between them that no plan met on the
 * way is better than. `place` finds the best plan of one aim.
 */
export async function findFront(
  world: PlacementWorld,
  service: ServiceWorld,
  aims: readonly FrontAim[],
  search: Search,
  place: Place,
): Promise<FoundFront> {
  const model = rateWorld(world, service, aims);
  const bests: { readonly aim: FrontAim; readonly found: Found }[] = [];
  const within = (part: number): Search => ({ ...search, timeLimit: search.timeLimit * part, tell: () => undefined });
  const say = (plans: readonly RatedPlan[]): FoundFront => {
    const shown = spreadOut(plans, SHOWN).map((plan) => describe(plan, aims, model, bests));
    return { ...middleOf(shown, search.seconds()), aims, front: shown };
  };
  for (const [k, aim] of aims.entries()) {
    search.run.progress(k, aims.length, "extremes");
    const found = await place(aim, within((EXTREMES * (k + 1)) / aims.length));
    bests.push({ aim, found });
    const front = new Front();
    for (const { found } of bests) front.offer(model.valuesOf(found.sites), () => found.sites);
    search.tell?.(say(front.plans));
  }
  const starts = bests.map(({ found }) => found.sites);
  const front = await searchFront(model, starts, within(1), (so) => search.tell?.(say(so.plans)));
  return say(front.plans);
}

function describe(
  plan: RatedPlan,
  aims: readonly FrontAim[],
  { read, unitOf }: WorldModel,
  bests: readonly { readonly aim: FrontAim; readonly found: Found }[],
): FrontPlan {
  const values = aims.map((_, k) => read(k, plan.values[k]));
  const own = bests.find(({ aim, found }) => isSame(values[aims.indexOf(aim)] * unitOf(aim), found.objective));
  return {
    sites: plan.sites,
    values,
    best: own ? { aim: own.aim, gap: own.found.gap } : null,
  };
}

function isSame(a: number, b: number): boolean {
  return Math.abs(a - b) <= CLOSED * Math.max(1, Math.abs(b));
}

/** The plan in the middle of the list as the plan found; its value and gap are those of the first aim. */
function middleOf(front: readonly FrontPlan[], seconds: number): Found {
  const { sites, values, best } = front[Math.floor((front.length - 1) / 2)];
  return { objective: values[0], bound: Number.NaN, gap: best?.gap ?? Number.POSITIVE_INFINITY, sites, seconds };
}
