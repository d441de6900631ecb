import { month as isMonth, LONGEST_TEXT } from "../contributions/checks.ts";
import { cleanText } from "../contributions/privacy/clean-text.ts";
import { coarsePlace, type Peopled } from "../contributions/privacy/coarse-place.ts";
import { type PersonalKind, screenText } from "../contributions/privacy/screen-text.ts";
import { type BodyOf, DELAYS, DISTANCES, REPORT_KINDS } from "../contributions/record-types.ts";
import { FailureError } from "../failure.ts";
import { PROFESSIONS } from "../professions.ts";
import { foldText } from "../text.ts";
import { splitSheet } from "./split-sheet.ts";

export const REPORT_COLUMNS = ["commune", "kind", "profession", "month", "delay", "distance", "text"] as const;
export type ReportColumn = (typeof REPORT_COLUMNS)[number];
const REQUIRED: readonly ReportColumn[] = ["commune", "kind", "profession", "month"];
const CHOICES: Readonly<Partial<Record<ReportColumn, readonly string[]>>> = {
  kind: REPORT_KINDS,
  profession: PROFESSIONS,
  delay: DELAYS,
  distance: DISTANCES,
};
/** A workshop fills one sheet; more than this is another kind of file. */
export const MOST_ROWS = 2000;

export type ReportBody = Omit<BodyOf<"report">, "salt">;

/** `com:35360` and how many live there. */
export interface ScopedPeople extends Peopled {
  readonly scope: string;
}

/** A row that can be sent. */
export interface SheetReport {
  readonly line: number;
  readonly scope: string;
  /** Whether the place was widened: too few live in the commune. */
  readonly isWidened: boolean;
  readonly body: ReportBody;
}

/** A cell that keeps its row from being sent. */
export interface SheetFault {
  readonly line: number;
  readonly column: ReportColumn;
  readonly problem: "empty" | "unknown" | "future" | "too-long" | "personal-data";
  /** What a text tells of somebody, in order; empty for another problem. */
  readonly personal: readonly PersonalKind[];
}

export interface ReportSheet {
  readonly reports: readonly SheetReport[];
  readonly faults: readonly SheetFault[];
  /** Names of columns nothing is made of: what they hold is not read. */
  readonly ignored: readonly string[];
}

export interface SheetRule {
  /** Name of the file, for failures. */
  readonly file: string;
  /** Month after which none can be: `2026-11`. */
  readonly thisMonth: string;
  /** A commune and what lies around it, outwards; empty for an unknown code. */
  readonly outwards: (commune: string) => readonly ScopedPeople[];
  /** Other words for columns and their values, as a form prints them. */
  readonly words?: { readonly [C in ReportColumn | "columns"]?: Readonly<Record<string, string>> };
}

/**
 * Reads the sheet of a workshop: a header (`commune` a code, `kind`, `profession`, `month`; `delay`, `distance`, `text` if one
 * wants), a report a row. Every fault is said by line and column, none hides another, and its row is left out. A commune of
 * fewer than 1,000 people is widened; a text that tells who somebody is, or their health, keeps its row out. Throws `bad-input`
 * for a sheet without the columns needed, with one twice, or too long.
 */
export function readReportSheet(text: string, rule: SheetRule): ReportSheet {
  const [header, ...rows] = splitSheet(text, rule.file);
  const names = (header?.cells ?? []).map((name) => findColumn(name, rule));
  for (const column of REPORT_COLUMNS) {
    const found = names.filter((name) => name === column).length;
    const problem = found > 1 ? "named twice" : found === 0 && REQUIRED.includes(column) ? "missing" : null;
    if (problem !== null) throw new FailureError("bad-input", { file: rule.file, row: 1, column, problem });
  }
  if (rows.length > MOST_ROWS) {
    throw new FailureError("bad-input", { file: rule.file, rows: rows.length, problem: `more than ${MOST_ROWS}` });
  }
  const reports: SheetReport[] = [];
  const faults: SheetFault[] = [];
  for (const { line, cells } of rows) {
    const cell = (column: ReportColumn) => cells[names.indexOf(column)] ?? "";
    const own: SheetFault[] = [];
    const fail = (column: ReportColumn, problem: SheetFault["problem"], personal: readonly PersonalKind[] = []) => {
      own.push({ line, column, problem, personal });
      return "";
    };
    const choose = (column: ReportColumn): string => {
      const said = cell(column);
      if (said === "") return REQUIRED.includes(column) ? fail(column, "empty") : "";
      return findChoice(column, said, rule) ?? fail(column, "unknown");
    };
    const [kind, profession, delay, distance] = (["kind", "profession", "delay", "distance"] as const).map(choose);
    const month = readMonth(cell("month"));
    if (month === null) fail("month", cell("month") === "" ? "empty" : "unknown");
    else if (month > rule.thisMonth) fail("month", "future");
    const commune = cell("commune").replaceAll(/\s/g, "").toUpperCase();
    const around = commune === "" ? [] : rule.outwards(commune);
    const place = coarsePlace(around);
    if (place === null) fail("commune", commune === "" ? "empty" : "unknown");
    const words = cleanText(cell("text"));
    const personal = Array.from(new Set(screenText(words).map((mention) => mention.kind)));
    if (words.length > LONGEST_TEXT) fail("text", "too-long");
    else if (personal.length > 0) fail("text", "personal-data", personal);
    faults.push(...own);
    if (own.length > 0 || place === null) continue;
    const body = {
      kind,
      profession,
      month,
      ...(delay === "" ? {} : { delay }),
      ...(distance === "" ? {} : { distance }),
      ...(words === "" ? {} : { text: words }),
    } as ReportBody;
    reports.push({ line, scope: place.scope, isWidened: place !== around[0], body });
  }
  const ignored = (header?.cells ?? []).filter((name, k) => names[k] === null && name !== "");
  return { reports, faults, ignored };
}

function findColumn(name: string, { words }: SheetRule): ReportColumn | null {
  const said = foldText(name);
  const own = REPORT_COLUMNS.find((column) => column === said);
  const other = Object.entries(words?.columns ?? {}).find(([word]) => foldText(word) === said)?.[1];
  return own ?? REPORT_COLUMNS.find((column) => column === other) ?? null;
}

function findChoice(column: ReportColumn, text: string, { words }: SheetRule): string | null {
  const said = foldText(text);
  const choices = CHOICES[column] ?? [];
  const own = choices.find((choice) => foldText(choice) === said);
  const other = Object.entries(words?.[column] ?? {}).find(([word]) => foldText(word) === said)?.[1];
  return own ?? choices.find((choice) => choice === other) ?? null;
}

/** `2026-11`, `11/2026` or `2026-11-03`, the day being dropped. */
function readMonth(text: string): string | null {
  const [, month, year] = /^(\d{1,2})[/.-](\d{4})$/.exec(text) ?? [];
  const written = year === undefined ? text.slice(0, 7) : `${year}-${month.padStart(2, "0")}`;
  const isWhole = year !== undefined || /^\d{4}-\d\d(?:-\d\d)?$/.test(text);
  return isWhole && isMonth(written) ? written : null;
}
