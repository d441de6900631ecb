import { PROFESSION_UNITS } from "../../core/professions.ts";
import { STATUSES } from "../../core/status.ts";
import type { LensView } from "./lens-view.ts";
import type { Reading } from "./reading.ts";

const SOURCE = "DREES APL";
const HEADER = "code,name,population,value,unit,vintage,status,source";

/** Name and text of a CSV of rows, in unit order, at full precision; no value is an empty cell whose status says why. */
export function writeAccessCsv({ answer, series }: Reading, rows: Uint32Array): [name: string, text: string] {
  const { profession, year, ages } = series;
  const vintage = ages === "all" ? String(year) : `${year} ${ages}`;
  const lines = Array.from(rows, (row) =>
    [
      answer.codes[row],
      quote(answer.names[row]),
      writeNumber(answer.people[row]),
      writeNumber(answer.values[row]),
      PROFESSION_UNITS[profession],
      vintage,
      STATUSES[answer.statuses[row]],
      SOURCE,
    ].join(","),
  );
  const { kind, code } = answer.question.territory;
  return [`oasis-${profession}-${year}-${ages}-${kind}-${code}.csv`, `${[HEADER, ...lines].join("\n")}\n`];
}

/** The same of a lens: its columns after code, name and people, at full precision. */
export function writeLensCsv({ answer }: Reading, view: LensView, rows: Uint32Array): [name: string, text: string] {
  const header = ["code", "name", "population", ...view.columns.map(({ csvHeader }) => csvHeader)];
  const lines = Array.from(rows, (row) =>
    [
      answer.codes[row],
      quote(answer.names[row]),
      writeNumber(answer.people[row]),
      ...view.columns.map(({ csv }) => {
        const cell = csv(row);
        return typeof cell === "number" ? writeNumber(cell) : quote(cell);
      }),
    ].join(","),
  );
  const { kind, code } = answer.question.territory;
  return [`oasis-${view.fileName}-${kind}-${code}.csv`, `${[header.join(","), ...lines].join("\n")}\n`];
}

function quote(text: string): string {
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function writeNumber(value: number): string {
  return Number.isFinite(value) ? String(value) : "";
}
