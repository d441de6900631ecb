import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  classifyAreas,
  describeBorders,
  findExchangeable,
  HIGH_EXCHANGE,
  LOW_EXCHANGE,
  NO_EXCHANGE,
  shareLimits,
} from "../../../src/core/zoning/classify.ts";
import { UNZONED } from "../../../src/core/zoning/cut.ts";
import { optionsFor } from "../../../src/core/zoning/decide.ts";
import { readGauges } from "../../../src/core/zoning/gauges.ts";
import { ACTS_PER_FTE, careFor, prepareEntries } from "../../../src/core/zoning/reach-class.ts";
import { readRule, statesOf, type ZoningRule } from "../../../src/core/zoning/rule.ts";

const load = (id: string) => readRule(JSON.parse(readFileSync(`data/rules/${id}.json`, "utf8")), id);
const GP = load("gp-2017");
const NURSE = load("nurse-2020");
const areas = (access: number[], people: number[]) => ({
  access: Float64Array.from(access),
  people: Float64Array.from(people),
});
/** A rule of shares with these parts in place of the nurses' first classes. */
const shares = (...parts: number[]): ZoningRule => ({
  ...NURSE,
  gauges: [],
  classes: parts.map((share, k) => ({ ...NURSE.classes[k], share })),
});

describe("general practitioners: bounds, by hand", () => {
  const world = areas([2.5, 2.500001, 4, 4.1, 0, Number.NaN], [1, 1, 1, 1, 1, 1]);

  it("2.5 is a priority zone and 4 is in the pool: both bounds are inclusive", () => {
    expect([...classifyAreas(GP, world)]).toEqual([0, 1, 1, 2, 0, UNZONED]);
  });

  it("an area at 3 in the pool: at 2.5 it is priority, beyond 4 it is outside", () => {
    expect(prepareEntries(GP, areas([3], [1]))(0)).toEqual([
      { access: 2.5, isStrict: false },
      null,
      { access: 4, isStrict: true },
    ]);
    expect(prepareEntries(GP, areas([Number.NaN], [1]))(0)).toEqual([null, null, null]);
  });

  it("0.5 a year less for 10,800 standardised inhabitants is 5,400 acts, one full-time doctor", () => {
    expect(careFor(-0.5, 10_800, "gp")).toEqual({ acts: -ACTS_PER_FTE, fte: -1 });
    // 10 FTE per 100,000 more for 50,000 is 5 FTE.
    expect(careFor(10, 50_000, "nurse").fte).toBe(5);
  });
});

describe("classes by share, by hand", () => {
  // Thirds of 300 people; limits at 100 and 200. 80 (middle 40), 60 (80 to 140, middle 110), 60 (middle 170), 100 (middle 250).
  const world = areas([4, 1, 2, 3], [100, 80, 60, 60]);
  const thirds = shares(1 / 3, 1 / 3, 1 / 3);

  it("the area astride a limit goes where most of its people are", () => {
    expect([...classifyAreas(thirds, world)]).toEqual([2, 0, 1, 1]);
    // 90, 20 (90 to 110: its middle is on the limit), 190.
    expect([...classifyAreas(thirds, areas([1, 2, 3], [90, 20, 190]))]).toEqual([0, 0, 2]);
  });

  it("equal access moves together: 1 and 1 are one block of 160, middle 80", () => {
    expect([...classifyAreas(thirds, areas([1, 1, 2], [80, 80, 140]))]).toEqual([0, 0, 2]);
  });

  it("says the highest access and the share of each class", () => {
    expect(describeBorders(thirds, world, classifyAreas(thirds, world))).toEqual([
      { highest: 1, share: 80 / 300 },
      { highest: 3, share: 120 / 300 },
      { highest: 4, share: 100 / 300 },
    ]);
  });

  it("an area enters a class by passing another: rank counts", () => {
    // The first (80 people, access 1) is in class 1 once over 2: 60 before it, middle 100 is on the limit, still class 0;
    expect(prepareEntries(thirds, world)(1)).toEqual([
      null,
      // On 3, one block with the 60 there: 60 + 140 / 2 = 130.
      { access: 3, isStrict: false },
      // On 4: 120 + 180 / 2 = 210.
      { access: 4, isStrict: false },
    ]);
  });
});

