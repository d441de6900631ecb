/** Position of the class of a value, 0 … limits.length: a value on a limit is above it, as in `classify`. */
export function classAmong(value: number, limits: readonly number[]): number {
  let at = 0;
  while (at < limits.length && value >= limits[at]) at++;
  return at;
}

/** Rows per class, and Σ of their squared distances to class means: what Fisher-Jenks makes least. */
export function measureClasses(values: Float64Array, limits: readonly number[]) {
  const counts = new Float64Array(limits.length + 1);
  const means = new Float64Array(limits.length + 1);
  const classes = Uint16Array.from(values, (value) => classAmong(value, limits));
  let sse = 0;
  values.forEach((value, i) => {
    // Welford's update: no difference of large sums.
    const k = classes[i];
    const before = value - means[k];
    means[k] += before / ++counts[k];
    sse += before * (value - means[k]);
  });
  return { classes, counts, sse };
}
