/**
 * Where points meet the graph: point i is `ticks[k]` from node `node[k]`, for `start[i]` ≤ k < `start[i + 1]`. Sources
 * and targets have entries of their own, since roads differ by direction.
 */
export interface Entries {
  readonly count: number;
  readonly start: Uint32Array;
  readonly node: Uint32Array;
  readonly ticks: Uint32Array;
}
