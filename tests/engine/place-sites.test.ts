import { beforeAll, describe, expect, it } from "vitest";
import { modelOf } from "../../src/core/access/model.ts";
import { FailureError } from "../../src/core/failure.ts";
import { dominates, isFront } from "../../src/core/placement/front.ts";
import { isPurchase } from "../../src/core/placement/place-budget.ts";
import { parseTerritory } from "../../src/core/territory.ts";
import { loadNationalFrame } from "../../src/engine/national-frame.ts";
import { placeSites } from "../../src/engine/place-sites.ts";
import type { PlaceSitesQuestion } from "../../src/engine/placement-world.ts";
import { loadReachPlaces } from "../../src/engine/reach-places.ts";
import { loadSeries } from "../../src/engine/series-columns.ts";
import { loadUnitContext } from "../../src/engine/unit-context.ts";
import { openNodePack } from "../../src/platform/node/duckdb.ts";
import { createHighsSolver } from "../../src/platform/solver/highs.ts";
import { searchFreely } from "../core/placement/worlds.ts";

const SERIES = { profession: "gp", year: 2023, ages: "all" } as const;
const QUESTION: PlaceSitesQuestion = {
  territory: parseTerritory("dep:22"),
  series: SERIES,
  model: modelOf("gp"),
  objective: "shortfall",
  threshold: 2.5,
  count: 4,
  supply: 5400,
  priority: 0,
  minutes: 15,
  practices: true,
  candidates: {
    pharmacy: false,
    franceServices: false,
    people: 0,
    minutesToPractice: 0,
    margin: 0,
    mandatory: [],
    excluded: [],
  },
};

