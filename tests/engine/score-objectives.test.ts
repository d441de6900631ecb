import { beforeAll, describe, expect, it } from "vitest";
import type { ObjectiveTerms } from "../../src/core/participation/list-objectives.ts";
import { parseTerritory } from "../../src/core/territory.ts";
import { createEngine, type Engine } from "../../src/engine/engine.ts";
import { openNodePack } from "../../src/platform/node/duckdb.ts";
import { QUIET } from "./scenario-world.ts";
import { writeSmallPack } from "./small-pack.ts";

const terms = (rest: Partial<ObjectiveTerms>): ObjectiveTerms => ({
  id: "o",
  scope: "reg:53",
  indicator: "gp/mean",
  baseline: 2,
  baselineDate: "2020-12-31",
  release: "2020",
  target: 4,
  deadline: "2026-12-31",
  owner: "CLS",
  decision: null,
  measures: [],
  ...rest,
});

describe("a country of pencil and paper", () => {
  let engine = {} as Engine;
  beforeAll(async () => {
    engine = createEngine(await openNodePack(await writeSmallPack()));
  });
  const territory = parseTerritory("reg:53");
  const draft = async (indicator: string) => {
    const { baseline, baselineDate, release, better } = await engine.draftObjective({ territory, indicator }, QUIET);
    return [baseline, baselineDate, release, better];
  };

  it("drafts from the last edition: mean (0·40 + 2·100 + 4·300) / 440, people 50 and 110 under 2.5 of 490", async () => {
    expect(await draft("gp/mean")).toEqual(["3.181818", "2023-12-31", "2023", "higher"]);
    expect(await draft("gp/people-under/2.5")).toEqual(["160", "2023-12-31", "2023", "lower"]);
    expect(await draft("gp/share-under/2.5")).toEqual(["0.326531", "2023-12-31", "2023", "lower"]);
    expect(await draft("gp/lowest-tenth")).toEqual(["0", "2023-12-31", "2023", "higher"]);
    await expect(draft("dentist/mean")).rejects.toThrow("no value in this territory");
    await expect(draft("official-apl")).rejects.toThrow("unknown-indicator");
  });

  it("scores by the edition of today; what it cannot compute rests on what was recorded", async () => {
    const own = { value: 3, date: "2024-12-31", release: "x", source: "record" } as const;
    const objectives = [
      terms({}),
      terms({ indicator: "official-apl", measures: [own] }),
      terms({ scope: "dep:99" }),
      terms({ baseline: 3.2, baselineDate: "2023-12-31" }),
    ];
    const scored = await engine.scoreObjectives({ objectives, asOf: "2025-01-01" }, QUIET);
    // Half of the six years at the end of 2023: 3 is expected, 3.18 is there.
    expect(scored[0]).toMatchObject({ status: "on-track", better: "higher", baselineToday: null });
    expect(scored[0].expected).toBeCloseTo(3, 2);
    expect(scored[1]).toMatchObject({ status: "behind", indicator: null, last: own });
    expect(scored[2]).toMatchObject({ status: "not-measurable", because: "no-measure", measures: [] });
    expect(scored[3]).toMatchObject({ status: "not-measurable", because: "nothing-since-baseline" });
    expect(scored[3].baselineToday).toBeCloseTo(1400 / 440, 12);
  });
});

describe("on the embedded pack", () => {
  it("people under 2.5 in Ille-et-Vilaine, and beyond 10 minutes of a pharmacy, as the other rooms say", async () => {
    const engine = createEngine(await openNodePack("data"));
    const territory = parseTerritory("dep:35");
    const value = async (indicator: string) =>
      Number((await engine.draftObjective({ territory, indicator }, QUIET)).baseline);
    const series = { profession: "gp", year: 2023, ages: "all" } as const;
    const { summary } = await engine.describeAccess({ territory, series }, QUIET);
    expect(await value("gp/people-under/2.5")).toBe(summary.below[50]);
    expect(await value("gp/mean")).toBeCloseTo(summary.mean, 6);
    expect(await value("gp/lowest-tenth")).toBeCloseTo(summary.lowestTenth, 6);
    const { columns, counted, codes } = await engine.cumulateDifficulties(
      { territory, year: 2023, pharmacyMinutes: 10, emergencyMinutes: 30 },
      QUIET,
    );
    const { codes: units, population } = await engine.frame();
    const isBeyond = (i: number) => counted[i] === 1 && columns.pharmacy.values[i] > 10;
    const people = (i: number) => Math.max(0, population[units.indexOf(codes[i])] || 0);
    const beyond = codes.reduce((sum, _, i) => sum + (isBeyond(i) ? people(i) : 0), 0);
    expect(await value("pharmacy/people-beyond/10")).toBe(beyond);
    const { earlier } = await engine.draftObjective({ territory, indicator: "gp/mean" }, QUIET);
    expect(earlier.map(({ release }) => release)).toEqual(["2015", "2022"]);
  });
});
