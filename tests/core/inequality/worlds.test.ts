import { describe, expect, it } from "vitest";
import { tenthMeans } from "../../../src/core/access/distribution.ts";
import { concentration, erreygers } from "../../../src/core/inequality/concentration.ts";
import { meanOfEnd, palma, tenthRatio } from "../../../src/core/inequality/extreme-means.ts";
import { hoover } from "../../../src/core/inequality/hoover.ts";
import { drawLorenz, heldByWorst } from "../../../src/core/inequality/lorenz.ts";
import { decomposeMeanLogDeviation } from "../../../src/core/inequality/mean-log-deviation.ts";
import { measureInequality } from "../../../src/core/inequality/measure-inequality.ts";
import { percentileRatio, quantile } from "../../../src/core/inequality/quantile.ts";
import { measureShortfall, shortfallByGroup } from "../../../src/core/inequality/shortfall.ts";
import { decomposeTheil } from "../../../src/core/inequality/theil.ts";
import { orderRows } from "../../../src/core/inequality/weighted-rows.ts";
import { FIVE_INCOMES, FIVE_PEOPLE, FIVE_VALUES, rowsOf } from "./columns.ts";

const near = (value: unknown, expected: number, digits = 6) => expect(value as number).toBeCloseTo(expected, digits);

describe("five places of 1,000, 3,000, 2,500, 2,000 and 1,500 people (METHODS, section B)", () => {
  const rows = orderRows(FIVE_VALUES, FIVE_PEOPLE);
  const measures = measureInequality(rows, 2.5);

  it("has the published figures", () => {
    near(measures.gini, 0.215, 12);
    near(measures.hoover, 0.160714);
    near(measures.theil, 0.076843);
    near(measures.meanLogDeviation, 0.078394);
    near(measures.atkinsonHalf, 0.038124);
    near(measures.atkinsonOne, 0.0754);
  });

  it("Gini by hand: held 1.2, 7.2, 13.7, 20.5, 28 thousand", () => {
    // Σ w (before + after) = 1·1.2 + 3·8.4 + 2.5·20.9 + 2·34.2 + 1.5·48.5 = 219.8; 1 − 219.8 / (10·28) = 0.215.
    near(measures.gini, 1 - 219.8 / 280, 12);
  });

  it("Hoover by hand: those above 2.8 have 2·0.6 + 1.5·2.2 = 4.5 thousand more than the mean", () => {
    expect(hoover(rows)).toEqual({ index: expect.closeTo(4.5 / 28, 12), amount: expect.closeTo(4500, 9) });
  });

  it("under 2.5: 4,000 people, who lack 1·1.3 + 3·0.5 = 2.8 thousand of 25", () => {
    expect(measures.shortfall).toEqual({
      headcount: expect.closeTo(0.4, 12),
      depth: expect.closeTo(2.8 / 25, 12),
      severity: expect.closeTo((1 * 0.52 ** 2 + 3 * 0.2 ** 2) / 10, 12),
    });
    near((0.52 ** 2 + 3 * 0.2 ** 2) / 10, 0.03904, 12);
  });

  it("first three against last two: between 0.054018, within 0.022826", () => {
    const grouping = { groupOf: Uint32Array.of(0, 0, 0, 1, 1), count: 2 };
    expect(decomposeTheil(rows, grouping)).toEqual({
      total: expect.closeTo(0.076843, 6),
      between: expect.closeTo(0.054018, 6),
      within: expect.closeTo(0.022826, 6),
    });
    // Means 13.7/6.5 and 14.3/3.5: L between = 0.65·ln(2.8·6.5/13.7) + 0.35·ln(2.8·3.5/14.3).
    const between = 0.65 * Math.log((2.8 * 6.5) / 13.7) + 0.35 * Math.log((2.8 * 3.5) / 14.3);
    expect(decomposeMeanLogDeviation(rows, grouping)).toMatchObject({ between: expect.closeTo(between, 12) });
    const parts = shortfallByGroup(rows, 2.5, grouping);
    expect(parts).toMatchObject([{ headcount: expect.closeTo(4 / 6.5, 12) }, { headcount: 0, depth: 0, severity: 0 }]);
  });

  it("by income, 15 < 19 < 22 < 27 < 31: concentration, standard error, Erreygers between 1.2 and 5", () => {
    const byIncome = orderRows(FIVE_VALUES, FIVE_PEOPLE, FIVE_INCOMES);
    expect([...byIncome.rows]).toEqual([0, 2, 1, 3, 4]);
    // Mid-ranks .05, .225, .5, .75, .925; 2/28·(1.2·.05 + 6.5·.225 + 6·.5 + 6.8·.75 + 7.5·.925) − 1.
    expect(concentration(byIncome)).toEqual({
      index: expect.closeTo((2 / 28) * (0.06 + 1.4625 + 3 + 5.1 + 6.9375) - 1, 12),
      standardError: expect.closeTo(0.078961, 6),
    });
    near((2 / 28) * 16.56 - 1, 0.182857);
    near(erreygers(byIncome, [1.2, 5]), 0.538947);
    expect(erreygers(byIncome, [1.3, 5])).toEqual({ because: "outside-bounds" });
    expect(erreygers(byIncome, [5, 5])).toEqual({ because: "outside-bounds" });
  });

  it("tenths and percentiles: 1,000 people at 1.2, 1,000 of the 1,500 at 5; the lowest four tenths hold 7.2", () => {
    near(tenthRatio(rows), 5 / 1.2, 12);
    near(percentileRatio(rows), 5 / 1.2, 12);
    near(palma(rows), 5 / (7.2 / 4), 12);
    expect([0.1, 0.4, 0.400001, 0.65, 0.85, 0.9, 1].map((share) => quantile(rows, share))).toEqual([
      1.2, 2, 2.6, 2.6, 3.4, 5, 5,
    ]);
  });

  it("the worse-off half holds 7.2 and the 1,000 first of the third place, 2.6", () => {
    const curve = drawLorenz(rows);
    if ("because" in curve) throw new Error(curve.because);
    near(heldByWorst(curve, 0.5), 9.8 / 28, 12);
    expect([heldByWorst(curve, 0), heldByWorst(curve, 1), heldByWorst(curve, 2)]).toEqual([0, 1, 1]);
    expect([...curve.people]).toEqual([0, 0.1, 0.4, 0.65, 0.85, 1].map((p) => expect.closeTo(p, 12)));
    expect([...curve.held]).toEqual([0, 1.2, 7.2, 13.7, 20.5, 28].map((h) => expect.closeTo(h / 28, 12)));
  });
});

