import { describe, expect, it } from "vitest";
import { buildCapacityModel } from "../../../src/core/placement/capacity-model.ts";
import { bestAddition } from "../../../src/core/placement/exchange-capacity.ts";
import { placeWithCapacity } from "../../../src/core/placement/place-capacity.ts";
import { placeCoverage } from "../../../src/core/placement/place-coverage.ts";
import { placeMedian } from "../../../src/core/placement/place-median.ts";
import type { PlacementProblem } from "../../../src/core/placement/problem.ts";
import { Transport } from "../../../src/core/placement/transport.ts";
import { Random } from "../../../src/core/random.ts";
import { createHighsSolver } from "../../../src/platform/solver/highs.ts";
import { NO_RULES } from "./dense-rows.ts";
import { type DrawnWorld, drawWorld, everyPlan, rowsOf, searchFreely } from "./worlds.ts";

const highs = createHighsSolver();

/** Least Σ cost × people, those nobody takes at `cap` each, and how many these are; by linear programming. */
async function assignByProgram(
  world: PlacementProblem,
  plan: readonly number[],
  capacities: Float64Array,
  cap: number,
  radius = Number.POSITIVE_INFINITY,
) {
  const open = [...new Set([...plan, ...world.existing])];
  const { rows, weights } = world;
  const pairs: { row: number; site: number; cost: number }[] = [];
  for (let i = 0; i < rows.demands; i++) {
    for (let k = rows.offsets[i]; k < rows.offsets[i + 1]; k++) {
      if (open.includes(rows.targets[k]) && rows.costs[k] <= radius)
        pairs.push({ row: i, site: rows.targets[k], cost: rows.costs[k] });
    }
    pairs.push({ row: i, site: -1, cost: cap });
  }
  const starts = [0];
  const indices: number[] = [];
  const [low, high]: number[][] = [[], []];
  const add = (columns: readonly number[], least: number, most: number) => {
    indices.push(...columns);
    starts.push(indices.length);
    low.push(least);
    high.push(most);
  };
  for (let i = 0; i < rows.demands; i++)
    add(
      [...pairs.keys()].filter((k) => pairs[k].row === i),
      weights[i],
      weights[i],
    );
  for (const j of open)
    add(
      [...pairs.keys()].filter((k) => pairs[k].site === j),
      0,
      capacities[j],
    );
  const outcome = await highs.solve(
    {
      maximise: false,
      costs: Float64Array.from(pairs, ({ cost }) => cost),
      upper: new Float64Array(pairs.length).fill(Number.POSITIVE_INFINITY),
      integer: new Uint8Array(pairs.length),
      starts: Int32Array.from(starts),
      indices: Int32Array.from(indices),
      values: new Float64Array(indices.length).fill(1),
      rowLower: Float64Array.from(low),
      rowUpper: Float64Array.from(high),
    },
    { timeLimit: Number.POSITIVE_INFINITY, start: null, stopped: () => false },
  );
  const values = outcome.values ?? new Float64Array(pairs.length);
  const left = pairs.reduce((sum, { site }, k) => sum + (site < 0 ? values[k] : 0), 0);
  return { cost: pairs.reduce((sum, { cost }, k) => sum + cost * values[k], 0), left };
}

interface LimitedWorld extends DrawnWorld {
  readonly capacities: Float64Array;
}

/** A small world whose candidates take some of its people: at times too few, at times more than enough. */
function drawLimited(seed: number): LimitedWorld {
  const world = drawWorld(seed);
  const random = new Random(seed + 1e6);
  const total = world.weights.reduce((sum, weight) => sum + weight, 0);
  const each = (total / world.count) * (0.6 + random.unit());
  const capacities = Float64Array.from({ length: world.rows.candidates }, () =>
    random.below(8) === 0 ? Number.POSITIVE_INFINITY : Math.round(each * (0.5 + random.unit())),
  );
  return { ...world, capacities };
}

/** Costs dearer than any chain of reassignments, as the kernel's own. */
const CAP = 1e6;

