import type { ZoningAnswer } from "../../app/zoning.ts";
import { formatTerritory } from "../../core/territory.ts";
import { tabulateAreas } from "../../core/zoning/zoned-areas.ts";
import { writeCsv } from "../parts/write-csv.ts";

/** Name and text of a CSV with a line per area, as the command line writes it. */
export function writeAreasCsv({ rule, areas, year, territory }: ZoningAnswer): [name: string, text: string] {
  const { header, rows } = tabulateAreas(rule, areas);
  const place = formatTerritory(territory).replace(":", "-");
  const scenario = areas.before ? "-scenario" : "";
  return [`oasis-zonage-simule-${rule.id}-${year}${scenario}-${place}.csv`, writeCsv([header, ...rows])];
}
