import { BestWalk } from "./best-walk.ts";
import type { RoundsModel } from "./model.ts";
import { buildWalkGraph } from "./walk-graph.ts";

/** Share of its reward that a place's visits cost at first. */
const FIRST_PRICE = 0.8;
/** Share of the last direction kept in the next. */
const DEFLECTION = 0.8;
/** Steps without a better bound after which the pace is halved. */
const PATIENCE = 20;

/**
 * Bound by Lagrangian relaxation: a visit has a price λ on each kind of day; places take the pattern that leaves most of
 * their reward, vehicles the walk that collects most of the prices, the limits on load and driving having prices too:
 *   Σ_places max(0, reward − Σ λ) + Σ_days vehicles × best walk, without the 0 for a mandatory place.
 * Any prices give a bound; they descend by deflected subgradients. Days that the patterns use alike share their prices.
 */
export class WalkBound {
  bound = Number.POSITIVE_INFINITY;
  pace = 1;
  readonly #model: RoundsModel;
  readonly #walk: BestWalk;
  /** Kind of each day, and how many days are of each. */
  readonly #kinds: Int32Array;
  readonly #sizes: Int32Array;
  /** Per offer, its patterns as numbers of days of each kind, each once. */
  readonly #mixes: readonly (readonly Uint8Array[])[];
  /** λ, kind × offers + offer; then per kind the prices of load and of driving. */
  readonly #prices: Float64Array;
  readonly #best: Float64Array;
  readonly #direction: Float64Array;
  readonly #step: Float64Array;
  readonly #prizes: Float64Array;
  readonly #winner: Int32Array;
  #since = 0;

  constructor(model: RoundsModel) {
    this.#model = model;
    const { offers } = model.problem;
    this.#walk = new BestWalk(buildWalkGraph(model));
    const kindOf = new Map<string, number>();
    this.#kinds = Int32Array.from({ length: model.days }, (_, d) => {
      const key = offers.map(({ patterns }) => patterns.filter((mask) => (mask & (1 << d)) !== 0).length).join();
      if (!kindOf.has(key)) kindOf.set(key, kindOf.size);
      return kindOf.get(key) ?? 0;
    });
    this.#sizes = new Int32Array(kindOf.size);
    for (const kind of this.#kinds) this.#sizes[kind]++;
    this.#mixes = offers.map(({ patterns }) => mixPatterns(patterns, this.#kinds, kindOf.size));
    const count = kindOf.size * offers.length;
    this.#prices = new Float64Array(count + 2 * kindOf.size);
    this.#mixes.forEach((mixes, o) => {
      const visits = mixes[0].reduce((sum, days) => sum + days, 0);
      for (let k = 0; k < kindOf.size; k++)
        this.#prices[k * offers.length + o] = (FIRST_PRICE * model.rewards[o]) / visits;
    });
    this.#best = this.#prices.slice();
    this.#direction = new Float64Array(this.#prices.length);
    this.#step = new Float64Array(this.#prices.length);
    this.#prizes = new Float64Array(this.#walk.graph.size);
    this.#winner = new Int32Array(this.#walk.graph.size);
  }

  /** Evaluates the prices and moves them towards `target`, the objective of a plan. */
  step(target: number): void {
    const bound = this.#evaluate();
    if (bound < this.bound - 1e-4 * Math.abs(this.bound - target)) this.#since = 0;
    else if (++this.#since >= PATIENCE) {
      this.#since = 0;
      this.pace /= 2;
      this.#prices.set(this.#best);
      this.#direction.fill(0);
      return;
    }
    if (bound < this.bound) {
      this.bound = bound;
      this.#best.set(this.#prices);
    }
    this.#move(bound - target);
  }

  /** Bound of the prices; leaves its subgradient in `#step`. */
  #evaluate(): number {
    const { problem, places, offersAt, offersOf, rewards, demands, vehicles, isMandatory } = this.#model;
    const { graph } = this.#walk;
    const offers = problem.offers.length;
    const prices = this.#prices;
    const gradient = this.#step.fill(0);
    let bound = 0;
    for (let p = 0; p < places; p++) {
      let most = isMandatory[p] === 1 ? Number.NEGATIVE_INFINITY : 0;
      let chosen = -1;
      let mix: Uint8Array | null = null;
      for (let n = offersAt[p]; n < offersAt[p + 1]; n++) {
        const offer = offersOf[n];
        for (const candidate of this.#mixes[offer]) {
          let left = rewards[offer];
          for (let k = 0; k < candidate.length; k++) left -= candidate[k] * prices[k * offers + offer];
          if (left <= most) continue;
          most = left;
          chosen = offer;
          mix = candidate;
        }
      }
      bound += most;
      if (mix) for (let k = 0; k < mix.length; k++) gradient[k * offers + chosen] -= mix[k];
    }
    const own = offers * this.#sizes.length;
    for (let k = 0; k < this.#sizes.length; k++) {
      const [load, drive] = [prices[own + 2 * k], prices[own + 2 * k + 1]];
      this.#prizes.fill(Number.NEGATIVE_INFINITY);
      for (let o = 0; o < offers; o++) {
        const node = graph.nodeOf[o];
        const prize = prices[k * offers + o] - load * demands[o];
        if (prize <= this.#prizes[node]) continue;
        this.#prizes[node] = prize;
        this.#winner[node] = o;
      }
      const value = this.#walk.solve(this.#prizes, problem.minuteCost + drive);
      const routes = this.#sizes[k] * vehicles;
      if (load > 0) bound += routes * load * problem.capacity;
      if (drive > 0) bound += routes * drive * problem.maxDriving;
      bound += routes * value;
      let carried = 0;
      for (let node = 0; node < graph.size; node++) {
        const visits = this.#walk.visits[node];
        if (visits === 0) continue;
        gradient[k * offers + this.#winner[node]] += routes * visits;
        carried += visits * graph.demand[node];
      }
      if (problem.capacity < Number.POSITIVE_INFINITY) gradient[own + 2 * k] = routes * (problem.capacity - carried);
      if (problem.maxDriving < Number.POSITIVE_INFINITY) {
        gradient[own + 2 * k + 1] = routes * (problem.maxDriving - this.#walk.driving);
      }
    }
    return bound;
  }

  #move(distance: number): void {
    const prices = this.#prices;
    const direction = this.#direction;
    const gradient = this.#step;
    let norm = 0;
    for (let n = 0; n < prices.length; n++) {
      direction[n] = gradient[n] + DEFLECTION * direction[n];
      if (direction[n] > 0 && prices[n] <= 0) direction[n] = 0;
      norm += direction[n] * direction[n];
    }
    if (norm === 0) return;
    const length = (this.pace * Math.max(0, distance)) / norm;
    for (let n = 0; n < prices.length; n++) prices[n] = Math.max(0, prices[n] - length * direction[n]);
  }
}

/** Patterns that take the same number of days of each kind cost the same. */
function mixPatterns(patterns: Uint32Array, kinds: Int32Array, count: number): readonly Uint8Array[] {
  const mixes = new Map<string, Uint8Array>();
  for (const mask of patterns) {
    const mix = new Uint8Array(count);
    for (let d = 0; d < kinds.length; d++) if ((mask & (1 << d)) !== 0) mix[kinds[d]]++;
    mixes.set(mix.join(), mix);
  }
  return [...mixes.values()];
}