describe("tenths as the DREES defines them", () => {
  const values = Float64Array.of(5, 1, Number.NaN, 2, 9);
  const people = Float64Array.of(880, 50, 300, 70, Number.NaN);
  const standardised = Float64Array.of(900, 150, 400, 140, 10);

  it("splits the area on the border: 50 people at 1 and 50 of the 70 at 2", () => {
    const rows = orderRows(values, people);
    // Standardised: 150·1 + 140·(50/70)·2 over 150 + 100.
    near(meanOfEnd(rows, "first", 0.1, standardised), (150 + 200) / 250, 12);
    near(tenthRatio(rows, standardised), 5 / 1.4, 12);
  });

  it("says the same as the two means beside it", () => {
    const { lowest, highest } = tenthMeans(values, people, standardised);
    near(tenthRatio(orderRows(values, people), standardised), highest / lowest, 12);
  });

  it("has none where the means weigh nothing", () => {
    expect(tenthRatio(orderRows(values, people), Float64Array.of(1, Number.NaN, 1, 0, 1))).toEqual({
      because: "nobody",
    });
  });
});

describe("rows that do not count", () => {
  it("counts those without a value apart from those without weight", () => {
    const values = Float64Array.of(2, Number.NaN, 1, 3, Number.POSITIVE_INFINITY, 4);
    const rows = orderRows(values, Float64Array.of(1, 1, 0, 2, 1, Number.NaN));
    expect([[...rows.rows], [...rows.values], [...rows.weights]]).toEqual([
      [0, 3],
      [2, 3],
      [1, 2],
    ]);
    expect([rows.total, rows.mean, rows.missing, rows.weightless]).toEqual([3, 8 / 3, 2, 2]);
  });

  it("a row without the key is left out too", () => {
    const rows = orderRows(Float64Array.of(2, 3, 4), Float64Array.of(1, 1, 1), Float64Array.of(9, Number.NaN, -1));
    expect([[...rows.rows], [...rows.keys], rows.missing]).toEqual([[2, 0], [-1, 9], 1]);
  });
});

