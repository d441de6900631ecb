import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sortAscending } from "../../../src/core/inequality/ascending-order.ts";
import { concentration } from "../../../src/core/inequality/concentration.ts";
import type { Figure } from "../../../src/core/inequality/figure.ts";
import { gini } from "../../../src/core/inequality/gini.ts";
import { drawLorenz, heldByWorst, thinLorenz } from "../../../src/core/inequality/lorenz.ts";
import { decomposeMeanLogDeviation } from "../../../src/core/inequality/mean-log-deviation.ts";
import { measureInequality } from "../../../src/core/inequality/measure-inequality.ts";
import { measureShortfall, shortfallByGroup } from "../../../src/core/inequality/shortfall.ts";
import { decomposeTheil } from "../../../src/core/inequality/theil.ts";
import { orderRows } from "../../../src/core/inequality/weighted-rows.ts";
import { type Area, anyAreas, groupsOf, positiveAreas, rowsOf } from "./columns.ts";

const SEEDED = { seed: 5 };

/** The figures of one number, by name; the shortfall apart. */
function figuresOf(areas: readonly Area[], threshold = 2.5): Readonly<Record<string, Figure>> {
  const { shortfall, ...relative } = measureInequality(rowsOf(areas), threshold);
  return "because" in shortfall ? relative : { ...relative, ...shortfall };
}

function expectSame(actual: Readonly<Record<string, Figure>>, expected: Readonly<Record<string, Figure>>): void {
  expect(Object.keys(actual)).toEqual(Object.keys(expected));
  for (const [name, figure] of Object.entries(expected)) {
    if (typeof figure === "number") expect(actual[name], name).toBeCloseTo(figure, 9);
    else expect(actual[name], name).toEqual(figure);
  }
}

