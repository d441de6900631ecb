/** Published against computed values as counts over a square grid: what a scatter of 35,000 points shows. */
export interface ParityCloud {
  /** Width of a cell, unit of the values; the last cell of each axis is open. */
  readonly step: number;
  readonly cells: number;
  /** Column (published), row (computed) and number of places of each cell that has any: three numbers each. */
  readonly counts: readonly number[];
}

/** Counts the rows listed over `cells` × `cells` of `step`; both columns must have a value ≥ 0 there. */
export function binCloud(
  published: Float64Array,
  computed: Float64Array,
  rows: readonly number[],
  step: number,
  cells: number,
): ParityCloud {
  const grid = new Uint32Array(cells * cells);
  const cellOf = (value: number) => Math.min(cells - 1, Math.max(0, Math.floor(value / step + 1e-9)));
  for (const i of rows) grid[cellOf(computed[i]) * cells + cellOf(published[i])]++;
  const counts: number[] = [];
  grid.forEach((n, at) => {
    if (n > 0) counts.push(at % cells, Math.floor(at / cells), n);
  });
  return { step, cells, counts };
}