describe("laws of classes by share", () => {
  const world = fc.array(
    fc.record({ access: fc.integer({ min: 1, max: 40 }), people: fc.integer({ min: 1, max: 500 }) }),
    { minLength: 2, maxLength: 25 },
  );
  const read = (rows: { access: number; people: number }[]) =>
    areas(
      rows.map((r) => r.access),
      rows.map((r) => r.people),
    );

  it("more access is never a lower class, and equal access is the same class", () => {
    fc.assert(
      fc.property(world, (rows) => {
        const classes = classifyAreas(NURSE, read(rows));
        for (const [i, a] of rows.entries()) {
          for (const [j, b] of rows.entries()) {
            if (a.access < b.access) expect(classes[i]).toBeLessThanOrEqual(classes[j]);
            if (a.access === b.access) expect(classes[i]).toBe(classes[j]);
          }
        }
      }),
      { seed: 11 },
    );
  });

  it("people up to each limit are the share asked, to half the block that lies on it", () => {
    fc.assert(
      fc.property(world, (rows) => {
        const classes = classifyAreas(NURSE, read(rows));
        const all = rows.reduce((sum, r) => sum + r.people, 0);
        const blocks = new Map<number, number>();
        for (const r of rows) blocks.set(r.access, (blocks.get(r.access) ?? 0) + r.people);
        shareLimits(NURSE).forEach((limit, k) => {
          const up = rows.reduce((sum, r, i) => sum + (classes[i] <= k ? r.people : 0), 0);
          expect(Math.abs(up - limit * all)).toBeLessThanOrEqual(Math.max(...blocks.values()) / 2 + 1e-9);
        });
      }),
      { seed: 12 },
    );
  });

  it("an entry puts the area into its class, and nothing nearer does: every value and every gap tried", () => {
    fc.assert(
      fc.property(world, fc.nat(), (rows, pick) => {
        const area = pick % rows.length;
        const start = read(rows);
        const own = start.access[area];
        const classAtAccess = (access: number) => {
          const moved = { ...start, access: start.access.with(area, access) };
          return classifyAreas(NURSE, moved)[area];
        };
        // Values are whole: halves are the gaps.
        const tried = Array.from({ length: 82 }, (_, k) => k / 2).filter((access) => access !== own);
        const current = classAtAccess(own);
        for (const [k, entry] of prepareEntries(NURSE, start)(area).entries()) {
          if (k === current) {
            expect(entry).toBeNull();
            continue;
          }
          const way = k > current ? 1 : -1;
          const found = tried.filter((access) => (access - own) * way > 0 && classAtAccess(access) === k);
          if (entry === null) {
            expect(found).toEqual([]);
            continue;
          }
          const reached = entry.isStrict ? entry.access + way / 2 : entry.access;
          expect(classAtAccess(reached)).toBe(k);
          for (const access of found) expect((access - reached) * way).toBeGreaterThanOrEqual(0);
        }
      }),
      { seed: 13, numRuns: 200 },
    );
  });
});

describe("gauges, by hand", () => {
  // 100 ZIP, 200 and 300 in the pool, 400 outside, 50 without access.
  const people = Float64Array.of(100, 200, 300, 400, 50);
  const classes = Int8Array.of(0, 1, 1, 2, UNZONED);
  const exchange = new Uint8Array(5);
  const rule = load("gp-2021");
  const [zip, , out, zac] = statesOf(rule).map((_, k) => k);

  it("ceilings count decisions; the country, a region and one without a figure", () => {
    // The 200 become priority, the 400 outside become complementary: 300 ZIP, 400 ZAC of 1,000.
    const states = Int8Array.of(zip, zip, 1, zac, UNZONED);
    const [ofZip, ofZac, exception] = readGauges(rule, { people, classes, states, exchange }, null);
    expect([ofZip.used, ofZip.allowed, ofZac.used, ofZac.allowed]).toEqual([300, 302, 400, 420]);
    expect(ofZip.left).toBe(2);
    // 5 % of the 500 of the pool; the 400 taken from outside pass it by 375.
    expect([exception.used, exception.allowed, exception.left]).toEqual([400, 25, -375]);
    const idf = readGauges(rule, { people, classes, states, exchange }, "11");
    expect(idf[0].allowed).toBe(624);
    expect(readGauges(rule, { people, classes, states, exchange }, "53")[0]).toMatchObject({
      allowed: null,
      left: null,
    });
  });

  it("what may be decided: nothing from a priority zone, two from outside", () => {
    expect(optionsFor(rule, zip, NO_EXCHANGE)).toEqual([]);
    expect(optionsFor(rule, 1, NO_EXCHANGE)).toEqual([zip, zac]);
    expect(optionsFor(rule, out, NO_EXCHANGE)).toEqual([zip, zac]);
    expect(optionsFor(rule, UNZONED, NO_EXCHANGE)).toEqual([]);
  });

  it("exchanges: as many people up as down keep the classes", () => {
    // A hundred areas of ten people, access 1 to 100. Limits 5.3, 14.7, 51.3, 71.7 %; low margin 10.3 %, high 33.4 %.
    const world = areas(
      Array.from({ length: 100 }, (_, k) => k + 1),
      Array.from({ length: 100 }, () => 10),
    );
    const own = classifyAreas(NURSE, world);
    const sides = findExchangeable(NURSE, world, own);
    // Middles 0.5, 1.5 … 9.5 % are within 10.3; from 66.6 %: 67.5 … 99.5.
    expect([...sides].filter((side) => side === LOW_EXCHANGE).length).toBe(10);
    expect([...sides].filter((side) => side === HIGH_EXCHANGE).length).toBe(33);
    expect(optionsFor(NURSE, own[0], sides[0])).toEqual([1]);
    expect(optionsFor(NURSE, own[10], sides[10])).toEqual([]);
    const states = own.slice();
    states[0] = 1;
    const one = readGauges(NURSE, { people: world.people, classes: own, states, exchange: sides }, null)[0];
    // Five areas very under-served, five others open: 50 people on each side; ten went up, none came down.
    expect(one).toMatchObject({ used: 10, allowed: 50, left: 40, balance: 10 });
    states[9] = 0;
    expect(readGauges(NURSE, { people: world.people, classes: own, states, exchange: sides }, null)[0].balance).toBe(0);
  });
});
