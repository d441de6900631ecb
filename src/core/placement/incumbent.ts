import { CLOSED, type Found, gapOf, type Search } from "./search.ts";

/** What a search knows of its objective; its own values are such that least is best. */
export interface Goal {
  /** Exact value of a plan, over the whole problem; Infinity when it is none. */
  readonly value: (sites: Uint32Array) => number;
  /** A value in the unit and direction of the objective asked for. */
  readonly read: (value: number) => number;
  /** Distance between two possible values: 1 when every value is whole, else 0. */
  readonly step: 0 | 1;
  /** Left out of the sites of a plan: they are open without being chosen. */
  readonly existing: readonly number[];
  /** A plan of at most this value is all that is wanted, or the proof that there is none. */
  readonly enough?: number;
}

/**
 * The best plan so far and the bound under it, both in the values of a search that minimises. Every improvement is told.
 */
export class Incumbent {
  readonly search: Search;
  readonly goal: Goal;
  value = Number.POSITIVE_INFINITY;
  bound = Number.NEGATIVE_INFINITY;
  sites: Uint32Array = new Uint32Array(0);

  constructor(search: Search, goal: Goal) {
    this.search = search;
    this.goal = goal;
  }

  /** Takes a plan (candidates in any order) when it is better; returns its value. */
  offer(plan: Iterable<number>): number {
    const sites = Uint32Array.from(plan)
      .filter((j) => !this.goal.existing.includes(j))
      .sort();
    const value = this.goal.value(sites);
    if (value < this.value) {
      this.value = value;
      this.sites = sites;
      this.#tell();
    }
    return value;
  }

  /** Takes a bound when it is higher; whole values let it be rounded up. */
  raise(bound: number): void {
    const rounded = this.goal.step === 1 ? Math.ceil(bound - roundingOf(bound)) : bound;
    if (!(rounded > this.bound)) return;
    this.bound = rounded;
    this.#tell();
  }

  /** Whether a part of the search whose values are all at least `bound` can hold nothing wanted. */
  isBeaten(bound: number): boolean {
    const { step, enough = Number.POSITIVE_INFINITY } = this.goal;
    if (step === 1) {
      const least = Math.ceil(bound - roundingOf(bound));
      return least >= this.value || least > enough;
    }
    return bound >= this.value - CLOSED * Math.abs(this.value);
  }

  /** Whether nothing more is to be found. */
  isClosed(): boolean {
    return this.isBeaten(this.bound) || this.value <= (this.goal.enough ?? Number.NEGATIVE_INFINITY);
  }

  found(): Found {
    const { sites, search, goal } = this;
    const objective = goal.read(this.value);
    const bound = goal.read(Math.min(this.value, this.bound));
    return { objective, bound, gap: gapOf(objective, bound), sites, seconds: search.seconds() };
  }

  #tell(): void {
    if (this.value < Number.POSITIVE_INFINITY) this.search.tell?.(this.found());
  }
}

/** What a sum of many rounded products may be off by; far under the distance between two whole values. */
function roundingOf(bound: number): number {
  return Math.min(0.4, 1e-6 + 1e-10 * Math.abs(bound));
}
