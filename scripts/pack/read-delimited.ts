import { badInput } from "./bad-input.ts";

export interface DelimitedRow {
  /** Line of the file where the record starts, from 1. */
  readonly line: number;
  readonly get: (column: string) => string;
}

export interface DelimitedTable {
  readonly columns: readonly string[];
  readonly rows: readonly DelimitedRow[];
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

/** Reads a delimited text with a header, quoted fields and quoted line breaks. Throws `bad-input` naming file, row, column. */
export function readDelimited(file: string, bytes: Uint8Array, required: readonly string[]): DelimitedTable {
  const records = splitRecords(file, decodeText(bytes));
  const header = records[0];
  if (!header) throw badInput(file, "empty file");
  const columns = header.fields.map(normaliseHeader);
  const index = new Map(columns.map((name, i) => [name, i]));
  for (const name of required) {
    if (!index.has(normaliseHeader(name))) throw badInput(file, "missing column", { row: header.line, column: name });
  }
  const rows = records.slice(1).map((record): DelimitedRow => {
    if (record.fields.length < columns.length) {
      throw badInput(file, `${record.fields.length} fields where the header has ${columns.length}`, {
        row: record.line,
      });
    }
    return {
      line: record.line,
      get: (column) => record.fields[index.get(normaliseHeader(column)) ?? -1] ?? "",
    };
  });
  return { columns, rows };
}

interface Fields {
  readonly line: number;
  readonly fields: readonly string[];
}

function splitRecords(file: string, text: string): Fields[] {
  const source = text.replace(/^\uFEFF/, "");
  const separator = guessSeparator(source.slice(0, source.search(/\r?\n|$/)));
  const records: Fields[] = [];
  let fields: string[] = [];
  let field = "";
  let quoted = false;
  let line = 1;
  let start = 1;
  const endField = () => {
    fields.push(field);
    field = "";
  };
  const endRecord = () => {
    endField();
    if (fields.length > 1 || fields[0] !== "") records.push({ line: start, fields });
    fields = [];
  };
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
    else if (char === separator) endField();
    else if (char === "\n") {
      endRecord();
      start = line;
    } else if (char !== "\r" || source[i + 1] !== "\n") field += char;
  }
  if (quoted) throw badInput(file, "quote never closed", { row: start });
  if (field !== "" || fields.length > 0) endRecord();
  return records;
}

function guessSeparator(header: string): string {
  const bare = header.replace(/"[^"]*"/g, "");
  const count = (separator: string) => bare.split(separator).length;
  return [",", ";", "|", "\t"].reduce((best, separator) => (count(separator) > count(best) ? separator : best));
}
