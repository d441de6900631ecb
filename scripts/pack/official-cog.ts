import { badInput } from "./bad-input.ts";
import { isCommuneCode } from "./commune-codes.ts";
import { readDelimited } from "./read-delimited.ts";

export interface CogRow {
  readonly code: string;
  readonly name: string;
  readonly kind: "commune" | "arrondissement";
  /** City of an arrondissement. */
  readonly parent: string | null;
}

/** Reads `v_commune_AAAA.csv`. The same code may also name a delegated commune: only COM and ARM rows are communes. */
export function readCog(file: string, bytes: Uint8Array): readonly CogRow[] {
  const rows: CogRow[] = [];
  for (const row of readDelimited(file, bytes, ["TYPECOM", "COM", "LIBELLE", "COMPARENT"])) {
    const type = row.get("TYPECOM");
    if (type !== "COM" && type !== "ARM") continue;
    const code = row.get("COM");
    if (!isCommuneCode(code)) throw badInput(file, "not a commune code", { row: row.line, column: "COM", value: code });
    rows.push({
      code,
      name: row.get("LIBELLE"),
      kind: type === "COM" ? "commune" : "arrondissement",
      parent: type === "ARM" ? row.get("COMPARENT") : null,
    });
  }
  return rows;
}
