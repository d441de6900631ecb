import { describe, expect, it } from "vitest";
import { Random } from "../../../src/core/random.ts";
import { buildRoundsModel } from "../../../src/core/rounds/model.ts";
import { planRounds } from "../../../src/core/rounds/plan-rounds.ts";
import { RoundsSearching } from "../../../src/core/rounds/search-rounds.ts";
import { timetableOf } from "../../../src/core/rounds/timetable.ts";
import { hasRounds, loadPeriodic, loadTeam, ROUNDS } from "./oracles.ts";
import { breachOf, searchRounds } from "./worlds.ts";

// biome-ignore lint/suspicious/noConsole: a check that did not run must be seen
if (!hasRounds) console.warn(`REFERENCES NOT RUN: no instances of rounds in ${ROUNDS}`);

describe.skipIf(!hasRounds)("periodic vehicle routing (Cordeau, Gendreau & Laporte 1997)", () => {
  it.each(["p01", "p02", "p14", "p20", "pr01", "pr10"])(
    "the solution shipped with %s is one of ours, at its cost",
    (name) => {
      const { problem, best, routes } = loadPeriodic(name);
      const visits = new Map<number, number>();
      let driving = 0;
      for (const { day, places } of routes) {
        let [road, service, load] = [problem.out[places[0]] + problem.back[places[places.length - 1]], 0, 0];
        places.forEach((place, k) => {
          if (k > 0) road += problem.between[places[k - 1] * problem.places + place];
          service += problem.offers[place].serviceMinutes;
          load += problem.offers[place].demand;
          visits.set(place, (visits.get(place) ?? 0) | (1 << day));
        });
        driving += road;
        expect(road + service).toBeLessThanOrEqual(problem.maxMinutes + 0.01);
        expect(load).toBeLessThanOrEqual(problem.capacity);
      }
      for (const { patterns, place } of problem.offers) {
        // p01 has a customer on the depot that fills a vehicle; no shipped route calls there.
        if (problem.out[place] > 0) expect([...patterns]).toContain(visits.get(place));
      }
      // Shipped to two decimals, routes rounded one by one.
      expect(Math.abs(driving - best)).toBeLessThan(0.011);
    },
  );

  it.each(["p01", "p14", "pr01"])("%s: every customer served, within 2 % of the shipped cost", (name) => {
    const { problem, best } = loadPeriodic(name);
    const searching = new RoundsSearching(buildRoundsModel(problem), new Random(1), 12_000);
    for (let n = 0; n < 12_000; n++) searching.step();
    expect(searching.best.chosen.every((offer) => offer >= 0)).toBe(true);
    const routes = timetableOf(searching.best);
    const driving = routes.reduce((sum, route) => sum + route.drivingMinutes, 0);
    expect(driving).toBeLessThan(best * 1.02);
    for (const { minutes, load } of routes) {
      expect(minutes).toBeLessThanOrEqual(problem.maxMinutes + 1e-6);
      expect(load).toBeLessThanOrEqual(problem.capacity);
    }
  });
});

describe.skipIf(!hasRounds)("team orienteering (Chao, Golden & Wasil 1996), which is shipped without values", () => {
  it.each(["Set_21_234/p2.2.e", "Set_21_234/p2.3.k", "Set_32_234/p1.4.h", "Set_33_234/p3.4.e"])(
    "%s: a plan that keeps its limits, another seed's under its bound",
    async (file) => {
      const problem = loadTeam(`${ROUNDS}top-chao/TOP_Inst/${file}.txt`);
      const [one, two] = [
        await planRounds(problem, searchRounds(1500)),
        await planRounds(problem, searchRounds(1500, 2)),
      ];
      expect(breachOf(problem, one)).toBe(null);
      expect(one.reward).toBeGreaterThan(0);
      expect(two.reward).toBeLessThanOrEqual(one.bound);
      expect(one.reward).toBeLessThanOrEqual(two.bound);
      expect(one.gap).toBeLessThan(0.2);
    },
  );
});
