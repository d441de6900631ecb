import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Cell, publishPeriod } from "../../../src/core/contributions/privacy/small-numbers.ts";
import { crossFelt } from "../../../src/core/participation/felt-computed.ts";
import { boundCounts, type ToldCount, type ToldGrid } from "../../../src/core/participation/told-counts.ts";
import { compareHeard } from "../../../src/core/participation/who-is-heard.ts";

const rule = { fewest: 11, roundTo: 5 };
const grid: ToldGrid = {
  rule,
  areas: [
    { id: "dep:22", parent: "reg:53" },
    { id: "dep:29", parent: "reg:53" },
    { id: "dep:35", parent: "reg:53" },
    { id: "dep:53", parent: "reg:52" },
  ],
  months: ["2026-01"],
  kinds: ["delay"],
  professions: ["gp"],
};
const told = (area: string, count: number, month = "2026-01"): ToldCount => ({
  area,
  count,
  month,
  kind: "delay",
  profession: "gp",
});
const bounds = (counts: readonly ToldCount[], own: ToldGrid = grid) =>
  boundCounts(own, counts).map(({ told: sum, least, most }) => [sum, least, most]);

describe("what may be behind what is told", () => {
  it("a told 15 is 13 to 17, a told 10 is 11 or 12; what is not told is 0 to 10", () => {
    expect(bounds([told("dep:22", 15), told("dep:29", 10)])).toEqual([
      [15, 13, 17],
      [10, 11, 12],
      [0, 0, 10],
      [0, 0, 10],
    ]);
  });

  it("the rest of a parent narrows those it is of: 20 is 18 to 22 of two, so each at least 8", () => {
    expect(bounds([told("dep:22", 15), told("reg:53", 20)])).toEqual([
      [15, 13, 17],
      [0, 8, 10],
      [0, 8, 10],
      [0, 0, 10],
    ]);
    // 18 to 22 of three: any one may be 0.
    expect(bounds([told("reg:53", 20)]).slice(0, 3)).toEqual(Array(3).fill([0, 0, 10]));
  });

  it("adds months, and takes no other", () => {
    const two = { ...grid, months: ["2026-01", "2026-02"] };
    const counts = [told("dep:22", 15), told("dep:22", 20, "2026-02"), told("dep:22", 100, "2026-03")];
    expect(boundCounts(two, counts)[0]).toMatchObject({ told: 35, least: 31, most: 39, cellsTold: 2, cells: 2 });
  });

  it("law: whatever was reported, it lies between the bounds of what is published of it", () => {
    const reporters = fc.oneof(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 60 }));
    const parts = fc.array(fc.tuple(reporters, fc.constantFrom("reg:53", "reg:52"), fc.nat(1)), {
      minLength: 1,
      maxLength: 12,
    });
    fc.assert(
      fc.property(parts, fc.constantFrom(5, 8, 11), fc.integer({ min: 1, max: 10 }), (drawn, fewest, roundTo) => {
        const ids = drawn.map((_, i) => `com:${10000 + i}`);
        const months = ["2026-01", "2026-02"];
        const published: ToldCount[] = [];
        const truth = ids.map(() => 0);
        months.forEach((month, m) => {
          const cells = drawn.map(([count, parent, other], i): Cell => {
            const own = m === 0 ? count : (count * (other + 1)) % 14;
            truth[i] += own;
            return { unit: ids[i], parent, key: "gp delay", reporters: own };
          });
          for (const { unit, parent, reporters: count } of publishPeriod(cells, { fewest, roundTo })) {
            published.push(told(unit ?? parent, count, month));
          }
        });
        const areas = drawn.map(([, parent], i) => ({ id: ids[i], parent }));
        const bounded = boundCounts({ ...grid, rule: { fewest, roundTo }, areas, months }, published);
        bounded.forEach(({ least, most }, i) => {
          expect(truth[i]).toBeGreaterThanOrEqual(least);
          expect(truth[i]).toBeLessThanOrEqual(most);
        });
      }),
      { seed: 7, numRuns: 400 },
    );
  });
});

