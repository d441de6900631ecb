import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Random } from "../../../src/core/random.ts";
import { permuteLags } from "../../../src/core/spatial/conditional-permutations.ts";
import { isConstant, standardScores } from "../../../src/core/spatial/deviations.ts";
import { adjustForDiscovery } from "../../../src/core/spatial/false-discovery.ts";
import { getisOrdStar } from "../../../src/core/spatial/getis-ord.ts";
import { localMoran, prepareLocalMoran, QUADRANTS } from "../../../src/core/spatial/local-moran.ts";
import { globalMoran } from "../../../src/core/spatial/moran.ts";
import { buildNeighbours, lagOf, type Neighbours, standardiseRows } from "../../../src/core/spatial/neighbours.ts";
import { gridNeighbours } from "./worlds.ts";

const weighted = fc.record({ from: fc.nat(11), to: fc.nat(11), weight: fc.double({ min: 0.1, max: 3, noNaN: true }) });

/** Any directed, weighted neighbours of twelve units, islands among them. */
const anyNeighbours = fc
  .uniqueArray(weighted, { selector: ({ from, to }) => 12 * from + to, maxLength: 60 })
  .map((links) => links.filter(({ from, to }) => from !== to))
  .map((links) =>
    buildNeighbours(
      {
        from: Uint32Array.from(links, (l) => l.from),
        to: Uint32Array.from(links, (l) => l.to),
        weights: Float64Array.from(links, (l) => l.weight),
      },
      12,
    ),
  );
const anyValues = fc
  .array(fc.integer({ min: -50, max: 50 }), { minLength: 12, maxLength: 12 })
  .map((list) => Float64Array.from(list))
  .filter((values) => !isConstant(values));

const sum = (column: Float64Array) => column.reduce((a, b) => a + b, 0);
const moran = (values: Float64Array, neighbours: Neighbours, permutations = 199, seed = 1) =>
  localMoran(values, neighbours, { permutations, seed });

