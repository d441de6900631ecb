import { badInput } from "./bad-input.ts";
import { isCommuneCode } from "./commune-codes.ts";
import { readDelimited, readHeader, readNumber } from "./read-delimited.ts";

/** Median living standard (€ per consumption unit) and poverty rate (%) of one commune; null where not published. */
export interface FilosofiRow {
  readonly code: string;
  readonly median: number | null;
  readonly poverty: number | null;
}

const MEDIAN = "MED_SL";
const POVERTY = "PR_MD60";

/** Reads `DS_FILOSOFI_CC_data.csv`, or the older wide file whose columns end with the year (`MED21`, `TP6021`). */
export function readFilosofi(file: string, bytes: Uint8Array): readonly FilosofiRow[] {
  const header = readHeader(file, bytes);
  return header.includes("filosofi_measure") ? readMelodi(file, bytes) : readWide(file, bytes, header);
}

function readWide(file: string, bytes: Uint8Array, header: readonly string[]): readonly FilosofiRow[] {
  const median = header.find((name) => /^med\d\d$/.test(name)) ?? "MED21";
  const poverty = median.replace(/^med/i, "TP60");
  const rows: FilosofiRow[] = [];
  for (const row of readDelimited(file, bytes, ["CODGEO", median, poverty])) {
    const code = row.get("CODGEO");
    if (!isCommuneCode(code))
      throw badInput(file, "not a commune code", { row: row.line, column: "CODGEO", value: code });
    rows.push({ code, median: readNumber(file, row, median), poverty: readNumber(file, row, poverty) });
  }
  return rows;
}

function readMelodi(file: string, bytes: Uint8Array): readonly FilosofiRow[] {
  const rows = new Map<string, FilosofiRow>();
  for (const row of readDelimited(file, bytes, ["GEO", "FILOSOFI_MEASURE", "OBS_VALUE"])) {
    const code = row.get("GEO");
    const measure = row.get("FILOSOFI_MEASURE");
    const object = row.get("GEO_OBJECT");
    if ((measure !== MEDIAN && measure !== POVERTY) || (object !== "" && object !== "COM" && object !== "ARM"))
      continue;
    if (!isCommuneCode(code)) throw badInput(file, "not a commune code", { row: row.line, column: "GEO", value: code });
    const value = readNumber(file, row, "OBS_VALUE");
    const known = rows.get(code) ?? { code, median: null, poverty: null };
    rows.set(code, measure === MEDIAN ? { ...known, median: value } : { ...known, poverty: value });
  }
  return [...rows.values()];
}
