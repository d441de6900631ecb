import readWorkbook, { type CellValue, type SheetData } from "read-excel-file/node";
import type { AgeLimit, Profession } from "../../src/core/professions.ts";
import { badInput } from "./bad-input.ts";
import { isCommuneCode } from "./commune-codes.ts";
import { normaliseHeader } from "./read-delimited.ts";

/** One published value on the codes of its day; the shape every reader of the APL yields. */
export interface AplRow {
  readonly code: string;
  readonly profession: Profession;
  readonly year: number;
  readonly ages: AgeLimit;
  readonly value: number | null;
  readonly standardised: number | null;
  readonly total: number | null;
}

const TRADES: readonly (readonly [RegExp, Profession])[] = [
  [/generaliste/, "gp"],
  [/infirmi/, "nurse"],
  [/kinesitherapeute/, "physio"],
  [/sages?-femmes?/, "midwife"],
  [/dentiste/, "dentist"],
];

/**
 * Reads the DREES workbook of one profession: a sheet per year, its header found by `Code commune INSEE` (row 9), units
 * below it, communes until the first other text. Columns are matched by what they say: wording and final spaces vary.
 */
export async function readAplWorkbook(file: string, bytes: Uint8Array): Promise<readonly AplRow[]> {
  const rows: AplRow[] = [];
  for (const { sheet, data } of await readWorkbook(Buffer.from(bytes))) {
    const year = /^APL[ _](\d{4})$/.exec(sheet.trim())?.[1];
    if (year !== undefined) rows.push(...readSheet(`${file}, sheet ${sheet}`, data, Number(year)));
  }
  if (rows.length === 0) throw badInput(file, "no sheet named APL followed by a year");
  return rows;
}

interface Columns {
  readonly profession: Profession;
  readonly values: readonly (readonly [AgeLimit, number])[];
  readonly standardised: number;
  readonly total: number;
}

function readSheet(file: string, data: SheetData, year: number): AplRow[] {
  const header = data.findIndex((row) =>
    row.some((cell) => normaliseHeader(String(cell ?? "")) === "code commune insee"),
  );
  if (header < 0) throw badInput(file, "no row with Code commune INSEE");
  const titles = data[header].map((cell) => normaliseHeader(String(cell ?? "")));
  const codeAt = titles.indexOf("code commune insee");
  const { profession, values, standardised, total } = findColumns(file, titles, header + 1);
  const rows: AplRow[] = [];
  for (let i = header + 1; i < data.length; i++) {
    const code = String(data[i][codeAt] ?? "").trim();
    if (code === "" && rows.length === 0) continue;
    if (!isCommuneCode(code)) {
      if (/^\d+$/.test(code))
        throw badInput(file, "not a commune code", { row: i + 1, column: "Code commune INSEE", value: code });
      break;
    }
    const number = (column: number) => (column < 0 ? null : readCell(file, data[i][column], i + 1, titles[column]));
    for (const [ages, column] of values) {
      const value = number(column);
      // Editions without a given age limit leave its column empty: that is no series, not a series of absences.
      if (value === null && ages !== "all") continue;
      rows.push({ code, profession, year, ages, value, standardised: number(standardised), total: number(total) });
    }
  }
  if (rows.length === 0) throw badInput(file, "no commune under the header", { row: header + 1 });
  return rows;
}

function findColumns(file: string, titles: readonly string[], row: number): Columns {
  const find = (pattern: RegExp) => titles.findIndex((title) => pattern.test(title));
  const all = find(/^apl aux [^0-9]*$/);
  if (all < 0) throw badInput(file, "missing column", { row, column: "APL aux …" });
  const profession = TRADES.find(([pattern]) => pattern.test(titles[all]))?.[1];
  if (!profession) throw badInput(file, "unknown profession", { row, column: titles[all] });
  const limits: readonly (readonly [AgeLimit, number])[] = [
    ["all", all],
    ["le65", find(/^apl .*\b65 ans/)],
    ["le62", find(/^apl .*\b62 ans/)],
  ];
  const standardised = find(/^population standardisee/);
  if (standardised < 0) throw badInput(file, "missing column", { row, column: "Population standardisée" });
  return {
    profession,
    values: limits.filter(([, column]) => column >= 0),
    standardised,
    total: find(/^population totale/),
  };
}

function readCell(file: string, cell: CellValue | null | undefined, row: number, column: string): number | null {
  if (cell === null || cell === undefined || cell === "") return null;
  const value = typeof cell === "number" ? cell : Number(String(cell).trim().replace(",", "."));
  if (!Number.isFinite(value)) throw badInput(file, "not a number", { row, column, value: String(cell) });
  return value;
}
