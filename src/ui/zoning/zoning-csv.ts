import type { ZoningAnswer } from "../../app/zoning.ts";
import { formatTerritory } from "../../core/territory.ts";
import { tabulateAreas } from "../../core/zoning/zoned-areas.ts";

/** Name and text of a CSV with a line per area, as the command line writes it. */
export function writeAreasCsv({ rule, areas, year, territory }: ZoningAnswer): [name: string, text: string] {
  const { header, rows } = tabulateAreas(rule, areas);
  const lines = [header, ...rows].map((cells) => cells.map(writeCell).join(","));
  const place = formatTerritory(territory).replace(":", "-");
  const scenario = areas.before ? "-scenario" : "";
  return [`oasis-zonage-simule-${rule.id}-${year}${scenario}-${place}.csv`, `${lines.join("\n")}\n`];
}

function writeCell(cell: string | number | null): string {
  if (cell === null || Number.isNaN(cell)) return "";
  const text = String(cell);
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
