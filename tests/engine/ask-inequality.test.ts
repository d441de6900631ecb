import { beforeAll, describe, expect, it } from "vitest";
import { modelOf } from "../../src/core/access/model.ts";
import type { Run } from "../../src/core/run.ts";
import { parseTerritory } from "../../src/core/territory.ts";
import { createInequalityStudies, type InequalityStudies } from "../../src/engine/ask-inequality.ts";
import { loadNationalFrame } from "../../src/engine/national-frame.ts";
import { loadSeries, type SeriesColumns } from "../../src/engine/series-columns.ts";
import { openNodePack } from "../../src/platform/node/duckdb.ts";
import { writeInequalityPack } from "./inequality-pack.ts";

const SERIES = { profession: "gp", year: 2023, ages: "all" } as const;
const RUN: Run = { signal: { aborted: false }, progress: () => undefined };

let fresh: () => InequalityStudies;

beforeAll(async () => {
  const db = await openNodePack(await writeInequalityPack());
  const frame = await loadNationalFrame(db);
  const loaded = new Map<number, Promise<SeriesColumns>>();
  const series = (of: typeof SERIES) => {
    const known = loaded.get(of.year) ?? loadSeries(db, frame, of);
    loaded.set(of.year, known);
    return known;
  };
  /** Twice the official values. */
  const recomputeColumns = async () => {
    const { values, statuses } = await series(SERIES);
    return { values: values.map((value) => 2 * value), statuses, perPlace: 1, zeroDemandSites: 0 };
  };
  fresh = () => createInequalityStudies({ db, frame: async () => frame, series: series as never, recomputeColumns });
});

const request = (threshold: number | null = null, territory = "reg:53") => ({
  territory: parseTerritory(territory),
  series: SERIES,
  threshold,
  model: null,
});

describe("asked again", () => {
  it("another threshold after the first gives what it gives alone, to the last figure", async () => {
    const studies = fresh();
    await studies.askInequality(request(2.5), RUN);
    const again = await studies.askInequality(request(3), RUN);
    expect(again).toEqual(await fresh().askInequality(request(3), RUN));
    // Under 3: 50 people at 0 and 110 at 2, of 490.
    expect(again.summary.measures.shortfall).toMatchObject({ headcount: expect.closeTo(160 / 490, 12) });
  });

  it("arrays are handed over: an answer taken away leaves the next one whole", async () => {
    const studies = fresh();
    const first = await studies.askInequality(request(), RUN);
    const expected = structuredClone(first);
    const { lorenz } = first.summary;
    if ("because" in (lorenz ?? { because: "" })) throw new Error("no curve");
    structuredClone(first, { transfer: [first.values.buffer, (lorenz as { people: Float64Array }).people.buffer] });
    expect(first.values).toHaveLength(0);
    expect(await studies.askInequality(request(), RUN)).toEqual(expected);
  });

  it("parents have their own parts, in their order", async () => {
    const { parents, parentParts, divisions } = await fresh().askInequality(request(), RUN);
    expect(parentParts).toHaveLength(parents.length);
    const own = divisions.find(({ division }) => division === "departement");
    const country = parentParts.at(-1)?.divisions.find(({ division }) => division === "departement");
    expect(country?.people).toBeGreaterThan(own?.people ?? Number.POSITIVE_INFINITY);
  });
});

describe("recomputed values", () => {
  it("twice as high everywhere: the same Gini, twice the mean, no other years", async () => {
    const studies = fresh();
    const official = await studies.askInequality(request(2.5), RUN);
    const doubled = await studies.askInequality({ ...request(5), model: modelOf("gp") }, RUN);
    expect(doubled.summary.measures.gini).toEqual(expect.closeTo(official.summary.measures.gini as number, 12));
    expect(doubled.summary.mean).toEqual(expect.closeTo(2 * (official.summary.mean as number), 12));
    expect(doubled.summary.measures.shortfall).toEqual({
      headcount: expect.closeTo((official.summary.measures.shortfall as { headcount: number }).headcount, 12),
      depth: expect.closeTo((official.summary.measures.shortfall as { depth: number }).depth, 12),
      severity: expect.closeTo((official.summary.measures.shortfall as { severity: number }).severity, 12),
    });
    expect(doubled.trend).toEqual([]);
    expect(doubled.question).not.toHaveProperty("column");
  });

  it("minutes are not shared out", async () => {
    const model = { ...modelOf("gp"), method: "nearest" as const };
    await expect(fresh().askInequality({ ...request(), model }, RUN)).rejects.toThrow("no rate");
  });
});

it("hears that its caller gave up", async () => {
  const run: Run = { signal: { aborted: true }, progress: () => undefined };
  await expect(fresh().askInequality(request(), run)).rejects.toThrow("cancelled");
});