describe("what has no value says why", () => {
  const all = (areas: readonly { readonly value: number; readonly people: number }[]) => ({
    ...measureInequality(rowsOf(areas), 2.5),
    lorenz: drawLorenz(rowsOf(areas)),
    concentration: concentration(rowsOf(areas)),
  });

  it("nobody", () => {
    for (const figure of Object.values(all([{ value: Number.NaN, people: 3 }]))) {
      expect(figure).toEqual({ because: "nobody" });
    }
  });

  it("everyone at 0: shares of nothing, but everyone under the threshold", () => {
    const { shortfall, ...relative } = all([{ value: 0, people: 3 }]);
    for (const figure of Object.values(relative)) expect(figure).toEqual({ because: "mean-zero" });
    expect(shortfall).toEqual({ headcount: 1, depth: 1, severity: 1 });
  });

  it("a tenth at 0: no logarithm and no ratio, the rest stands", () => {
    const areas = [
      { value: 0, people: 10 },
      { value: 4, people: 90 },
    ];
    const figures = all(areas);
    expect([figures.meanLogDeviation, figures.atkinsonOne]).toEqual([
      { because: "value-zero" },
      { because: "value-zero" },
    ]);
    expect([figures.tenthRatio, figures.percentileRatio]).toEqual([
      { because: "lowest-zero" },
      { because: "lowest-zero" },
    ]);
    // 0·ln 0 = 0: T = 0.9·(4/3.6)·ln(4/3.6) = ln(10/9); Gini and Hoover 0.1; Palma 4 over the mean of 10·0 and 30·4.
    near(figures.theil, Math.log(10 / 9), 12);
    near(figures.gini, 0.1, 12);
    near(figures.hoover, 0.1, 12);
    near(figures.palma, 4 / 3, 12);
    near(figures.atkinsonHalf, 1 - (0.9 * Math.sqrt(10 / 9)) ** 2, 12);
  });

  it("a negative value: no shares; a threshold that is none: no shortfall", () => {
    const rows = rowsOf([
      { value: -1, people: 1 },
      { value: 4, people: 1 },
    ]);
    const { shortfall, ...relative } = measureInequality(rows, null);
    for (const figure of Object.values(relative)) expect(figure).toEqual({ because: "value-negative" });
    expect(shortfall).toEqual({ because: "no-threshold" });
    expect(measureShortfall(rows, 0)).toEqual({ because: "no-threshold" });
    expect(measureShortfall(rows, 2)).toMatchObject({ headcount: 0.5, depth: 0.75 });
  });

  it("a group of nobody has no shortfall, and adds nothing to a decomposition", () => {
    const rows = orderRows(FIVE_VALUES, FIVE_PEOPLE);
    const grouping = { groupOf: Uint32Array.of(0, 2, 2, 2, 2), count: 3 };
    expect(shortfallByGroup(rows, 2.5, grouping)[1]).toEqual({ because: "nobody" });
    const { total, between, within } = decomposeTheil(rows, grouping) as {
      total: number;
      between: number;
      within: number;
    };
    near(between + within, total, 12);
  });
});

describe("ties in the rank", () => {
  it("share one block, whatever their order", () => {
    // Ranks 1, 1, 2; people 1, 3, 4; values 6, 2, 1: μ = 2; mid-ranks 0.25, 0.25, 0.75.
    const values = Float64Array.of(6, 2, 1);
    const people = Float64Array.of(1, 3, 4);
    const measured = concentration(orderRows(values, people, Float64Array.of(1, 1, 2)));
    // 2/(8·2)·(6·0.25 + 6·0.25 + 4·0.75) − 1 = −0.25.
    expect(measured).toMatchObject({ index: expect.closeTo(-0.25, 12) });
    const turned = concentration(
      orderRows(values.slice().reverse(), people.slice().reverse(), Float64Array.of(2, 1, 1)),
    );
    expect(turned).toEqual(measured);
  });

  it("everyone of one rank: nothing is concentrated", () => {
    const one = concentration(orderRows(FIVE_VALUES, FIVE_PEOPLE, new Float64Array(5).fill(3)));
    expect(one).toMatchObject({ index: expect.closeTo(0, 12) });
  });
});
