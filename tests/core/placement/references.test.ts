import { describe, expect, it } from "vitest";
import { placeCenter } from "../../../src/core/placement/place-center.ts";
import { placeCover } from "../../../src/core/placement/place-cover.ts";
import { placeCoverage } from "../../../src/core/placement/place-coverage.ts";
import { placeMedian } from "../../../src/core/placement/place-median.ts";
import { createHighsSolver } from "../../../src/platform/solver/highs.ts";
import { hasOracles, loadPmed, loadStores, ORACLES } from "./oracles.ts";
import { searchFreely } from "./worlds.ts";

// biome-ignore lint/suspicious/noConsole: a check that did not run must be seen
if (!hasOracles) console.warn(`REFERENCES NOT RUN: no location oracles in ${ORACLES}`);

const TENTH = Array.from({ length: 10 }, (_, k) => k + 1);

describe.skipIf(!hasOracles).each(TENTH)("OR-Library pmed%i (Beasley 1985)", (k) => {
  const { problem, count, medianOptimum, centerOptimum } = hasOracles
    ? loadPmed(k)
    : ({} as ReturnType<typeof loadPmed>);

  it("p-median optimum, proven by own bounds alone", async () => {
    const found = await placeMedian(problem, count, searchFreely());
    expect([found.objective, found.bound, found.gap]).toEqual([medianOptimum, medianOptimum, 0]);
    expect(found.sites.length).toBe(count);
  });

  it("p-center optimum, proven", async () => {
    const found = await placeCenter(problem, count, searchFreely(createHighsSolver()));
    expect([found.objective, found.bound, found.gap]).toEqual([centerOptimum, centerOptimum, 0]);
  });
});

describe.skipIf(!hasOracles)("San Francisco, 205 points and 16 stores (spopt with CBC, scipy with HiGHS)", () => {
  const { problem, expected } = hasOracles ? loadStores() : ({} as ReturnType<typeof loadStores>);
  const near = (actual: number, wanted: number) =>
    expect(Math.abs(actual - wanted)).toBeLessThanOrEqual(1e-9 * Math.abs(wanted));
  const highs = createHighsSolver();

  it("p-median, p = 1 … 10", async () => {
    for (const [p, { objective_weighted_sum }] of Object.entries<{ objective_weighted_sum: number }>(
      expected.pmedian,
    )) {
      const found = await placeMedian(problem, Number(p), searchFreely());
      near(found.objective, objective_weighted_sum);
      expect(found.gap).toBeLessThanOrEqual(1e-9);
    }
  });

  it("p-center, p = 1 … 10", async () => {
    for (const [p, { radius }] of Object.entries<{ radius: number }>(expected.pcenter)) {
      const found = await placeCenter(problem, Number(p), searchFreely(highs));
      near(found.objective, radius);
      expect(found.gap).toBe(0);
    }
  });

  it("maximal coverage, every radius and p", async () => {
    for (const [name, { covered_demand }] of Object.entries<{ covered_demand: number }>(expected.mclp)) {
      const [radius, p] = name.slice(1).split("_p").map(Number);
      const found = await placeCoverage(problem, p, radius, searchFreely(highs));
      expect([name, found.objective, found.bound]).toEqual([name, covered_demand, covered_demand]);
    }
  });

  it("set covering, every radius", async () => {
    for (const [radius, { n_facilities }] of Object.entries<{ n_facilities: number }>(expected.lscp)) {
      const found = await placeCover(problem, Number(radius), searchFreely(highs));
      expect([radius, found.objective, found.bound]).toEqual([radius, n_facilities, n_facilities]);
    }
  });
});