describe("laws of inequality", () => {
  it("no figure is ever NaN or infinite", () => {
    fc.assert(
      fc.property(anyAreas(0), (areas) => {
        for (const figure of Object.values(figuresOf(areas))) {
          expect(typeof figure === "number" ? Number.isFinite(figure) : figure.because.length > 0).toBe(true);
        }
      }),
      SEEDED,
    );
  });

  it("equality: every index 0, every ratio 1", () => {
    fc.assert(
      fc.property(positiveAreas(), (areas) => {
        const equal = areas.map(({ people }) => ({ value: areas[0].value, people }));
        const { headcount, depth, severity, ...relative } = figuresOf(equal);
        const ratios = ["percentileRatio", "tenthRatio", "palma"];
        for (const [name, figure] of Object.entries(relative)) {
          expect(figure, name).toBeCloseTo(ratios.includes(name) ? 1 : 0, 9);
        }
      }),
      SEEDED,
    );
  });

  it("indices of nonnegative values lie in [0, 1[, T below ln of the people over the smallest area", () => {
    fc.assert(
      fc.property(anyAreas(), (areas) => {
        const { gini, hoover, theil, atkinsonHalf } = figuresOf(areas);
        for (const index of [gini, hoover, atkinsonHalf]) {
          if (typeof index !== "number") continue;
          expect(index).toBeGreaterThanOrEqual(-1e-12);
          expect(index).toBeLessThan(1);
        }
        const people = areas.reduce((sum, area) => sum + area.people, 0);
        const most = Math.log(people / Math.min(...areas.map((area) => area.people)));
        if (typeof theil === "number") expect(theil).toBeLessThanOrEqual(most + 1e-9);
      }),
      SEEDED,
    );
  });

  it("scale: values and threshold times anything change nothing", () => {
    fc.assert(
      fc.property(anyAreas(), fc.integer({ min: 1, max: 9000 }), (areas, factor) => {
        // A power of two keeps every comparison with the threshold exact.
        const by = 2 ** ((factor % 20) - 10);
        const scaled = areas.map(({ value, people }) => ({ value: value * by, people }));
        expectSame(figuresOf(scaled, 2.5 * by), figuresOf(areas));
        const whole = areas.map(({ value, people }) => ({ value: value * factor, people }));
        const relative = ({ headcount, depth, severity, ...rest }: Readonly<Record<string, Figure>>) => rest;
        expectSame(relative(figuresOf(whole)), relative(figuresOf(areas)));
      }),
      SEEDED,
    );
  });

  it("replication: everyone several times over, as weights or as rows, changes nothing", () => {
    fc.assert(
      fc.property(anyAreas(), fc.integer({ min: 2, max: 5 }), (areas, times) => {
        const figures = figuresOf(areas);
        expectSame(figuresOf(areas.map(({ value, people }) => ({ value, people: people * times }))), figures);
        expectSame(figuresOf(Array.from({ length: times }, () => areas).flat()), figures);
      }),
      SEEDED,
    );
  });

  it("the order of the areas changes nothing, and an area split in two neither", () => {
    fc.assert(
      fc.property(anyAreas(), (areas) => {
        const halves = areas.flatMap(({ value, people }) => [
          { value, people: people * 0.25 },
          { value, people: people * 0.75 },
        ]);
        expectSame(figuresOf(areas.toReversed()), figuresOf(areas));
        expectSame(figuresOf(halves), figuresOf(areas));
      }),
      SEEDED,
    );
  });

  it("transfer: taking from those who have more for those who have less lowers every index, never raises a gap", () => {
    fc.assert(
      fc.property(positiveAreas(2), fc.double({ min: 0.01, max: 0.49, noNaN: true }), (areas, part) => {
        const [poor, rich] = [...areas]
          .sort((a, b) => a.value - b.value)
          .filter((_, i, all) => i === 0 || i === all.length - 1);
        fc.pre(rich.value - poor.value > 0.01);
        // Both end strictly between where they were, the poorer still the poorer or equal.
        const people = Math.min(poor.people, rich.people);
        const moved = part * (rich.value - poor.value) * people;
        const after = areas.map((area) => {
          if (area === poor) return { ...area, value: area.value + moved / area.people };
          return area === rich ? { ...area, value: area.value - moved / area.people } : area;
        });
        const [then, now] = [figuresOf(areas), figuresOf(after)];
        for (const name of ["gini", "theil", "meanLogDeviation", "atkinsonHalf", "atkinsonOne"]) {
          expect(now[name] as number, name).toBeLessThan(then[name] as number);
        }
        for (const name of ["hoover", "palma", "severity"]) {
          expect(now[name] as number, name).toBeLessThanOrEqual((then[name] as number) + 1e-9);
        }
      }),
      SEEDED,
    );
  });

  it("Theil and mean log deviation: between and within add up to the total, none below 0", () => {
    fc.assert(
      fc.property(positiveAreas(), (areas) => {
        for (const decompose of [decomposeTheil, decomposeMeanLogDeviation]) {
          const parts = decompose(rowsOf(areas), groupsOf(areas));
          if ("because" in parts) throw new Error(parts.because);
          expect(parts.between + parts.within).toBeCloseTo(parts.total, 9);
          expect(Math.min(parts.between, parts.within)).toBeGreaterThan(-1e-12);
        }
      }),
      SEEDED,
    );
  });

  it("Theil still adds up with zeros, whole groups of them included", () => {
    fc.assert(
      fc.property(anyAreas(), (areas) => {
        const grouping = groupsOf(areas);
        const emptied = areas.map((area, i) => (grouping.groupOf[i] === 1 ? { ...area, value: 0 } : area));
        const parts = decomposeTheil(rowsOf(emptied), grouping);
        if ("because" in parts) expect(emptied.every(({ value }) => value === 0)).toBe(true);
        else expect(parts.between + parts.within).toBeCloseTo(parts.total, 9);
      }),
      SEEDED,
    );
  });

  it("FGT: the groups' measures weighted by their people are that of everyone", () => {
    fc.assert(
      fc.property(anyAreas(), (areas) => {
        const rows = rowsOf(areas);
        const grouping = groupsOf(areas);
        const whole = measureShortfall(rows, 2.5);
        if ("because" in whole) throw new Error(whole.because);
        const groups = shortfallByGroup(rows, 2.5, grouping);
        for (const name of ["headcount", "depth", "severity"] as const) {
          const sum = areas.reduce((total, { people }, i) => {
            const own = groups[grouping.groupOf[i]];
            return "because" in own ? Number.NaN : total + people * own[name];
          }, 0);
          expect(sum / rows.total).toBeCloseTo(whole[name], 12);
        }
      }),
      SEEDED,
    );
  });

  it("FGT: headcount ≥ depth ≥ severity, and all grow with the threshold", () => {
    fc.assert(
      fc.property(anyAreas(), fc.integer({ min: 1, max: 100 }), (areas, tenths) => {
        const at = (threshold: number) => figuresOf(areas, threshold) as Record<string, number>;
        const [low, high] = [at(tenths / 10), at((tenths + 1) / 10)];
        expect(low.headcount).toBeGreaterThanOrEqual(low.depth);
        expect(low.depth).toBeGreaterThanOrEqual(low.severity);
        for (const name of ["headcount", "depth", "severity"])
          expect(high[name]).toBeGreaterThanOrEqual(low[name] - 1e-12);
      }),
      SEEDED,
    );
  });

  it("the Gini index is the concentration index of the values ranked by themselves, and the reverse its opposite", () => {
    fc.assert(
      fc.property(positiveAreas(), (areas) => {
        const rows = rowsOf(areas);
        const own = concentration(rows);
        if ("because" in own) throw new Error(own.because);
        expect(own.index).toBeCloseTo(gini(rows) as number, 9);
        const values = Float64Array.from(areas, ({ value }) => value);
        const people = Float64Array.from(areas, (area) => area.people);
        const reverse = concentration(
          orderRows(
            values,
            people,
            values.map((value) => -value),
          ),
        );
        expect(reverse).toMatchObject({ index: expect.closeTo(-own.index, 9) });
      }),
      SEEDED,
    );
  });

  it("no rank concentrates more than the values themselves", () => {
    fc.assert(
      fc.property(
        positiveAreas(),
        fc.array(fc.integer({ min: -3, max: 3 }), { minLength: 40, maxLength: 40 }),
        (areas, ranks) => {
          const rows = orderRows(
            Float64Array.from(areas, ({ value }) => value),
            Float64Array.from(areas, ({ people }) => people),
            Float64Array.from(areas, (_, i) => ranks[i]),
          );
          const { index, standardError } = concentration(rows) as { index: number; standardError: number };
          expect(Math.abs(index)).toBeLessThanOrEqual((gini(rowsOf(areas)) as number) + 1e-9);
          expect(standardError).toBeGreaterThanOrEqual(0);
        },
      ),
      SEEDED,
    );
  });
});

