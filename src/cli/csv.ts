/** CSV text with a header; numbers at full precision, NaN and null as empty cells. */
export function formatCsv(header: readonly string[], rows: readonly (readonly (string | number | null)[])[]): string {
  return `${[header, ...rows].map((row) => row.map(formatCell).join(",")).join("\n")}\n`;
}

function formatCell(cell: string | number | null): string {
  if (cell === null || Number.isNaN(cell)) return "";
  const text = String(cell);
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
