/** A column and the limit past which an area is in difficulty; one value per area, NaN where nothing is known. */
export interface LimitedColumn {
  readonly values: Float64Array;
  readonly limit: number;
  /** `below`: in difficulty strictly under the limit (access); `above`: strictly over it (minutes; Infinity: none found). */
  readonly side: "below" | "above";
}

export interface DifficultyCounts {
  /** Columns past their limit, per area. */
  readonly count: Uint8Array;
  /** Columns with a value, per area. */
  readonly known: Uint8Array;
}

/** How many of the columns are past their limits in each area. At most 255 columns, all of one length. */
export function countDifficulties(columns: readonly LimitedColumn[]): DifficultyCounts {
  const areas = columns[0]?.values.length ?? 0;
  if (columns.length > 255 || columns.some(({ values }) => values.length !== areas)) {
    throw new RangeError("columns differ in length or are too many");
  }
  const count = new Uint8Array(areas);
  const known = new Uint8Array(areas);
  for (const { values, limit, side } of columns) {
    const sign = side === "below" ? 1 : -1;
    for (let i = 0; i < areas; i++) {
      if (Number.isNaN(values[i])) continue;
      known[i]++;
      if (sign * values[i] < sign * limit) count[i]++;
    }
  }
  return { count, known };
}

/** People by number of difficulties, 0 … `columns`, over areas whose `isCounted` is 1. */
export function peopleByCount(
  count: Uint8Array,
  columns: number,
  people: Float64Array,
  isCounted: Uint8Array,
): Float64Array {
  const sums = new Float64Array(columns + 1);
  for (let i = 0; i < people.length; i++) if (isCounted[i] === 1 && people[i] > 0) sums[count[i]] += people[i];
  return sums;
}