describe("local Moran", () => {
  it("sums to S₀ times the global one", () => {
    fc.assert(
      fc.property(anyValues, anyNeighbours, (values, neighbours) => {
        fc.pre(neighbours.targets.length > 0);
        const expected = globalMoran(values, neighbours).i * sum(neighbours.weights);
        expect(sum(moran(values, neighbours).localI)).toBeCloseTo(expected, 9);
      }),
    );
  });

  it("does not change with the unit of the values; upside down, sides swap and p stays", () => {
    fc.assert(
      fc.property(anyValues, anyNeighbours, fc.integer({ min: 1, max: 9 }), fc.integer(), (values, w, scale, shift) => {
        const before = moran(values, w);
        const after = moran(
          values.map((x) => scale * x + (shift % 1000)),
          w,
        );
        const reversed = moran(
          values.map((x) => -x),
          w,
        );
        before.localI.forEach((i, unit) => {
          expect(after.localI[unit]).toBeCloseTo(i, 9);
          expect(reversed.localI[unit]).toBeCloseTo(i, 9);
        });
        expect(after.p).toEqual(before.p);
        expect(reversed.p).toEqual(before.p);
        before.quadrants.forEach((q, unit) => {
          const swapped = QUADRANTS[q].replace(/./g, (side) => (side === "H" ? "L" : "H"));
          // On the mean, or beside it, a unit is low both ways.
          if (Math.abs(before.z[unit]) > 1e-9 && Math.abs(before.lag[unit]) > 1e-9) {
            expect(QUADRANTS[after.quadrants[unit]]).toBe(QUADRANTS[q]);
            expect(QUADRANTS[reversed.quadrants[unit]]).toBe(swapped);
          }
        });
      }),
    );
  });

  it("keeps islands in n, their lag 0, their quadrant and p empty", () => {
    const pair = buildNeighbours({ from: Uint32Array.of(0, 1), to: Uint32Array.of(1, 0) }, 4);
    const { z, lag, localI, quadrants, p } = moran(Float64Array.of(1, 2, 3, 6), pair);
    // Mean 3, deviations −2 −1 0 3, Σ² = 14, sd = √3.5.
    expect([...z]).toEqual([-2, -1, 0, 3].map((d) => expect.closeTo(d / Math.sqrt(3.5), 12)));
    expect([...lag].map((x) => x * Math.sqrt(3.5))).toEqual([-1, -2, 0, 0].map((x) => expect.closeTo(x, 12)));
    expect([...localI]).toEqual([2 / 3.5, 2 / 3.5, 0, 0].map((i) => expect.closeTo(i, 12)));
    expect([...quadrants].map((q) => QUADRANTS[q])).toEqual(["LL", "LL", "", ""]);
    expect([p[2], p[3]]).toEqual([Number.NaN, Number.NaN]);
  });

  it("gives the p of every arrangement, counted one by one, to five Monte-Carlo errors; weights equal or not", () => {
    // A ring of nine with one chord: two or three neighbours, values with ties.
    const values = Float64Array.of(1, 2, 2, 5, 9, 4, 1, 0, 7);
    const ring = values.map((_, i) => (i + 1) % 9);
    const from = [...values.keys(), ...ring, 0, 4];
    const to = [...ring, ...values.keys(), 4, 0];
    const rook = standardiseRows(buildNeighbours({ from: Uint32Array.from(from), to: Uint32Array.from(to) }, 9));
    const uneven = standardiseRows({ ...rook, weights: rook.weights.map((_, k) => 1 + (k % 3)) });
    const draws = 40_000;
    const z = standardScores(values);
    for (const neighbours of [rook, uneven]) {
      const lag = lagOf(neighbours, z);
      const { counts, draw } = permuteLags(z, lag, neighbours, 5);
      draw(draws);
      const { atLeast, atMost } = counts;
      z.forEach((_, i) => {
        const weights = neighbours.weights.slice(neighbours.offsets[i], neighbours.offsets[i + 1]);
        const others = [...z.keys()].filter((j) => j !== i);
        const sums = dealAll(others, weights.length).map((deal) => deal.reduce((s, j, m) => s + weights[m] * z[j], 0));
        for (const [count, holds] of [
          [atLeast[i], (x: number) => x >= lag[i] - 1e-9],
          [atMost[i], (x: number) => x <= lag[i] + 1e-9],
        ] as const) {
          const exact = sums.filter(holds).length / sums.length;
          const error = Math.sqrt((exact * (1 - exact)) / draws);
          expect(Math.abs(count / draws - exact)).toBeLessThan(5 * error + 1e-12);
        }
      });
    }
  });

  it("has the same p with equal weights as when each deal is weighed", () => {
    const grid = standardiseRows(gridNeighbours(8, 9, true));
    const random = new Random(4);
    const values = Float64Array.from({ length: 72 }, () => random.below(6));
    const even = moran(values, grid, 499, 11);
    // A weight off by 1e-15 sends a unit down the long way; the tolerance of ties swallows it.
    const weights = grid.weights.map((w, k) => w * (1 + 2.3e-16 * (k % 2)));
    expect(weights.some((w, k) => w !== grid.weights[k])).toBe(true);
    expect(moran(values, { ...grid, weights }, 499, 11).p).toEqual(even.p);
  });

  it("has p as uniform as chance where values are dealt at random: Kolmogorov-Smirnov on 400 worlds, p 0.001", () => {
    // One unit per world: p of one world share their deals. Twice the smaller tail, in steps of 2/200.
    const grid = standardiseRows(gridNeighbours(5, 5));
    const random = new Random(20);
    const found = Array.from({ length: 400 }, (_, world) => {
      const values = Float64Array.from({ length: 25 }, () => random.unit());
      return moran(values, grid, 199, world).p[12];
    }).sort((a, b) => a - b);
    const distance = Math.max(...found.map((p, k) => Math.max((k + 1) / 400 - p, p - 0.01 - k / 400)));
    expect(distance).toBeLessThan(1.95 / Math.sqrt(400));
  });

  it("finds the hot corner of a grid, and the same for the same seed alone", () => {
    const grid = standardiseRows(gridNeighbours(10, 10));
    const values = Float64Array.from({ length: 100 }, (_, i) => (i % 10 < 5 && i < 50 ? 10 + (i % 2) : (i * 7) % 5));
    const first = moran(values, grid, 999, 1);
    expect(moran(values, grid, 999, 1)).toEqual(first);
    expect(moran(values, grid, 999, 2).p).not.toEqual(first.p);
    const kept = adjustForDiscovery(first.p);
    const hot = [...values.keys()].filter((i) => QUADRANTS[first.quadrants[i]] === "HH" && kept[i] <= 0.05);
    expect(hot.length).toBeGreaterThan(4);
    for (const i of hot) expect(i % 10 < 5 && i < 50).toBe(true);
  });

  it("is the same in one go or in many", () => {
    const grid = gridNeighbours(6, 6, true);
    const random = new Random(2);
    const values = Float64Array.from({ length: 36 }, () => random.unit());
    const test = prepareLocalMoran(values, grid, 3);
    for (const deals of [1, 100, 7, 91]) test.draw(deals);
    expect(test.result()).toEqual(moran(values, grid, 199, 3));
  });
});

