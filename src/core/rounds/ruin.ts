import type { Random } from "../random.ts";
import type { RoundsPlan } from "./plan.ts";

/**
 * Takes places out of a plan: strings of routes near a place (Christiaens & Vanden Berghe 2020), the places around one, a
 * stretch of one route, or places at random.
 */
export function ruin(plan: RoundsPlan, random: Random): void {
  const { places, routes } = plan.model;
  let served = 0;
  for (let p = 0; p < places; p++) if (plan.chosen[p] >= 0) served++;
  if (served === 0) return;
  const kind = random.unit();
  const most = Math.min(served, Math.max(6, Math.min(30, Math.ceil(served * 0.35))));
  const count = 1 + random.below(most);
  if (kind < 0.4) removeStrings(plan, random, count);
  else if (kind < 0.65) removeAround(plan, random, count);
  else if (kind < 0.9) removeStretch(plan, random, random.below(routes), count);
  else removeAny(plan, random, count);
  plan.mend();
}

function removeAround(plan: RoundsPlan, random: Random, count: number): void {
  const { places, near } = plan.model;
  const seed = random.below(places);
  let left = count;
  if (plan.chosen[seed] >= 0) {
    plan.remove(seed);
    left--;
  }
  for (let k = 0; k < places - 1 && left > 0; k++) {
    const p = near[seed * (places - 1) + k];
    if (plan.chosen[p] < 0) continue;
    plan.remove(p);
    left--;
  }
}

function removeStrings(plan: RoundsPlan, random: Random, count: number): void {
  const { places, near, days, routes } = plan.model;
  const seed = random.below(places);
  const longest = 1 + random.below(10);
  const ruined = new Uint8Array(routes);
  let left = count;
  for (let k = -1; k < places - 1 && left > 0; k++) {
    const p = k < 0 ? seed : near[seed * (places - 1) + k];
    const offer = plan.chosen[p];
    if (offer < 0) continue;
    const pattern = plan.days[p];
    for (let d = 0; d < days && left > 0 && plan.chosen[p] >= 0; d++) {
      if ((pattern & (1 << d)) === 0) continue;
      const route = plan.routeOf[offer * days + d];
      if (ruined[route] === 1) continue;
      ruined[route] = 1;
      left -= removeFrom(plan, route, offer * days + d, Math.min(left, longest), random);
    }
  }
}

/** Removes a string of visits that holds `visit`; how many. */
function removeFrom(plan: RoundsPlan, route: number, visit: number, length: number, random: Random): number {
  const { model, prev, next } = plan;
  const before = random.below(length);
  let at = visit;
  for (let k = 0; k < before && prev[at] < model.visits; k++) at = prev[at];
  let removed = 0;
  while (removed < length && at < model.visits && plan.routeOf[at] === route) {
    const after = next[at];
    plan.remove(model.nodes[at]);
    removed++;
    at = after;
  }
  return removed;
}

function removeStretch(plan: RoundsPlan, random: Random, first: number, count: number): void {
  const { routes, visits } = plan.model;
  let route = first;
  for (let tried = 0; plan.counts[route] === 0 && tried < routes; tried++) route = (route + 1) % routes;
  if (plan.counts[route] === 0) return;
  let at = plan.next[visits + route];
  for (let skip = random.below(plan.counts[route]); skip > 0; skip--) at = plan.next[at];
  removeFrom(plan, route, at, Math.min(count, plan.counts[route]), random);
}

function removeAny(plan: RoundsPlan, random: Random, count: number): void {
  const { places } = plan.model;
  for (let k = 0; k < count; k++) {
    let p = random.below(places);
    for (let tried = 0; plan.chosen[p] < 0 && tried < places; tried++) p = (p + 1) % places;
    if (plan.chosen[p] < 0) return;
    plan.remove(p);
  }
}
