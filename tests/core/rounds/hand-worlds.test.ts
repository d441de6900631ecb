import { describe, expect, it } from "vitest";
import { FailureError } from "../../../src/core/failure.ts";
import { buildRoundsModel } from "../../../src/core/rounds/model.ts";
import { planRounds } from "../../../src/core/rounds/plan-rounds.ts";
import type { RoundsProblem } from "../../../src/core/rounds/problem.ts";
import { allDays, patternsOf } from "../../../src/core/rounds/rhythm.ts";
import { boundByTime } from "../../../src/core/rounds/time-bound.ts";
import { roadOf, searchRounds } from "./worlds.ts";

const FOUR_WEEKS = { days: 20, daysPerWeek: 5 };

describe("rounds worked out by hand", () => {
  // Stops at 10, 20 and −15 km. All three: 20 there, 35 across, 15 home = 70 min of road and 30 of service, 100 in all.
  const three = [
    [10, 8, 10],
    [20, 9, 10],
    [-15, 10, 10],
  ] as const;

  it("a day that has room serves all, in the order of the road", async () => {
    const found = await planRounds(roadOf(three, { maxMinutes: 100 }), searchRounds());
    expect([found.reward, found.bound, found.gap]).toEqual([27, 27, 0]);
    const [route] = found.routes;
    expect([found.routes.length, route.minutes, route.drivingMinutes]).toEqual([1, 100, 70]);
  });

  it("a minute less: 10 and 20 km bring 17 in 60 min, 10 and −15 bring 18 in 70; 20 and −15 bring 19 in 90", async () => {
    const best = async (maxMinutes: number) => {
      const found = await planRounds(roadOf(three, { maxMinutes }), searchRounds());
      return [found.reward, found.bound];
    };
    expect(await best(99)).toEqual([19, 19]);
    expect(await best(89)).toEqual([18, 18]);
    expect(await best(69)).toEqual([17, 17]);
  });

  it("by the clock instead of a number of plans, the time is shared with the bound", async () => {
    const problem = roadOf(three, { maxMinutes: 89 });
    let now = 0;
    const seconds = () => {
      now += 0.001;
      return now;
    };
    const found = await planRounds(problem, { ...searchRounds(Number.POSITIVE_INFINITY), seconds, timeLimit: 2 });
    // By the minutes alone: 89 − (10 + 10) − (10 + 10) leave 49, and −15 takes 25: all 27.
    expect(boundByTime(buildRoundsModel(problem))).toBe(27);
    expect([found.reward, found.bound]).toEqual([18, 18]);
  });

  it("the driving limit and the capacity of a day choose too", async () => {
    // 70 min of driving are too many; 50 (10 and −15 km) are not: 18. With 40 there is the road to 20 km and back alone: 17.
    const driving = await planRounds(roadOf(three, { maxMinutes: 100, maxDriving: 50 }), searchRounds());
    expect([driving.reward, driving.drivingMinutes]).toEqual([18, 50]);
    expect((await planRounds(roadOf(three, { maxMinutes: 100, maxDriving: 40 }), searchRounds())).reward).toBe(17);
    const world = roadOf(three, { maxMinutes: 100, capacity: 5 });
    const full = { ...world, offers: world.offers.map((offer) => ({ ...offer, demand: 3 })) };
    expect((await planRounds(full, searchRounds())).reward).toBe(10);
  });

  it("of equal rewards, less driving wins; a cost per minute weighs them", async () => {
    // Either stop fits the day, not both: the nearer is served.
    const twins = [
      [10, 5, 30],
      [-12, 5, 30],
    ] as const;
    expect((await planRounds(roadOf(twins), searchRounds())).drivingMinutes).toBe(20);
    // 20 min of road at 0.3 cost 6, more than the 5 they bring: staying at home is best.
    const dear = await planRounds(roadOf(twins, { minuteCost: 0.3 }), searchRounds());
    expect([dear.objective, dear.bound, dear.routes]).toEqual([0, 0, []]);
  });

  it("a weekly stop takes the same weekday every week, beside a fortnightly and a monthly one", async () => {
    // Four weeks of one working day, 60 min: a (20 km there and back, 25 min) weekly = 45 each day. b and c do not fit beside it.
    const period = { days: 4, daysPerWeek: 1 };
    const patterns = (rhythm: "weekly" | "fortnightly" | "monthly") => patternsOf(rhythm, period, allDays(4), "x");
    const world = roadOf(
      [
        [10, 30, 25],
        [-12, 20, 30],
        [-20, 9, 20],
      ],
      { days: 4 },
    );
    const offers = world.offers.map((offer, k) => ({
      ...offer,
      patterns: patterns((["weekly", "fortnightly", "monthly"] as const)[k]),
    }));
    const found = await planRounds({ ...world, offers }, searchRounds());
    // In fractions all of b and c and a quarter of a fill the days: a + b/2 + c/4 = 1, 7.5 + 20 + 9 = 36.5, which whole rewards round.
    expect([found.reward, found.bound, found.routes.length]).toEqual([30, 36, 4]);
    // Without a: b on two days, c on another.
    const others = await planRounds({ ...world, offers: offers.slice(1) }, searchRounds());
    expect([others.reward, others.routes.length]).toEqual([29, 3]);
    const [first, second] = others.routes.filter(({ visits }) => visits[0].place === 1).map(({ day }) => day);
    expect(second - first).toBe(2);
  });

  it("rhythms of a period", () => {
    expect(patternsOf("weekly", FOUR_WEEKS, allDays(20), "x").length).toBe(5);
    expect(patternsOf("fortnightly", FOUR_WEEKS, allDays(20), "x").length).toBe(10);
    expect(patternsOf("monthly", FOUR_WEEKS, allDays(20), "x").length).toBe(20);
    // Mondays alone, two of four weeks: days 0 and 10, or 5 and 15.
    const mondays = 1 | (1 << 5) | (1 << 10) | (1 << 15);
    const masks = patternsOf("fortnightly", FOUR_WEEKS, mondays, "x");
    expect([...masks]).toEqual([1 | (1 << 10), (1 << 5) | (1 << 15)]);
    // Any 2 of 4 days: 6 ways.
    expect(patternsOf(2, { days: 4, daysPerWeek: 5 }, allDays(4), "x").length).toBe(6);
  });
});

