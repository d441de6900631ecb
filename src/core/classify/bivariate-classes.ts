/** Class of a row without one of the two values, or without people. */
export const NO_CLASS = -1;

export interface BivariateClasses {
  /** 3·(third of the rows' first value) + third of the second, 0 … 8, or NO_CLASS. */
  readonly classes: Int8Array;
  /** Upper limits, inclusive, of the first two thirds of each column. */
  readonly limits: readonly [readonly number[], readonly number[]];
  /** People by class, nine of them. */
  readonly people: Float64Array;
}

/**
 * Crosses two columns by thirds of the people who have both: lower inverse CDF (the smallest value at or under which a third
 * of them live), so that rows of one value stay together and thirds are as even as ties and large rows allow.
 */
export function crossThirds(first: Float64Array, second: Float64Array, people: Float64Array): BivariateClasses {
  const rows = Array.from(first.keys()).filter((i) => people[i] > 0 && !Number.isNaN(first[i] + second[i]));
  const limits = [thirds(first, people, rows), thirds(second, people, rows)] as const;
  const classes = new Int8Array(first.length).fill(NO_CLASS);
  const total = new Float64Array(9);
  for (const i of rows) {
    classes[i] = toCrossClass(first[i], second[i], limits);
    total[classes[i]] += people[i];
  }
  return { classes, limits, people: total };
}

/** Class of two values by limits found elsewhere; NO_CLASS where one is NaN. */
export function toCrossClass(first: number, second: number, limits: BivariateClasses["limits"]): number {
  if (Number.isNaN(first + second)) return NO_CLASS;
  return 3 * thirdOf(first, limits[0]) + thirdOf(second, limits[1]);
}

function thirdOf(value: number, limits: readonly number[]): number {
  return limits.filter((limit) => value > limit).length;
}

function thirds(values: Float64Array, people: Float64Array, rows: readonly number[]): readonly number[] {
  const order = rows.toSorted((a, b) => values[a] - values[b]);
  const total = order.reduce((sum, i) => sum + people[i], 0);
  const limits: number[] = [];
  let below = 0;
  for (const i of order) {
    below += people[i];
    // Compared as three times the people, not as a share, which rounding could put just under a third.
    while (limits.length < 2 && 3 * below >= (limits.length + 1) * total) limits.push(values[i]);
  }
  return limits;
}
