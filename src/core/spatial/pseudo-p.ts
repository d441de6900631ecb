/** How many simulated statistics are at least, and at most, the observed one; a tie is both. */
export interface Extremes {
  atLeast: number;
  atMost: number;
}

/** Statistics of standard scores nearer than this are equal: sums of the same terms in another order differ by less. */
export const TOLERANCE = 1e-11;

/** min(1, 2·(min(#sim ≥ obs, #sim ≤ obs) + 1)/(P + 1)): the observed arrangement is one of the P + 1. */
export function twoSidedP({ atLeast, atMost }: Readonly<Extremes>, permutations: number): number {
  return Math.min(1, (2 * (Math.min(atLeast, atMost) + 1)) / (permutations + 1));
}
