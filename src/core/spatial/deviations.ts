/**
 * Values as z: minus their mean, over their population standard deviation. Throws RangeError, a bug of the caller, on fewer
 * than two values, on one that is not finite, and where all are equal (see `isConstant`).
 */
export function standardScores(values: Float64Array): Float64Array {
  const mean = values.reduce((sum, x) => sum + x, 0) / values.length;
  const deviations = values.map((x) => x - mean);
  // A second pass takes out what rounding left in the mean.
  const rest = deviations.reduce((sum, d) => sum + d, 0) / values.length;
  const centred = deviations.map((d) => d - rest);
  const sd = Math.sqrt(centred.reduce((sum, d) => sum + d * d, 0) / values.length);
  if (isConstant(values) || !(sd > 0 && sd < Number.POSITIVE_INFINITY)) throw new RangeError("no spread");
  return centred.map((d) => d / sd);
}

/** Whether nothing varies, so that no autocorrelation is defined. */
export function isConstant(values: Float64Array): boolean {
  return values.every((x) => x === values[0]);
}
