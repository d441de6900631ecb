type Cell = string | number | null;

/** Lines of cells at full precision; null and NaN are empty, texts quoted where they have to be. */
export function writeCsv(lines: readonly (readonly Cell[])[]): string {
  return `${lines.map((cells) => cells.map(writeCell).join(",")).join("\n")}\n`;
}

function writeCell(cell: Cell): string {
  if (cell === null || Number.isNaN(cell)) return "";
  const text = String(cell);
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
