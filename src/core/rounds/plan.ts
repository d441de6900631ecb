import type { RoundsModel } from "./model.ts";

/** Which places are served, when and in which order, while it changes. */
export class RoundsPlan {
  readonly model: RoundsModel;
  readonly next: Int32Array;
  readonly prev: Int32Array;
  /** Route of each visit, −1: not in the plan. */
  readonly routeOf: Int32Array;
  readonly driving: Float64Array;
  readonly service: Float64Array;
  readonly load: Float64Array;
  readonly counts: Int32Array;
  /** Offer served of each place, −1: none; and its days. */
  readonly chosen: Int32Array;
  readonly days: Uint32Array;
  reward = 0;
  /** Mandatory places served. */
  imposed = 0;

  constructor(model: RoundsModel) {
    this.model = model;
    const { visits, routes, places } = model;
    this.next = Int32Array.from({ length: visits + routes }, (_, k) => k);
    this.prev = this.next.slice();
    this.routeOf = new Int32Array(visits).fill(-1);
    this.driving = new Float64Array(routes);
    this.service = new Float64Array(routes);
    this.load = new Float64Array(routes);
    this.counts = new Int32Array(routes);
    this.chosen = new Int32Array(places).fill(-1);
    this.days = new Uint32Array(places);
  }

  copy(from: RoundsPlan): void {
    this.next.set(from.next);
    this.prev.set(from.prev);
    this.routeOf.set(from.routeOf);
    this.driving.set(from.driving);
    this.service.set(from.service);
    this.load.set(from.load);
    this.counts.set(from.counts);
    this.chosen.set(from.chosen);
    this.days.set(from.days);
    this.reward = from.reward;
    this.imposed = from.imposed;
  }

  totalDriving(): number {
    let sum = 0;
    for (let r = 0; r < this.driving.length; r++) sum += this.driving[r];
    return sum;
  }

  /** Reward less the cost of driving. */
  objective(): number {
    return this.reward - this.model.problem.minuteCost * this.totalDriving();
  }

  /** Minutes of driving that a visit of `node` right after `at` adds. */
  detour(node: number, at: number): number {
    const { minutes, nodes, places } = this.model;
    const size = places + 1;
    const before = nodes[at];
    const after = nodes[this.next[at]];
    const direct = this.next[at] === at ? 0 : minutes[before * size + after];
    return minutes[before * size + node] + minutes[node * size + after] - direct;
  }

  /** Whether a route has room for an offer at a detour. */
  fits(offer: number, route: number, detour: number): boolean {
    const { services, demands, maxMinutes, maxDriving, capacity } = this.model;
    const driving = this.driving[route] + detour;
    return (
      driving + this.service[route] + services[offer] <= maxMinutes &&
      driving <= maxDriving &&
      this.load[route] + demands[offer] <= capacity
    );
  }

  /** Says that an offer is served on a set of days; its visits are to be inserted one by one. */
  choose(offer: number, days: number): void {
    const place = this.model.nodes[offer * this.model.days];
    this.chosen[place] = offer;
    this.days[place] = days;
    this.reward += this.model.rewards[offer];
    this.imposed += this.model.isMandatory[place];
  }

  insert(offer: number, day: number, route: number, at: number, detour: number): void {
    const { model, next, prev } = this;
    const visit = offer * model.days + day;
    const after = next[at];
    next[at] = visit;
    prev[visit] = at;
    next[visit] = after;
    prev[after] = visit;
    this.routeOf[visit] = route;
    this.driving[route] += detour;
    this.service[route] += model.services[offer];
    this.load[route] += model.demands[offer];
    this.counts[route]++;
  }

  /** Takes a place out of every route. */
  remove(place: number): void {
    const { model, next, prev } = this;
    const offer = this.chosen[place];
    for (let day = 0; day < model.days; day++) {
      const visit = offer * model.days + day;
      const route = this.routeOf[visit];
      if (route < 0) continue;
      const before = prev[visit];
      next[before] = next[visit];
      prev[next[visit]] = before;
      this.routeOf[visit] = -1;
      if (--this.counts[route] === 0) {
        this.driving[route] = 0;
        this.service[route] = 0;
        this.load[route] = 0;
      } else {
        this.driving[route] -= this.detour(place, before);
        this.service[route] -= model.services[offer];
        this.load[route] -= model.demands[offer];
      }
    }
    this.chosen[place] = -1;
    this.days[place] = 0;
    this.reward -= model.rewards[offer];
    this.imposed -= model.isMandatory[place];
  }

  /** Empties routes that a removal made too long, as a table of times without some pair, or a detour that was a short cut, can. */
  mend(): void {
    const { model, next } = this;
    for (let r = 0; r < model.routes; r++) {
      const sentinel = model.visits + r;
      while (
        this.counts[r] > 0 &&
        (this.driving[r] > model.maxDriving || this.driving[r] + this.service[r] > model.maxMinutes)
      ) {
        this.remove(model.nodes[next[sentinel]]);
      }
    }
  }
}
