import type { Texts } from "./fr.ts";

export const enLenses: Texts["lenses"] = {
  label: "What the map shows",
  names: {
    level: "Level of access",
    inequality: "Inequality",
    recomputed: "Recomputation",
    robustness: "Robustness",
    departures: "Departures",
    cumulated: "Combined difficulties",
    reach: "Within reach",
  },
  help: {
    level: "The official indicator, commune by commune.",
    inequality: "How access is shared between people, and which communes depart from it.",
    recomputed:
      "The same indicator computed again before your eyes: change each assumption, compare with the official one.",
    robustness: "Does the diagnosis hold when access is measured otherwise?",
    departures: "What happens if the oldest doctors leave without being replaced.",
    cumulated: "Where several difficulties meet: professions, pharmacy, emergency care.",
    reach: "Click on the map: what is reached in 10, 15, 20 or 30 minutes.",
  },
};
