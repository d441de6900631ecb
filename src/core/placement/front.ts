import type { FrontAim } from "./objectives.ts";
import type { Found } from "./search.ts";

/** A plan and its values, lower better, one per objective. */
export interface RatedPlan {
  readonly sites: Uint32Array;
  readonly values: Float64Array;
}

/** Whether the first is at least as good everywhere and better somewhere. */
export function dominates(a: Float64Array, b: Float64Array): boolean {
  let isBetter = false;
  for (let k = 0; k < a.length; k++) {
    if (a[k] > b[k]) return false;
    if (a[k] < b[k]) isBetter = true;
  }
  return isBetter;
}

/** Plans none of which another is better than (Pareto 1896): one per set of values. */
export class Front {
  #plans: RatedPlan[] = [];

  get plans(): readonly RatedPlan[] {
    return this.#plans;
  }

  /** Takes a plan unless one it knows is at least as good everywhere; those it dominates go. `sites` is asked only then. */
  offer(values: Float64Array, sites: () => Uint32Array): boolean {
    for (const plan of this.#plans) if (isNoWorse(plan.values, values)) return false;
    this.#plans = this.#plans.filter((plan) => !dominates(values, plan.values));
    this.#plans.push({ sites: sites(), values: values.slice() });
    return true;
  }
}

/**
 * At most `count` plans of a front that show its extent: the best of each objective, then whichever is farthest from those
 * taken, distances over the extent of each objective. In the order of the first objective, best first.
 */
export function spreadOut(plans: readonly RatedPlan[], count: number): readonly RatedPlan[] {
  if (plans.length === 0) return [];
  const scale = scaleOf(plans);
  const taken = new Set<RatedPlan>();
  for (let k = 0; k < scale.best.length; k++) {
    const best = plans.filter(({ values }) => values[k] === scale.best[k]);
    taken.add(best[0]);
  }
  const distance = (a: RatedPlan, b: RatedPlan) =>
    Math.hypot(...Array.from(a.values, (value, k) => (value - b.values[k]) / scale.extent[k]));
  while (taken.size < Math.min(count, plans.length)) {
    const apart = plans.map((plan) =>
      taken.has(plan) ? -1 : Math.min(...Array.from(taken, (other) => distance(plan, other))),
    );
    taken.add(plans[apart.indexOf(Math.max(...apart))]);
  }
  return plans.filter((plan) => taken.has(plan)).toSorted((a, b) => compareValues(a.values, b.values));
}

export interface Scale {
  /** Least value of each objective over the plans. */
  readonly best: Float64Array;
  /** From the least to the greatest; 1 where they are the same. */
  readonly extent: Float64Array;
}

export function scaleOf(plans: readonly RatedPlan[]): Scale {
  const of = (k: number) => plans.map(({ values }) => values[k]);
  const best = plans[0].values.map((_, k) => Math.min(...of(k)));
  return { best, extent: best.map((least, k) => Math.max(...of(k)) - least || 1) };
}

function compareValues(a: Float64Array, b: Float64Array): number {
  for (let k = 0; k < a.length; k++) if (a[k] !== b[k]) return a[k] - b[k];
  return 0;
}

function isNoWorse(a: Float64Array, b: Float64Array): boolean {
  for (let k = 0; k < a.length; k++) if (a[k] > b[k]) return false;
  return true;
}

/** What is known of a plan of a front. */
export interface FrontPlan {
  readonly sites: Uint32Array;
  /** One per aim: weighted people lifted, mean minutes, people within the minutes, minutes of the farthest. */
  readonly values: readonly number[];
  /**
   * The aim it is the best for, with how far from the best possible it may be; null: a trade-off, of which nothing is proven but
   * that no plan met on the way is better.
   */
  readonly best: { readonly aim: FrontAim; readonly gap: number } | null;
}

/** Plans none of which is better than another, in the order of the first aim; the whole is also one of them. */
export interface FoundFront extends Found {
  readonly aims: readonly FrontAim[];
  readonly front: readonly FrontPlan[];
}

export function isFront(found: Found): found is FoundFront {
  return "front" in found;
}
