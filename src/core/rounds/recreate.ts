import type { Random } from "../random.ts";
import type { RoundsModel } from "./model.ts";
import type { RoundsPlan } from "./plan.ts";

const NOWHERE = Number.POSITIVE_INFINITY;
/** Puts mandatory places before all others, whatever these bring. */
const FIRST = 1e12;

/** How noisy a recreation is, see `Recreation.run`. */
export interface Recreating {
  readonly power: number;
  readonly noise: number;
  readonly skip: number;
  readonly blink: number;
}

/**
 * Puts places into a plan, the one with most reward^a for its detour first, noise on each score, until none fits. Least
 * detours are kept per place and route and found again only on routes that changed.
 */
export class Recreation {
  readonly #model: RoundsModel;
  readonly #detours: Float64Array;
  readonly #after: Int32Array;
  readonly #dayBest: Float64Array;
  readonly #dayRoute: Int32Array;
  readonly #scores: Float64Array;
  readonly #offers: Int32Array;
  readonly #patterns: Uint32Array;
  readonly #left: Int32Array;
  readonly #floor: number;
  #blink = 0;

  constructor(model: RoundsModel) {
    const { places, routes, days } = model;
    this.#model = model;
    this.#detours = new Float64Array(places * routes);
    this.#after = new Int32Array(places * routes);
    this.#dayBest = new Float64Array(days);
    this.#dayRoute = new Int32Array(days);
    this.#scores = new Float64Array(places);
    this.#offers = new Int32Array(places);
    this.#patterns = new Uint32Array(places);
    this.#left = new Int32Array(places);
    this.#floor = meanLeg(model) / 20;
  }

