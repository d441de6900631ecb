import { buildTravelTable } from "../access/travel-table.ts";
import type { AccessWorld } from "../access/world.ts";
import type { Run } from "../run.ts";
import { type Name, type NumberTable, named, type TableKey } from "./example.ts";

/** Nobody waits for an example, and nobody stops one. */
export const ALONE: Run = { signal: { aborted: false }, progress: () => undefined };

/** A world written as a matrix: minutes[i][j] from place i to practice j, NaN where there is no way. */
export function worldOf(
  demand: readonly number[],
  supply: readonly number[],
  minutes: readonly (readonly number[])[],
): AccessWorld {
  const pairs = minutes.flatMap((row, i) => row.flatMap((t, j) => (Number.isNaN(t) ? [] : [{ i, j, t }])));
  const table = buildTravelTable(
    {
      origins: Uint32Array.from(pairs, ({ i }) => i),
      destinations: Uint32Array.from(pairs, ({ j }) => j),
      minutes: Float64Array.from(pairs, ({ t }) => t),
    },
    demand.length,
    supply.length,
  );
  return { table, demand: Float64Array.from(demand), supply: Float64Array.from(supply) };
}

export type Matrix = readonly (readonly number[])[];

export const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
export const sumRows = (matrix: Matrix): readonly number[] => matrix.map(sum);
export const sumColumns = (matrix: Matrix): readonly number[] =>
  matrix[0].map((_, j) => sum(matrix.map((row) => row[j])));
export const mapCells = (matrix: Matrix, change: (cell: number, i: number, j: number) => number): Matrix =>
  matrix.map((row, i) => row.map((cell, j) => change(cell, i, j)));

/** Places by practices, with the sum of each row where `total` names it. */
export function matrixTable(key: TableKey, matrix: Matrix, total?: Name): NumberTable {
  return {
    key,
    rows: named("place", matrix.length),
    columns: [...named("practice", matrix[0].length), ...(total ? [total] : [])],
    cells: total ? matrix.map((row) => [...row, sum(row)]) : matrix,
  };
}

/** Columns side by side, one row per thing of the kind. */
export function columnsTable(
  key: TableKey,
  rows: readonly Name[],
  columns: readonly (readonly [Name["key"], readonly number[]])[],
): NumberTable {
  return {
    key,
    rows,
    columns: columns.map(([name]) => ({ key: name })),
    cells: rows.map((_, i) => columns.map(([, values]) => values[i])),
  };
}

/** One number to set. */
export function numberTable(key: TableKey, name: Name["key"], value: number): NumberTable {
  return { key, rows: [{ key: name }], columns: [{ key: "value" }], cells: [[value]] };
}
