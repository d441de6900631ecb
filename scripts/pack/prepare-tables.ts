import { readFileSync } from "node:fs";
import { type Movement, readMovements } from "./cog-movements.ts";
import type { PackDatabase } from "./database.ts";
import { FACILITY_TYPES } from "./facility-types.ts";
import { buildPassage } from "./passage.ts";
import type { ResolvedInput } from "./resolve-inputs.ts";

/** Days whose commune codes some input uses: APL 2015; BPE 2018; APL 2022 and Filosofi; APL 2023, BPE 2024, zonings. */
export const EDITION_DAYS: readonly string[] = ["2015-01-01", "2018-01-01", "2023-01-01", "2024-01-01"];

/** Movements from the INSEE file, or from the table an earlier build derived from it. */
export async function loadMovements(
  db: PackDatabase,
  official: ResolvedInput | null,
  derived: string,
): Promise<readonly Movement[]> {
  if (official) return readMovements(official.input.path, readFileSync(official.path));
  const rows = await db.rows(
    `SELECT date, kind, from_code, from_name, to_code FROM read_parquet('${derived.replaceAll("'", "''")}')`,
  );
  return rows.map(([date, kind, from, fromName, to]) => ({
    date: String(date),
    kind: Number(kind),
    from: String(from),
    fromName: String(fromName),
    to: String(to),
  }));
}

/** Fills `movements` and `passage`; arrondissements, outside the movement file, go to themselves. */
export async function fillPassage(db: PackDatabase, movements: readonly Movement[]): Promise<void> {
  await db.runFile("passage");
  await db.append(
    "movements",
    movements.map((m) => [m.date, m.kind, m.from, m.fromName, m.to]),
  );
  const units = await db.rows("SELECT code, kind, coalesce(population, 0) FROM units ORDER BY unit");
  const today = new Map<string, number>();
  const arrondissements: string[] = [];
  for (const [code, kind, population] of units) {
    if (kind === "commune") today.set(String(code), Number(population));
    else arrondissements.push(String(code));
  }
  for (const day of EDITION_DAYS) {
    const rows = buildPassage(today, movements, day);
    await db.append(
      "passage",
      rows.map((r) => [day, r.oldCode, r.newCode, r.parts, r.keeper]),
    );
    await db.append(
      "passage",
      arrondissements.map((code) => [day, code, code, 1, true]),
    );
  }
}

/** Fills `facility_types`, and `bpe_published` from the two vintages at hand. */
export async function fillFacilities(db: PackDatabase): Promise<void> {
  const text = (value: string) => `'${value.replaceAll("'", "''")}'`;
  const list = (values: readonly string[]) => `[${values.map(text).join(", ")}]::VARCHAR[]`;
  const rows = FACILITY_TYPES.map(
    (t) =>
      `(${text(t.type)}, ${text(t.family)}, ${text(t.fr)}, ${text(t.en)}, ${t.types2018.length > 0}, ${list(t.types2018)}, ${text(t.carrierLabel)})`,
  );
  await db.run(
    `CREATE TABLE facility_types AS SELECT * FROM (VALUES ${rows.join(", ")}) t(type, family, label_fr, label_en, in_2018, types_2018, carrier_label)`,
  );
  await db.runFile("bpe-published");
}
