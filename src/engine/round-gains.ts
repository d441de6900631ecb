import type { SiteLifts } from "../core/placement/shortfall.ts";

/** What supplies at stops gain under the threshold. */
export class RoundGains {
  readonly #lifts: SiteLifts;
  readonly #people: Float64Array;
  readonly #access: Float64Array;
  readonly #threshold: number;

  constructor(lifts: SiteLifts, people: Float64Array, access: Float64Array, threshold: number) {
    this.#lifts = lifts;
    this.#people = people;
    this.#access = access;
    this.#threshold = threshold;
  }

  /** Of one stop alone. */
  alone(stop: number, supply: number): number {
    const { offsets, targets, lifts } = this.#lifts;
    let gain = 0;
    for (let k = offsets[stop]; k < offsets[stop + 1]; k++) {
      const lack = Math.max(0, this.#threshold - this.#access[targets[k]]);
      gain += this.#people[targets[k]] * Math.min(lack, supply * lifts[k]);
    }
    return gain;
  }

  /** Inhabitants under the threshold whose access a stop raises. */
  peopleReached(stop: number): number {
    const { offsets, targets, lifts } = this.#lifts;
    let people = 0;
    for (let k = offsets[stop]; k < offsets[stop + 1]; k++) {
      if (lifts[k] > 0 && this.#access[targets[k]] < this.#threshold) people += this.#people[targets[k]];
    }
    return people;
  }

  after(supplies: readonly number[]): Float64Array {
    const { offsets, targets, lifts } = this.#lifts;
    const after = this.#access.slice();
    supplies.forEach((supply, stop) => {
      for (let k = offsets[stop]; k < offsets[stop + 1]; k++) after[targets[k]] += supply * lifts[k];
    });
    return after;
  }

  of(supplies: readonly number[]): number {
    const after = this.after(supplies);
    const cap = (value: number) => Math.min(this.#threshold, value);
    return after.reduce((sum, value, i) => sum + this.#people[i] * (cap(value) - cap(this.#access[i])), 0);
  }
}
