import { beforeAll, describe, expect, it } from "vitest";
import { ACCESS_PRESETS } from "../../src/core/access/presets.ts";
import { getSeries } from "../../src/core/professions.ts";
import { type AgeDemand, loadAgeDemand } from "../../src/engine/age-demand.ts";
import { loadNationalFrame, type NationalFrame } from "../../src/engine/national-frame.ts";
import type { Database } from "../../src/engine/ports.ts";
import { loadSeries, type SeriesColumns } from "../../src/engine/series-columns.ts";
import { openNodePack } from "../../src/platform/node/duckdb.ts";

const WEIGHTS = ACCESS_PRESETS["apl-v1"].ages.value ?? [];

let db: Database;
let frame: NationalFrame;
let series: SeriesColumns;
let ours: AgeDemand;
let units: number[];

beforeAll(async () => {
  db = await openNodePack("data");
  frame = await loadNationalFrame(db);
  series = await loadSeries(db, frame, getSeries("gp", 2023, "all"));
  ours = await loadAgeDemand(db, series.people, WEIGHTS, false);
  units = Array.from(ours.demand.keys()).filter((unit) => !Number.isNaN(ours.demand[unit]));
});

describe("demand standardised by age, Bretagne", () => {
  it("is known for every commune of Bretagne and for no other", () => {
    const bretons = frame.regions.flatMap((region, unit) => (region === "53" ? [unit] : []));
    expect(units).toEqual(bretons);
    expect(units).toHaveLength(1202);
  });

  it("weighs the bands of the pack by plain means of the published weights", () => {
    // (1.27 + .65 + .55) / 3, (.51 + .54) / 2, (.65 + .67 + .72) / 3, (.75 + .83 + 1.03) / 3, (1.07 + 1.31) / 2 …
    const means = [2.47 / 3, 0.525, 0.68, 0.87, 1.19, 4.75 / 3, 7.57 / 3];
    expect(ours.weights.map(({ weight }) => weight)).toEqual(means.map((mean) => expect.closeTo(mean, 12)));
    expect(ours.weights.map(({ from }) => from)).toEqual([0, 15, 25, 40, 55, 65, 80]);
  });

  it("keeps the number of people when asked to, to the rounding of the shares", async () => {
    const { demand } = await loadAgeDemand(db, series.people, WEIGHTS, true);
    const people = sum((unit) => series.people[unit]);
    expect(people).toBe(3_373_835);
    expect(sum((unit) => demand[unit]) / people).toBeCloseTo(1, 8);
  });

  it("refuses weights whose bands are cut", async () => {
    const halves = [
      { from: 0, to: 17, weight: 1 },
      { from: 18, to: null, weight: 1 },
    ];
    await expect(loadAgeDemand(db, series.people, halves, false)).rejects.toThrow(RangeError);
  });

  it("comes near what DREES publishes for 2023, whose weights are not known", () => {
    const ratio = (column: Float64Array) => Float64Array.from(units, (unit) => column[unit] / series.people[unit]);
    const r = correlate(ratio(ours.demand), ratio(series.standardised));
    expect(r).toBeCloseTo(0.975, 3);
    // Both have their own scale: DREES keeps the number of the French, which these communes alone do not tell.
    const scale = sum((unit) => series.standardised[unit]) / sum((unit) => ours.demand[unit]);
    const difference = (demand: (unit: number) => number) =>
      sum((unit) => Math.abs(demand(unit) / series.standardised[unit] - 1)) / units.length;
    expect(difference((unit) => scale * ours.demand[unit])).toBeCloseTo(0.0279, 4);
    // People themselves, as if age did not count, are nearly twice as far.
    expect(difference((unit) => series.people[unit])).toBeCloseTo(0.0488, 4);
  });
});

function sum(of: (unit: number) => number): number {
  return units.reduce((total, unit) => total + of(unit), 0);
}

function correlate(x: Float64Array, y: Float64Array): number {
  const mean = (v: Float64Array) => v.reduce((a, b) => a + b, 0) / v.length;
  const [mx, my] = [mean(x), mean(y)];
  const product = (a: Float64Array, ma: number, b: Float64Array, mb: number) =>
    a.reduce((total, value, i) => total + (value - ma) * (b[i] - mb), 0);
  return product(x, mx, y, my) / Math.sqrt(product(x, mx, x, mx) * product(y, my, y, my));
}