describe("laws of the Lorenz curve", () => {
  const curveOf = (areas: readonly Area[]) => {
    const curve = drawLorenz(rowsOf(areas));
    if ("because" in curve) throw new Error(curve.because);
    return curve;
  };

  it("goes from (0, 0) to (1, 1), under equality and convex", () => {
    fc.assert(
      fc.property(positiveAreas(), (areas) => {
        const { people, held } = curveOf(areas);
        expect([people[0], held[0], people.at(-1), held.at(-1)]).toEqual([0, 0, 1, 1]);
        let steepness = 0;
        for (let k = 1; k < people.length; k++) {
          const slope = (held[k] - held[k - 1]) / (people[k] - people[k - 1]);
          expect(slope).toBeGreaterThanOrEqual(steepness - 1e-6);
          expect(held[k]).toBeLessThanOrEqual(people[k] + 1e-12);
          steepness = slope;
        }
      }),
      SEEDED,
    );
  });

  it("Gini is twice the area above it, Hoover its widest gap", () => {
    fc.assert(
      fc.property(positiveAreas(), (areas) => {
        const { people, held } = curveOf(areas);
        const figures = figuresOf(areas);
        let area = 0;
        for (let k = 1; k < people.length; k++) area += ((people[k] - people[k - 1]) * (held[k] + held[k - 1])) / 2;
        expect(figures.gini).toBeCloseTo(1 - 2 * area, 9);
        expect(figures.hoover).toBeCloseTo(Math.max(...people.map((p, k) => p - held[k])), 9);
      }),
      SEEDED,
    );
  });

  it("read anywhere it grows, and passes through its points", () => {
    fc.assert(
      fc.property(positiveAreas(), (areas) => {
        const curve = curveOf(areas);
        curve.people.forEach((share, k) => {
          expect(heldByWorst(curve, share)).toBeCloseTo(curve.held[k], 9);
        });
        for (let p = 1; p <= 20; p++) {
          expect(heldByWorst(curve, p / 20)).toBeGreaterThanOrEqual(heldByWorst(curve, (p - 1) / 20));
        }
      }),
      SEEDED,
    );
  });

  it("thinned: points of the curve, never more than asked, both ends kept, nowhere far from it", () => {
    fc.assert(
      fc.property(fc.integer({ min: 5, max: 60 }), fc.integer({ min: 100, max: 2000 }), (most, areas) => {
        const curve = curveOf(
          Array.from({ length: areas }, (_, i) => ({ value: 1 + ((i * 37) % 101), people: 1 + (i % 7) })),
        );
        const thin = thinLorenz(curve, most);
        expect(thin.people.length).toBeLessThanOrEqual(most);
        expect(thin.people.length).toBeGreaterThan(most / 3);
        expect([thin.people[0], thin.held[0], thin.people.at(-1), thin.held.at(-1)]).toEqual([0, 0, 1, 1]);
        for (let k = 0; k < thin.people.length; k++) {
          expect(heldByWorst(curve, thin.people[k])).toBeCloseTo(thin.held[k], 12);
        }
        for (let k = 0; k < curve.people.length; k++) {
          const gap = heldByWorst(thin, curve.people[k]) - curve.held[k];
          expect(gap).toBeGreaterThanOrEqual(-1e-12);
          expect(gap).toBeLessThan(2 / (most - 2) + 0.05);
        }
      }),
      { ...SEEDED, numRuns: 30 },
    );
  });
});

describe("sorting", () => {
  it("few rows or many: ascending, equal keys in the order given, −0 equal to 0", () => {
    const key = fc.oneof(
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.constantFrom(0, -0, 1, -1, 2.5, Number.MIN_VALUE, Number.MAX_VALUE, -Number.MAX_VALUE),
    );
    fc.assert(
      fc.property(fc.array(key, { minLength: 0, maxLength: 1500, size: "max" }), (list) => {
        const keys = Float64Array.from(list);
        const rows = Uint32Array.from(keys.keys()).filter((row) => row % 5 !== 3);
        const expected = [...rows].sort((a, b) => keys[a] - keys[b] || a - b);
        expect([...sortAscending(rows, keys)]).toEqual(expected);
      }),
      { ...SEEDED, numRuns: 60 },
    );
  });
});
