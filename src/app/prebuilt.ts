import type { Series } from "../core/professions.ts";
import { formatTerritory, type Territory } from "../core/territory.ts";

/** File of the robustness of every commune, computed at build time so that no badge waits: latest year, same share. */
export const UNDER_COUNTS_FILE = "first/robustness.json";

/** File of the answer computed at build time for a first view: all GPs of the latest year over a region or the country. */
export function prebuiltAnswerName(territory: Territory, series: Series): string | null {
  const first = series.profession === "gp" && series.year === 2023 && series.ages === "all";
  if (!first || (territory.kind !== "region" && territory.kind !== "country")) return null;
  return `first/${formatTerritory(territory).replace(":", "-")}.json`;
}
