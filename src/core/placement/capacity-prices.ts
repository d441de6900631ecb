import type { CapacityModel } from "./capacity-model.ts";
import { selectLeast } from "./least-sites.ts";

/**
 * Lagrangian relaxation of « everybody is served once »: for prices λ_i of a person, no plan costs less than Σ amount_i·λ_i +
 * the sum of the least V_j, V_j = Σ_i (cost_ij − λ_i)·x_ij over what fills the capacity of j best, a knapsack in parts (Dantzig
 * 1957; Pirkul & Schilling 1991; Sridharan 1995). Prices climb by deflected subgradients.
 */
export class CapacityPrices {
  readonly model: CapacityModel;
  readonly prices: Float64Array;
  readonly bestPrices: Float64Array;
  readonly values: Float64Array;
  readonly bestValues: Float64Array;
  /** Sites, those that the last step opens first. */
  readonly order: Uint32Array;
  bound = Number.NEGATIVE_INFINITY;
  pace = 1;
  readonly #direction: Float64Array;
  readonly #served: Float64Array;
  readonly #knapsack: Knapsack;
  readonly #least: Float64Array;
  #since = 0;

  constructor(model: CapacityModel, prices: Float64Array) {
    this.model = model;
    this.#least = Float64Array.from({ length: model.rows }, (_, i) =>
      model.offsets[i] < model.offsets[i + 1] ? model.costs[model.offsets[i]] : 0,
    );
    this.prices = Float64Array.from(prices, (price, i) => this.#within(i, price));
    this.bestPrices = this.prices.slice();
    this.values = new Float64Array(model.sites);
    this.bestValues = new Float64Array(model.sites);
    this.order = Uint32Array.from({ length: model.sites }, (_, j) => j);
    this.#direction = new Float64Array(model.rows);
    this.#served = new Float64Array(model.rows);
    this.#knapsack = new Knapsack(model);
  }

  /** Evaluates the prices and moves them towards `target`, the cost of a plan. */
  step(target: number): void {
    const { model, prices, values, order } = this;
    let bound = 0;
    for (let i = 0; i < model.rows; i++) bound += model.amounts[i] * prices[i];
    for (let j = 0; j < model.sites; j++) values[j] = this.#knapsack.valueOf(j, prices);
    selectLeast(order, rankForced(model, values), model.open);
    for (let n = 0; n < model.open; n++) bound += values[order[n]];
    if (bound > this.bound + 1e-7 * Math.abs(target - this.bound)) this.#since = 0;
    else if (++this.#since >= PATIENCE) {
      this.#since = 0;
      this.pace /= 2;
      prices.set(this.bestPrices);
      this.#direction.fill(0);
      return;
    }
    if (bound > this.bound) {
      this.bound = bound;
      this.bestPrices.set(prices);
      this.bestValues.set(values);
    }
    this.#move(target - bound);
  }

  #within(i: number, price: number): number {
    const most = this.model.isAll ? Number.POSITIVE_INFINITY : this.model.caps[i];
    return Math.min(most, Math.max(this.#least[i], price));
  }

  /** A row with people not served asks more, one served twice less; both in parts of its people. */
  #move(distance: number): void {
    const { model, prices, order } = this;
    const direction = this.#direction;
    const served = this.#served.fill(0);
    for (let n = 0; n < model.open; n++) this.#knapsack.serve(order[n], prices, served);
    let norm = 0;
    for (let i = 0; i < model.rows; i++) {
      const amount = model.amounts[i];
      const d = (amount - served[i]) / amount + 0.7 * direction[i];
      const isHeld = (d < 0 && prices[i] <= this.#least[i]) || (d > 0 && !model.isAll && prices[i] >= model.caps[i]);
      direction[i] = isHeld ? 0 : d;
      norm += isHeld ? 0 : amount * d * d;
    }
    if (norm === 0) return;
    const length = (this.pace * Math.max(0, distance)) / norm;
    for (let i = 0; i < model.rows; i++) prices[i] = this.#within(i, prices[i] + length * direction[i]);
  }
}

const PATIENCE = 20;

/** Sites that stand in every plan come first whatever their value. */
export function rankForced({ isForced }: CapacityModel, values: Float64Array): Float64Array {
  return isForced.some((forced) => forced === 1)
    ? values.map((value, j) => (isForced[j] === 1 ? Number.NEGATIVE_INFINITY : value))
    : values;
}

/** What fills a site best at given prices. */
export class Knapsack {
  readonly #model: CapacityModel;
  readonly #gains: Float64Array;
  readonly #rows: Uint32Array;
  #count = 0;

  constructor(model: CapacityModel) {
    this.#model = model;
    this.#gains = new Float64Array(model.rows);
    this.#rows = new Uint32Array(model.rows);
  }

  /** V_j, 0 at most. */
  valueOf(j: number, prices: Float64Array): number {
    let sum = 0;
    this.#fill(j, prices, (row, people) => {
      sum += people * this.#gains[row];
    });
    return sum;
  }

  /** Adds to `served` the people of each row that fill it. */
  serve(j: number, prices: Float64Array, served: Float64Array): void {
    this.#fill(j, prices, (row, people) => {
      served[row] += people;
    });
  }

  #fill(j: number, prices: Float64Array, take: (row: number, people: number) => void): void {
    const { columns, amounts, capacities } = this.#model;
    this.#count = 0;
    let wanted = 0;
    for (let k = columns.offsets[j]; k < columns.offsets[j + 1]; k++) {
      const row = columns.rows[k];
      const gain = columns.costs[k] - prices[row];
      if (gain >= 0) continue;
      this.#gains[row] = gain;
      this.#rows[this.#count++] = row;
      wanted += amounts[row];
    }
    let room = capacities[j];
    if (wanted > room) this.#rows.subarray(0, this.#count).sort((a, b) => this.#gains[a] - this.#gains[b] || a - b);
    for (let n = 0; n < this.#count && room > 0; n++) {
      const row = this.#rows[n];
      const people = Math.min(room, amounts[row]);
      take(row, people);
      room -= people;
    }
  }
}
