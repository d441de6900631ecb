import { concentration, erreygers } from "../inequality/concentration.ts";
import type { Figure } from "../inequality/figure.ts";
import { measureInequality } from "../inequality/measure-inequality.ts";
import { measureShortfall } from "../inequality/shortfall.ts";
import { decomposeTheil } from "../inequality/theil.ts";
import { orderRows, type WeightedRows } from "../inequality/weighted-rows.ts";
import { columnOf, type Example, type Expected, type NameKey, type NumberTable, named } from "./example.ts";
import { columnsTable, numberTable, sum } from "./matrix-access.ts";

const VALUES = [1.2, 2, 2.6, 3.4, 5];
const PEOPLE = [1000, 3000, 2500, 2000, 1500];
const INCOMES = [15, 22, 19, 27, 31];
/** The first three places against the last two. */
const GROUPING = { groupOf: Uint32Array.of(0, 0, 0, 1, 1), count: 2 };

const valued = columnsTable("places", named("place", 5), [
  ["access", VALUES],
  ["people", PEOPLE],
]);

const six = (key: NameKey, value: number): Expected => ({ name: { key }, value, tolerance: 5e-7, digits: 6 });
const plain = (figure: Figure): number => (typeof figure === "number" ? figure : Number.NaN);

function rowsOf(table: NumberTable, key?: number): WeightedRows {
  const column = (k: number) => Float64Array.from(columnOf(table, k));
  return key === undefined ? orderRows(column(0), column(1)) : orderRows(column(0), column(1), column(key));
}

/** Shares of people and of access, summed in the order of the rows: the curve of Lorenz, or of concentration. */
function writeCurve(key: "curve" | "concentrated", { rows, values, weights, total, mean }: WeightedRows): NumberTable {
  const people = Array.from(weights, (w) => w / total);
  const held = people.map((f, k) => (f * values[k]) / mean);
  const until = (shares: readonly number[], k: number) => sum(shares.slice(0, k));
  return {
    key,
    rows: Array.from(rows, (row) => ({ key: "place", number: row + 1 })),
    columns: [{ key: "fraction" }, { key: "rank" }, { key: "held" }, { key: "before" }, { key: "after" }],
    cells: people.map((f, k) => [f, until(people, k) + f / 2, held[k], until(held, k), until(held, k + 1)]),
  };
}

/** Five places of 10,000 people in all, whose mean access is 2.8. */
export const INEQUALITY_EXAMPLES = [
  {
    id: "inequality",
    family: "inequality",
    origin: "by-hand",
    inputs: [valued],
    expected: [
      six("gini", 0.215),
      six("hoover", 0.160714),
      six("theil", 0.076843),
      six("between", 0.054018),
      // Given to six digits, of which the last of `within` was rounded from theil − between.
      { ...six("within", 0.022826), tolerance: 1e-6 },
      six("logDeviation", 0.078394),
      six("atkinsonHalf", 0.038124),
      { ...six("atkinsonOne", 0.0754), tolerance: 5e-5, digits: 4 },
    ],
    compute([table]) {
      const rows = rowsOf(table);
      const measures = measureInequality(rows, null);
      const parts = decomposeTheil(rows, GROUPING);
      const { between, within } = "because" in parts ? { between: Number.NaN, within: Number.NaN } : parts;
      const { gini, hoover, theil, meanLogDeviation, atkinsonHalf, atkinsonOne } = measures;
      return {
        values: [
          plain(gini),
          plain(hoover),
          plain(theil),
          between,
          within,
          plain(meanLogDeviation),
          plain(atkinsonHalf),
          plain(atkinsonOne),
        ],
        steps: [writeCurve("curve", rows)],
      };
    },
  },
  {
    id: "concentration",
    family: "inequality",
    origin: "by-hand",
    inputs: [
      {
        ...valued,
        columns: [...valued.columns, { key: "income" }],
        cells: valued.cells.map((row, i) => [...row, INCOMES[i]]),
      },
    ],
    expected: [six("concentration", 0.182857), six("standardError", 0.078961), six("erreygers", 0.538947)],
    compute([table]) {
      const rows = rowsOf(table, 2);
      const measured = concentration(rows);
      const values = Array.from(rows.values);
      const bounds = [Math.min(...values), Math.max(...values)] as const;
      const { index, standardError } =
        "because" in measured ? { index: Number.NaN, standardError: Number.NaN } : measured;
      return {
        values: [index, standardError, plain(erreygers(rows, bounds))],
        steps: [writeCurve("concentrated", rows)],
      };
    },
  },
  {
    id: "shortfall",
    family: "inequality",
    origin: "by-hand",
    inputs: [valued, numberTable("threshold", "threshold", 2.5)],
    expected: [six("headcount", 0.4), six("depth", 0.112), six("severity", 0.03904)],
    compute([table, limit]) {
      const threshold = limit.cells[0][0];
      const shortfall = measureShortfall(rowsOf(table), threshold);
      const { headcount, depth, severity } =
        "because" in shortfall ? { headcount: Number.NaN, depth: Number.NaN, severity: Number.NaN } : shortfall;
      const people = columnOf(table, 1);
      const fractions = people.map((n) => n / sum(people));
      const gaps = columnOf(table, 0).map((value) => (value < threshold ? (threshold - value) / threshold : 0));
      return {
        values: [headcount, depth, severity],
        steps: [
          columnsTable("shortfall", named("place", people.length), [
            ["fraction", fractions],
            ["gap", gaps],
            ["depth", fractions.map((f, i) => f * gaps[i])],
            ["severity", fractions.map((f, i) => f * gaps[i] ** 2)],
          ]),
        ],
      };
    },
  },
] as const satisfies readonly Example[];
