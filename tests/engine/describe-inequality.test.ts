import { beforeAll, describe, expect, it } from "vitest";
import type { Series } from "../../src/core/professions.ts";
import type { Run } from "../../src/core/run.ts";
import { parseTerritory } from "../../src/core/territory.ts";
import {
  describeInequality,
  type InequalityQuestion,
  type InequalitySources,
} from "../../src/engine/describe-inequality.ts";
import { loadNationalFrame } from "../../src/engine/national-frame.ts";
import { loadSeries } from "../../src/engine/series-columns.ts";
import { loadUnitContext } from "../../src/engine/unit-context.ts";
import { openNodePack } from "../../src/platform/node/duckdb.ts";
import { writeInequalityPack } from "./inequality-pack.ts";

const GP_2023: Series = { profession: "gp", year: 2023, ages: "all" };
const RUN: Run = { signal: { aborted: false }, progress: () => undefined };
const close = (value: number) => expect.closeTo(value, 12);

let sources: InequalitySources;
const ask = (text: string, more: Partial<InequalityQuestion> = {}, run = RUN) =>
  describeInequality(sources, { territory: parseTerritory(text), series: GP_2023, threshold: null, ...more }, run);

beforeAll(async () => {
  const db = await openNodePack(await writeInequalityPack());
  const frame = await loadNationalFrame(db);
  sources = { frame, series: (series) => loadSeries(db, frame, series), context: () => loadUnitContext(db) };
});

