/**
 * Probability that a standard normal is at least |z| away from 0 on either side: erfc(|z|/√2), by its series near 0 and its
 * continued fraction beyond (Abramowitz & Stegun 1964, 7.1.5 and 7.1.14), to 1e-13 of itself. NaN for NaN.
 */
export function normalTail(z: number): number {
  const x = Math.abs(z) / Math.SQRT2;
  if (Number.isNaN(x)) return Number.NaN;
  return x < 2 ? 1 - series(x) : fraction(x);
}

function series(x: number): number {
  let sum = x;
  for (let n = 1, term = x; Math.abs(term) > 1e-18; n++) {
    term *= (-x * x) / n;
    sum += term / (2 * n + 1);
  }
  return (2 / Math.sqrt(Math.PI)) * sum;
}

/** Deep enough for every x of at least 2. */
const DEPTH = 100;

function fraction(x: number): number {
  let value = x;
  for (let n = DEPTH; n >= 1; n--) value = x + n / 2 / value;
  return Math.exp(-x * x) / Math.sqrt(Math.PI) / value;
}
