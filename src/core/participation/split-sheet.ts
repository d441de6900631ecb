import { FailureError } from "../failure.ts";

/** A row of a sheet and the line it starts at, the header being on line 1. */
export interface SheetRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/**
 * Rows of a sheet saved as text: comma, semicolon or tab, whichever the first line has most of; double quotes as in RFC 4180.
 * Rows without anything are left out. Throws `bad-input` naming the line of a quote that never ends.
 */
export function splitSheet(text: string, file: string): readonly SheetRow[] {
  const content = text.replace(/^\ufeff/, "");
  const [first] = content.split(/\r?\n/, 1);
  const count = (separator: string) => first.split(separator).length;
  const separator = [",", ";", "\t"].reduce((best, one) => (count(one) > count(best) ? one : best));
  const rows: SheetRow[] = [];
  let [cells, cell, line, start]: [string[], string, number, number] = [[], "", 1, 1];
  let isQuoted = false;
  const endRow = () => {
    cells.push(cell.trim());
    if (cells.some((one) => one !== "")) rows.push({ line: start, cells });
    [cells, cell, start] = [[], "", line];
  };
  for (let i = 0; i < content.length; i++) {
    const letter = content[i];
    if (letter === "\n") line++;
    if (isQuoted) {
      if (letter !== '"') cell += letter;
      else if (content[i + 1] === '"') cell += content[++i];
      else isQuoted = false;
    } else if (letter === '"' && cell.trim() === "") {
      isQuoted = true;
      cell = "";
    } else if (letter === separator) {
      cells.push(cell.trim());
      cell = "";
    } else if (letter === "\n") endRow();
    else if (letter !== "\r") cell += letter;
  }
  if (isQuoted) throw new FailureError("bad-input", { file, row: start, problem: "a quote never ends" });
  if (cell !== "" || cells.length > 0) endRow();
  return rows;
}
