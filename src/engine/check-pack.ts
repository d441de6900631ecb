import { tenthMeans } from "../core/access/distribution.ts";
import type { Catalogue } from "../core/catalogue.ts";
import { PACK_CONTROLS, type PackControl } from "./pack-controls.ts";
import { PACK_TABLES } from "./pack-tables.ts";
import { type Database, getNumbers } from "./ports.ts";

/** One verification of the pack. Texts where the thing compared is one (a sha256). */
export interface PackCheck {
  readonly id: string;
  readonly ok: boolean;
  readonly expected: number | string;
  readonly actual: number | string;
  readonly tolerance: number;
  readonly source: string;
}

export interface PackBytes {
  readonly sha256: string;
  readonly bytes: number;
}

/** Hash of a file of the pack by its name in the catalogue; null when it is not there. */
export type HashPackFile = (file: string) => Promise<PackBytes | null>;

/** Verifies figures and contract; with a catalogue and a hash function, also the bytes and row counts it records. */
export async function checkPack(
  db: Database,
  files?: { readonly catalogue: Catalogue; readonly hash: HashPackFile },
): Promise<readonly PackCheck[]> {
  const checks: PackCheck[] = [];
  for (const control of PACK_CONTROLS) checks.push(judge(control, await queryNumber(db, control.sql)));
  checks.push(await checkLowestTenth(db));
  if (files) {
    checks.push(...(await checkRowCounts(db, files.catalogue)));
    for (const { file, sha256 } of files.catalogue.datasets) {
      const found = await files.hash(file);
      checks.push({
        id: `sha256-${file}`,
        ok: found?.sha256 === sha256,
        expected: sha256,
        actual: found?.sha256 ?? "file missing",
        tolerance: 0,
        source: "catalogue.json",
      });
    }
  }
  return checks;
}

async function checkLowestTenth(db: Database): Promise<PackCheck> {
  const table = await db.query(
    `SELECT value, population_total AS people, population_standardised AS standardised
     FROM apl WHERE profession = 'gp' AND year = 2023 AND ages = 'le65' AND value IS NOT NULL`,
  );
  const { lowest } = tenthMeans(
    getNumbers(table, "value"),
    getNumbers(table, "people"),
    getNumbers(table, "standardised"),
  );
  const source = "DREES: tenths by total population, means by standardised population";
  return judge({ id: "apl-gp-2023-le65-lowest-tenth", sql: "", expected: 1.38, tolerance: 0.02, source }, lowest);
}

async function checkRowCounts(db: Database, catalogue: Catalogue): Promise<PackCheck[]> {
  const checks: PackCheck[] = [];
  for (const [table, file] of Object.entries(PACK_TABLES)) {
    const dataset = catalogue.datasets.find((d) => d.file === file);
    const expected = dataset?.rows ?? Number.NaN;
    const actual = await queryNumber(db, `SELECT count(*)::DOUBLE AS actual FROM ${table}`);
    checks.push(judge({ id: `rows-${table}`, sql: "", expected, tolerance: 0, source: "catalogue.json" }, actual));
  }
  return checks;
}

function judge(control: PackControl, actual: number): PackCheck {
  const { id, expected, tolerance, source } = control;
  return { id, ok: Math.abs(actual - expected) <= tolerance, expected, actual, tolerance, source };
}

async function queryNumber(db: Database, sql: string): Promise<number> {
  const table = await db.query(sql);
  return table.rowCount === 1 ? getNumbers(table, "actual")[0] : Number.NaN;
}
