import { type Shortfall, sumShortfalls } from "../core/placement/sum-shortfalls.ts";
import type { PlacementWorld } from "./placement-world.ts";

/** What plans are judged by under the aim of equity: the shortfall of the profession asked about, or of those of a site. */
export function shortfallOf({ lifts, counted, official, question, staff }: PlacementWorld): Shortfall {
  if (!staff) return { lifts, weights: counted, access: official, threshold: question.threshold };
  return sumShortfalls(
    staff.map((part) => ({
      lifts: part.lifts,
      weights: part.counted,
      access: part.official,
      threshold: part.threshold,
      importance: part.importance,
    })),
  );
}
