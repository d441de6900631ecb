import { beforeAll, describe, expect, it } from "vitest";
import type { ToldCount } from "../../src/core/participation/told-counts.ts";
import { parseTerritory } from "../../src/core/territory.ts";
import type { FeltQuestion } from "../../src/engine/describe-felt.ts";
import { createEngine, type Engine } from "../../src/engine/engine.ts";
import { openNodePack } from "../../src/platform/node/duckdb.ts";
import { QUIET } from "./scenario-world.ts";

const months = ["2026-01", "2026-02", "2026-03", "2026-04", "2026-05", "2026-06"];
const told = (area: string, count: number): readonly ToldCount[] =>
  months.map((month) => ({ area, count, month, kind: "delay", profession: "gp" }));
const question: FeltQuestion = {
  territory: parseTerritory("reg:53"),
  series: { profession: "gp", year: 2023, ages: "all" },
  threshold: null,
  counts: [...told("dep:22", 400), ...told("dep:35", 15), ...told("dep:53", 1000)],
  months,
  rule: { fewest: 11, roundTo: 5 },
  kinds: ["delay"],
  professions: null,
  grid: "departement",
  cut: null,
  underCut: null,
};

describe("Bretagne, on the embedded pack", () => {
  let engine = {} as Engine;
  beforeAll(async () => {
    engine = createEngine(await openNodePack("data"));
  });

  it("shares under the threshold are those of each département; counts of elsewhere are not taken", async () => {
    const answer = await engine.describeFelt(question, QUIET);
    expect(answer.codes.toSorted()).toEqual(["22", "29", "35", "56"]);
    for (const [i, area] of answer.areas.entries()) {
      const territory = parseTerritory(`dep:${answer.codes[i]}`);
      const { summary } = await engine.describeAccess({ territory, series: question.series }, QUIET);
      expect(area.under * summary.people).toBeCloseTo(summary.below[50], 6);
      expect(answer.names[i]).toBe(summary.territory.name);
    }
    const of = (code: string) => answer.areas[answer.codes.indexOf(code)];
    expect(of("22")).toMatchObject({ told: 2400, least: 6 * 398, most: 6 * 402, felt: "much" });
    expect(of("22").rate).toBeCloseTo((2400 * 2 * 1000) / of("22").people, 9);
    expect(of("35")).toMatchObject({ told: 90, felt: "little" });
    expect(of("29")).toMatchObject({ told: 0, least: 0, most: 60, cellsTold: 0 });
    expect(answer.untold.toSorted()).toEqual(["dep:29", "dep:56"]);
    const people = answer.areas.reduce((sum, area) => sum + area.people, 0);
    expect(answer.cut).toBeCloseTo((2490 * 2 * 1000) / people, 9);
    expect(answer.limits).toEqual(["self-selection", "suppressed", "areas-not-people"]);
  });

  it("groups hold everybody once, tenths of income a tenth each, and Côtes-d'Armor speaks for its own", async () => {
    const { heard, areas, codes } = await engine.describeFelt(question, QUIET);
    expect(heard.map(({ by }) => by)).toEqual(["density", "income-tenth", "age", "access"]);
    const everyone = areas.reduce((sum, { people }) => sum + people, 0);
    for (const { groups, known, everyone: all } of heard) {
      expect(all).toBeCloseTo(everyone, 6);
      expect(known).toBeGreaterThan(0.97 * everyone);
      expect(groups.reduce((sum, { toldShare }) => sum + toldShare, 0)).toBeCloseTo(1, 9);
      for (const { low, high, toldShare } of groups) {
        expect(toldShare).toBeGreaterThanOrEqual(low - 1e-3);
        expect(toldShare).toBeLessThanOrEqual(high + 1e-3);
      }
    }
    // Communes are whole in a tenth: Rennes and Brest are large.
    for (const { peopleShare } of heard[1].groups) expect(Math.abs(peopleShare - 0.1)).toBeLessThan(0.07);
    // 2,400 of the 2,490 reports told come from Côtes-d'Armor: older than the region.
    expect(heard[2].groups.at(-1)).toMatchObject({ id: "80-plus", heard: "more" });
    expect(codes.length).toBe(4);
  });

  it("a rest told of the region counts in the cut and narrows who is silent; nothing told says so", async () => {
    const rest = await engine.describeFelt({ ...question, counts: [...question.counts, ...told("reg:53", 20)] }, QUIET);
    // Two are untold, 18 to 22 together: each at least 8 a month.
    expect(rest.areas[rest.codes.indexOf("29")]).toMatchObject({ least: 48, most: 60 });
    const people = rest.areas.reduce((sum, area) => sum + area.people, 0);
    expect(rest.cut).toBeCloseTo((2610 * 2 * 1000) / people, 9);
    const silent = await engine.describeFelt({ ...question, counts: [] }, QUIET);
    expect(silent.limits).toContain("none-told");
    expect(silent.count.uncertain.areas).toBe(4);
    const commune = await engine.describeFelt({ ...question, territory: parseTerritory("com:35360") }, QUIET);
    expect(commune.codes).toEqual(["35"]);
  });

  it("communes that lost access between two editions, where most is lost first", async () => {
    const territory = parseTerritory("dep:35");
    const answer = await engine.listWorsened({ territory, profession: "gp", threshold: null }, QUIET);
    expect([answer.from.year, answer.to.year, answer.threshold]).toEqual([2022, 2023, 2.5]);
    const of = (year: number) =>
      engine.describeAccess({ territory, series: { profession: "gp", year, ages: "all" } }, QUIET);
    const [before, after] = [await of(2022), await of(2023)];
    const lost = after.codes.filter((_, i) => after.values[i] < before.values[i] && after.people[i] > 0);
    expect([answer.lost, answer.areas.length]).toEqual([lost.length, 10]);
    const losses = answer.areas.map(({ people, before: then, after: now }) => people * (then - now));
    expect(losses).toEqual(losses.toSorted((a, b) => b - a));
    for (const { code, after: now, before: then, isNewlyUnder } of answer.areas) {
      expect([now, then]).toEqual([after, before].map(({ codes, values }) => values[codes.indexOf(code)]));
      expect(isNewlyUnder).toBe(now < 2.5 && then >= 2.5);
    }
  });
});
