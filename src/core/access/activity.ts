/** How one practitioner's acts of a year become supply. */
export type ActivityRule =
  /** FTE of the band the acts fall in: ftes[k] for bounds[k − 1] ≤ acts < bounds[k]; one more FTE than bounds. */
  | { readonly kind: "bands"; readonly bounds: readonly number[]; readonly ftes: readonly number[] }
  /** FTE = acts / meanActs, at most maxFte (Infinity for no limit). */
  | { readonly kind: "share"; readonly meanActs: number; readonly maxFte: number }
  /** Supply in acts, raised to `floor` and cut at `ceiling`. */
  | { readonly kind: "clamp"; readonly floor: number; readonly ceiling: number }
  /** The same supply for every practitioner, whatever the acts. */
  | { readonly kind: "head"; readonly supply: number };

/** Supply of one practitioner from acts ≥ 0 a year: FTE, or acts a year for `clamp`. */
export function supplyOfActs(rule: ActivityRule, acts: number): number {
  switch (rule.kind) {
    case "bands": {
      const band = rule.bounds.findIndex((bound) => acts < bound);
      return rule.ftes[band < 0 ? rule.bounds.length : band];
    }
    case "share":
      return Math.min(acts / rule.meanActs, rule.maxFte);
    case "clamp":
      return Math.min(Math.max(acts, rule.floor), rule.ceiling);
    case "head":
      return rule.supply;
  }
}

/** Supply of each site, none above `cap` (same unit): what a site offers beyond its capacity is not counted. */
export function capSupply(supply: Float64Array, cap: number): Float64Array {
  return supply.map((s) => Math.min(s, cap));
}
