/**
 * How a commune stands under a plan: a new site serves it; the nearest one is beyond the minutes of coverage; a place of today is
 * nearer than any; no road leads anybody there, or to a site that has room; it is not counted, as an island set aside.
 */
export const SERVED = { site: 0, beyond: 1, today: 2, nobody: 3, uncounted: 4 } as const;
export type Served = keyof typeof SERVED;

/**
 * Who of each row goes to which site, from `offsets[row]` to `offsets[row + 1]`: sites are positions in the order of the answer.
 * Those who go to a place of today, or nowhere, are not among them.
 */
export interface SiteFlows {
  readonly offsets: Uint32Array;
  readonly sites: Uint16Array;
  readonly people: Float64Array;
  readonly minutes: Float64Array;
}

/** A code of `SERVED` for every row, and its flows. */
export interface PlanAssignment extends SiteFlows {
  readonly served: Uint8Array;
}
