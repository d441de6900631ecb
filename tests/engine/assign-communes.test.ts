import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type PlanAssignment, SERVED, type Served } from "../../src/core/placement/assignment.ts";
import { buildCostRows } from "../../src/core/placement/cost-rows.ts";
import { PLACEMENT_OBJECTIVES, type PlacementObjective } from "../../src/core/placement/objectives.ts";
import { assignCommunes, assignFlows } from "../../src/engine/assign-communes.ts";
import type { PlacementWorld } from "../../src/engine/placement-world.ts";

type Pair = readonly [row: number, candidate: number, minutes: number];

const rowsOf = (pairs: readonly Pair[], demands: number, candidates: number) =>
  buildCostRows(
    {
      demands: Uint32Array.from(pairs, ([row]) => row),
      candidates: Uint32Array.from(pairs, ([, candidate]) => candidate),
      costs: Float64Array.from(pairs, ([, , minutes]) => minutes),
    },
    demands,
    candidates,
  );

const worldOf = (objective: PlacementObjective, minutes: number, people: readonly number[], sites: number) =>
  ({
    question: { objective, minutes },
    people: Float64Array.from(people),
    sites: { names: Array.from({ length: sites }, (_, j) => `site ${j}`) },
  }) as unknown as PlacementWorld;

const wordOf = (code: number) => (Object.keys(SERVED) as Served[]).find((word) => SERVED[word] === code);

/** What a row is told, and by which site of the answer, in how many minutes. */
const read = ({ served, offsets, sites, people, minutes }: PlanAssignment) =>
  Array.from(served, (code, r) => {
    const flows = Array.from(sites.subarray(offsets[r], offsets[r + 1]), (site, n) => {
      const k = offsets[r] + n;
      return `${site}: ${people[k]} in ${minutes[k]}`;
    });
    return [wordOf(code), ...flows].join(" ");
  });

/**
 * Communes 0 to 4 of 10, 20, 30, 40 and 50 people, the last an island set aside; candidates A, B and C:
 *
 *     commune   A    B    C
 *        0      0   12    –
 *        1      7    7    –
 *        2      –    –    5
 *        3     31   20    –
 *
 * B and A are open, in this order; A is worth more, so the answer lists A first.
 */
describe("a plan of two sites in a world of five communes", () => {
  const people = [10, 20, 30, 40, 50];
  const demands = Uint32Array.of(0, 1, 2, 3);
  const pairs: readonly Pair[] = [
    [0, 0, 0],
    [0, 1, 12],
    [1, 0, 7],
    [1, 1, 7],
    [2, 2, 5],
    [3, 0, 31],
    [3, 1, 20],
  ];
  const assign = (objective: PlacementObjective, minutes = 15, more: readonly Pair[] = []) =>
    read(
      assignCommunes(
        worldOf(objective, minutes, people, 3),
        { demands, rows: rowsOf([...pairs, ...more], 4, more.length > 0 ? 4 : 3) },
        [1, 0],
        [1, 0],
      ),
    );

  it("each goes to the nearest, equal ones to the first; C is closed: its commune goes nowhere", () => {
    const expected = ["site 0: 10 in 0", "site 0: 20 in 7", "nobody", "site 1: 40 in 20", "uncounted"];
    expect(assign("p-median")).toEqual(expected);
    expect(assign("p-center")).toEqual(expected);
  });

  it("coverage within 15 minutes: the one at 20 is told its nearest, and that it is beyond", () => {
    const expected = ["site 0: 10 in 0", "site 0: 20 in 7", "nobody", "beyond 1: 40 in 20", "uncounted"];
    expect(assign("mclp")).toEqual(expected);
    expect(assign("lscp")).toEqual(expected);
    expect(assign("mclp", 20)[3]).toBe("site 1: 40 in 20");
  });

  it("places of today that are nearer keep their people", () => {
    const today: readonly Pair[] = [
      [0, 3, 4],
      [2, 3, 9],
      [3, 3, 10],
    ];
    expect(assign("p-median", 15, today)).toEqual([
      "site 0: 10 in 0",
      "site 0: 20 in 7",
      "today",
      "today",
      "uncounted",
    ]);
  });

  it("full sites share a commune; who goes nowhere, to today's places or is not counted is told apart", () => {
    const flows = {
      offsets: Uint32Array.of(0, 2, 2, 2, 2, 2),
      sites: Uint16Array.of(0, 1),
      people: Float64Array.of(4, 6),
      minutes: Float64Array.of(0, 12),
    };
    const minutes = Float64Array.of(7.2, 3, Number.POSITIVE_INFINITY, Number.NaN, Number.NaN);
    expect(read(assignFlows(flows, minutes))).toEqual([
      "site 0: 4 in 0 1: 6 in 12",
      "today",
      "nobody",
      "uncounted",
      "uncounted",
    ]);
  });
});