describe("bivariate local Moran", () => {
  it("is the univariate one of a column beside itself, and keeps each unit's own second value out of its deals", () => {
    const grid = standardiseRows(gridNeighbours(4, 5));
    const random = new Random(8);
    const x = Float64Array.from({ length: 20 }, () => random.unit());
    const y = Float64Array.from({ length: 20 }, () => random.unit());
    const options = { permutations: 199, seed: 3 };
    expect(localMoran(x, grid, options, x)).toEqual(localMoran(x, grid, options));
    const crossed = localMoran(x, grid, options, y);
    expect(crossed.lag).toEqual(lagOf(grid, standardScores(y)));
    expect(crossed.p).toEqual(localMoran(y, grid, options).p);
  });
});

describe("Gi*", () => {
  it("of a row of three, by hand", () => {
    // Values 1 2 6: mean 3, population variance 14/3. Unit 0 with its neighbour: sum 3, expected 6;
    // deviation √(14/3)·√((3·2 − 4)/2) = √(14/3). Unit 1 has everyone: nothing to compare.
    const row = gridNeighbours(1, 3);
    const z = getisOrdStar(standardScores(Float64Array.of(1, 2, 6)), row);
    expect(z[0]).toBeCloseTo(-3 / Math.sqrt(14 / 3), 12);
    expect(z[1]).toBeNaN();
    expect(z[2]).toBeCloseTo(2 / Math.sqrt(14 / 3), 12);
  });
});

describe("false discovery rate", () => {
  it("is Benjamini and Hochberg's own example: four of fifteen kept at 0.05", () => {
    const p = [
      0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528, 0.759, 1,
    ];
    const adjusted = adjustForDiscovery(Float64Array.from(p));
    expect(adjusted.filter((q) => q <= 0.05).length).toBe(4);
    expect(adjusted[3]).toBeCloseTo((0.0095 * 15) / 4, 12);
  });

  it("keeps the order, never goes below p nor above 1, and passes over what is no test", () => {
    const p = fc.oneof(fc.double({ min: 0, max: 1, noNaN: true }), fc.constant(Number.NaN));
    fc.assert(
      fc.property(fc.array(p, { maxLength: 30 }), (list) => {
        const adjusted = adjustForDiscovery(Float64Array.from(list));
        const tests = list.filter((x) => !Number.isNaN(x));
        list.forEach((x, i) => {
          if (Number.isNaN(x)) expect(adjusted[i]).toBeNaN();
          else expect(adjusted[i] >= x - 1e-15 && adjusted[i] <= 1).toBe(true);
          list.forEach((y, j) => {
            if (x < y) expect(adjusted[i]).toBeLessThanOrEqual(adjusted[j]);
          });
        });
        const alone = adjustForDiscovery(Float64Array.from(tests));
        expect([...adjusted.filter((q) => !Number.isNaN(q))]).toEqual([...alone]);
      }),
    );
  });
});

/** Every ordered choice of `size` among the units. */
function dealAll(units: readonly number[], size: number): readonly (readonly number[])[] {
  if (size === 0) return [[]];
  return units.flatMap((unit) =>
    dealAll(
      units.filter((other) => other !== unit),
      size - 1,
    ).map((deal) => [unit, ...deal]),
  );
}