describe("requests that no plan can meet", () => {
  async function complaint(change: Partial<RoundsProblem>): Promise<unknown> {
    const problem = roadOf([[10, 5, 10]], { nameOf: () => "Ernée", ...change });
    const refused = await planRounds(problem, searchRounds()).then(
      () => null,
      (error: unknown) => error,
    );
    if (!(refused instanceof FailureError)) throw new Error(`not refused: ${refused}`);
    return refused.failure.params.constraint;
  }

  it("say which constraint", async () => {
    expect(await complaint({ vehicles: 0 })).toBe(
      "rounds need a vehicle: the number of vehicles must be 1, 2, …, not 0",
    );
    expect(await complaint({ days: 32 })).toBe("the number of days must be 1 … 31, not 32");
    expect(await complaint({ maxMinutes: 29 })).toBe(
      "stop Ernée: 20 min there and back and 10 of service, further than a day of 29 min",
    );
    expect(await complaint({ maxDriving: 15 })).toBe(
      "stop Ernée: 20 min there and back, more than the driving limit of 15",
    );
    expect(await complaint({ out: Float64Array.of(Number.POSITIVE_INFINITY) })).toBe(
      "stop Ernée: no way there and back from the depot in the table of times",
    );
  });

  it("and so do rhythms", () => {
    const say = (...args: Parameters<typeof patternsOf>) => {
      try {
        return patternsOf(...args).length;
      } catch (error) {
        return error instanceof FailureError ? error.failure.params.constraint : error;
      }
    };
    expect(say(6, { days: 5, daysPerWeek: 5 }, allDays(5), "A")).toBe(
      "stop A: a frequency of 6 visits, more than the 5 days",
    );
    expect(say(2, { days: 5, daysPerWeek: 5 }, 1, "A")).toBe(
      "stop A: a frequency of 2 visits, more than its 1 allowed days",
    );
    expect(say("fortnightly", { days: 5, daysPerWeek: 5 }, 31, "A")).toBe(
      "stop A: a fortnightly rhythm needs whole periods of 2 weeks of 5 days, not 5 days",
    );
    expect(say("weekly", FOUR_WEEKS, 1, "A")).toBe("stop A: no weekday is allowed in each week of a weekly rhythm");
    expect(say(10, FOUR_WEEKS, allDays(20), "A")).toContain("184756 ways of choosing 10 days among 20");
  });
});
