import type { CapacityModel } from "./capacity-model.ts";

/**
 * Who goes where once sites are open: the transportation problem (Hitchcock 1941), solved exactly. Everybody first goes to
 * their cheapest site; then what is over a capacity leaves by the shortest path of reassignments to a site with room, or is left
 * out (successive shortest paths, Busacker & Gowen 1961). The graph has a node per open site, so that it stays small.
 */
export class Transport {
  readonly model: CapacityModel;
  /** Open sites of the last `solve`, ascending. */
  open: readonly number[] = [];
  /** People of row i at open site s: entry i · (open + 1) + s; the last of a row are left out. */
  flows = new Float64Array(0);
  loads = new Float64Array(0);
  /** What one more place at each open site would save: the price of its capacity. */
  worth = new Float64Array(0);
  /** Least cost of serving one more person of each row, capacities being priced. */
  readonly prices: Float64Array;
  /** Σ cost × people, those left out at their cap. */
  cost = 0;
  /** People left out. */
  left = 0;
  readonly #grain: number;
  #width = 0;
  #costs = new Float64Array(0);
  /** Least added cost of passing somebody on from one open site to another, and the row that does. */
  #steps = new Float64Array(0);
  #movers = new Int32Array(0);

  constructor(model: CapacityModel) {
    this.model = model;
    this.prices = new Float64Array(model.rows);
    // Under this many people, a sum of so many is off anyway.
    this.#grain = 1e-11 * (1 + model.amounts.reduce((sum, amount) => sum + amount, 0));
  }

  /** Opens exactly these sites. Returns the cost. */
  solve(open: Iterable<number>): number {
    this.#start([...open].sort((a, b) => a - b));
    const out = this.open.length;
    for (let s = 0; s < out; s++) while (this.loads[s] - this.#capacityOf(s) > this.#grain) this.#relieve(s);
    this.#price();
    this.#sum();
    return this.cost;
  }

  /** Whether nobody is left out, but for roundings. */
  servesAll(): boolean {
    return this.left <= this.#grain * this.model.rows;
  }

  #capacityOf(s: number): number {
    return s < this.open.length ? this.model.capacities[this.open[s]] : Number.POSITIVE_INFINITY;
  }

