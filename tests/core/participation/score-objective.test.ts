import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { listObjectives } from "../../../src/core/participation/list-objectives.ts";
import { betterWay, formatIndicator, parseIndicator } from "../../../src/core/participation/objective-indicator.ts";
import { type Measure, pathAt, scoreObjective } from "../../../src/core/participation/score-objective.ts";
import { ANNE, ROOT, World } from "../contributions/world.ts";

/** From 1,000 people to 600 in 1,000 days: 0.4 people less a day. */
const terms = { baseline: 1000, baselineDate: "2024-01-01", target: 600, deadline: "2026-09-27" };
const at = (date: string, value: number, source: Measure["source"] = "record"): Measure => ({
  date,
  value,
  release: "r",
  source,
});
const status = (measures: readonly Measure[], asOf: string, rest = {}, better: "lower" | "higher" | null = null) => {
  const score = scoreObjective({ ...terms, ...rest }, measures, asOf, better);
  return score.because ?? score.status;
};

describe("an objective", () => {
  it("stands on a straight line: after 366 of 1,000 days, 853.6", () => {
    expect(pathAt(terms, "2025-01-01")).toBeCloseTo(1000 - 0.4 * 366, 9);
    expect(status([at("2025-01-01", 853.6)], "2025-06-01")).toBe("on-track");
    expect(status([at("2025-01-01", 853.7)], "2025-06-01")).toBe("behind");
    expect(status([at("2025-01-01", 600)], "2025-06-01")).toBe("reached");
    const { progress, expected, last } = scoreObjective(terms, [at("2025-01-01", 900)], "2025-06-01", null);
    expect([progress, last?.value]).toEqual([0.25, 900]);
    expect(expected).toBeCloseTo(853.6, 9);
  });

  it("judges a measure by the line of its own day, not of today", () => {
    expect(status([at("2025-01-01", 850)], "2026-09-01")).toBe("on-track");
  });

  it("is late once a measure of the deadline is not there, and not before", () => {
    expect(status([at("2026-09-27", 700)], "2026-12-01")).toBe("late");
    expect(status([at("2026-09-26", 700)], "2026-12-01")).toBe("deadline-not-covered");
    expect(status([at("2026-09-26", 600)], "2026-12-01")).toBe("reached");
    expect(status([at("2026-09-27", 700)], "2026-09-27")).toBe("behind");
  });

  it("says when nothing can be said", () => {
    expect(status([], "2025-01-01")).toBe("no-measure");
    expect(status([at("2025-01-01", 700)], "2024-12-31")).toBe("no-measure");
    expect(status([at("2024-01-01", 1000)], "2025-01-01")).toBe("nothing-since-baseline");
    expect(status([at("2025-01-01", 900)], "2025-06-01", { deadline: "2024-01-01" })).toBe("no-time");
    expect(status([at("2025-01-01", 900)], "2025-06-01", { target: 1000 })).toBe("no-direction");
    expect(status([at("2025-01-01", 900)], "2025-06-01", { target: 1000 }, "lower")).toBe("reached");
    expect(status([at("2025-01-01", 1100)], "2025-06-01", { target: 1000 }, "lower")).toBe("behind");
  });

  it("takes the last measure, the data before what was written on one day", () => {
    const measures = [at("2025-01-01", 1200), at("2024-06-01", 600), at("2025-01-01", 800, "engine")];
    expect(scoreObjective(terms, measures, "2025-06-01", null).last).toEqual(measures[2]);
    expect(scoreObjective(terms, measures, "2024-12-01", null).last).toEqual(measures[1]);
  });

  it("laws: turning every value over changes no status; the line itself is on track, the target reached", () => {
    const days = fc.integer({ min: 1, max: 1400 });
    const day = (n: number) => new Date(Date.parse(terms.baselineDate) + n * 86_400_000).toISOString().slice(0, 10);
    const number = fc.integer({ min: -1000, max: 1000 });
    fc.assert(
      fc.property(number, number, days, days, days, number, (baseline, target, end, when, today, value) => {
        const own = { baseline, target, baselineDate: terms.baselineDate, deadline: day(end) };
        const turned = { ...own, baseline: -baseline, target: -target };
        const score = scoreObjective(own, [at(day(when), value)], day(today), "higher");
        const mirror = scoreObjective(turned, [at(day(when), -value)], day(today), "lower");
        expect([mirror.status, mirror.because]).toEqual([score.status, score.because]);
        if (when > today) {
          expect(score.because).toBe("no-measure");
          return;
        }
        const line = scoreObjective(own, [at(day(when), pathAt(own, day(when)))], day(today), "higher");
        expect(["on-track", "reached", "not-measurable"]).toContain(line.status);
        expect(scoreObjective(own, [at(day(when), target)], day(today), "higher").status).toBe("reached");
      }),
      { seed: 11, numRuns: 500 },
    );
  });
});

describe("indicators of objectives", () => {
  it("are read back as written, and nothing else is read", () => {
    const known = [
      "gp/mean",
      "gp.le65/lowest-tenth",
      "nurse/people-under/58.8",
      "gp/share-under/2.5",
      "pharmacy/mean",
      "emergency/people-beyond/30",
      "pharmacy/share-beyond/10",
    ];
    for (const text of known) expect(formatIndicator(parseIndicator(text))).toBe(text);
    expect(known.map((text) => betterWay(parseIndicator(text)))).toEqual([
      "higher",
      "higher",
      ...Array(5).fill("lower"),
    ]);
    const strange = "official-apl gp gp/ gp/mean/2 gp/people-under gp/people-under/0 gp.all.le65/mean gp.le50/mean";
    for (const text of `${strange} pharmacy/people-beyond/31 pharmacy.le65/mean vet/mean gp/share-under/2.5/3`.split(
      " ",
    )) {
      expect(() => parseIndicator(text)).toThrow("unknown-indicator");
    }
  });

  it("come from a folded log with the words of the record in force", () => {
    const world = new World();
    world.grant(ROOT, ANNE, "steward");
    const body = { indicator: "gp/mean", baseline: "2.1", baselineDate: "2023-12-31", release: "2023", target: "2.5" };
    const objective = world.add(ANNE, "objective", { ...body, deadline: "2028-12-31", owner: "CLS" });
    world.add(ANNE, "objective", { ...body, target: "2.4", deadline: "2029-12-31", owner: "CPTS", amends: objective });
    world.add(ANNE, "measurement", { objective, value: "2.2", date: "2024-12-31", release: "2024" });
    expect(listObjectives(world.fold(), world.log())).toEqual([
      {
        id: objective,
        scope: "dep:35",
        indicator: "gp/mean",
        baseline: 2.1,
        baselineDate: "2023-12-31",
        release: "2023",
        target: 2.4,
        deadline: "2029-12-31",
        owner: "CPTS",
        decision: null,
        measures: [{ value: 2.2, date: "2024-12-31", release: "2024", source: "record" }],
      },
    ]);
  });
});
