import { describe, expect, it } from "vitest";
import { euclideanRows } from "../../../src/core/placement/euclidean-rows.ts";
import { placeCenter } from "../../../src/core/placement/place-center.ts";
import { placeCover } from "../../../src/core/placement/place-cover.ts";
import { placeCoverage } from "../../../src/core/placement/place-coverage.ts";
import { placeMedian } from "../../../src/core/placement/place-median.ts";
import { placeShortfall } from "../../../src/core/placement/place-shortfall.ts";
import { assignDemand } from "../../../src/core/placement/plan-values.ts";
import type { PlacementProblem } from "../../../src/core/placement/problem.ts";
import { weighDeprived } from "../../../src/core/placement/shortfall.ts";
import { NO_RULES } from "./dense-rows.ts";
import { rowsOf, searchFreely } from "./worlds.ts";

const ALL = { decimals: 2, within: Number.POSITIVE_INFINITY, mostPairs: 1e6 };

/** A road with five villages at kilometres 0, 1, 2, 10, 11, of 10, 20, 30, 40, 5 people. */
function road(): PlacementProblem {
  const points = { x: Float64Array.of(0, 1, 2, 10, 11), y: new Float64Array(5) };
  return { rows: euclideanRows(points, points, ALL), weights: Float64Array.of(10, 20, 30, 40, 5), ...NO_RULES };
}

describe("five villages along a road", () => {
  it("one median: at 2, 10·2 + 20·1 + 0 + 40·8 + 5·9 = 405; at 10 it would be 100 + 180 + 240 + 0 + 5 = 525", async () => {
    const found = await placeMedian(road(), 1, searchFreely());
    expect([found.objective, found.bound, [...found.sites]]).toEqual([405, 405, [2]]);
  });

  it("two medians: at 2 and 10, 20 + 20 + 5 = 45; at 1 and 10, 10 + 30 + 5 = 45 too", async () => {
    const found = await placeMedian(road(), 2, searchFreely());
    expect(found.objective).toBe(45);
    expect([
      [1, 3],
      [2, 3],
    ]).toContainEqual([...found.sites]);
  });

  it("an existing site at 10 serves without being chosen: one more at 1 or 2", async () => {
    const problem = { ...road(), existing: [3] };
    const found = await placeMedian(problem, 1, searchFreely());
    expect([found.objective, found.sites.length]).toEqual([45, 1]);
    expect([...assignDemand(problem, found.sites).sites].slice(3)).toEqual([3, 3]);
  });

  it("a mandatory site at 0 counts: with 10, 0 + 20 + 60 + 0 + 5 = 85", async () => {
    const found = await placeMedian({ ...road(), mandatory: [0] }, 2, searchFreely());
    expect([found.objective, [...found.sites]]).toEqual([85, [0, 3]]);
  });

  it("without 1 and 2, one median: at 10, 525; at 0, 20 + 60 + 400 + 55 = 535", async () => {
    const found = await placeMedian({ ...road(), excluded: [1, 2] }, 1, searchFreely());
    expect([found.objective, [...found.sites]]).toEqual([525, [3]]);
  });

  it("one site covers within 1 km: at 1, 10 + 20 + 30 = 60, limit included; within 0.99 km, the 40 people of km 10", async () => {
    const wide = await placeCoverage(road(), 1, 1, searchFreely());
    expect([wide.objective, wide.bound, [...wide.sites]]).toEqual([60, 60, [1]]);
    const narrow = await placeCoverage(road(), 1, 0.99, searchFreely());
    expect([narrow.objective, narrow.bound, [...narrow.sites]]).toEqual([40, 40, [3]]);
  });

  it("everybody within 1 km: two sites, at 1 and at 10 or 11; within 0.5 km: all five", async () => {
    const one = await placeCover(road(), 1, searchFreely());
    expect([one.objective, one.bound]).toEqual([2, 2]);
    expect((await placeCover(road(), 0.5, searchFreely())).objective).toBe(5);
  });

  it("one centre: at 2 the furthest is 9 away, at 10 it is 10; two centres: 1", async () => {
    expect((await placeCenter(road(), 1, searchFreely())).objective).toBe(9);
    expect((await placeCenter(road(), 2, searchFreely())).objective).toBe(1);
  });
});

