import { badInput } from "./bad-input.ts";
import { isCommuneCode } from "./commune-codes.ts";
import { readDelimited, readHeader, readNumber } from "./read-delimited.ts";

/** Facilities of one type in one commune or arrondissement, on the codes of the vintage. */
export interface BpeRow {
  readonly code: string;
  readonly year: number;
  readonly type: string;
  readonly count: number;
}

const MELODI = ["GEO", "GEO_OBJECT", "FACILITY_TYPE", "BPE_MEASURE", "TIME_PERIOD", "OBS_VALUE"];
const IRIS = ["DEPCOM", "AN", "TYPEQU", "NB_EQUIP"];

/** Reads `DS_BPE_AAAA_data.csv` (from 2024) or the count file by IRIS of earlier years; health types (D…) only. */
export function readBpe(file: string, bytes: Uint8Array): readonly BpeRow[] {
  const counts = new Map<string, BpeRow>();
  const rows = readHeader(file, bytes).includes("facility_type") ? readMelodi(file, bytes) : readIris(file, bytes);
  for (const row of rows) {
    const key = `${row.code} ${row.year} ${row.type}`;
    counts.set(key, { ...row, count: row.count + (counts.get(key)?.count ?? 0) });
  }
  return [...counts.values()];
}

function* readMelodi(file: string, bytes: Uint8Array): Generator<BpeRow> {
  for (const row of readDelimited(file, bytes, MELODI)) {
    const type = row.get("FACILITY_TYPE");
    // Totals by domain and sub-domain are rows too (_T): adding them up would triple every count.
    if (!/^D\d{3}$/.test(type) || row.get("BPE_MEASURE") !== "FACILITIES") continue;
    const object = row.get("GEO_OBJECT");
    if (object !== "COM" && object !== "ARM") continue;
    yield {
      code: checkCode(file, row.get("GEO"), row.line, "GEO"),
      year: checkCount(file, readNumber(file, row, "TIME_PERIOD"), row.line, "TIME_PERIOD"),
      type,
      count: checkCount(file, readNumber(file, row, "OBS_VALUE"), row.line, "OBS_VALUE"),
    };
  }
}

function* readIris(file: string, bytes: Uint8Array): Generator<BpeRow> {
  for (const row of readDelimited(file, bytes, IRIS)) {
    const type = row.get("TYPEQU");
    if (!/^D\d{3}$/.test(type)) continue;
    yield {
      code: checkCode(file, row.get("DEPCOM"), row.line, "DEPCOM"),
      year: checkCount(file, readNumber(file, row, "AN"), row.line, "AN"),
      type,
      count: checkCount(file, readNumber(file, row, "NB_EQUIP"), row.line, "NB_EQUIP"),
    };
  }
}

function checkCode(file: string, code: string, row: number, column: string): string {
  if (!isCommuneCode(code)) throw badInput(file, "not a commune code", { row, column, value: code });
  return code;
}

function checkCount(file: string, value: number | null, row: number, column: string): number {
  if (value === null || !Number.isInteger(value) || value < 0) {
    throw badInput(file, "not a count", { row, column, value: String(value ?? "") });
  }
  return value;
}
