import { beforeAll, describe, expect, it } from "vitest";
import { weightedMean } from "../../src/core/access/distribution.ts";
import { type AccessModel, modelOf, RATE_METHODS } from "../../src/core/access/model.ts";
import { presetOf } from "../../src/core/access/profession-presets.ts";
import { FailureError } from "../../src/core/failure.ts";
import type { Run } from "../../src/core/run.ts";
import { STATUS_CODE } from "../../src/core/status.ts";
import { parseTerritory } from "../../src/core/territory.ts";
import { createEngine, type Engine } from "../../src/engine/engine.ts";
import { type RecomputeSources, recomputeColumns } from "../../src/engine/recompute-access.ts";
import type { SupplyPlaces } from "../../src/engine/supply-world.ts";
import { buildSupplyTable } from "../../src/engine/supply-world.ts";
import { openNodePack } from "../../src/platform/node/duckdb.ts";

const RUN: Run = { signal: { aborted: false }, progress: () => undefined };
const SERIES = { profession: "gp", year: 2023, ages: "all" } as const;
const OWN = modelOf("gp");

/**
 * Three communes and a city in a row on the equator-like parallel, 5 km apart as the crow flies where it matters: unit 0 and 1
 * at the same point (0 minutes), unit 2 out of everyone's reach. Practices: 2 in unit 0, 1 in unit 2.
 */
function smallCountry(): RecomputeSources {
  const units = Uint16Array.of(0, 1, 2);
  const places: SupplyPlaces = {
    units,
    points: { lon: Float64Array.of(0, 0, 3), lat: Float64Array.of(48, 48, 48), part: new Uint8Array(3) },
    practices: Float64Array.of(2, 0, 1),
    sites: Uint32Array.of(0, 2),
    isUrban: Uint8Array.of(1, 0, 0),
  };
  const nobody = [null, null, null];
  return {
    places,
    table: buildSupplyTable(places, 30, null),
    ageDemand: null,
    series: {
      values: Float64Array.of(3, 1, 2),
      statuses: new Uint8Array(3).fill(STATUS_CODE.value),
      standardised: Float64Array.of(100, 300, 100),
      people: Float64Array.of(200, 200, 100),
    },
    frame: {
      codes: ["35001", "35002", "35003"],
      names: ["A", "B", "C"],
      isArrondissement: new Uint8Array(3),
      cityOf: new Int32Array(3).fill(-1),
      isFolded: new Uint8Array(3),
      departements: nobody,
      regions: nobody,
      epcis: nobody,
      population: Float64Array.of(200, 200, 100),
      territories: [{ kind: "country", code: "fr", name: "France", parent: null }],
    },
  };
}

const ask = (model: Partial<AccessModel>) => ({
  territory: parseTerritory("fr"),
  series: SERIES,
  model: { ...OWN, ...model },
});

describe("a country of pencil and paper", () => {
  it("shares the practices among standardised people and scales them to the official mean", async () => {
    const { values, perPlace } = await recomputeColumns(smallCountry(), ask({}), RUN);
    // A and B share 2 practices among 100 + 300; C has 1 for its 100. Raw: 0.005, 0.005, 0.01.
    // Official mean (100·3 + 300·1 + 100·2)/500 = 1.6; raw mean (400·0.005 + 100·0.01)/500 = 0.006.
    expect(perPlace).toBeCloseTo(1.6 / 0.006, 9);
    expect(Array.from(values)).toEqual([expect.closeTo(4 / 3, 9), expect.closeTo(4 / 3, 9), expect.closeTo(8 / 3, 9)]);
  });

  it("counts each inhabitant as one when asked, and a fixed activity as it is", async () => {
    const { values, perPlace } = await recomputeColumns(smallCountry(), ask({ demand: "people", perPlace: 1000 }), RUN);
    expect(perPlace).toBe(1000);
    // 2 practices among 200 + 200, times 1,000 acts.
    expect(Array.from(values)).toEqual([expect.closeTo(5, 9), expect.closeTo(5, 9), expect.closeTo(10, 9)]);
  });

  it("weighs people by age where ages are known, and as published elsewhere", async () => {
    const sources = { ...smallCountry(), ageDemand: Float64Array.of(300, 500, Number.NaN) };
    const { values } = await recomputeColumns(sources, ask({ demand: "ages", perPlace: 1000 }), RUN);
    // 2 practices among 300 + 500; C keeps its published 100.
    expect(Array.from(values)).toEqual([expect.closeTo(2.5, 9), expect.closeTo(2.5, 9), expect.closeTo(10, 9)]);
  });

  it("keeps minutes, counts and costs in their own unit, and says who reaches nothing", async () => {
    const far = smallCountry();
    const alone = { ...far, places: { ...far.places, practices: Float64Array.of(2, 0, 0), sites: Uint32Array.of(0) } };
    const sources = { ...alone, table: buildSupplyTable(alone.places, 30, null) };
    const nearest = await recomputeColumns(sources, ask({ method: "nearest" }), RUN);
    expect(Array.from(nearest.values)).toEqual([0, 0, Number.NaN]);
    expect(nearest.statuses[2]).toBe(STATUS_CODE.unreachable);
    expect(nearest.perPlace).toBeNull();
    const cumulative = await recomputeColumns(sources, ask({ method: "cumulative" }), RUN);
    expect(Array.from(cumulative.values.slice(0, 2))).toEqual([2, 2]);
    const rate = await recomputeColumns(sources, ask({}), RUN);
    expect([rate.values[2], rate.statuses[2]]).toEqual([0, STATUS_CODE.value]);
  });

  it("stops when it is told to", async () => {
    const run: Run = { signal: { aborted: true }, progress: () => undefined };
    for (const method of ["e2sfca", "raam"] as const) {
      await expect(recomputeColumns(smallCountry(), ask({ method }), run)).rejects.toThrow(FailureError);
    }
  });
});