  #start(open: readonly number[]): void {
    const { rows, amounts, caps, columns } = this.model;
    const width = open.length + 1;
    this.open = open;
    if (this.#width !== width) {
      this.#width = width;
      this.flows = new Float64Array(rows * width);
      this.#costs = new Float64Array(rows * width);
      this.loads = new Float64Array(width);
      this.worth = new Float64Array(open.length);
      this.#steps = new Float64Array(width * width);
      this.#movers = new Int32Array(width * width);
    }
    this.flows.fill(0);
    this.loads.fill(0);
    this.#steps.fill(Number.POSITIVE_INFINITY);
    this.#movers.fill(-1);
    const costs = this.#costs.fill(Number.POSITIVE_INFINITY);
    open.forEach((j, s) => {
      for (let k = columns.offsets[j]; k < columns.offsets[j + 1]; k++)
        costs[columns.rows[k] * width + s] = columns.costs[k];
    });
    for (let i = 0; i < rows; i++) {
      costs[i * width + width - 1] = caps[i];
      let best = 0;
      for (let s = 1; s < width; s++) if (costs[i * width + s] < costs[i * width + best]) best = s;
      this.flows[i * width + best] = amounts[i];
      this.loads[best] += amounts[i];
      this.#join(i, best);
    }
  }

  /** A row has people at a site: it may pass them on. */
  #join(i: number, s: number): void {
    const width = this.#width;
    const own = this.#costs[i * width + s];
    for (let t = 0; t < width; t++) {
      const step = this.#costs[i * width + t] - own;
      if (t === s || !(step < this.#steps[s * width + t])) continue;
      this.#steps[s * width + t] = step;
      this.#movers[s * width + t] = i;
    }
  }

  /** A row has nobody there any more: others pass on in its place. */
  #leave(i: number, s: number): void {
    const width = this.#width;
    for (let t = 0; t < width; t++) {
      if (this.#movers[s * width + t] !== i) continue;
      let [best, step] = [-1, Number.POSITIVE_INFINITY];
      for (let r = 0, at = s; r < this.model.rows; r++, at += width) {
        if (this.flows[at] === 0) continue;
        const other = this.#costs[r * width + t] - this.#costs[at];
        if (other < step) [best, step] = [r, other];
      }
      this.#steps[s * width + t] = step;
      this.#movers[s * width + t] = best;
    }
  }

  /** Passes people on from a site over its capacity, along the cheapest path to one with room. */
  #relieve(from: number): void {
    const width = this.#width;
    const { before, lengths } = this.#pathsFrom(from);
    let to = width - 1;
    for (let t = 0; t < width; t++) {
      if (t !== from && lengths[t] < lengths[to] && this.loads[t] < this.#capacityOf(t) - this.#grain) to = t;
    }
    let amount = Math.min(this.loads[from] - this.#capacityOf(from), this.#capacityOf(to) - this.loads[to]);
    for (let t = to; t !== from; t = before[t]) {
      amount = Math.min(amount, this.flows[this.#movers[before[t] * width + t] * width + before[t]]);
    }
    for (let t = to; t !== from; ) {
      const s = before[t];
      const row = this.#movers[s * width + t];
      const rest = this.flows[row * width + s] - amount;
      const isGone = rest <= this.#grain;
      // A crumb that stays would be passed on for ever.
      const moved = isGone ? this.flows[row * width + s] : amount;
      this.flows[row * width + s] = isGone ? 0 : rest;
      this.flows[row * width + t] += moved;
      this.loads[s] -= moved;
      this.loads[t] += moved;
      if (isGone) this.#leave(row, s);
      this.#join(row, t);
      t = s;
    }
  }

  /** Bellman & Ford: steps may be negative, cycles never are. */
  #pathsFrom(from: number): { readonly before: Int32Array; readonly lengths: Float64Array } {
    const width = this.#width;
    const lengths = new Float64Array(width).fill(Number.POSITIVE_INFINITY);
    const before = new Int32Array(width).fill(-1);
    lengths[from] = 0;
    for (let round = 0, isMoving = true; isMoving && round < width; round++) {
      isMoving = false;
      for (let s = 0; s < width - 1; s++) {
        if (lengths[s] === Number.POSITIVE_INFINITY) continue;
        for (let t = 0; t < width; t++) {
          const length = lengths[s] + this.#steps[s * width + t];
          if (t === from || !(length < lengths[t] - TIE * (1 + Math.abs(length)))) continue;
          lengths[t] = length;
          before[t] = s;
          isMoving = true;
        }
      }
    }
    return { before, lengths };
  }

  /** Prices of capacities: the shortest way from a full site to room elsewhere; 0 where there is room. */
  #price(): void {
    const { rows } = this.model;
    const width = this.#width;
    const toRoom = Float64Array.from({ length: width }, (_, s) =>
      s === width - 1 || this.loads[s] < this.#capacityOf(s) - this.#grain ? 0 : Number.POSITIVE_INFINITY,
    );
    for (let round = 0, isMoving = true; isMoving && round < width; round++) {
      isMoving = false;
      for (let s = 0; s < width - 1; s++) {
        for (let t = 0; t < width; t++) {
          const length = toRoom[t] + this.#steps[s * width + t];
          if (!(length < toRoom[s] - TIE * (1 + Math.abs(length)))) continue;
          toRoom[s] = length;
          isMoving = true;
        }
      }
    }
    for (let s = 0; s < width - 1; s++) this.worth[s] = Math.max(0, toRoom[s]);
    for (let i = 0; i < rows; i++) {
      let least = this.#costs[i * width + width - 1];
      for (let s = 0; s < width - 1; s++) least = Math.min(least, this.#costs[i * width + s] + this.worth[s]);
      this.prices[i] = least;
    }
  }

  #sum(): void {
    const { rows } = this.model;
    const width = this.#width;
    this.cost = 0;
    this.left = this.loads[width - 1];
    for (let i = 0; i < rows; i++) {
      for (let s = 0; s < width; s++) {
        const people = this.flows[i * width + s];
        if (people > 0) this.cost += people * this.#costs[i * width + s];
      }
    }
  }

  /** What the prices prove: no assignment to the open sites costs less (weak duality); equal to the cost but for roundings. */
  dualValue(): number {
    let value = 0;
    for (let i = 0; i < this.model.rows; i++) value += this.model.amounts[i] * this.prices[i];
    this.open.forEach((j, s) => {
      if (this.worth[s] > 0 && this.model.capacities[j] > 0) value -= this.worth[s] * this.model.capacities[j];
    });
    return value;
  }
}

/** Lengths nearer than this are the same but for roundings: what is added along two ways differs in the last digit. */
const TIE = 1e-13;
