/**
 * What sites are placed for: least shortfall of access under a threshold, least mean time (p-median), most people within some
 * minutes (maximal coverage, mclp), the farthest person as near as can be (p-center), fewest sites within some minutes of
 * everybody (set covering, lscp).
 */
export const PLACEMENT_OBJECTIVES = ["shortfall", "p-median", "mclp", "p-center", "lscp"] as const;
export type PlacementObjective = (typeof PLACEMENT_OBJECTIVES)[number];

/** Objectives that can be set against each other: each scores a plan of a given number of sites. */
export type FrontAim = Exclude<PlacementObjective, "lscp">;