describe("four quadrants", () => {
  const people = 100_000;
  const counts = boundCounts({ ...grid, months: Array(12).fill("2026-01") }, [
    told("dep:22", 200),
    told("dep:29", 200),
  ]);
  const cross = (under: readonly number[], own = counts, cut: number | null = 1) =>
    crossFelt(
      grid.areas.map(({ id }, i) => ({ id, people, under: under[i] })),
      own,
      { months: 12, cut, underCut: 0.1, toldOfRests: 0 },
    );
  const exact = (values: readonly number[]) =>
    grid.areas.map(({ id }, i) => ({ id, told: values[i], least: values[i], most: values[i], cells: 1, cellsTold: 1 }));

  it("200 reports and 20 of 100,000 people a year against 1 for 1,000: 173.2 to 229.7, and 12.2 to 30.9", () => {
    const { areas, count } = cross([0.2, 0.05, 0.2, 0.05], exact([200, 200, 20, 20]));
    expect(areas.map(({ quadrant }) => quadrant)).toEqual(["confirmed", "hidden", "silent", "served"]);
    expect(areas[0].rate).toBeCloseTo(2, 12);
    expect([areas[0].low, areas[0].high, areas[2].low, areas[2].high].map((x) => x.toFixed(3))).toEqual([
      "1.732",
      "2.297",
      "0.122",
      "0.309",
    ]);
    expect(count.confirmed).toEqual({ areas: 1, people });
  });

  it("an interval astride the cut is uncertain between two; without figures nothing is said", () => {
    const { areas } = cross([0.2, 0.05, Number.NaN, 0.05], exact([100, 100, 500, 10]));
    expect(areas.map(({ quadrant }) => quadrant)).toEqual(["uncertain", "uncertain", "unknown", "served"]);
    expect(areas.slice(0, 2).map(({ possible }) => possible)).toEqual([
      ["confirmed", "silent"],
      ["hidden", "served"],
    ]);
  });

  it("of a silent area nothing tells whether nobody spoke or too few: both are in its interval", () => {
    const { areas, untold } = cross([0.2, 0.2, 0.2, 0.2]);
    expect(untold).toEqual(["dep:35", "dep:53"]);
    // Twelve cells of 0 to 10: at most 120, whose upper limit is 143.5 for 100,000 people, above the cut of 100.
    expect(areas[2]).toMatchObject({ least: 0, most: 120, low: 0, felt: "uncertain" });
    expect(areas[2].high).toBeCloseTo(1.435, 3);
  });

  it("without a cut it is what is told of all together, rests included", () => {
    const { cut } = cross([0.2, 0.2, 0.2, 0.2], exact([200, 100, 50, 50]), null);
    expect(cut).toBeCloseTo(1, 12);
    expect(cross([0.2, 0.2, 0.2, 0.2], exact([0, 0, 0, 0]), null).areas.map(({ felt }) => felt)).toEqual(
      Array(4).fill("uncertain"),
    );
  });
});

describe("who is heard", () => {
  const area = (count: number, people: readonly number[], most = count) => ({
    told: count,
    least: count,
    most,
    people,
  });

  it("reports of two areas given to groups as their people divide", () => {
    // 300 reports of 80 and 20 people, 100 of 20 and 80: (300·0.8 + 100·0.2) / 400 = 0.65 where half the people are.
    const [first, second] = compareHeard(["a", "b"], [area(300, [80, 20]), area(100, [20, 80])]);
    expect([first.peopleShare, first.toldShare, first.heard]).toEqual([0.5, 0.65, "more"]);
    expect([second.toldShare.toFixed(2), second.heard]).toEqual(["0.35", "less"]);
  });

  it("what is not told keeps it open", () => {
    const [first] = compareHeard(["a", "b"], [area(30, [80, 20], 34), area(0, [20, 80], 120)]);
    expect(first).toMatchObject({ peopleShare: 0.5, toldShare: 0.8, high: 0.8, heard: "uncertain" });
    // 30 · 0.8 + 120 · 0.2 of 150.
    expect(first.low).toBeCloseTo(0.32, 12);
  });

  it("law: any counts within the bounds give a share within them; shares of all groups add up to 1", () => {
    const one = fc.record({
      least: fc.integer({ min: 0, max: 50 }),
      more: fc.integer({ min: 0, max: 50 }),
      pick: fc.double({ min: 0, max: 1, noNaN: true }),
      people: fc.tuple(fc.nat(100), fc.nat(100), fc.nat(100)),
    });
    fc.assert(
      fc.property(fc.array(one, { minLength: 1, maxLength: 8 }), (drawn) => {
        const areas = drawn.map(({ least, more, people }) => ({ least, most: least + more, told: least, people }));
        const groups = compareHeard(["a", "b", "c"], areas);
        const real = drawn.map(({ least, more, pick }) => least + Math.round(more * pick));
        const some = areas.map(({ people }, i) => ({ total: people[0] + people[1] + people[2], count: real[i] }));
        const count = some.reduce((sum, { total, count: n }) => sum + (total > 0 ? n : 0), 0);
        if (count === 0) return;
        groups.forEach((group, g) => {
          const share =
            areas.reduce(
              (sum, { people }, i) => sum + (some[i].total > 0 ? (real[i] * people[g]) / some[i].total : 0),
              0,
            ) / count;
          expect(share).toBeGreaterThanOrEqual(group.low - 1e-9);
          expect(share).toBeLessThanOrEqual(group.high + 1e-9);
        });
        expect(groups.reduce((sum, { peopleShare }) => sum + peopleShare, 0)).toBeCloseTo(1, 9);
      }),
      { seed: 13, numRuns: 300 },
    );
  });
});