describe("who goes where within capacities", () => {
  it("costs what linear programming finds, and its prices prove it", async () => {
    let tight = 0;
    for (let seed = 1; seed <= 150; seed++) {
      const world = drawLimited(seed);
      const model = buildCapacityModel(world, { capacities: world.capacities, radius: null }, world.count);
      const priced = { ...model, caps: model.caps.map(() => CAP) };
      const transport = new Transport(priced);
      let tried = 0;
      for (const plan of everyPlan(world, world.count)) {
        if (tried++ === 3) break;
        const open = [...new Set([...plan, ...world.existing])].map((j) => model.ids.indexOf(j));
        const cost = transport.solve(open);
        const { cost: least, left } = await assignByProgram(world, plan, world.capacities, CAP);
        expect(Math.abs(cost - least)).toBeLessThanOrEqual(1e-7 * Math.max(1, least));
        expect(Math.abs(transport.left - left)).toBeLessThanOrEqual(1e-6 * Math.max(1, left));
        expect(Math.abs(transport.dualValue() - cost)).toBeLessThanOrEqual(1e-9 * Math.max(1, cost));
        open.forEach((j) => {
          const s = transport.open.indexOf(j);
          expect(transport.loads[s]).toBeLessThanOrEqual(priced.capacities[j] + 1e-6);
          if (transport.worth[s] > 0) tight++;
        });
      }
    }
    expect(tight).toBeGreaterThan(50);
  });

  it("the best site to add is the best of all, though most are ruled out by their bound", () => {
    for (let seed = 1; seed <= 100; seed++) {
      const world = drawLimited(seed);
      const model = buildCapacityModel(world, { capacities: world.capacities, radius: null }, world.count);
      const transport = new Transport(model);
      const others = Array.from(model.ids.keys()).slice(0, Math.max(0, Math.min(2, model.sites - 1)));
      const costs = Array.from(model.ids.keys())
        .filter((j) => !others.includes(j))
        .map((j) => transport.solve([...others, j]));
      const found = bestAddition(transport, others, Number.POSITIVE_INFINITY);
      if (costs.length > 0) expect(found?.cost).toBeCloseTo(Math.min(...costs), 6);
    }
  });
});

describe("sites within capacities, worlds by hand", () => {
  // A road: A (10 people) at 0, B (20) at 1, C (30) at 2, D (40) at 10.
  const at = [0, 1, 2, 10];
  const road: PlacementProblem = {
    rows: rowsOf(
      at.flatMap((x, i) => at.map((y, j) => [i, j, Math.abs(x - y)])),
      4,
      4,
    ),
    weights: Float64Array.of(10, 20, 30, 40),
    ...NO_RULES,
  };
  const ask = (capacities: readonly number[], count: number, radius: number | null = null) =>
    placeWithCapacity(road, { capacities: Float64Array.from(capacities), radius }, count, searchFreely(highs));

  it("a full site sends on whom it costs least to send", async () => {
    // Two sites without limit: B and D, A 10·1 + C 30·1 = 40, or C and D: 20 + 20 = 40. With 50 places each:
    // C and D: A, B and C are 60 people; D has 10 places left. Sending 10 of C to D costs 10·8 more: 20 + 20 + 80 = 120.
    // B and D: 10 of C go to D, 8 − 1 = 7 dearer: 40 + 70 = 110. A and D: B 20·1, C 20·2 and 10·8: 140.
    const found = await ask([50, 50, 50, 50], 2);
    expect([found.objective, [...found.sites], found.gap]).toEqual([110, [1, 3], 0]);
    expect((await ask([60, 60, 60, 60], 2)).objective).toBe(40);
  });

  it("counts people within the minutes and within the capacity", async () => {
    // One site within 1: B covers A, B, C (60), D alone 40. With 35 places at B and 40 elsewhere: C covers B and C, 50, takes 40.
    expect((await ask([99, 99, 99, 99], 1, 1)).objective).toBe(60);
    const found = await ask([40, 35, 40, 40], 1, 1);
    expect([found.objective, found.gap]).toEqual([40, 0]);
    expect((await ask([10, 10, 10, 10], 3, 1)).objective).toBe(30);
  });

  it("says how many places are missing", async () => {
    await expect(ask([20, 30, 40, 10], 2)).rejects.toMatchObject({
      failure: { code: "bad-input", params: { rule: "capacity", count: 2, capacity: 70, demand: 100, missing: 30 } },
    });
  });

  it("room enough, but not in reach: said too", async () => {
    // D reaches only itself; the others only A, B and C: 60 people for 50 places.
    const parted = at
      .flatMap((x, i) => at.map((y, j) => [i, j, Math.abs(x - y)]))
      .filter(([i, j]) => (i === 3) === (j === 3));
    const problem = { ...road, rows: rowsOf(parted, 4, 4) };
    const request = { capacities: Float64Array.of(50, 50, 50, 90), radius: null };
    await expect(placeWithCapacity(problem, request, 2, searchFreely(highs))).rejects.toMatchObject({
      failure: { code: "bad-input", params: { rule: "no-capacity" } },
    });
    expect((await placeWithCapacity(problem, request, 3, searchFreely(highs))).objective).toBeGreaterThan(0);
  });
});