const drawn = fc.record({
  objective: fc.constantFrom(...PLACEMENT_OBJECTIVES),
  radius: fc.integer({ min: 0, max: 30 }),
  rows: fc.integer({ min: 1, max: 8 }),
  sites: fc.integer({ min: 1, max: 6 }),
  seeds: fc.array(fc.option(fc.integer({ min: 0, max: 40 })), { minLength: 56, maxLength: 56 }),
  chosen: fc.uniqueArray(fc.integer({ min: 0, max: 5 }), { minLength: 1, maxLength: 6 }),
  isReversed: fc.boolean(),
  aside: fc.integer({ min: 0, max: 2 }),
});

it("law: each to the nearest open site its table lists, nobody where it lists none, every flow whole", () => {
  fc.assert(
    fc.property(drawn, ({ objective, radius, rows, sites, seeds, chosen, isReversed, aside }) => {
      const plan = chosen.filter((j) => j < sites);
      const minutesOf = (row: number, site: number) => seeds[row * 7 + site];
      const pairs = Array.from({ length: rows * sites }, (_, n): Pair[] => {
        const [row, site] = [Math.floor(n / sites), n % sites];
        const minutes = minutesOf(row, site);
        return minutes === null ? [] : [[row, site, minutes]];
      }).flat();
      const people = Array.from({ length: rows + aside }, (_, r) => r * 3);
      const demands = Uint32Array.from({ length: rows }, (_, i) => i + aside);
      const order = Array.from(plan.keys());
      if (isReversed) order.reverse();
      const assigned = assignCommunes(
        worldOf(objective, radius, people, sites),
        { demands, rows: rowsOf(pairs, rows, sites) },
        plan,
        order,
      );
      for (let r = 0; r < aside; r++) expect(assigned.served[r]).toBe(SERVED.uncounted);
      const isCoverage = objective === "mclp" || objective === "lscp";
      for (let row = 0; row < rows; row++) {
        const times = plan.map((j) => minutesOf(row, j) ?? Number.POSITIVE_INFINITY);
        const least = Math.min(...times);
        const [from, to] = [assigned.offsets[row + aside], assigned.offsets[row + aside + 1]];
        if (least === Number.POSITIVE_INFINITY) {
          expect(assigned.served[row + aside]).toBe(SERVED.nobody);
          expect(to).toBe(from);
          continue;
        }
        expect(to).toBe(from + 1);
        expect(assigned.minutes[from]).toBe(least);
        expect(times[order[assigned.sites[from]]]).toBe(least);
        expect(assigned.people[from]).toBe(people[row + aside]);
        const isBeyond = isCoverage && least > radius;
        expect(assigned.served[row + aside]).toBe(isBeyond ? SERVED.beyond : SERVED.site);
      }
      expect(assigned.offsets.at(-1)).toBe(assigned.sites.length);
    }),
    { seed: 7, numRuns: 400 },
  );
});
