import type { ScenarioLimit } from "../engine/scenario-limits.ts";

/** What limits the figures of a scenario, in a sentence. */
export function sayLimit(limit: ScenarioLimit): string {
  switch (limit.kind) {
    case "all-else-equal":
      return "Nobody moves, nobody replaces those who leave, nobody else changes their activity: what would change, not a forecast.";
    case "unpublished-decay":
      return "What comes or leaves is spread among people by a decay parts of which nobody published.";
    case "estimated-times":
      return `${limit.pairs} of ${limit.of} travel times are estimated from straight lines.`;
    case "other-profession":
      return `Of another profession, not in these figures: ${limit.changes.join(", ")}.`;
    case "more-than-counted":
      return `${limit.leaving} full-time equivalents leave ${limit.code}, where ${limit.places} places of practice are counted.`;
    case "held-at-zero":
      return `${limit.areas} communes would fall under 0 and are held there: less was in their reach than leaves.`;
    case "left-out-by-age":
      return `${limit.areas} communes are left out: their value with fewer practitioners is missing, or above the one with all.`;
    case "nobody-in-reach":
      return `What ${limit.code} gets reaches nobody.`;
    case "lines-apart":
      return `The official indicator gives everybody a car: ${limit.changes.join(", ")} change the access of people without one, given apart.`;
    case "video-as-presence":
      return `Consultations by video count around their room like any other: ${limit.changes.join(", ")}.`;
  }
}