describe("sites within capacities, every plan tried", () => {
  it("is the best plan, within the capacities, and never beats its bound: everybody served", async () => {
    let [found, none] = [0, 0];
    for (let seed = 1; seed <= 120; seed++) {
      const world = drawLimited(seed);
      let best = Number.POSITIVE_INFINITY;
      for (const plan of everyPlan(world, world.count)) {
        const { cost, left } = await assignByProgram(world, plan, world.capacities, CAP);
        if (left < 1e-6) best = Math.min(best, cost);
      }
      const request = { capacities: world.capacities, radius: null };
      const asked = placeWithCapacity(world, request, world.count, searchFreely(highs));
      if (best === Number.POSITIVE_INFINITY) {
        await expect(asked).rejects.toMatchObject({ failure: { code: "bad-input" } });
        none++;
        continue;
      }
      const { objective, bound } = await asked;
      expect(Math.abs(objective - best)).toBeLessThanOrEqual(1e-6 * Math.max(1, best));
      expect(bound).toBeLessThanOrEqual(best + 1e-6 * Math.max(1, best));
      expect(bound).toBeGreaterThanOrEqual(best - 1e-5 * Math.max(1, best));
      const alone = await placeWithCapacity(world, request, world.count, searchFreely()).catch(() => null);
      if (alone) {
        expect(alone.objective).toBeGreaterThanOrEqual(best - 1e-6 * Math.max(1, best));
        expect(alone.bound).toBeLessThanOrEqual(best + 1e-6 * Math.max(1, best));
      }
      found++;
    }
    expect(found).toBeGreaterThan(30);
    expect(none).toBeGreaterThan(10);
  });

  it("is the best plan, within the capacities, and never beats its bound: most people covered", async () => {
    for (let seed = 1; seed <= 120; seed++) {
      const world = drawLimited(seed);
      const total = world.weights.reduce((sum, weight) => sum + weight, 0);
      let most = 0;
      for (const plan of everyPlan(world, world.count)) {
        const { left } = await assignByProgram(world, plan, world.capacities, CAP, world.radius);
        most = Math.max(most, total - left);
      }
      const request = { capacities: world.capacities, radius: world.radius };
      const { objective, bound } = await placeWithCapacity(world, request, world.count, searchFreely(highs));
      expect(Math.abs(objective - most)).toBeLessThanOrEqual(1e-6 * Math.max(1, most));
      expect(bound).toBeGreaterThanOrEqual(most - 1e-6 * Math.max(1, most));
      expect(bound).toBeLessThanOrEqual(most + 1e-5 * Math.max(1, most));
      const alone = await placeWithCapacity(world, request, world.count, searchFreely());
      expect(alone.objective).toBeLessThanOrEqual(most + 1e-6 * Math.max(1, most));
      expect(alone.bound).toBeGreaterThanOrEqual(most - 1e-6 * Math.max(1, most));
    }
  });
});

