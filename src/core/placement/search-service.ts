import { decideSites } from "./decide-sites.ts";
import { DualAscent } from "./dual-ascent.ts";
import { openGreedily } from "./greedy-sites.ts";
import type { Incumbent } from "./incumbent.ts";
import { interchange } from "./interchange.ts";
import { isOver, pauseAndAsk } from "./search.ts";
import { Service } from "./service.ts";
import type { Restricted, ServiceModel } from "./service-model.ts";

/** How long prices climb. */
export interface AscentPlan {
  readonly steps: number;
  /** Steps between two plans improved from the sites that the relaxation opens. */
  readonly every: number;
  readonly pace: number;
  readonly leastPace: number;
}

export const ROOT_PLAN: AscentPlan = { steps: 3000, every: 50, pace: 1.2, leastPace: 0.004 };

/** What is left of a search once plans and bounds no longer move. */
export interface Rest {
  readonly model: ServiceModel;
  readonly prices: Float64Array;
}

/**
 * Greedy plan, interchange, then prices climbing with a plan improved from the relaxation's own sites now and then, sites
 * decided by bounds on the way. `known`: a plan to start from, as positions of the model's sites. Returns what is still open
 * to question; null once the bound has closed.
 */
export async function searchService(
  start: ServiceModel,
  incumbent: Incumbent,
  known: readonly number[] | null = null,
  plan: AscentPlan = ROOT_PLAN,
): Promise<Rest | null> {
  const { search } = incumbent;
  if (start.count === 0 || start.count >= start.sites) return settle(start, incumbent);
  const first = new Service(start);
  let target = await findFirstPlan(first, incumbent, known);
  let model = start;
  let service = first;
  let ascent = new DualAscent(model, clampPrices(model, firstPrices(first)), plan.pace);
  for (let step = 1; step <= plan.steps && ascent.pace > plan.leastPace; step++) {
    ascent.step(target);
    if (step % 10 === 0) {
      incumbent.raise(ascent.bound);
      if (incumbent.isClosed()) return null;
      if (await pauseAndAsk(search)) break;
    }
    if (step % plan.every !== 0) continue;
    service.reset(ascent.order.subarray(0, model.count));
    target = Math.min(target, improve(service, incumbent));
    search.run.progress(step, plan.steps, "prices");
    const smaller = decideSites(ascent, incumbent, Math.max(1, model.sites >> 5));
    if (!smaller) continue;
    const rest = carry(smaller, ascent.bestPrices);
    model = rest.model;
    if (model.count === 0 || model.count >= model.sites) return settle(model, incumbent);
    service = new Service(model);
    ascent = new DualAscent(model, rest.prices, ascent.pace);
  }
  incumbent.raise(ascent.bound);
  if (incumbent.isClosed()) return null;
  const last = decideSites(ascent, incumbent, 1);
  return last ? carry(last, ascent.bestPrices) : { model, prices: ascent.bestPrices };
}

async function findFirstPlan(service: Service, incumbent: Incumbent, known: readonly number[] | null): Promise<number> {
  if (known) service.reset(known);
  else openGreedily(service, service.model.count);
  incumbent.offer(service.plan());
  await incumbent.search.run.pause?.();
  return improve(service, incumbent);
}

/** Improves a plan by interchange and offers it; its value in the model. */
export function improve(service: Service, incumbent: Incumbent): number {
  interchange(service, () => isOver(incumbent.search));
  incumbent.offer(service.plan());
  return service.value();
}

/** A model with nothing left to choose is one plan, or none: every site decided otherwise is beaten. */
export function settlePart(model: ServiceModel, incumbent: Incumbent): null {
  if (model.count >= 0 && model.count <= model.sites) {
    incumbent.offer([...model.decided, ...(model.count === 0 ? [] : model.ids)]);
  }
  return null;
}

/** The same of the whole problem, whose bound it closes. */
function settle(model: ServiceModel, incumbent: Incumbent): null {
  settlePart(model, incumbent);
  incumbent.raise(incumbent.value);
  return null;
}

/** What is left once sites are decided, with the prices of the rows that stay. */
export function carry({ model, rowOf }: Restricted, prices: Float64Array): Rest {
  return {
    model,
    prices: clampPrices(
      model,
      Float64Array.from(rowOf, (row) => prices[row]),
    ),
  };
}

/**
 * Between what each row pays and what it would pay without its site, but no more, per unit of weight, than a few times the
 * usual: a price far too high takes long to come down.
 */
function firstPrices({ model, nearestCost, secondCost }: Service): Float64Array {
  const each = nearestCost.map((cost, i) => (cost + secondCost[i]) / 2 / model.weights[i]);
  const usual = each.slice().sort()[each.length >> 1];
  return each.map((price, i) => Math.max(nearestCost[i], model.weights[i] * Math.min(price, USUAL * usual)));
}

const USUAL = 4;

/** Prices between the least cost and the cap of each row: outside, they only lose. */
export function clampPrices({ offsets, costs, caps }: ServiceModel, prices: Float64Array): Float64Array {
  return prices.map((price, i) => Math.min(caps[i], Math.max(costs[offsets[i]], price)));
}
