import { badInput } from "./bad-input.ts";

export interface DelimitedRow {
  /** Line of the file where the record starts, from 1. */
  readonly line: number;
  readonly get: (column: string) => string;
}

/** Lower case, no accents, one apostrophe, single spaces: columns are found by what they say, never by position. */
export function normaliseHeader(text: string): string {
  return text
    .replace(/^\uFEFF/, "")
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[’ʼ`]/g, "'")
    .replace(/\s+/g, " ")
    .trim()
    .toLowerCase();
}

/** A number with `,` or `.` decimals; null when empty. Throws `bad-input` for anything else. */
export function readNumber(file: string, row: DelimitedRow, column: string): number | null {
  const text = row.get(column).trim();
  if (text === "") return null;
  const value = Number(text.replace(",", "."));
  if (!Number.isFinite(value)) throw badInput(file, "not a number", { row: row.line, column, value: text });
  return value;
}

/** UTF-8, or Windows-1252 for the lines that are not: some producers mix both in one file. */
export function decodeText(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    const legacy = new TextDecoder("windows-1252");
    const strict = new TextDecoder("utf-8", { fatal: true });
    const lines: string[] = [];
    let start = 0;
    for (let end = 0; end <= bytes.length; end++) {
      if (end < bytes.length && bytes[end] !== 10) continue;
      const line = bytes.subarray(start, end);
      try {
        lines.push(strict.decode(line));
      } catch {
        lines.push(legacy.decode(line));
      }
      start = end + 1;
    }
    return lines.join("\n");
  }
}

/** Names of the columns of a delimited file, normalised. */
export function readHeader(file: string, bytes: Uint8Array): readonly string[] {
  const first = splitRecords(file, decodeText(bytes.subarray(0, 65_536)), true).next();
  return first.done ? [] : first.value.fields.map(normaliseHeader);
}

/**
 * Reads a delimited text with a header, quoted fields and quoted line breaks, one record at a time.
 * Throws `bad-input` naming file, row, column.
 */
export function* readDelimited(file: string, bytes: Uint8Array, required: readonly string[]): Generator<DelimitedRow> {
  let index: Map<string, number> | null = null;
  for (const { line, fields } of splitRecords(file, decodeText(bytes), false)) {
    if (index === null) {
      index = new Map(fields.map((name, i) => [normaliseHeader(name), i]));
      for (const name of required) {
        if (!index.has(normaliseHeader(name))) throw badInput(file, "missing column", { row: line, column: name });
      }
      continue;
    }
    const columns = index;
    if (fields.length < columns.size) {
      throw badInput(file, `${fields.length} fields where the header has ${columns.size}`, { row: line });
    }
    yield { line, get: (column) => fields[columns.get(normaliseHeader(column)) ?? -1] ?? "" };
  }
  if (index === null) throw badInput(file, "empty file");
}

interface Fields {
  readonly line: number;
  readonly fields: readonly string[];
}

function* splitRecords(file: string, text: string, partial: boolean): Generator<Fields> {
  const source = text.replace(/^\uFEFF/, "");
  const separator = guessSeparator(source.slice(0, source.search(/\r?\n|$/)));
  let fields: string[] = [];
  let field = "";
  let quoted = false;
  let line = 1;
  let start = 1;
  const isBlank = () => fields.length === 1 && fields[0] === "";
  for (let i = 0; i < source.length; i++) {
    const char = source[i];
    if (char === "\n") line++;
    if (quoted) {
      if (char !== '"') field += char;
      else if (source[i + 1] === '"') {
        field += '"';
        i++;
      } else quoted = false;
    } else if (char === '"' && field === "") quoted = true;
    else if (char === separator || char === "\n") {
      fields.push(field);
      field = "";
      if (char === separator) continue;
      if (!isBlank()) yield { line: start, fields };
      fields = [];
      start = line;
    } else if (char !== "\r" || source[i + 1] !== "\n") field += char;
  }
  if (partial) return;
  if (quoted) throw badInput(file, "quote never closed", { row: start });
  fields.push(field);
  if (!isBlank()) yield { line: start, fields };
}

function guessSeparator(header: string): string {
  const bare = header.replace(/"[^"]*"/g, "");
  const count = (separator: string) => bare.split(separator).length;
  return [",", ";", "|", "\t"].reduce((best, separator) => (count(separator) > count(best) ? separator : best));
}
