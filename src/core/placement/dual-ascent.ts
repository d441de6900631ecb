import { selectLeast } from "./least-sites.ts";
import type { ServiceModel } from "./service-model.ts";

/**
 * Lagrangian relaxation of « every row is served once » (Cornuéjols, Fisher & Nemhauser 1977): for prices λ_i of at most the
 * cap, no plan costs less than base + Σ λ_i + the sum of the `count` least ρ_j, ρ_j = Σ_i min(0, cost_ij − λ_i). Prices climb
 * by deflected subgradients (Camerini, Fratta & Maffioli 1975).
 */
export class DualAscent {
  readonly model: ServiceModel;
  readonly prices: Float64Array;
  readonly bestPrices: Float64Array;
  /** ρ of each site at the last prices, and at the best. */
  readonly values: Float64Array;
  readonly bestValues: Float64Array;
  /** Sites, those that the last step opens first. */
  readonly order: Uint32Array;
  /** How much each site was open lately, between 0 and 1: an estimate of its part in the relaxed optimum. */
  readonly share: Float64Array;
  bound = Number.NEGATIVE_INFINITY;
  /** Fraction of the step that would reach the target at once. */
  pace: number;
  readonly #direction: Float64Array;
  #steps = 0;
  #boundBefore = Number.NEGATIVE_INFINITY;

  constructor(model: ServiceModel, prices: Float64Array, pace: number) {
    this.model = model;
    this.prices = prices;
    this.bestPrices = prices.slice();
    this.values = new Float64Array(model.sites);
    this.bestValues = new Float64Array(model.sites);
    this.order = Uint32Array.from({ length: model.sites }, (_, j) => j);
    this.share = new Float64Array(model.sites);
    this.#direction = new Float64Array(model.rows);
    this.pace = pace;
  }

  /** Evaluates the prices, keeps them if they are the best, and moves them towards `target`, the value of a plan. */
  step(target: number): void {
    const bound = this.#evaluate();
    if (bound > this.bound) {
      this.bound = bound;
      this.bestPrices.set(this.prices);
      this.bestValues.set(this.values);
    }
    if (++this.#steps >= PATIENCE) {
      const isSlow = this.bound - this.#boundBefore < WORTH * (target - this.bound);
      this.#steps = 0;
      this.#boundBefore = this.bound;
      if (isSlow) {
        this.pace /= 2;
        this.prices.set(this.bestPrices);
        this.#direction.fill(0);
        if (bound < this.bound) return;
      }
    }
    this.#move(target - bound);
  }

  #evaluate(): number {
    const { rows, offsets, targets, costs, count, base } = this.model;
    const { values, prices, order, share } = this;
    values.fill(0);
    let bound = base;
    for (let i = 0; i < rows; i++) {
      const price = prices[i];
      bound += price;
      const end = offsets[i + 1];
      for (let k = offsets[i]; k < end; k++) {
        const reduced = costs[k] - price;
        if (reduced >= 0) break;
        values[targets[k]] += reduced;
      }
    }
    selectLeast(order, values, count);
    for (let j = 0; j < share.length; j++) share[j] *= 1 - MEMORY;
    for (let n = 0; n < count; n++) {
      bound += values[order[n]];
      share[order[n]] += MEMORY;
    }
    return bound;
  }

  #move(distance: number): void {
    const { rows, count, caps, offsets, costs, columns, weights } = this.model;
    const { prices, order } = this;
    const direction = this.#direction;
    // What a row lacks is 1 less the open sites that would serve it. Measured in prices per unit of weight, rows are alike.
    for (let i = 0; i < rows; i++) direction[i] = 1 + DEFLECTION * direction[i];
    for (let n = 0; n < count; n++) {
      const j = order[n];
      const end = columns.offsets[j + 1];
      for (let k = columns.offsets[j]; k < end; k++) {
        const i = columns.rows[k];
        if (columns.costs[k] < prices[i]) direction[i]--;
      }
    }
    let norm = 0;
    for (let i = 0; i < rows; i++) {
      const d = direction[i];
      if (d > 0 && prices[i] >= caps[i]) direction[i] = 0;
      else if (d < 0 && prices[i] <= costs[offsets[i]]) direction[i] = 0;
      else norm += d * d * weights[i];
    }
    if (norm === 0) return;
    const length = (this.pace * Math.max(distance, 0)) / norm;
    for (let i = 0; i < rows; i++) {
      const price = prices[i] + length * direction[i] * weights[i];
      const least = costs[offsets[i]];
      prices[i] = price < least ? least : Math.min(price, caps[i]);
    }
  }
}

/** Steps after which the pace is halved, unless they closed this part of the gap. */
const PATIENCE = 20;
const WORTH = 0.02;

const DEFLECTION = 0.7;
const MEMORY = 0.1;