  /**
   * `power`: a; `noise`: a score is multiplied by 1 + noise × uniform; `skip`: share of places left out of this turn; `blink`: share
   * of routes that a place does not see, and of its offers where it has several (Christiaens & Vanden Berghe 2020).
   */
  run(plan: RoundsPlan, random: Random, { power, noise, skip, blink }: Recreating): void {
    const model = this.#model;
    const left = this.#left;
    this.#blink = blink;
    let count = 0;
    for (let p = 0; p < model.places; p++) {
      if (plan.chosen[p] >= 0 || model.offersAt[p] === model.offersAt[p + 1]) continue;
      if (skip > 0 && random.unit() < skip) continue;
      for (let r = 0; r < model.routes; r++) {
        if (blink > 0 && random.unit() < blink) this.#detours[p * model.routes + r] = NOWHERE;
        else this.#measure(plan, p, r);
      }
      this.#score(plan, random, p, power, noise);
      if (this.#offers[p] >= 0) left[count++] = p;
    }
    while (count > 0) {
      let best = 0;
      for (let k = 1; k < count; k++) if (this.#scores[left[k]] > this.#scores[left[best]]) best = k;
      const place = left[best];
      const days = this.#patterns[place];
      this.#insert(plan, place);
      left[best] = left[--count];
      for (let k = 0; k < count; ) {
        const p = left[k];
        this.#remeasure(plan, p, days);
        this.#score(plan, random, p, power, noise);
        if (this.#offers[p] >= 0) k++;
        else left[k] = left[--count];
      }
    }
  }

  #insert(plan: RoundsPlan, place: number): void {
    const { routes, days, vehicles } = this.#model;
    const offer = this.#offers[place];
    const pattern = this.#patterns[place];
    this.#chooseRoutes(plan, place, offer);
    plan.choose(offer, pattern);
    for (let d = 0; d < days; d++) {
      if ((pattern & (1 << d)) === 0) continue;
      const at = place * routes + d * vehicles + this.#dayRoute[d];
      plan.insert(offer, d, d * vehicles + this.#dayRoute[d], this.#after[at], this.#detours[at]);
      this.#dayRoute[d] = -1 - this.#dayRoute[d];
    }
    this.#changed.fill(-1);
    for (let d = 0; d < days; d++)
      if (this.#dayRoute[d] < 0 && (pattern & (1 << d)) !== 0) this.#changed[d] = -1 - this.#dayRoute[d];
  }

  /** Vehicle whose route changed at the last insertion, per day. */
  readonly #changed = new Int32Array(32);

  #remeasure(plan: RoundsPlan, place: number, days: number): void {
    const { vehicles } = this.#model;
    for (let d = 0; d < this.#model.days; d++) {
      if ((days & (1 << d)) !== 0) this.#measure(plan, place, d * vehicles + this.#changed[d]);
    }
  }

  #measure(plan: RoundsPlan, place: number, route: number): void {
    const { minutes, nodes, places, routes, visits } = this.#model;
    const { next } = plan;
    const size = places + 1;
    const sentinel = visits + route;
    let at = sentinel;
    let from = places;
    let bestAt = sentinel;
    let best = NOWHERE;
    const toPlace = place;
    if (next[sentinel] === sentinel) best = minutes[from * size + toPlace] + minutes[toPlace * size + places];
    else {
      do {
        const after = next[at];
        const to = nodes[after];
        const detour = minutes[from * size + toPlace] + minutes[toPlace * size + to] - minutes[from * size + to];
        if (detour < best) {
          best = detour;
          bestAt = at;
        }
        at = after;
        from = to;
      } while (at !== sentinel);
    }
    this.#detours[place * routes + route] = best;
    this.#after[place * routes + route] = bestAt;
  }

  /** Least detour with room for an offer, each day. */
  #chooseRoutes(plan: RoundsPlan, place: number, offer: number): void {
    const { days, vehicles, routes } = this.#model;
    for (let d = 0; d < days; d++) {
      let best = NOWHERE;
      let route = -1;
      for (let v = 0; v < vehicles; v++) {
        const r = d * vehicles + v;
        const detour = this.#detours[place * routes + r];
        if (detour < best && plan.fits(offer, r, detour)) {
          best = detour;
          route = v;
        }
      }
      this.#dayBest[d] = best;
      this.#dayRoute[d] = route;
    }
  }

  #score(plan: RoundsPlan, random: Random, place: number, power: number, noise: number): void {
    const { offersAt, offersOf, rewards, services, problem } = this.#model;
    this.#offers[place] = -1;
    const isOneOfSeveral = offersAt[place + 1] - offersAt[place] > 1;
    let best = Number.NEGATIVE_INFINITY;
    for (let k = offersAt[place]; k < offersAt[place + 1]; k++) {
      const offer = offersOf[k];
      if (isOneOfSeveral && this.#blink > 0 && random.unit() < this.#blink) continue;
      this.#chooseRoutes(plan, place, offer);
      const { patterns } = problem.offers[offer];
      let least = NOWHERE;
      let pattern = 0;
      for (let n = 0; n < patterns.length; n++) {
        const cost = this.#costOf(patterns[n]);
        // Equal ways are told apart by chance, or the first days would always be the fullest.
        if (cost < least || (cost === least && cost < NOWHERE && random.next() % 2 === 0)) {
          least = cost;
          pattern = patterns[n];
        }
      }
      if (least === NOWHERE) continue;
      const visits = countBits(pattern);
      const net = rewards[offer] - problem.minuteCost * least;
      const spent = least + visits * services[offer] + this.#floor;
      const score = (net > 0 ? net ** power / Math.max(this.#floor, spent) : net) * (1 + noise * random.unit());
      if (score <= best) continue;
      best = score;
      this.#offers[place] = offer;
      this.#patterns[place] = pattern;
    }
    const isMandatory = this.#model.isMandatory[place] === 1;
    this.#scores[place] = isMandatory ? best + FIRST : best;
    // Alone it costs more than it brings; together with a neighbour it may not.
    if (!isMandatory && best <= 0 && problem.minuteCost > 0 && random.unit() < 0.9) this.#offers[place] = -1;
  }

  #costOf(pattern: number): number {
    let cost = 0;
    for (let bits = pattern; bits !== 0; bits &= bits - 1) cost += this.#dayBest[31 - Math.clz32(bits & -bits)];
    return cost;
  }
}

export function countBits(mask: number): number {
  let count = 0;
  for (let bits = mask; bits !== 0; bits &= bits - 1) count++;
  return count;
}

/** Mean minutes from a place to its nearest other, what one leg of a good round is like. */
export function meanLeg({ places, near, minutes }: RoundsModel): number {
  const size = places + 1;
  let sum = 0;
  for (let p = 0; p < places; p++) {
    const q = places > 1 ? near[p * (places - 1)] : places;
    sum += Math.min(minutes[p * size + q], minutes[places * size + p] + minutes[p * size + places]);
  }
  return Math.max(1e-9, sum / places);
}
