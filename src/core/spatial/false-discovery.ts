/**
 * p adjusted for the false discovery rate (Benjamini & Hochberg 1995): the smallest rate at which each would be kept.
 * NaN is no test and stays NaN.
 */
export function adjustForDiscovery(p: Float64Array): Float64Array {
  const tests = Array.from(p.keys())
    .filter((i) => !Number.isNaN(p[i]))
    .sort((a, b) => p[b] - p[a]);
  const adjusted = new Float64Array(p.length).fill(Number.NaN);
  let least = 1;
  tests.forEach((i, k) => {
    least = Math.min(least, (p[i] * tests.length) / (tests.length - k));
    adjusted[i] = least;
  });
  return adjusted;
}
