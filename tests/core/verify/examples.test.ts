import { describe, expect, it } from "vitest";
import { judge, type NumberTable } from "../../../src/core/verify/example.ts";
import { EXAMPLES } from "../../../src/core/verify/examples.ts";

/** The table with one cell changed. */
const withCell = (table: NumberTable, row: number, column: number, value: number): NumberTable => ({
  ...table,
  cells: table.cells.map((line, i) => line.map((cell, j) => (i === row && j === column ? value : cell))),
});

describe.each(EXAMPLES.map((example) => [example.id, example] as const))("%s", (_, example) => {
  const { inputs, expected } = example;
  const computed = example.compute(inputs);

  it("gives the expected figures", () => {
    expect(computed.values.length).toBe(expected.length);
    expected.forEach(({ value, tolerance }, i) => {
      expect(Math.abs(computed.values[i] - value), `${computed.values[i]} for ${value}`).toBeLessThanOrEqual(tolerance);
    });
    expect(judge(expected, computed.values).every(Boolean)).toBe(true);
  });

  it("has tables whose cells fit their rows and columns", () => {
    for (const { rows, columns, cells } of [...inputs, ...computed.steps]) {
      expect(cells.length).toBe(rows.length);
      for (const line of cells) expect(line.length).toBe(columns.length);
    }
    expect(inputs.flatMap(({ cells }) => cells.flat()).every(Number.isFinite)).toBe(true);
  });

  it("moves away from the expected figures when one input is changed enough, whichever table it is in", () => {
    for (const [t, table] of inputs.entries()) {
      const moved = table.cells.flatMap((line, row) =>
        line.flatMap((cell, column) =>
          [cell * 3 + 7, cell / 4].map((value) => {
            const changed = inputs.map((other, k) => (k === t ? withCell(table, row, column, value) : other));
            return judge(expected, example.compute(changed).values).includes(false);
          }),
        ),
      );
      expect(moved, table.key).toContain(true);
    }
  });

  it("keeps its inputs as they were", () => {
    expect(example.compute(inputs)).toEqual(computed);
  });
});

describe("the steps written by hand end where the application's code does", () => {
  const lastColumn = ({ cells }: NumberTable) => cells.map((line) => line.at(-1));
  it.each(EXAMPLES.filter(({ family }) => family === "catchments").map((example) => [example.id, example] as const))(
    "%s, as given and with other people, supply and minutes",
    (_, example) => {
      const [places, sites, minutes, decay] = example.inputs;
      const others = [withCell(places, 1, 0, 25), withCell(sites, 0, 0, 10), withCell(minutes, 2, 0, 12.5), decay];
      for (const inputs of [example.inputs, others]) {
        const { values, steps } = example.compute(inputs);
        const written = steps.at(-1) as NumberTable;
        values.forEach((value, i) => {
          expect(value).toBeCloseTo(lastColumn(written)[i] as number, 12);
        });
      }
    },
  );

  it.each(EXAMPLES.filter(({ origin }) => origin === "published").map((example) => [example.id, example] as const))(
    "%s",
    (_, example) => {
      const { values, steps } = example.compute(example.inputs);
      expect(values[0]).toBeCloseTo(steps[0].cells.at(-1)?.[1] as number, 10);
    },
  );

  it("Gini from the Lorenz curve, concentration from the ranks, shortfall from the gaps", () => {
    const stepOf = (id: string) => {
      const example = EXAMPLES.find((one) => one.id === id);
      if (!example) throw new Error(id);
      const { values, steps } = example.compute(example.inputs);
      return { values, cells: steps[0].cells };
    };
    const total = (cells: NumberTable["cells"], part: (line: readonly number[]) => number) =>
      cells.reduce((sum, line) => sum + part(line), 0);
    const lorenz = stepOf("inequality");
    expect(lorenz.values[0]).toBeCloseTo(1 - total(lorenz.cells, ([f, , , before, after]) => f * (before + after)), 12);
    const ranked = stepOf("concentration");
    expect(ranked.values[0]).toBeCloseTo(2 * total(ranked.cells, ([, rank, held]) => rank * held) - 1, 12);
    const { values, cells } = stepOf("shortfall");
    expect(values[1]).toBeCloseTo(
      total(cells, (line) => line[2]),
      12,
    );
    expect(values[2]).toBeCloseTo(
      total(cells, (line) => line[3]),
      12,
    );
  });
});

it("names every example once, and compares with nothing that is not a number", () => {
  expect(new Set(EXAMPLES.map(({ id }) => id)).size).toBe(EXAMPLES.length);
  expect(judge([{ name: { key: "gini" }, value: 1, tolerance: 9, digits: 0 }], [Number.NaN])).toEqual([false]);
});