describe("sites within capacities, laws of towns too large to try every plan", () => {
  function drawTown(seed: number): PlacementProblem {
    const random = new Random(seed);
    const points = Array.from({ length: 40 }, () => [random.below(100), random.below(100)]);
    const pairs = points.flatMap(([x, y], i) =>
      points.slice(0, 15).map(([u, v], j) => [i, j, Math.hypot(x - u, y - v)] as const),
    );
    const weights = Float64Array.from(points, () => random.below(500));
    return { rows: rowsOf(pairs, 40, 15), weights, ...NO_RULES };
  }
  const all = (capacity: number) => new Float64Array(15).fill(capacity);

  it("room for everybody everywhere changes nothing, bit for bit; less room never costs less nor covers more", async () => {
    for (let seed = 1; seed <= 12; seed++) {
      const town = drawTown(seed);
      const total = town.weights.reduce((sum, weight) => sum + weight, 0);
      const median = await placeMedian(town, 4, searchFreely(highs));
      const coverage = await placeCoverage(town, 4, 20, searchFreely(highs));
      // One place short of everybody: the code of capacities runs, and they never bind.
      for (const capacity of [Number.POSITIVE_INFINITY, total, total - 1]) {
        const free = await placeWithCapacity(town, { capacities: all(capacity), radius: null }, 4, searchFreely(highs));
        expect(free.objective).toBe(median.objective);
        const within = await placeWithCapacity(town, { capacities: all(capacity), radius: 20 }, 4, searchFreely(highs));
        expect(within.objective).toBe(coverage.objective);
      }
      let [dearer, fewer] = [median.objective, coverage.objective];
      for (const part of [0.4, 0.33, 0.28, 0.26]) {
        const request = { capacities: all(Math.ceil(total * part)) };
        const cost = await placeWithCapacity(town, { ...request, radius: null }, 4, searchFreely(highs));
        expect(cost.gap).toBeLessThan(1e-6);
        expect(cost.objective).toBeGreaterThanOrEqual(dearer * (1 - 1e-9));
        dearer = cost.objective;
        const people = await placeWithCapacity(town, { ...request, radius: 20 }, 4, searchFreely(highs));
        expect(people.objective).toBeLessThanOrEqual(fewer * (1 + 1e-9));
        fewer = people.objective;
      }
      expect(dearer).toBeGreaterThan(median.objective);
    }
  });

  it("what is told on the way only gets better; given up, the best plan stays between its cost and the bound", async () => {
    const town = drawTown(3);
    const capacities = all(Math.ceil(town.weights.reduce((sum, weight) => sum + weight, 0) * 0.27));
    const whole = searchFreely(highs);
    const best = await placeWithCapacity(town, { capacities, radius: null }, 4, whole);
    whole.told.slice(1).forEach((later, k) => {
      expect(later.objective).toBeLessThanOrEqual(whole.told[k].objective);
      expect(later.bound).toBeGreaterThanOrEqual(whole.told[k].bound);
    });
    for (const pauses of [1, 5, 20, 40]) {
      const signal = { aborted: false };
      let left = pauses;
      const pause = async () => {
        if (--left <= 0) signal.aborted = true;
      };
      const search = { ...searchFreely(highs), run: { signal, progress: () => undefined, pause } };
      const found = await placeWithCapacity(town, { capacities, radius: null }, 4, search).catch(() => null);
      if (!found) continue;
      expect(found.objective).toBeGreaterThanOrEqual(best.objective * (1 - 1e-9));
      expect(found.bound).toBeLessThanOrEqual(best.objective * (1 + 1e-9));
    }
  });
});

describe("sites within capacities, against scipy", () => {
  // scipy 1.17.1 `milp`, the same formulation written apart (x_ij ≤ y_j, Σ w·x ≤ K·y), relative gap 0.
  const at = Array.from({ length: 60 }, (_, i) => [(37 * i * i + 11 * i) % 101, (17 * i * i + 53 * i) % 97]);
  const pairs = at.flatMap(([x, y], i) =>
    at.slice(0, 20).map(([u, v], j) => [i, j, Math.abs(x - u) + Math.abs(y - v)] as const),
  );
  const weights = Float64Array.from(at, (_, i) => ((91 * i) % 250) + 1);
  const problem = { rows: rowsOf(pairs, 60, 20), weights, ...NO_RULES };
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  for (const [part, radius, expected] of [
    [0.3, null, 136_279],
    [0.24, null, 136_539],
    [0.21, null, 142_517],
    [0.3, 18, 3_857],
    [0.11, 18, 3_602],
    [0.1, 18, 3_337],
  ] as const) {
    it(`5 of 20 sites that take ${part} of 6,880 people${radius === null ? "" : `, within ${radius}`}: ${expected}`, async () => {
      const capacities = new Float64Array(20).fill(Math.ceil(total * part));
      const found = await placeWithCapacity(problem, { capacities, radius }, 5, searchFreely(highs));
      expect([total, found.objective, found.bound]).toEqual([6_880, expected, expected]);
    });
  }
});
