import { describe, expect, it } from "vitest";
import { FailureError } from "../../../src/core/failure.ts";
import { planRounds } from "../../../src/core/rounds/plan-rounds.ts";
import type { RoundsFound, RoundsProblem } from "../../../src/core/rounds/problem.ts";
import { breachOf, drawRounds, searchRounds } from "./worlds.ts";

/** Least driving of a route that serves offers in the best order, Infinity when no order keeps the limits. */
function leastDriving(problem: RoundsProblem, route: readonly number[], known: Map<string, number>): number {
  if (route.length === 0) return 0;
  const key = route.join();
  const before = known.get(key);
  if (before !== undefined) return before;
  const { offers, out, between, back, places, maxMinutes, maxDriving, capacity } = problem;
  const sum = (read: (offer: number) => number) => route.reduce((total, offer) => total + read(offer), 0);
  const service = sum((offer) => offers[offer].serviceMinutes);
  let best = Number.POSITIVE_INFINITY;
  const extend = (left: readonly number[], last: number, driving: number) => {
    if (left.length === 0) best = Math.min(best, driving + back[last]);
    for (const offer of left) {
      const { place } = offers[offer];
      const leg = last < 0 ? out[place] : between[last * places + place];
      const rest = left.filter((other) => other !== offer);
      extend(rest, place, driving + leg);
    }
  };
  extend(route, -1, 0);
  if (sum((offer) => offers[offer].demand) > capacity || best > maxDriving || best + service > maxMinutes) {
    best = Number.POSITIVE_INFINITY;
  }
  known.set(key, best);
  return best;
}

/** The best objective of all plans, each place left out unless mandatory, or served by each offer, pattern and vehicle. */
function tryAll(problem: RoundsProblem): number {
  const { days, vehicles, offers, places, minuteCost } = problem;
  const routes: number[][] = Array.from({ length: days * vehicles }, () => []);
  const known = new Map<string, number>();
  const mandatory = new Set(problem.mandatory);
  let best = mandatory.size > 0 ? Number.NEGATIVE_INFINITY : 0;
  const visit = (place: number, reward: number) => {
    if (place === places) {
      const driving = routes.reduce((sum, route) => sum + leastDriving(problem, route, known), 0);
      if (driving < Number.POSITIVE_INFINITY) best = Math.max(best, reward - minuteCost * driving);
      return;
    }
    if (!mandatory.has(place)) visit(place + 1, reward);
    offers.forEach((offer, o) => {
      if (offer.place !== place) return;
      for (const pattern of offer.patterns) put(o, pattern, 0, place, reward + offer.reward);
    });
  };
  const put = (offer: number, pattern: number, day: number, place: number, reward: number) => {
    if (day === days) return visit(place + 1, reward);
    if ((pattern & (1 << day)) === 0) return put(offer, pattern, day + 1, place, reward);
    for (let v = 0; v < vehicles; v++) {
      const route = routes[day * vehicles + v];
      route.push(offer);
      put(offer, pattern, day + 1, place, reward);
      route.pop();
    }
  };
  visit(0, 0);
  return best;
}

/** null: the request is refused. */
async function plan(problem: RoundsProblem): Promise<RoundsFound | null> {
  try {
    return await planRounds(problem, searchRounds(600));
  } catch (error) {
    if (error instanceof FailureError && error.failure.code === "bad-input") return null;
    throw error;
  }
}

async function countHits(isMetric: boolean) {
  const counts = { planned: 0, hits: 0, proven: 0 };
  for (let seed = 1; seed <= 250; seed++) {
    const problem = drawRounds(seed, isMetric);
    const found = await plan(problem);
    if (!found) continue;
    counts.planned++;
    expect([seed, breachOf(problem, found)]).toEqual([seed, null]);
    const best = tryAll(problem);
    const slack = 1e-9 * (1 + best);
    expect(found.objective).toBeLessThanOrEqual(best + slack);
    expect(found.bound).toBeGreaterThanOrEqual(best - slack);
    if (found.objective >= best - slack) counts.hits++;
    if (found.gap < 1e-6) counts.proven++;
  }
  return counts;
}

/** Some of the places, whatever they bring; also one that brings nothing. */
function withMandatory(seed: number): RoundsProblem {
  const problem = drawRounds(seed, true);
  const mandatory = Array.from({ length: problem.places }, (_, p) => p).filter((p) => (seed >> p) % 2 === 1);
  const offers = problem.offers.map((offer) => (offer.place === 0 ? { ...offer, reward: 0 } : offer));
  return { ...problem, offers, mandatory };
}

describe("rounds of worlds where every plan can be tried", () => {
  it("in the plane the best plan is found, the bound is above it, and every limit is kept", async () => {
    const { planned, hits, proven } = await countHits(true);
    expect(planned).toBeGreaterThan(200);
    expect(hits).toBe(planned);
    expect(proven).toBeGreaterThan(0.7 * planned);
  });

  it("with times of any kind, short cuts and missing pairs, limits and bounds hold and the best is rarely missed", async () => {
    const { planned, hits, proven } = await countHits(false);
    expect(planned).toBeGreaterThan(200);
    expect(hits).toBeGreaterThan(0.95 * planned);
    expect(proven).toBeGreaterThan(0.7 * planned);
  });

  it("a mandatory place is served in every plan told, and the bound is that of such plans; when no plan can, it is refused", async () => {
    const counts = { planned: 0, hits: 0, proven: 0, refused: 0 };
    for (let seed = 1; seed <= 250; seed++) {
      const problem = withMandatory(seed);
      const best = tryAll(problem);
      const search = searchRounds(600);
      const found = await planRounds(problem, search).catch((error: unknown) => error);
      if (found instanceof FailureError) {
        if (found.failure.params.rule === "imposed") {
          expect([seed, best]).toEqual([seed, Number.NEGATIVE_INFINITY]);
          counts.refused++;
        }
        continue;
      }
      const plan = found as RoundsFound;
      for (const told of [...search.told, plan]) {
        expect([seed, breachOf(problem, told)]).toEqual([seed, null]);
        for (const place of problem.mandatory ?? []) expect(told.served[place]).toBeGreaterThanOrEqual(0);
      }
      const slack = 1e-9 * (1 + Math.abs(best));
      expect(plan.objective).toBeLessThanOrEqual(best + slack);
      expect(plan.bound).toBeGreaterThanOrEqual(best - slack);
      counts.planned++;
      if (plan.objective >= best - slack) counts.hits++;
      if (plan.gap < 1e-6) counts.proven++;
    }
    expect(counts.planned).toBeGreaterThan(150);
    expect(counts.hits).toBe(counts.planned);
    expect(counts.proven).toBeGreaterThan(0.6 * counts.planned);
    expect(counts.refused).toBeGreaterThan(0);
  });
});