describe("describeInequality on the pencil-and-paper country", () => {
  it("Bretagne: 50 people at 0, 110 at 2, 330 at 4; 55 without a value", async () => {
    const { summary, threshold } = await ask("reg:53");
    expect(threshold).toBe(2.5);
    expect([summary.people, summary.peopleWithout, summary.areas, summary.areasWithout]).toEqual([490, 55, 4, 1]);
    // Held: 0, 220, 1,540; 1 − (110·220 + 330·1,760) / (490·1,540).
    expect(summary.measures.gini).toEqual(close(1 - 605_000 / 754_600));
    expect(summary.measures.shortfall).toMatchObject({ headcount: close(160 / 490), depth: close(72 / 490) });
    expect(summary.measures.tenthRatio).toEqual({ because: "lowest-zero" });
    expect(summary.measures.meanLogDeviation).toEqual({ because: "value-zero" });
    // 245 of 490 people: 0 + 220 + 85·4.
    expect(summary.heldByWorseHalf).toEqual(close(560 / 1540));
    expect(summary.giniInterval).toMatchObject({ low: expect.any(Number), high: expect.any(Number) });
  });

  it("mean and supply weigh standardised people: 40, 100 and 300", async () => {
    const { summary } = await ask("reg:53");
    expect(summary.mean).toEqual(close(1400 / 440));
    // Those above the mean 35/11: 300·(4 − 35/11).
    expect(summary.supplyToMove).toEqual({
      amount: close(2700 / 11),
      total: close(1400),
      share: close(2700 / 11 / 1400),
    });
  });

  it("D10/D1 cuts people and weighs standardised people, arrondissements counted and not their city", async () => {
    const { summary } = await ask("reg:11");
    expect([summary.areas, summary.people]).toEqual([2, 1000]);
    expect(summary.measures.tenthRatio).toEqual(close(5));
    expect(summary.mean).toEqual(close((300 * 1 + 100 * 5) / 400));
    // Poorest 400 people have 1; palma weighs people alone.
    expect(summary.measures.palma).toEqual(close(5));
  });

  it("parents, nearest first, under the same threshold", async () => {
    const { parents } = await ask("35001", { threshold: 4.5 });
    expect(parents.map((parent) => parent.territory.name)).toEqual(["AB", "Ille-et-Vilaine", "Bretagne", "France"]);
    expect(parents.map((parent) => parent.people)).toEqual([440, 440, 490, 1490]);
    expect(parents[3].measures.shortfall).toMatchObject({ headcount: close(890 / 1490) });
  });

  it("years of the series, oldest first, each with the people it covers; the asked one is the summary", async () => {
    const { trend, summary } = await ask("reg:53");
    expect(trend.map(({ year, people, peopleWithout }) => [year, people, peopleWithout])).toEqual([
      [2015, 100, 400],
      [2022, 0, 500],
      [2023, 490, 55],
    ]);
    expect(trend[0].measures.gini).toBe(0);
    expect(trend[0].giniInterval).toEqual({ because: "one-area" });
    expect([trend[1].mean, trend[1].measures.gini, trend[1].lorenz]).toEqual([
      { because: "nobody" },
      { because: "nobody" },
      { because: "nobody" },
    ]);
    expect(trend[2]).toBe(summary);
  });

  it("divisions: an island without EPCI is left out of that one alone", async () => {
    const [epci, bassin, departement] = (await ask("reg:53")).divisions;
    expect([epci, bassin, departement].map(({ division, parts, people }) => [division, parts, people])).toEqual([
      ["epci", 1, 440],
      ["bassin_de_vie", 2, 490],
      ["departement", 2, 490],
    ]);
    expect(epci.theil).toMatchObject({ between: close(0) });
    // 35: 440 people at 3.5 where the mean is 22/7: 440·(49/44)·ln(49/44)/490; 22 holds nothing.
    expect(departement.theil).toMatchObject({ between: close(Math.log(49 / 44)) });
    expect(departement.meanLogDeviation).toEqual({ because: "value-zero" });
  });

  it("income: A before B, D secret; C has no value and counts nowhere", async () => {
    const { income } = await ask("reg:53");
    expect([income.people, income.peopleSecret, income.peopleMissing]).toEqual([440, 50, 0]);
    // 2/3.5·(0.25·2·0.125 + 0.75·4·0.625) − 1, and 4·3.5/5 times it between the country's 0 and 5.
    expect(income.access).toMatchObject({ index: close(3 / 28) });
    expect(income.bounds).toEqual([0, 5]);
    expect(income.erreygers).toEqual(close(0.3));
    // Under 2.5, only A: 4·0.25·(2/0.25·0.25·0.125 − 1).
    expect(income.underThreshold).toEqual(close(-0.75));
    // 44 of B's people at 4; 110 at 2 and 66 at 4.
    expect(income.richestToPoorest).toEqual(close(4 / 2.75));
  });

  it("fifths by income, densities, urban units: means by standardised people", async () => {
    const { groupings } = await ask("reg:53");
    expect(groupings.map(({ by, people, everyone }) => [by, people, everyone])).toEqual([
      ["income-fifth", 440, 490],
      ["density", 490, 490],
      ["urban-unit", 490, 490],
      ["age", close(490), 490],
      ["car", close(490), 490],
    ]);
    const [fifths, densities, urban] = groupings;
    expect(fifths.groups).toMatchObject([
      { id: "1", incomes: [21000, 21000], people: 110, peopleUnder: 110, mean: 2 },
      { id: "4", incomes: [24000, 24000], people: 330, peopleUnder: 0, mean: 4 },
    ]);
    expect(densities.groups).toMatchObject([
      { id: "0-25", people: 110, mean: 2 },
      { id: "25-75", people: 380, peopleUnder: 50, mean: close(1200 / 340), shortfall: { depth: close(50 / 380) } },
    ]);
    expect(urban.groups).toMatchObject([
      { id: "outside", people: 160, mean: close(200 / 140) },
      { id: "inside", people: 330, mean: 4 },
    ]);
  });

  it("ages and cars: shares of every commune, means by these people", async () => {
    const [, , , ages, cars] = (await ask("reg:53")).groupings;
    // 65-79: 11 of A, 66 of B, 20 of D.
    expect(ages.groups[5]).toMatchObject({
      id: "65-79",
      people: close(97),
      peopleUnder: close(31),
      mean: close((22 + 264) / 97),
      shortfall: { depth: close((11 * 0.2 + 20) / 97) },
    });
    expect(cars.groups).toMatchObject([
      { id: "without", people: close(11 + 66 + 25), mean: close((22 + 264) / 102) },
      { id: "with", people: close(388) },
    ]);
  });

  it("leaves out a grouping known for fewer than half of the people: ages, in France", async () => {
    const { groupings } = await ask("fr");
    expect(groupings.map(({ by }) => by)).toEqual(["income-fifth", "density", "urban-unit"]);
    // 18,000 (600 of 1,440 people), 21,000 (110), 24,000 (330), 30,000 (400): mid-ranks 0.21, 0.45, 0.61, 0.86.
    expect(groupings[0].groups.map(({ id, people }) => [id, people])).toEqual([
      ["2", 600],
      ["3", 110],
      ["4", 330],
      ["5", 400],
    ]);
  });

  it("measures any column in unit order instead, weighed by the people of the series, without years", async () => {
    const values = Float64Array.of(300, 100, 100, Number.NaN, 9999, 50, 50);
    const { summary, trend, parents, threshold, income } = await ask("reg:53", { column: { values, per: 100_000 } });
    // 50 at 300, 440 at 100; held by the first 44,000 of 59,000.
    expect(summary.measures.gini).toEqual(close(440 / 490 - 44 / 59));
    expect(summary.supplyToMove).toMatchObject({ total: close((40 * 300 + 400 * 100) / 100_000) });
    expect([trend.length, parents[0].people, income.bounds]).toEqual([0, 1490, [50, 300]]);
    // Half the mean of the country: (40·300 + 400·100 + 400·50)/840/2.
    expect(threshold).toBeCloseTo(72_000 / 840 / 2, 9);
    await expect(ask("fr", { column: { values: values.slice(1), per: 1 } })).rejects.toThrow("6 for 7");
  });

  it("a threshold of the handle is the number it shows: 2.55 is not under 51 · 0.05", async () => {
    const values = new Float64Array(7).fill(2.55);
    const { summary } = await ask("fr", { column: { values, per: 1 }, threshold: 51 * 0.05 });
    expect(51 * 0.05).toBeGreaterThan(2.55);
    expect(summary.measures.shortfall).toMatchObject({ headcount: 0 });
  });

  it("draws at most 200 points and tells how far it is", async () => {
    const told: number[] = [];
    const { summary } = await ask("reg:53", {}, { ...RUN, progress: (done, total) => told.push(done / total) });
    if ("because" in (summary.lorenz as object)) throw new Error("no curve");
    expect(summary.lorenz).toMatchObject({ people: Float64Array.of(0, 50 / 490, 160 / 490, 1) });
    expect(told).toEqual(told.toSorted((a, b) => a - b));
    expect([told[0], told.at(-1)]).toEqual([0, 1]);
  });

  it("names what it does not know, and stops when the caller has given up", async () => {
    await expect(ask("dep:29")).rejects.toMatchObject({ failure: { code: "unknown-territory" } });
    const series: Series = { profession: "nurse", year: 2015, ages: "all" };
    await expect(ask("fr", { series })).rejects.toMatchObject({ failure: { code: "unknown-series" } });
    const stopped: Run = { ...RUN, signal: { aborted: true } };
    await expect(ask("fr", {}, stopped)).rejects.toMatchObject({ failure: { code: "cancelled" } });
  });

  it("hears a cancellation between two territories", async () => {
    const signal = { aborted: false };
    let pauses = 0;
    const run: Run = {
      signal,
      progress: () => undefined,
      pause: async () => {
        signal.aborted = ++pauses === 3;
      },
    };
    await expect(ask("35001", {}, run)).rejects.toMatchObject({ failure: { code: "cancelled" } });
    expect(pauses).toBe(3);
  });
});
