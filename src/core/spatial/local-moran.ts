import { permuteLags } from "./conditional-permutations.ts";
import { standardScores } from "./deviations.ts";
import { isIsland, lagOf, type Neighbours } from "./neighbours.ts";
import { twoSidedP } from "./pseudo-p.ts";

/** A unit's own side first, then its neighbours'; the first for islands, which have none. */
export const QUADRANTS = ["", "HH", "LH", "LL", "HL"] as const;

export interface LocalMoran {
  /** Standard scores of the values. */
  readonly z: Float64Array;
  /** Σ_j w_ij z_j, 0 on an island. */
  readonly lag: Float64Array;
  /** z_i Σ_j w_ij z_j: Anselin's scale, since Σz²/n is 1. */
  readonly localI: Float64Array;
  /** Positions in QUADRANTS. */
  readonly quadrants: Uint8Array;
  /** Two-sided pseudo p; NaN on islands. */
  readonly p: Float64Array;
}

export interface Permutations {
  readonly permutations: number;
  readonly seed: number;
}

/** A local Moran whose permutations are drawn in as many goes as the caller likes. */
export interface LocalMoranTest {
  /** Deals that many more times. */
  draw(permutations: number): void;
  /** With p after those drawn so far. */
  result(): LocalMoran;
}

/**
 * Local Moran (Anselin 1995, eq. 7, 12) with pseudo p from conditional permutations: each unit keeps its value while others'
 * are dealt to its neighbours. With `lagged`, the neighbours' column is another one (bivariate). Weights as given.
 * Throws RangeError where a column does not vary.
 */
export function prepareLocalMoran(
  values: Float64Array,
  neighbours: Neighbours,
  seed: number,
  lagged?: Float64Array,
): LocalMoranTest {
  const z = standardScores(values);
  const others = lagged ? standardScores(lagged) : z;
  const lag = lagOf(neighbours, others);
  const { counts, draw } = permuteLags(others, lag, neighbours, seed);
  let drawn = 0;
  const pOf = (own: number, i: number) => {
    if (isIsland(neighbours, i)) return Number.NaN;
    // On the mean, every arrangement gives 0.
    if (own === 0) return 1;
    return twoSidedP({ atLeast: counts.atLeast[i], atMost: counts.atMost[i] }, drawn);
  };
  return {
    draw(permutations) {
      draw(permutations);
      drawn += permutations;
    },
    result: () => ({
      z,
      lag,
      localI: z.map((own, i) => own * lag[i]),
      quadrants: Uint8Array.from(z, (own, i) => (isIsland(neighbours, i) ? 0 : quadrantOf(own, lag[i]))),
      p: z.map(pOf),
    }),
  };
}

/** The same in one go. */
export function localMoran(
  values: Float64Array,
  neighbours: Neighbours,
  { permutations, seed }: Permutations,
  lagged?: Float64Array,
): LocalMoran {
  const test = prepareLocalMoran(values, neighbours, seed, lagged);
  test.draw(permutations);
  return test.result();
}

function quadrantOf(own: number, lag: number): number {
  return QUADRANTS.indexOf(own > 0 ? (lag > 0 ? "HH" : "HL") : lag > 0 ? "LH" : "LL");
}
