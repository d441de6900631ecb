import { beforeAll, describe, expect, it } from "vitest";
import type { Run } from "../../src/core/run.ts";
import { parseTerritory } from "../../src/core/territory.ts";
import { loadNationalFrame } from "../../src/engine/national-frame.ts";
import type { Database } from "../../src/engine/ports.ts";
import { loadSeries } from "../../src/engine/series-columns.ts";
import {
  createSpatialStudies,
  type NamedClustersQuestion,
  type SpatialStudies,
} from "../../src/engine/spatial-studies.ts";
import { openNodePack } from "../../src/platform/node/duckdb.ts";

const GP = { profession: "gp", year: 2023, ages: "all" } as const;
const QUESTION: NamedClustersQuestion = {
  territory: parseTerritory("reg:53"),
  series: GP,
  need: null,
  neighbours: { kind: "queen" },
  reference: "territory",
  permutations: 999,
  seed: 7,
};
let db: Database;
/** Queries asked of the database since the studies were made. */
let queries = 0;
let studies: SpatialStudies;

beforeAll(async () => {
  const pack = await openNodePack("data");
  const frame = await loadNationalFrame(pack);
  db = {
    ...pack,
    query(sql, ...rest) {
      queries++;
      return pack.query(sql, ...rest);
    },
  };
  studies = createSpatialStudies({
    db,
    frame: async () => frame,
    series: (series) => loadSeries(pack, frame, series),
  });
});

/** A run that is given up at its `at`-th pause, and counts them. */
function runUntil(at = Number.POSITIVE_INFINITY) {
  const signal = { aborted: false };
  const stages = new Set<string>();
  const seen = { pauses: 0, stages };
  const run: Run = {
    signal,
    progress: (_done, _total, stage) => void stages.add(stage),
    pause: async () => {
      if (++seen.pauses >= at) signal.aborted = true;
    },
  };
  return { run, seen };
}

describe("clusters asked again", () => {
  it("the same seed gives the same figures, another seed others", async () => {
    const [first, again, other] = [
      await studies.findClusters(QUESTION, runUntil().run),
      await createFresh().findClusters(QUESTION, runUntil().run),
      await studies.findClusters({ ...QUESTION, seed: 8 }, runUntil().run),
    ];
    expect([...again.p]).toEqual([...first.p]);
    expect([...other.p]).not.toEqual([...first.p]);
    expect([...other.localI]).toEqual([...first.localI]);
  });

  it("beside the country, a second territory takes no new deal and owns its arrays", async () => {
    const beside = { ...QUESTION, reference: "country", permutations: 99 } as const;
    const region = await studies.findClusters(beside, runUntil().run);
    const { run, seen } = runUntil();
    const part = await studies.findClusters({ ...beside, territory: parseTerritory("dep:35") }, run);
    expect(seen.stages.size).toBe(0);
    const row = region.codes.indexOf("35360");
    expect(part.p[part.codes.indexOf("35360")]).toBe(region.p[row]);
    // As an answer that was moved to another thread.
    structuredClone(part.p, { transfer: [part.p.buffer] });
    const again = await studies.findClusters({ ...beside, territory: parseTerritory("dep:35") }, runUntil().run);
    expect(again.p[again.codes.indexOf("35360")]).toBe(region.p[row]);
  });

  it("need by low income or by age: only where it is known", async () => {
    const old = await studies.findClusters({ ...QUESTION, need: "old", permutations: 99 }, runUntil().run);
    expect(old.global.kind).toBe("bivariate");
    expect(old.analysedUnits).toBe(old.codes.length);
    const poor = await studies.findClusters({ ...QUESTION, need: "income", permutations: 99 }, runUntil().run);
    expect(poor.analysedUnits).toBeLessThan(poor.codes.length);
    const outside = { ...QUESTION, territory: parseTerritory("dep:75"), need: "old" } as const;
    await expect(studies.findClusters(outside, runUntil().run)).rejects.toMatchObject({
      failure: { code: "bad-input" },
    });
  });

  it("stops within a stage and keeps nothing half done", async () => {
    const question = { ...QUESTION, seed: 9, permutations: 50_000 };
    await expect(studies.findClusters(question, runUntil(5).run)).rejects.toMatchObject({
      failure: { code: "cancelled" },
    });
    const { run, seen } = runUntil();
    await studies.findClusters(question, run);
    expect([...seen.stages]).toEqual(["neighbours", "permutations", "global-permutations"]);
    // 50,000 deals in tens of thousands, 999 global ones in twenty-fives.
    expect(seen.pauses).toBeGreaterThanOrEqual(5 + 40);
  });
});

describe("deserts asked again", () => {
  const question = {
    territory: parseTerritory("dep:35"),
    column: GP,
    threshold: 2.5,
    contiguity: "queen",
    reference: "territory",
    bridgeMinutes: null,
    minAreas: 3,
    minPeople: 0,
    robustness: null,
  } as const;

  it("another threshold and another territory read nothing again", async () => {
    await studies.findDeserts(question, runUntil().run);
    const before = queries;
    const lower = await studies.findDeserts({ ...question, threshold: 2 }, runUntil().run);
    await studies.findDeserts({ ...question, territory: parseTerritory("reg:28") }, runUntil().run);
    expect(queries).toBe(before);
    const higher = await studies.findDeserts(question, runUntil().run);
    expect(lower.summary.peopleUnder).toBeLessThan(higher.summary.peopleUnder);
  });

  it("is heard between its stages", async () => {
    for (const at of [1, 2, 3, 4]) {
      await expect(studies.findDeserts(question, runUntil(at).run)).rejects.toMatchObject({
        failure: { code: "cancelled" },
      });
    }
  });
});

function createFresh(): SpatialStudies {
  return createSpatialStudies({
    db,
    frame: () => loadNationalFrame(db),
    series: async (series) => loadSeries(db, await loadNationalFrame(db), series),
  });
}
