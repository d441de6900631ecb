import { createReadStream } from "node:fs";
import { FailureError } from "../core/failure.ts";

/** The first line of a CSV file: names of the columns, in their order. */
export interface TableHeader {
  readonly file: string;
  readonly names: readonly string[];
}

/** Takes the cells of one row, as many as the header has names; `row` is its line in the file, the header being 1. */
export type RowTaker = (cells: readonly string[], row: number) => void;

/**
 * Reads a CSV file (UTF-8, comma, optional quotes) row by row, without holding it: `open` chooses columns from the header
 * and returns what takes the rows. Empty lines are passed over.
 * Fails with `bad-input` naming file, row and column: file not readable, a column named twice, a row of another length.
 */
export async function readTable(file: string, open: (header: TableHeader) => RowTaker): Promise<void> {
  let header: TableHeader | undefined;
  let take: RowTaker | undefined;
  await forEachRecord(file, (line, row) => {
    const cells = splitCells(line, file, row);
    if (!header) {
      header = { file, names: cells };
      assertDistinct(header);
      take = open(header);
    } else if (cells.length !== header.names.length) {
      const column = header.names[Math.min(cells.length, header.names.length - 1)];
      throw fault(header, row, column, `${cells.length} cells where the header has ${header.names.length}`);
    } else take?.(cells, row);
  });
  if (!header) open({ file, names: [] });
}

/** Position of a column, or −1. */
export function findColumn(header: TableHeader, name: string): number {
  return header.names.indexOf(name);
}

/** Position of a column. Fails with `bad-input` when the header lacks it. */
export function getColumn(header: TableHeader, name: string): number {
  const at = findColumn(header, name);
  if (at >= 0) return at;
  const problem = header.names.length === 0 ? "the file is empty" : `not in the header (${header.names.join(" ")})`;
  throw fault(header, 1, name, problem);
}

/** An identifier as written. Fails with `bad-input` when the cell is empty. */
export function idCell(header: TableHeader, cells: readonly string[], at: number, row: number): string {
  if (cells[at] === "") throw fault(header, row, header.names[at], "empty");
  return cells[at];
}

/** A finite number ≥ 0. Fails with `bad-input` otherwise. */
export function quantityCell(header: TableHeader, cells: readonly string[], at: number, row: number): number {
  const text = cells[at];
  const value = Number(text);
  if (value >= 0 && value < Number.POSITIVE_INFINITY && text.trim() !== "") return value;
  const problem = value < 0 ? `negative (${text})` : `not a number (${JSON.stringify(text)})`;
  throw fault(header, row, header.names[at], problem);
}

/** A `bad-input` failure at a cell. */
export function fault(header: TableHeader, row: number, column: string, problem: string): FailureError {
  return new FailureError("bad-input", { file: header.file, row, column, problem });
}

/** Records that are not empty and the line each starts at; a record goes on over line ends within quotes. */
async function forEachRecord(file: string, take: (line: string, row: number) => void): Promise<void> {
  let rest = "";
  let row = 1;
  for await (const chunk of chunksOf(file)) {
    rest += chunk;
    let start = row === 1 && rest.startsWith("\uFEFF") ? 1 : 0;
    let quote = rest.indexOf('"', start);
    for (;;) {
      const end = recordEnd(rest, start, quote);
      if (end < 0) break;
      const line = rest.slice(start, rest[end - 1] === "\r" ? end - 1 : end);
      if (line !== "") take(line, row);
      row += line.includes('"') ? line.split("\n").length : 1;
      start = end + 1;
      if (quote >= 0 && quote < start) quote = rest.indexOf('"', start);
    }
    rest = rest.slice(start);
  }
  const last = rest.endsWith("\r") ? rest.slice(0, -1) : rest;
  if (last !== "") take(last, row);
}

async function* chunksOf(file: string): AsyncGenerator<string> {
  try {
    for await (const chunk of createReadStream(file, { encoding: "utf8", highWaterMark: 1 << 20 })) yield chunk;
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    if (code === "") throw error;
    throw new FailureError("bad-input", { file, problem: code === "ENOENT" ? "no such file" : code });
  }
}

/**
 * Position of the line end that closes the record starting at `start`, or −1 when it is not here yet. `firstQuote` is the
 * first quote from `start` on, or −1: looked up once for many records, not once for each.
 */
function recordEnd(text: string, start: number, firstQuote: number): number {
  let end = text.indexOf("\n", start);
  let quote = firstQuote;
  while (end >= 0 && quote >= 0 && quote < end) {
    const close = text.indexOf('"', quote + 1);
    if (close < 0) return -1;
    if (close > end) end = text.indexOf("\n", close);
    quote = text.indexOf('"', close + 1);
  }
  return end;
}

function splitCells(line: string, file: string, row: number): readonly string[] {
  if (!line.includes('"')) return line.split(",");
  const cells: string[] = [];
  const pattern = /(?:"((?:[^"]|"")*)"|([^",]*))(,|$)/gy;
  while (pattern.lastIndex < line.length || cells.length === 0) {
    const match = pattern.exec(line);
    if (!match) throw new FailureError("bad-input", { file, row, column: cells.length + 1, problem: "stray quote" });
    cells.push(match[1] === undefined ? match[2] : match[1].replaceAll('""', '"'));
    if (match[3] === "") return cells;
  }
  cells.push("");
  return cells;
}

function assertDistinct(header: TableHeader): void {
  const twice = header.names.find((name, k) => header.names.indexOf(name) !== k);
  if (twice !== undefined) throw fault(header, 1, twice, "named twice");
}
