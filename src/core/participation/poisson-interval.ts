/**
 * Exact central interval of the mean of a Poisson count known to lie between two whole numbers (Garwood 1936): the lower limit
 * is that of `least`, the upper one that of `most`. `level`: 0.95 by default.
 */
export function poissonInterval(least: number, most = least, level = 0.95): readonly [low: number, high: number] {
  const tail = (1 - level) / 2;
  return [least === 0 ? 0 : solve(0, least, (mean) => upperTail(least, mean) < tail), upperLimit(most, tail)];
}

function upperLimit(count: number, tail: number): number {
  return solve(count, count + 12 * Math.sqrt(count + 1) + 40, (mean) => lowerTail(count, mean) > tail);
}

/** Where a condition that holds from `from` on ends. */
function solve(from: number, to: number, holds: (mean: number) => boolean): number {
  let [low, high] = [from, to];
  for (let k = 0; k < 100 && high - low > 1e-12 * high; k++) {
    const middle = (low + high) / 2;
    if (holds(middle)) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** P(X ≤ count); terms fall from `count` down, since the mean is above it. */
function lowerTail(count: number, mean: number): number {
  let term = probability(count, mean);
  let sum = term;
  for (let k = count; k > 0 && term > sum * 1e-17; k--) {
    term *= k / mean;
    sum += term;
  }
  return sum;
}

/** P(X ≥ count); terms fall from `count` up, since the mean is below it. */
function upperTail(count: number, mean: number): number {
  if (mean === 0) return 0;
  let term = probability(count, mean);
  let sum = term;
  for (let k = count + 1; term > sum * 1e-17; k++) {
    term *= mean / k;
    sum += term;
  }
  return sum;
}

function probability(count: number, mean: number): number {
  return Math.exp(count * Math.log(mean) - mean - logFactorial(count));
}

/** ln n!: summed for small n, Stirling's series beyond. */
function logFactorial(n: number): number {
  if (n < 128) {
    let sum = 0;
    for (let k = 2; k <= n; k++) sum += Math.log(k);
    return sum;
  }
  return n * Math.log(n) - n + Math.log(2 * Math.PI * n) / 2 + 1 / (12 * n) - 1 / (360 * n ** 3) + 1 / (1260 * n ** 5);
}
