import { selectLeast } from "./least-sites.ts";
import type { LiftModel, LiftPlan } from "./lift-model.ts";
import { isOver, type Search } from "./search.ts";

/** Opens sites one by one, the one that adds most first, lazily (Nemhauser, Wolsey & Fisher 1978; Minoux 1978). */
export function openBestLifts(plan: LiftPlan, count: number): void {
  const { model, isOpen } = plan;
  const gains = Float64Array.from({ length: model.sites }, (_, j) => plan.gainOf(j));
  for (let n = 0; n < count; n++) {
    const seen = new Uint8Array(model.sites);
    for (;;) {
      let best = -1;
      for (let j = 0; j < model.sites; j++) if (isOpen[j] === 0 && (best < 0 || gains[j] > gains[best])) best = j;
      if (seen[best] === 1 || n === 0) {
        plan.open(best);
        break;
      }
      gains[best] = plan.gainOf(best);
      seen[best] = 1;
    }
  }
}

/**
 * Exchanges one open site for one closed while that helps: each open site in turn is closed and the best one opened instead,
 * closed ones looked at in order of what they could at most add.
 */
export function exchangeLifts(plan: LiftPlan, search: Search): void {
  const { model, isOpen } = plan;
  if (model.count === 0 || model.count >= model.sites) return;
  const most = Float64Array.from({ length: model.sites }, (_, j) => mostOf(model, j));
  const order = Array.from(most.keys()).sort((a, b) => most[b] - most[a] || a - b);
  const tolerance = 1e-12 * Math.abs(plan.value());
  for (let since = 0, r = 0; since < model.sites && !isOver(search); r = r + 1 < model.sites ? r + 1 : 0, since++) {
    if (isOpen[r] === 0) continue;
    const loss = plan.lossOf(r);
    plan.close(r);
    let best = r;
    let bestGain = loss + tolerance;
    for (const j of order) {
      if (most[j] <= bestGain) break;
      if (isOpen[j] === 1 || j === r) continue;
      const gain = plan.gainOf(j);
      if (gain > bestGain) {
        bestGain = gain;
        best = j;
      }
    }
    plan.open(best);
    if (best !== r) since = 0;
  }
}

/** What a site adds to nothing: it never adds more to anything. */
function mostOf({ offsets, targets, lifts, weights, lacks }: LiftModel, j: number): number {
  let sum = 0;
  for (let k = offsets[j]; k < offsets[j + 1]; k++) sum += weights[targets[k]] * Math.min(lacks[targets[k]], lifts[k]);
  return sum;
}

/** No plan gains more than this one plus the `count` most any sites would add to it (Nemhauser, Wolsey & Fisher 1978). */
export function submodularBound(plan: LiftPlan): number {
  const { sites, count } = plan.model;
  const less = Float64Array.from({ length: sites }, (_, j) => (plan.isOpen[j] === 1 ? 0 : -plan.gainOf(j)));
  const order = Uint32Array.from({ length: sites }, (_, j) => j);
  if (count > 0) selectLeast(order, less, count);
  let bound = plan.value();
  for (let n = 0; n < count; n++) bound -= less[order[n]];
  return bound;
}

/**
 * Relaxation of « a row gains no more than what is brought »: for prices 0 ≤ μ_i ≤ weight_i, no plan gains more than
 * base + Σ (weight_i − μ_i)·lack_i + the sum of the `count` greatest Σ_i μ_i·lift_ij. Prices descend by deflected subgradients.
 */
export class LiftDescent {
  readonly model: LiftModel;
  readonly prices: Float64Array;
  readonly bestPrices: Float64Array;
  readonly order: Uint32Array;
  bound = Number.POSITIVE_INFINITY;
  pace = 1;
  readonly #values: Float64Array;
  readonly #direction: Float64Array;
  #since = 0;

  /** Starts from what a plan says: rows it fills are worth nothing more, others their weight. */
  constructor(plan: LiftPlan) {
    this.model = plan.model;
    const { weights, lacks, rows, sites } = plan.model;
    this.prices = weights.map((weight, i) => (plan.added[i] >= lacks[i] ? weight / 2 : weight));
    this.bestPrices = this.prices.slice();
    this.order = Uint32Array.from({ length: sites }, (_, j) => j);
    this.#values = new Float64Array(sites);
    this.#direction = new Float64Array(rows);
  }

  /** Evaluates the prices and moves them towards `target`, the gain of a plan. */
  step(target: number): void {
    const { rows, count, weights, lacks, base, offsets, targets, lifts } = this.model;
    const { prices, order } = this;
    const values = this.#values;
    let bound = base;
    for (let i = 0; i < rows; i++) bound += (weights[i] - prices[i]) * lacks[i];
    for (let j = 0; j < values.length; j++) {
      let sum = 0;
      for (let k = offsets[j]; k < offsets[j + 1]; k++) sum += prices[targets[k]] * lifts[k];
      values[j] = -sum;
    }
    selectLeast(order, values, count);
    for (let n = 0; n < count; n++) bound -= values[order[n]];
    if (bound < this.bound - 1e-7 * (this.bound - target)) this.#since = 0;
    else if (++this.#since >= 20) {
      this.#since = 0;
      this.pace /= 2;
      this.prices.set(this.bestPrices);
      this.#direction.fill(0);
      return;
    }
    if (bound < this.bound) {
      this.bound = bound;
      this.bestPrices.set(prices);
    }
    this.#move(bound - target);
  }

  #move(distance: number): void {
    const { rows, count, weights, lacks, offsets, targets, lifts } = this.model;
    const { prices, order } = this;
    const direction = this.#direction;
    // The bound falls where the price of a row rises and the open sites bring it less than it lacks. A row's scale is its lack.
    for (let i = 0; i < rows; i++) direction[i] = lacks[i] + 0.7 * direction[i];
    for (let n = 0; n < count; n++) {
      const j = order[n];
      for (let k = offsets[j]; k < offsets[j + 1]; k++) direction[targets[k]] -= lifts[k];
    }
    let norm = 0;
    for (let i = 0; i < rows; i++) {
      const d = direction[i];
      if ((d > 0 && prices[i] >= weights[i]) || (d < 0 && prices[i] <= 0)) direction[i] = 0;
      else norm += d * d;
    }
    if (norm === 0) return;
    const length = (this.pace * Math.max(0, distance)) / norm;
    for (let i = 0; i < rows; i++) prices[i] = Math.min(weights[i], Math.max(0, prices[i] + length * direction[i]));
  }
}