describe("the embedded pack", () => {
  let engine: Engine;
  const recompute = (text: string, model: Partial<AccessModel> = {}) =>
    engine.recomputeAccess({ ...ask(model), territory: parseTerritory(text) }, RUN);

  beforeAll(async () => {
    engine = createEngine(await openNodePack("data"));
  });

  it("gives every rate the official national mean, and conserves what is shared", async () => {
    for (const method of ["e2sfca", "2sfca", "3sfca"] as const) {
      const { level } = await recompute("fr", { method });
      const official = await engine.describeAccess({ territory: parseTerritory("fr"), series: SERIES }, RUN);
      const both = official.values.map((value, row) => (Number.isNaN(value) ? Number.NaN : level.values[row]));
      const isCounted = (_: number, row: number) => official.counted[row] === 1;
      const mean = weightedMean(both.filter(isCounted), official.standardised.filter(isCounted));
      expect(mean).toBeCloseTo(official.summary.mean, 9);
    }
    expect(RATE_METHODS.size).toBe(6);
  });

  it("comes as close to the official values as the sources say a naive recomputation does", async () => {
    const question = { ...ask({}), territory: parseTerritory("reg:53") };
    const { territory, country, classes } = await engine.scoreRecomputation(question, RUN);
    expect(country.n).toBeGreaterThan(34_000);
    // 0.56 to 0.61 for a straight-line recomputation.
    expect(country.r).toBeGreaterThan(0.56);
    expect(country.r).toBeLessThan(0.61);
    expect(territory.r).toBeGreaterThan(country.r);
    expect(classes.urban.n + classes.rural.n).toBe(country.n);
    expect(classes["with-practice"].n + classes["without-practice"].n).toBe(country.n);
  });

  it("answers the same twice, hands arrays over and never those it keeps", async () => {
    const first = await recompute("35360");
    const kept = Array.from(first.level.values);
    first.level.values.fill(-1);
    first.official.fill(-1);
    const again = await recompute("35360");
    expect(Array.from(again.level.values)).toEqual(kept);
    expect(again.official[0]).toBeCloseTo(3.488, 3);
  });

  it("changes Bretagne, and hardly the rest, when need is weighed by the ages of Bretagne", async () => {
    const published = await recompute("fr");
    const byAge = await recompute("fr", { demand: "ages" });
    const change = byAge.level.values.map((value, row) => Math.abs(value / published.level.values[row] - 1));
    const mean = (keep: (code: string) => boolean) => {
      const rows = published.level.codes.flatMap((code, row) => (keep(code) && change[row] >= 0 ? [row] : []));
      return rows.reduce((sum, row) => sum + change[row], 0) / rows.length;
    };
    const breton = /^(22|29|35|56)/;
    expect(mean((code) => breton.test(code))).toBeGreaterThan(0.005);
    expect(mean((code) => breton.test(code))).toBeLessThan(0.15);
    expect(mean((code) => !breton.test(code))).toBeLessThan(0.005);
  });

  it("says a place of practice counts for what a doctor does in a year, to the order of magnitude", async () => {
    const { perPlace, sites, times } = await recompute("reg:53");
    expect(perPlace).toBeGreaterThan(presetOf("gp").perPractitioner.value / 2);
    expect(perPlace).toBeLessThan(presetOf("gp").perPractitioner.value * 1.5);
    expect(sites).toBeGreaterThan(8_000);
    expect(times.brought).toBe(0);
    expect(times.estimated).toBeGreaterThan(500_000);
  });
});

describe.runIf(process.env.OASIS_FULL === "1")("questions asked at once", () => {
  it("answer as they do one after the other", async () => {
    const territory = parseTerritory("dep:35");
    const byAge = { territory, series: SERIES, model: { ...OWN, demand: "ages" } } as const;
    const nurse = modelOf("nurse");
    const nurses = { territory, series: { profession: "nurse", year: 2023, ages: "all" }, model: nurse } as const;
    const apart = createEngine(await openNodePack("data"));
    const alone = [await apart.recomputeAccess(byAge, RUN), await apart.recomputeAccess(nurses, RUN)];
    // With both read before, the table of one is swapped while the ages of the other are read.
    const together = createEngine(await openNodePack("data"));
    await together.recomputeAccess(nurses, RUN);
    await together.recomputeAccess({ ...byAge, model: OWN }, RUN);
    const both = await Promise.all([together.recomputeAccess(byAge, RUN), together.recomputeAccess(nurses, RUN)]);
    expect(both.map(({ level }) => level.values)).toEqual(alone.map(({ level }) => level.values));
  });
});
