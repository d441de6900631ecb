import { beforeAll, describe, expect, it } from "vitest";
import { FailureError } from "../../src/core/failure.ts";
import type { Series } from "../../src/core/professions.ts";
import type { Run } from "../../src/core/run.ts";
import { STATUS_CODE } from "../../src/core/status.ts";
import { parseTerritory } from "../../src/core/territory.ts";
import { decodeAnswer, encodeAnswer } from "../../src/engine/access-json.ts";
import { createEngine, type Engine } from "../../src/engine/engine.ts";
import { openNodePack } from "../../src/platform/node/duckdb.ts";
import { writeSmallPack } from "./small-pack.ts";

const GP_2023: Series = { profession: "gp", year: 2023, ages: "all" };
const RUN: Run = { signal: { aborted: false }, progress: () => undefined };

let engine: Engine;
const ask = async (text: string, series = GP_2023) =>
  engine.describeAccess({ territory: parseTerritory(text), series }, RUN);

beforeAll(async () => {
  engine = createEngine(await openNodePack(await writeSmallPack()));
});

describe("describeAccess on the pencil-and-paper country", () => {
  it("lists the units of a région in order, with values, statuses and inhabitants of the edition", async () => {
    const answer = await ask("reg:53");
    expect(answer.codes).toEqual(["22001", "35001", "35002", "35003"]);
    expect([...answer.values]).toEqual([0, 2, 4, Number.NaN]);
    expect([...answer.statuses]).toEqual([
      STATUS_CODE.value,
      STATUS_CODE.value,
      STATUS_CODE.value,
      STATUS_CODE.missing,
    ]);
    expect([...answer.people]).toEqual([50, 110, 330, 55]);
  });

  it("weights means by standardised population and counts people apart from those without a value", async () => {
    const { summary } = await ask("reg:53");
    expect(summary.mean).toBeCloseTo((40 * 0 + 100 * 2 + 300 * 4) / 440, 12);
    expect(summary.people).toBe(490);
    expect(summary.peopleWithout).toBe(55);
    expect([summary.areas, summary.areasWithout]).toEqual([4, 1]);
  });

  it("counts people strictly below each threshold of the grid", async () => {
    const { below } = (await ask("reg:53")).summary;
    expect([below[0], below[1], below[40], below[41], below[80], below[81]]).toEqual([0, 50, 50, 160, 160, 490]);
  });

  it("splits the area on the border of a tenth: 49 of D's 50 people are the lowest tenth, 49 of B the highest", async () => {
    const { summary } = await ask("reg:53");
    expect(summary.lowestTenth).toBe(0);
    expect(summary.highestTenth).toBe(4);
  });

  it("draws a city with the standardised mean of its arrondissements and counts only these", async () => {
    const answer = await ask("reg:11");
    expect(answer.codes).toEqual(["75056", "75101", "75102"]);
    expect(answer.values[0]).toBe((300 * 1 + 100 * 5) / 400);
    expect([...answer.counted]).toEqual([0, 1, 1]);
    expect(answer.summary.people).toBe(1000);
    expect(answer.summary.areas).toBe(2);
    expect(answer.people[0]).toBe(1000);
  });

  it("gives the city as a territory with its arrondissements, and an arrondissement alone", async () => {
    expect((await ask("75056")).codes).toEqual(["75056", "75101", "75102"]);
    expect((await ask("75101")).codes).toEqual(["75101"]);
  });

  it("compares with parents, nearest first", async () => {
    const parents = async (text: string) => (await ask(text)).parents.map((p) => p.territory.name);
    expect(await parents("fr")).toEqual([]);
    expect(await parents("reg:53")).toEqual(["France"]);
    expect(await parents("dep:35")).toEqual(["Bretagne", "France"]);
    expect(await parents("epci:200000001")).toEqual(["Ille-et-Vilaine", "Bretagne", "France"]);
    expect(await parents("35001")).toEqual(["AB", "Ille-et-Vilaine", "Bretagne", "France"]);
    expect(await parents("22001")).toEqual(["Côtes-d'Armor", "Bretagne", "France"]);
  });

  it("sums up: France is its régions", async () => {
    const [fr, bretagne, idf] = await Promise.all([ask("fr"), ask("reg:53"), ask("reg:11")]);
    expect(fr.summary.people).toBe(bretagne.summary.people + idf.summary.people);
    expect(fr.summary.below).toEqual(bretagne.summary.below.map((n, k) => n + idf.summary.below[k]));
    expect(fr.nationalMean).toBe(fr.summary.mean);
    expect(bretagne.nationalMean).toBe(fr.summary.mean);
  });

  it("follows the years of all ages, oldest first", async () => {
    const { trend } = await ask("35001");
    expect(trend.map((point) => [point.year, point.mean])).toEqual([
      [2015, 3],
      [2022, Number.NaN],
      [2023, 2],
    ]);
  });

  it("sets the country beside it, weighted by the same people, except for the country itself", async () => {
    expect([...(await ask("35001")).countryTrend]).toEqual([3, Number.NaN, (0 + 200 + 1200 + 300 + 500) / 840]);
    expect([...(await ask("fr")).countryTrend]).toEqual([]);
  });

  it("survives the trip through JSON", async () => {
    const answer = await ask("reg:53");
    expect(decodeAnswer(JSON.parse(encodeAnswer(answer)))).toEqual(answer);
  });

  it("names what it does not know", async () => {
    await expect(ask("dep:99")).rejects.toThrow(FailureError);
    await expect(ask("reg:84")).rejects.toMatchObject({ failure: { code: "unknown-territory" } });
    await expect(ask("fr", { profession: "nurse", year: 2015, ages: "all" })).rejects.toMatchObject({
      failure: { code: "unknown-series" },
    });
  });

  it("stops when the caller has given up", async () => {
    const run: Run = { signal: { aborted: true }, progress: () => undefined };
    const pending = engine.describeAccess({ territory: parseTerritory("fr"), series: GP_2023 }, run);
    await expect(pending).rejects.toMatchObject({ failure: { code: "cancelled" } });
  });
});

describe("describeCommune", () => {
  it("tells zero, not counted, secret and missing apart", async () => {
    const a = await engine.describeCommune("35001", RUN);
    expect(a.facilities.map((f) => [f.type, f.count2024, f.count2018])).toEqual([
      ["D265", 3, 0],
      ["D307", 0, Number.NaN],
    ]);
    expect(a.medianIncome).toEqual({ value: 21000, status: "value" });
    expect((await engine.describeCommune("35002", RUN)).povertyRate).toEqual({ value: Number.NaN, status: "secret" });
    expect((await engine.describeCommune("35003", RUN)).povertyRate).toEqual({ value: Number.NaN, status: "missing" });
  });

  it("folds arrondissements into their city", async () => {
    const city = await engine.describeCommune("75056", RUN);
    expect(city.series.find((s) => s.year === 2023)?.value).toBe(2);
    expect(city.facilities[0]).toMatchObject({ count2024: 5, count2018: 7 });
  });

  it("keeps a missing value missing and names an unknown commune", async () => {
    const c = await engine.describeCommune("35003", RUN);
    expect(c.series).toEqual([{ profession: "gp", year: 2023, ages: "all", value: Number.NaN, status: "missing" }]);
    await expect(engine.describeCommune("99999", RUN)).rejects.toMatchObject({
      failure: { code: "unknown-territory" },
    });
  });
});
