export type SortDirection = "ascending" | "descending";

/**
 * Rows in the order of `compare`, which receives two rows. It returns NaN when either has no value (the difference of two
 * numbers does), so `compare(row, row)` is NaN for a row without one: those come last in both directions. Equal rows stay
 * in ascending order of row.
 */
export function sortRows(
  rows: ArrayLike<number>,
  compare: (a: number, b: number) => number,
  direction: SortDirection,
): Uint32Array {
  const sorted = new Uint32Array(rows.length);
  let known = 0;
  let missing = rows.length;
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i];
    if (Number.isNaN(compare(row, row))) sorted[--missing] = row;
    else sorted[known++] = row;
  }
  sorted
    .subarray(0, known)
    .sort(direction === "ascending" ? (a, b) => compare(a, b) || a - b : (a, b) => compare(b, a) || a - b);
  sorted.subarray(known).sort();
  return sorted;
}
