import { FailureError } from "../failure.ts";

/** The columns of a CSV text by name; `rows` counts records, and record i stands on line `line(i)` of the file. */
export interface CsvColumns {
  readonly file: string;
  readonly rows: number;
  readonly columns: Readonly<Record<string, readonly string[]>>;
}

/**
 * Reads CSV (RFC 4180: comma, optional double quotes, LF or CRLF) with a header. Only `wanted` columns are kept; those
 * of `wanted` that are absent are left out of `columns`, except `required` ones.
 * Throws `bad-input` naming the file and the row (the header is row 1) when a column is missing or a row has another
 * number of cells.
 */
export function readCsvColumns(
  text: string,
  file: string,
  required: readonly string[],
  optional: readonly string[] = [],
): CsvColumns {
  const records = splitRecords(text.replace(/^\ufeff/, "").replace(/[\r\n]+$/, ""), file);
  const header = records.length > 0 ? records[0].map((name) => name.trim()) : [];
  for (const name of required) {
    if (!header.includes(name)) throw new FailureError("bad-input", { file, row: 1, column: name, reason: "missing" });
  }
  const columns: Record<string, string[]> = {};
  const kept = [...required, ...optional].filter((name) => header.includes(name));
  for (const name of kept) columns[name] = new Array<string>(records.length - 1);
  const places = kept.map((name) => header.indexOf(name));
  for (let i = 1; i < records.length; i++) {
    const cells = records[i];
    if (cells.length !== header.length) {
      throw new FailureError("bad-input", { file, row: i + 1, reason: `${cells.length} cells, not ${header.length}` });
    }
    for (let k = 0; k < kept.length; k++) columns[kept[k]][i - 1] = cells[places[k]].trim();
  }
  return { file, rows: records.length - 1, columns };
}

/** Number of a cell. Throws `bad-input` naming file, row and column unless it is finite and within [low, high]. */
export function readNumber(table: CsvColumns, column: string, i: number, low: number, high: number): number {
  const text = table.columns[column][i];
  const value = text === "" ? Number.NaN : Number(text);
  if (Number.isFinite(value) && value >= low && value <= high) return value;
  const reason = Number.isFinite(value) ? `outside ${low} … ${high}` : "not a number";
  throw new FailureError("bad-input", { file: table.file, row: i + 2, column, text, reason });
}

/** Position of each id of a column. Throws `bad-input` naming file, row and column for an empty or repeated id. */
export function indexIds(table: CsvColumns, column: string): ReadonlyMap<string, number> {
  const index = new Map<string, number>();
  const ids = table.columns[column];
  for (let i = 0; i < ids.length; i++) {
    const fault = ids[i] === "" ? "empty" : index.has(ids[i]) ? "repeated" : "";
    if (fault)
      throw new FailureError("bad-input", { file: table.file, row: i + 2, column, text: ids[i], reason: fault });
    index.set(ids[i], i);
  }
  return index;
}

/** Position of the id in a cell. Throws `bad-input` naming file, row and column when `index` does not hold it. */
export function findId(table: CsvColumns, column: string, i: number, index: ReadonlyMap<string, number>): number {
  const text = table.columns[column][i];
  const found = index.get(text);
  if (found !== undefined) return found;
  throw new FailureError("bad-input", { file: table.file, row: i + 2, column, text, reason: "unknown id" });
}

function splitRecords(text: string, file: string): string[][] {
  if (!text.includes('"')) {
    return text === "" ? [] : text.split(/\r?\n/).map((line) => line.split(","));
  }
  const records: string[][] = [];
  let record: string[] = [];
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/gy;
  while (cell.lastIndex < text.length) {
    const match = cell.exec(text);
    if (!match) throw new FailureError("bad-input", { file, row: records.length + 1, reason: "stray quote" });
    record.push(match[1] === undefined ? match[2] : match[1].replaceAll('""', '"'));
    if (match[3] === ",") {
      if (cell.lastIndex === text.length) record.push("");
      else continue;
    }
    records.push(record);
    record = [];
  }
  return records;
}