describe("new sites in Côtes-d'Armor, on the embedded pack", () => {
  let sources = {} as Parameters<typeof placeSites>[0];
  beforeAll(async () => {
    const db = await openNodePack("data");
    const frame = await loadNationalFrame(db);
    const [series, places] = [await loadSeries(db, frame, SERIES), await loadReachPlaces(db, frame)];
    const staff = new Map([
      ["dentist", await loadSeries(db, frame, { ...SERIES, profession: "dentist" })],
      ["midwife", await loadSeries(db, frame, { ...SERIES, profession: "midwife" })],
    ] as const);
    sources = { frame, series, places, brought: null, context: await loadUnitContext(db), staff };
  });
  const ask = (change: Partial<PlaceSitesQuestion> = {}) =>
    placeSites(sources, { ...QUESTION, ...change }, searchFreely());

  it("adds to the official values, never takes from them, and the objective is what they gain under the threshold", async () => {
    const { found, units, official, after, people, today, planned, sites } = await ask();
    let gain = 0;
    units.forEach((unit, i) => {
      expect(official[i]).toBe(sources.series.values[unit]);
      expect(after[i]).toBeGreaterThanOrEqual(official[i]);
      gain += people[i] * (Math.min(2.5, after[i]) - Math.min(2.5, official[i]));
    });
    expect(Math.abs(gain / found.objective - 1)).toBeLessThan(1e-9);
    expect(found.objective).toBeGreaterThan(0);
    expect(found.bound).toBeGreaterThanOrEqual(found.objective);
    expect(found.gap).toBeLessThan(0.02);
    expect(planned.peopleUnder).toBeLessThan(today.peopleUnder);
    expect(planned.mean).toBeGreaterThan(today.mean);
    expect(planned.gini).toBeLessThan(today.gini);
    expect(planned.lowestFifth).toBeGreaterThanOrEqual(today.lowestFifth);
    expect(sites.length).toBe(4);
  });

  it("no more access is brought than supply: Σ standardised people × gain stays under 4 × 5,400 consultations", async () => {
    const { units, official, after } = await ask();
    let brought = 0;
    units.forEach((unit, i) => {
      brought += (sources.series.standardised[unit] || 0) * (after[i] - official[i]);
    });
    expect(brought).toBeGreaterThan(0.5 * 4 * 5400);
    expect(brought).toBeLessThanOrEqual(4 * 5400 * (1 + 1e-9));
  });

  it("each site's runner-up loses, and what a site is worth is no less than that loss", async () => {
    const { sites } = await ask();
    for (const { worth, runnerUp, peopleLifted } of sites) {
      expect(peopleLifted).toBeGreaterThanOrEqual(0);
      if (runnerUp === null) throw new Error("hundreds of communes, and no runner-up");
      expect(runnerUp.loss).toBeGreaterThanOrEqual(-1e-6);
      expect(worth).toBeGreaterThanOrEqual(runnerUp.loss - 1e-6);
    }
  });

  it("conditions leave fewer candidates and never a better plan; a margin leaves more", async () => {
    const rules = QUESTION.candidates;
    const free = await ask();
    const strict = await ask({ candidates: { ...rules, pharmacy: true, people: 1500 } });
    const remote = await ask({ candidates: { ...rules, minutesToPractice: 8 } });
    const wide = await ask({ candidates: { ...rules, margin: 15 } });
    const { pharmacy } = sources.places.counts;
    const at = new Map(Array.from(sources.places.units, (unit, i) => [unit, i]));
    for (const { unit } of strict.sites) expect(pharmacy[at.get(unit) ?? -1]).toBeGreaterThan(0);
    expect(strict.candidates).toBeLessThan(free.candidates);
    expect(remote.candidates).toBeLessThan(free.candidates);
    expect(wide.candidates).toBeGreaterThan(free.candidates);
    expect(strict.found.objective).toBeLessThanOrEqual(free.found.bound);
    expect(free.found.objective).toBeLessThanOrEqual(wide.found.bound);
  });

  it("mandatory and excluded communes: obeyed, and never a better plan than the free one", async () => {
    const rules = QUESTION.candidates;
    const free = await ask();
    const [best] = free.sites;
    const without = await ask({ candidates: { ...rules, excluded: [best.code] } });
    expect(without.sites.map(({ code }) => code)).not.toContain(best.code);
    expect(without.found.objective).toBeLessThanOrEqual(free.found.bound);
    const forced = await ask({ candidates: { ...rules, pharmacy: true, mandatory: ["22209"] } });
    expect(forced.sites.map(({ code }) => code)).toContain("22209");
    const both = ask({ candidates: { ...rules, mandatory: ["22209"], excluded: ["22209"] } });
    await expect(both).rejects.toMatchObject({ failure: { code: "bad-input", params: { rule: "both" } } });
    const many = ask({ count: 1, candidates: { ...rules, mandatory: ["22209", "22113"] } });
    await expect(many).rejects.toMatchObject({ failure: { params: { rule: "too-many", forced: 2, count: 1 } } });
  });

  for (const practices of [true, false]) {
    describe(practices ? "minutes, today's practices counted" : "minutes, new sites alone", () => {
      const service = { practices, candidates: { ...QUESTION.candidates, pharmacy: true } } as const;

      it("p-median: its objective is Σ people × minutes after; each site beats its runner-up", async () => {
        const { found, minutes, people, sites, today, planned } = await ask({ ...service, objective: "p-median" });
        if (minutes === null) throw new Error("no minutes");
        let sum = 0;
        minutes.after.forEach((time, r) => {
          if (!Number.isNaN(time)) sum += people[r] * time;
          if (practices && !Number.isNaN(time)) expect(time).toBeLessThanOrEqual(minutes.today[r]);
        });
        expect(Math.abs(sum / found.objective - 1)).toBeLessThan(1e-9);
        expect(found.bound).toBeLessThanOrEqual(found.objective);
        expect(sites.length).toBe(4);
        for (const { worth, runnerUp, peopleNearest } of sites) {
          expect(worth).toBeGreaterThan(0);
          expect(runnerUp?.loss ?? 0).toBeGreaterThanOrEqual(-1e-6);
          expect(peopleNearest).toBeGreaterThan(0);
        }
        if (practices) expect(planned.minutes?.mean).toBeLessThan(today.minutes?.mean ?? 0);
        else expect(today.minutes).toBeNull();
      });

      it("coverage and the farthest: objectives are those of the columns, no plan of one is better at the other", async () => {
        const near = await ask({ ...service, objective: "mclp", minutes: 8 });
        const center = await ask({ ...service, objective: "p-center", minutes: 8 });
        expect(near.planned.minutes?.peopleWithin).toBeCloseTo(near.found.objective, 3);
        expect(center.planned.minutes?.farthest.minutes).toBeCloseTo(center.found.objective, 9);
        expect(center.planned.minutes?.peopleWithin ?? 0).toBeLessThanOrEqual(near.found.bound + 1e-6);
        expect(near.planned.minutes?.farthest.minutes ?? 0).toBeGreaterThanOrEqual(center.found.bound - 1e-9);
      });

      it("set covering: everybody not set aside is within the minutes, and one site fewer leaves somebody out", async () => {
        const cover = await ask({ ...service, objective: "lscp", minutes: 20 });
        for (const time of cover.minutes?.after ?? []) if (!Number.isNaN(time)) expect(time).toBeLessThanOrEqual(20);
        expect(cover.sites.length).toBe(cover.found.objective);
        if (cover.found.gap === 0 && cover.found.objective > 1) {
          const fewer = await ask({ ...service, objective: "p-center", count: cover.found.objective - 1 });
          expect(fewer.found.objective).toBeGreaterThan(20);
        }
      });
    });
  }

  it("trade-offs: the best of each aim is its single optimum, nothing listed is beaten, values are those of the columns", async () => {
    const timed = { practices: false, candidates: { ...QUESTION.candidates, pharmacy: true } } as const;
    const { found } = await ask({ ...timed, versus: ["p-median", "p-center"] });
    if (!isFront(found)) throw new Error("no front");
    expect(found.aims).toEqual(["shortfall", "p-median", "p-center"]);
    expect(found.front.length).toBeGreaterThan(3);
    for (const [a, aim] of found.aims.entries()) {
      const alone = await ask({ ...timed, objective: aim });
      const best = found.front.find((plan) => plan.best?.aim === aim);
      const people = alone.minutes?.after.reduce((sum, time, r) => sum + (Number.isNaN(time) ? 0 : alone.people[r]), 0);
      const unit = aim === "p-median" ? (people ?? 1) : 1;
      expect(Math.abs(((best?.values[a] ?? 0) * unit) / alone.found.objective - 1)).toBeLessThan(1e-9);
      expect(best?.best?.gap).toBeCloseTo(alone.found.gap, 9);
    }
    const lower = found.front.map(({ values }) => Float64Array.of(-values[0], values[1], values[2]));
    for (const a of lower) for (const b of lower) expect(dominates(a, b)).toBe(false);
    const shown = found.front.find((plan) => plan.sites.join() === found.sites.join());
    expect(shown?.values[0]).toBe(found.objective);
    const { planned } = await ask({ ...timed, versus: ["p-center"] });
    expect(planned.minutes?.farthest.minutes).toBeGreaterThan(0);
  });

  it("several professions: the plan fills the sum of what each lacks, and says what each gains", async () => {
    const share = { fte: 1, importance: 1, cost: null };
    const staff = [
      { ...share, profession: "gp" },
      { ...share, profession: "dentist", importance: 2 },
    ] as const;
    const { found, staff: gains, sites, official, after, people } = await ask({ staff });
    if (gains === null) throw new Error("no staff");
    const [doctors, dentists] = gains;
    // What doctors gain, in parts of the threshold, from the columns of the answer; what dentists do, from the rest.
    let [filled, lack] = [0, 0];
    official.forEach((value, r) => {
      filled += (people[r] * (Math.min(2.5, after[r]) - Math.min(2.5, value))) / 2.5;
      lack += (people[r] * Math.max(0, 2.5 - value)) / 2.5;
    });
    expect(doctors.filled).toBeCloseTo(filled / lack, 9);
    expect(found.objective).toBeGreaterThan(filled);
    expect(doctors.threshold).toBe(2.5);
    expect(dentists.threshold).toBeGreaterThan(10);
    expect([doctors.planFte, doctors.sites.length]).toEqual([4, sites.length]);
    for (const { today, planned, filled: part } of gains) {
      expect(planned.peopleUnder).toBeLessThanOrEqual(today.peopleUnder);
      expect(planned.mean).toBeGreaterThan(today.mean);
      expect(part).toBeGreaterThan(0);
    }
    expect(doctors.sites.map(({ peopleLifted }) => peopleLifted)).toEqual(
      sites.map(({ peopleLifted }) => peopleLifted),
    );
    const back = await ask({ staff: [...staff].reverse() });
    expect(Math.abs(back.found.objective / found.objective - 1)).toBeLessThan(1e-3);
    expect(back.found.bound).toBeGreaterThanOrEqual(found.objective * (1 - 1e-9));
    // A profession that counts for nothing changes no plan: the one of doctors alone, its gain in parts of the threshold.
    const one = await ask({ staff: [staff[0], { ...staff[1], importance: 0 }] });
    const alone = await ask({ supply: 5400 });
    expect(one.sites.map(({ code }) => code)).toEqual(alone.sites.map(({ code }) => code));
    expect(Math.abs((one.found.objective * 2.5) / alone.found.objective - 1)).toBeLessThan(1e-9);
    expect(one.staff?.[1].filled).toBeGreaterThan(0);
    const none = ask({ staff: [{ ...staff[0], fte: 0 }] });
    await expect(none).rejects.toMatchObject({ failure: { params: { rule: "no-staff" } } });
  });

  it("a budget: never overspent, one size a commune, a larger one never gains less, proven against its marginal value", async () => {
    const budget = { total: 1000, sizes: [0.5, 1, 2].map((multiple) => ({ multiple, cost: 100 + 400 * multiple })) };
    const pharmacies = { ...QUESTION.candidates, pharmacy: true };
    const { found, sites, candidates } = await ask({ budget, candidates: pharmacies });
    if (!isPurchase(found) || found.next === null) throw new Error("no purchase");
    const spent = sites.reduce((sum, { size }) => sum + (size?.cost ?? 0), 0);
    expect(found.spent).toBe(spent);
    expect(spent).toBeLessThanOrEqual(1000);
    expect(new Set(sites.map(({ code }) => code)).size).toBe(sites.length);
    expect(candidates).toBe((await ask({ candidates: pharmacies })).candidates);
    expect(found.next.more).toBe(300);
    const more = await ask({ budget: { ...budget, total: 1300 }, candidates: pharmacies });
    expect(Math.abs(more.found.objective - found.objective - found.next.gain)).toBeLessThan(1e-4 * found.objective);
    expect(found.next.gain).toBeGreaterThanOrEqual(0);
    // The lifts of a site are linear in its size: one size, as many sites as it pays for, is the plan of that number of sites.
    const same = await ask({ budget: { total: 2500, sizes: [{ multiple: 1, cost: 500 }] }, candidates: pharmacies });
    const five = await ask({ count: 5, candidates: pharmacies });
    expect(Math.abs(same.found.objective / five.found.objective - 1)).toBeLessThan(1e-2);
    expect(same.found.bound).toBeGreaterThanOrEqual(five.found.objective * (1 - 1e-6));
    const none = ask({ budget: { ...budget, total: 100 } });
    await expect(none).rejects.toMatchObject({ failure: { params: { rule: "small-budget", least: 300 } } });
  });

  describe("sites that take so many people", () => {
    const timed = { practices: false, candidates: { ...QUESTION.candidates, pharmacy: true } } as const;
    const limit = { own: [], served: "under" } as const;
    const searching = { ...searchFreely(createHighsSolver()), timeLimit: 5 };
    let clock = 0;
    const limited = (change: Partial<PlaceSitesQuestion>) => {
      clock = performance.now();
      const seconds = () => (performance.now() - clock) / 1000;
      return placeSites(sources, { ...QUESTION, ...timed, ...change }, { ...searching, seconds });
    };

    it("everybody to be served is, nobody beyond a capacity; the objective is people × minutes of the flows", async () => {
      const { found, capacity, planned, official, people, sites } = await limited({
        objective: "p-median",
        capacity: { ...limit, people: 30_000 },
      });
      if (capacity === null) throw new Error("no capacity");
      const demand = people.reduce((sum, n, r) => sum + (official[r] < 2.5 ? n : 0), 0);
      expect(capacity.demand).toBeLessThanOrEqual(demand);
      expect(capacity.demand).toBeGreaterThan(0.99 * demand);
      expect(capacity.served).toBeCloseTo(capacity.demand, 3);
      let sum = 0;
      const loads = new Float64Array(sites.length);
      const { flows } = capacity;
      for (let r = 0; r < people.length; r++) {
        let going = 0;
        for (let k = flows.offsets[r]; k < flows.offsets[r + 1]; k++) {
          sum += flows.people[k] * flows.minutes[k];
          loads[flows.sites[k]] += flows.people[k];
          going += flows.people[k];
        }
        if (going > 0) expect(going).toBeCloseTo(people[r], 6);
      }
      expect(sum / found.objective).toBeCloseTo(1, 9);
      expect(planned.minutes?.mean).toBeCloseTo(found.objective / capacity.demand, 9);
      capacity.sites.forEach((site, k) => {
        expect(loads[k]).toBeCloseTo(site.people, 3);
        expect(site.people).toBeLessThanOrEqual(30_000 + 1e-3);
        expect(sites[k].peopleNearest).toBeCloseTo(site.people, 3);
        if (site.people < 29_999) expect(site.oneMore).toBe(0);
      });
      expect(found.bound).toBeLessThanOrEqual(found.objective);
      expect(found.gap).toBeLessThan(0.05);
    });

    it("less room never serves faster; room for all is the plan without capacities; too little is said in figures", async () => {
      const whole = { ...limit, served: "all" } as const;
      const free = await ask({ ...timed, objective: "p-median" });
      const wide = await ask({ ...timed, objective: "p-median", capacity: { ...whole, people: 1e7 } });
      expect(wide.found.objective).toBe(free.found.objective);
      expect(wide.sites.map(({ code }) => code).sort()).toEqual(free.sites.map(({ code }) => code).sort());
      expect(wide.capacity?.sites.every(({ oneMore }) => oneMore === 0)).toBe(true);
      const tight = await limited({ objective: "p-median", capacity: { ...whole, people: 170_000 } });
      expect(tight.found.objective).toBeGreaterThanOrEqual(free.found.bound);
      expect(tight.found.bound).toBeGreaterThanOrEqual(free.found.bound * (1 - 1e-9));
      const none = limited({ objective: "p-median", capacity: { ...whole, people: 1_000 } });
      await expect(none).rejects.toMatchObject({
        failure: { params: { rule: "capacity", count: 4, capacity: 4_000, missing: expect.any(Number) } },
      });
    });

    it("coverage counts those with a place alone, and says who is left out and why; a site may take its own number", async () => {
      const near = { objective: "mclp", minutes: 8 } as const;
      const free = await ask({ ...timed, ...near });
      const { found, capacity } = await limited({ ...near, capacity: { ...limit, served: "all", people: 5_000 } });
      if (capacity === null) throw new Error("no capacity");
      expect(found.objective).toBe(20_000);
      expect(found.objective).toBeLessThan(free.found.objective);
      expect(capacity.served).toBeCloseTo(20_000, 3);
      expect(capacity.left.full).toBeGreaterThan(0);
      expect(capacity.served + capacity.left.full + capacity.left.beyond).toBeCloseTo(capacity.demand, 3);
      for (const { oneMore, people } of capacity.sites) expect([oneMore, people]).toEqual([1, 5_000]);
      const [best] = free.sites;
      const own = { code: best.code, people: 9_000 };
      const more = await limited({ ...near, capacity: { people: 5_000, served: "all", own: [own] } });
      expect(more.found.objective).toBe(24_000);
    });

    it("beside today's places of practice, which take whom the new sites cannot", async () => {
      const { found, capacity, planned, today } = await limited({
        objective: "p-median",
        practices: true,
        capacity: { ...limit, served: "all", people: 800 },
      });
      if (capacity === null) throw new Error("no capacity");
      expect(capacity.served).toBeLessThanOrEqual(4 * 800 + 1e-3);
      expect(capacity.served).toBeGreaterThan(0);
      expect(planned.minutes?.mean).toBeLessThan(today.minutes?.mean ?? 0);
      expect(found.objective).toBeGreaterThan(0);
    });
  });

  it("set covering out of everybody's reach is said with the commune's name", async () => {
    const none = ask({ objective: "lscp", minutes: 0, practices: false });
    const strict = ask({
      objective: "lscp",
      minutes: 1,
      practices: false,
      candidates: { ...QUESTION.candidates, pharmacy: true },
    });
    await expect(strict).rejects.toMatchObject({ failure: { params: { rule: "out-of-reach", within: 1 } } });
    // Every commune may receive one: a site in each, but on the island of Bréhat, set aside.
    const { sites, units, aside } = await none;
    expect(aside.names).toEqual(["Île-de-Bréhat"]);
    expect(sites.length).toBe(units.length - 1);
  });

  it("says when no commune meets the conditions", async () => {
    const none = ask({ candidates: { ...QUESTION.candidates, people: 1e9 } });
    await expect(none).rejects.toBeInstanceOf(FailureError);
  });
});
