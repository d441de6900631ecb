/** What the map and the panel look at: the level of access itself, or a question asked of it. */
export const LENSES = [
  "level",
  "deserts",
  "clusters",
  "crossed",
  "inequality",
  "recomputed",
  "robustness",
  "departures",
  "cumulated",
  "zoning",
  "reach",
] as const;
export type Lens = (typeof LENSES)[number];
