import { Random, shuffleFirst } from "../random.ts";
import { standardScores } from "./deviations.ts";
import type { Neighbours } from "./neighbours.ts";
import { type Extremes, TOLERANCE, twoSidedP } from "./pseudo-p.ts";

/** Global Moran's I with its moments without permutations. Islands stay in n. */
export interface Moran {
  readonly i: number;
  /** −1/(n − 1). */
  readonly expected: number;
  readonly varianceNormality: number;
  readonly zNormality: number;
  readonly varianceRandomisation: number;
  readonly zRandomisation: number;
}

/**
 * I = n/S₀ · Σ_ij w_ij z_i z_j / Σ z², and its moments under normality and randomisation (Cliff & Ord 1981, 1.35 to 1.44),
 * with weights as given. NaN where nobody has a neighbour; the second variance also under four units. Throws RangeError
 * where values do not vary.
 */
export function globalMoran(values: Float64Array, neighbours: Neighbours): Moran {
  const z = standardScores(values);
  const n = z.length;
  const { s0, s1, s2 } = sumWeights(neighbours);
  const i = crossProduct(neighbours, z, z) / s0;
  const expected = -1 / (n - 1);
  const kurtosis = z.reduce((sum, x) => sum + x ** 4, 0) / n;
  const square = s0 * s0;
  const varianceNormality = (n * n * s1 - n * s2 + 3 * square) / ((n * n - 1) * square) - expected ** 2;
  const spread =
    n * ((n * n - 3 * n + 3) * s1 - n * s2 + 3 * square) - kurtosis * ((n * n - n) * s1 - 2 * n * s2 + 6 * square);
  const varianceRandomisation = spread / ((n - 1) * (n - 2) * (n - 3) * square) - expected ** 2;
  return {
    i,
    expected,
    varianceNormality,
    zNormality: (i - expected) / Math.sqrt(varianceNormality),
    varianceRandomisation,
    zRandomisation: (i - expected) / Math.sqrt(varianceRandomisation),
  };
}

/** Σ_i x_i Σ_j w_ij y_j / S₀ of the standard scores: x beside its neighbours' y (Lee 2001, eq. 7; Anselin et al. 2002). */
export function bivariateMoran(x: Float64Array, y: Float64Array, neighbours: Neighbours): number {
  return crossProduct(neighbours, standardScores(x), standardScores(y)) / sumWeights(neighbours).s0;
}

/** Permutations of a global Moran, drawn in as many goes as the caller likes. */
export interface MoranPermutations {
  /** Draws that many more. */
  draw(count: number): void;
  /** Two-sided pseudo p after those drawn so far. */
  p(): number;
  /** Mean of the statistic over those drawn so far. */
  mean(): number;
}

/**
 * Spreads `lagged` over the units at random and counts how often the statistic is as high, or as low, as observed. Without
 * `lagged`, values themselves are spread. The same draws for the same seed, however many goes they are drawn in.
 */
export function permuteMoran(
  values: Float64Array,
  neighbours: Neighbours,
  seed: number,
  lagged?: Float64Array,
): MoranPermutations {
  const own = standardScores(values);
  const shuffled = lagged ? standardScores(lagged) : own.slice();
  const observed = crossProduct(neighbours, own, shuffled);
  const slack = TOLERANCE * Math.max(1, Math.abs(observed));
  const random = new Random(seed);
  const links = lagged ? neighbours : halveLinks(neighbours);
  const extremes: Extremes = { atLeast: 0, atMost: 0 };
  let drawn = 0;
  let sum = 0;
  const { s0 } = sumWeights(neighbours);
  return {
    draw(count) {
      for (let k = 0; k < count; k++) {
        shuffleFirst(shuffled, shuffled.length - 1, random);
        const simulated = crossProduct(links, lagged ? own : shuffled, shuffled);
        if (simulated >= observed - slack) extremes.atLeast++;
        if (simulated <= observed + slack) extremes.atMost++;
        sum += simulated;
      }
      drawn += count;
    },
    p: () => twoSidedP(extremes, drawn),
    mean: () => sum / drawn / s0,
  };
}

/** Σ_i x_i Σ_j w_ij y_j. */
function crossProduct({ units, offsets, targets, weights }: Neighbours, x: Float64Array, y: Float64Array): number {
  let total = 0;
  for (let i = 0, k = 0; i < units; i++) {
    let lag = 0;
    for (const end = offsets[i + 1]; k < end; k++) lag += weights[k] * y[targets[k]];
    total += x[i] * lag;
  }
  return total;
}

/** Each pair once, with both weights: z_i·w_ij·z_j + z_j·w_ji·z_i in half the time. */
function halveLinks(neighbours: Neighbours): Neighbours {
  const { units, offsets, targets, weights } = neighbours;
  const own = new Uint32Array(units + 1);
  const partners: number[] = [];
  const sums: number[] = [];
  for (let i = 0; i < units; i++) {
    for (let k = offsets[i]; k < offsets[i + 1]; k++) {
      const back = weightBetween(neighbours, targets[k], i);
      if (targets[k] < i && back > 0) continue;
      partners.push(targets[k]);
      sums.push(weights[k] + back);
    }
    own[i + 1] = partners.length;
  }
  return { units, offsets: own, targets: Uint32Array.from(partners), weights: Float64Array.from(sums) };
}

/** S₀ = Σ w_ij, S₁ = ½ Σ (w_ij + w_ji)², S₂ = Σ_i (Σ_j w_ij + Σ_j w_ji)². */
function sumWeights(neighbours: Neighbours) {
  const { units, offsets, targets, weights } = neighbours;
  const margins = new Float64Array(units);
  let s0 = 0;
  let s1 = 0;
  for (let i = 0; i < units; i++) {
    for (let k = offsets[i]; k < offsets[i + 1]; k++) {
      s0 += weights[k];
      s1 += weights[k] * (weights[k] + weightBetween(neighbours, targets[k], i));
      margins[i] += weights[k];
      margins[targets[k]] += weights[k];
    }
  }
  return { s0, s1, s2: margins.reduce((sum, m) => sum + m * m, 0) };
}

function weightBetween({ offsets, targets, weights }: Neighbours, from: number, to: number): number {
  let low = offsets[from];
  let high = offsets[from + 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (targets[middle] < to) low = middle + 1;
    else high = middle;
  }
  return low < offsets[from + 1] && targets[low] === to ? weights[low] : 0;
}
