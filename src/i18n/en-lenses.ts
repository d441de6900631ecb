import type { Texts } from "./fr.ts";

export const enLenses: Texts["lenses"] = {
  label: "What the map shows",
  names: {
    level: "Level of access",
    deserts: "Deserts",
    clusters: "Clusters",
    crossed: "Access × income",
    inequality: "Inequality",
    recomputed: "Recomputation",
    robustness: "Robustness",
    departures: "Departures",
    cumulated: "Combined difficulties",
    zoning: "Zoning (simulation)",
    reach: "Within reach",
  },
  help: {
    level: "The official indicator, commune by commune.",
    deserts: "Communes under the threshold that touch: each desert with its people, its communes, its depth.",
    clusters: "Where communes that are alike touch, and what chance does not explain.",
    crossed: "Where little access meets low incomes, by thirds of people.",
    inequality: "How access is shared between people, and which communes depart from it.",
    recomputed:
      "The same indicator computed again before your eyes: change each assumption, compare with the official one.",
    robustness: "Does the diagnosis hold when access is measured otherwise?",
    departures: "What happens if the oldest doctors leave without being replaced.",
    cumulated: "Where several difficulties meet: professions, pharmacy, emergency care.",
    zoning: "What a dated rule would give, its margins, and what it would take to change class.",
    reach: "Click on the map: what is reached in 10, 15, 20 or 30 minutes.",
  },
};
