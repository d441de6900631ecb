import type { RoundsPlan } from "./plan.ts";

const LEAST_GAIN = 1e-9;

/**
 * Shortens routes one by one: 2-opt (Croes 1958) and stretches of up to three visits moved elsewhere (Or 1976), first
 * improvement, for times that may differ by direction.
 */
export class Shortening {
  readonly #plan: RoundsPlan;
  readonly #visits: Int32Array;
  readonly #nodes: Int32Array;
  readonly #buffer: Int32Array;
  #count = 0;

  constructor(plan: RoundsPlan) {
    this.#plan = plan;
    const length = plan.model.problem.offers.length + 2;
    this.#visits = new Int32Array(length);
    this.#nodes = new Int32Array(length);
    this.#buffer = new Int32Array(length);
  }

  /** Shortens every route of `plan` that has visits; minutes won. */
  run(plan: RoundsPlan, before: RoundsPlan | null): number {
    let won = 0;
    for (let r = 0; r < plan.model.routes; r++) {
      if (plan.counts[r] < 2) continue;
      // A route that is as long as it was is most likely the same.
      if (before && plan.counts[r] === before.counts[r] && plan.driving[r] === before.driving[r]) continue;
      won += this.#shorten(plan, r);
    }
    return won;
  }

  #shorten(plan: RoundsPlan, route: number): number {
    const { model, next } = plan;
    const sentinel = model.visits + route;
    const visits = this.#visits;
    const nodes = this.#nodes;
    let count = 0;
    for (let at = sentinel, k = 0; k === 0 || at !== sentinel; at = next[at], k++) {
      visits[count] = at;
      nodes[count++] = model.nodes[at];
    }
    nodes[count] = model.places;
    this.#count = count;
    let won = 0;
    for (let turn = 0; turn < 20; turn++) {
      const gain = this.#reverse() + this.#move();
      if (gain === 0) break;
      won += gain;
    }
    if (won === 0) return 0;
    for (let k = 0; k < count; k++) {
      const after = k + 1 < count ? visits[k + 1] : sentinel;
      plan.next[visits[k]] = after;
      plan.prev[after] = visits[k];
    }
    plan.driving[route] -= won;
    return won;
  }

  /** 2-opt: reverses positions i … j when that is shorter, both directions of the stretch counted. */
  #reverse(): number {
    const { minutes, places } = this.#plan.model;
    const size = places + 1;
    const nodes = this.#nodes;
    const count = this.#count;
    let won = 0;
    for (let i = 1; i < count - 1; i++) {
      let inner = 0;
      for (let j = i + 1; j < count; j++) {
        inner += minutes[nodes[j] * size + nodes[j - 1]] - minutes[nodes[j - 1] * size + nodes[j]];
        const change =
          minutes[nodes[i - 1] * size + nodes[j]] +
          minutes[nodes[i] * size + nodes[j + 1]] -
          minutes[nodes[i - 1] * size + nodes[i]] -
          minutes[nodes[j] * size + nodes[j + 1]] +
          inner;
        if (change >= -LEAST_GAIN) continue;
        this.#visits.subarray(i, j + 1).reverse();
        nodes.subarray(i, j + 1).reverse();
        won -= change;
        inner = 0;
        for (let k = i + 1; k <= j; k++) {
          inner += minutes[nodes[k] * size + nodes[k - 1]] - minutes[nodes[k - 1] * size + nodes[k]];
        }
      }
    }
    return won;
  }

  /** Or-opt: a stretch of one to three visits between two others. */
  #move(): number {
    const { minutes, places } = this.#plan.model;
    const size = places + 1;
    const nodes = this.#nodes;
    const count = this.#count;
    let won = 0;
    for (let length = 1; length <= 3; length++) {
      for (let i = 1; i + length <= count; i++) {
        const last = i + length - 1;
        const freed =
          minutes[nodes[i - 1] * size + nodes[i]] +
          minutes[nodes[last] * size + nodes[last + 1]] -
          minutes[nodes[i - 1] * size + nodes[last + 1]];
        if (freed <= LEAST_GAIN) continue;
        for (let k = 0; k < count; k++) {
          if (k >= i - 1 && k <= last) continue;
          const spent =
            minutes[nodes[k] * size + nodes[i]] +
            minutes[nodes[last] * size + nodes[k + 1]] -
            minutes[nodes[k] * size + nodes[k + 1]];
          if (spent >= freed - LEAST_GAIN) continue;
          won += freed - spent;
          this.#shift(i, length, k);
          break;
        }
      }
    }
    return won;
  }

  #shift(from: number, length: number, after: number): void {
    const buffer = this.#buffer;
    for (const row of [this.#visits, this.#nodes]) {
      for (let k = 0; k < length; k++) buffer[k] = row[from + k];
      if (after > from) {
        row.copyWithin(from, from + length, after + 1);
        row.set(buffer.subarray(0, length), after + 1 - length);
      } else {
        row.copyWithin(after + 1 + length, after + 1, from);
        row.set(buffer.subarray(0, length), after + 1);
      }
    }
  }
}