describe("distances rounded half up", () => {
  it("√2 to 1.41 with two decimals, 2.5 to 3 with none, 1.4142… as it is", () => {
    const from = { x: Float64Array.of(0), y: Float64Array.of(0) };
    const to = { x: Float64Array.of(1, 2.5), y: Float64Array.of(1, 0) };
    const two = euclideanRows(from, to, ALL);
    expect([...two.costs].map((cost) => cost / (two.perUnit ?? 1))).toEqual([1.41, 2.5]);
    expect([...euclideanRows(from, to, { ...ALL, decimals: 0 }).costs]).toEqual([1, 3]);
    expect([...euclideanRows(from, to, { ...ALL, decimals: null }).costs]).toEqual([Math.SQRT2, 2.5]);
  });
});

describe("requests that nothing can meet say why", () => {
  const said = (place: Promise<unknown>) =>
    place.then(
      () => "met",
      (error) => error.failure.params.constraint,
    );
  const search = searchFreely();

  it("in words", async () => {
    expect(await said(placeMedian(road(), 6, search))).toBe("6 sites are asked for and there are 5 candidates");
    expect(await said(placeMedian({ ...road(), excluded: [0, 1], existing: [2] }, 3, search))).toBe(
      "3 sites are asked for and there are 2 candidates (5 less 3 existing or excluded)",
    );
    expect(await said(placeMedian({ ...road(), mandatory: [0, 1] }, 1, search))).toBe(
      "2 sites are mandatory and only 1 are asked for",
    );
    expect(await said(placeMedian({ ...road(), mandatory: [4], excluded: [4] }, 1, search))).toBe(
      "candidate 5 is both mandatory and excluded",
    );
    const alone = { rows: rowsOf([[0, 0, 3]], 2, 1), weights: Float64Array.of(1, 1), ...NO_RULES };
    expect(await said(placeMedian(alone, 1, search))).toBe("no candidate serves demand point 2");
    expect(await said(placeCover(road(), -1, search))).toBe("the radius must be a number, 0 or more");
    const apart = rowsOf(
      [
        [0, 0, 3],
        [1, 1, 3],
      ],
      2,
      2,
    );
    expect(await said(placeMedian({ rows: apart, weights: Float64Array.of(1, 1), ...NO_RULES }, 1, search))).toBe(
      "no 1 sites serve every demand point",
    );
  });
});

/**
 * Three villages of 100, 200 and 50 people with access 1, 2 and 3, threshold 2.5. Site 0 lifts the first by 2, site 1 the
 * first by 0.5 and the second by 0.5, site 2 the third by 9.
 */
describe("three villages under a threshold", () => {
  const problem = {
    lifts: {
      origins: 3,
      sites: 3,
      offsets: Uint32Array.of(0, 1, 3, 4),
      targets: Uint32Array.of(0, 0, 1, 2),
      lifts: Float64Array.of(2, 0.5, 0.5, 9),
    },
    weights: Float64Array.of(100, 200, 50),
    access: Float64Array.of(1, 2, 3),
    threshold: 2.5,
    ...NO_RULES,
  };

  it("one site: site 0 brings 100·1.5 = 150, site 1 100·0.5 + 200·0.5 = 150, site 2 nothing", async () => {
    const found = await placeShortfall({ ...problem, excluded: [0] }, 1, searchFreely());
    expect([found.objective, found.bound, [...found.sites]]).toEqual([150, 150, [1]]);
  });

  it("two sites: 0 and 1 bring 150 + 200·0.5 = 250, all there is to bring", async () => {
    const found = await placeShortfall(problem, 2, searchFreely());
    expect([found.objective, found.bound, [...found.sites]]).toEqual([250, 250, [0, 1]]);
  });

  it("priority to the most deprived: weights 100·(1.5/2.5) = 60 and 200·(0.5/2.5) = 40, so that site 0 comes first", async () => {
    const weights = weighDeprived(problem.weights, problem.access, 2.5, 1);
    expect([...weights]).toEqual([60, 40, 0]);
    const found = await placeShortfall({ ...problem, weights }, 1, searchFreely());
    expect([found.objective, [...found.sites]]).toEqual([90, [0]]);
  });
});
