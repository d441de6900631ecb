import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { badInput } from "./bad-input.ts";
import type { PackDatabase } from "./database.ts";
import { hashBytes } from "./hash-file.ts";
import { getPackInput } from "./inputs.ts";
import { readAplWorkbook } from "./official-apl.ts";
import { readBpe } from "./official-bpe.ts";
import { readCog } from "./official-cog.ts";
import { readFilosofi } from "./official-filosofi.ts";
import { readHeader } from "./read-delimited.ts";
import type { ResolvedInput } from "./resolve-inputs.ts";

const APL_YEARS: readonly number[] = [2022, 2023];
const BPE_DAYS: ReadonlyMap<number, string> = new Map([
  [2018, "2018-01-01"],
  [2024, "2024-01-01"],
]);

/**
 * Loads a file as its producer publishes it, recognised by what is in it. Returns what the catalogue must record.
 * Throws `bad-input` for a file of another kind, or without any vintage of the pack.
 */
export async function loadOfficial(db: PackDatabase, path: string): Promise<ResolvedInput> {
  const file = basename(path);
  const bytes = readFileSync(path);
  const record = (id: string): ResolvedInput => {
    const { official } = getPackInput(id);
    return { input: { ...getPackInput(id), path: file, carrier: official }, path, ...hashBytes(bytes) };
  };
  if (file.endsWith(".xlsx")) {
    await loadApl(db, file, bytes);
    return record("apl-mediacces");
  }
  const header = readHeader(file, bytes);
  if (header.includes("facility_type") || header.includes("typequ")) return record(await loadBpe(db, file, bytes));
  if (header.includes("filosofi_measure") || header.some((name) => /^med\d\d$/.test(name))) {
    await db.append(
      "filosofi_official",
      readFilosofi(file, bytes).map((r) => [r.code, r.median, r.poverty]),
    );
    return record("income");
  }
  if (header.includes("comparent")) {
    await compareCog(db, file, bytes);
    return record("cog-communes");
  }
  throw badInput(file, "not a file this pack knows: APL workbook, BPE, Filosofi or COG expected");
}

async function loadApl(db: PackDatabase, file: string, bytes: Uint8Array): Promise<void> {
  const rows = (await readAplWorkbook(file, bytes)).filter((r) => APL_YEARS.includes(r.year));
  if (rows.length === 0) throw badInput(file, `no sheet for ${APL_YEARS.join(" or ")}`);
  await db.append(
    "apl_official",
    // An edition is on the communes of 1 January of the year after it.
    rows.map((r) => [
      `${r.year + 1}-01-01`,
      r.code,
      r.profession,
      r.year,
      r.ages,
      r.value,
      r.standardised,
      r.total,
      "apl-mediacces",
    ]),
  );
}

async function loadBpe(db: PackDatabase, file: string, bytes: Uint8Array): Promise<string> {
  const rows = readBpe(file, bytes);
  const [year, ...others] = new Set(rows.map((r) => r.year));
  const day = others.length === 0 && year !== undefined ? BPE_DAYS.get(year) : undefined;
  if (day === undefined) throw badInput(file, `vintage ${[year, ...others].join(", ")} where 2018 or 2024 is expected`);
  await db.append(
    "bpe_official",
    rows.map((r) => [day, r.code, r.year, r.type, r.count]),
  );
  return `bpe-${year}`;
}

/** The commune list comes from the npm package; the INSEE file, when given, must agree with it. */
async function compareCog(db: PackDatabase, file: string, bytes: Uint8Array): Promise<void> {
  const listed = new Map(
    (await db.rows("SELECT code, name FROM units WHERE zone <> 'com'")).map(([code, name]) => [
      String(code),
      String(name),
    ]),
  );
  const rows = readCog(file, bytes);
  for (const { code, name } of rows) {
    if (listed.get(code) !== name) {
      throw badInput(file, `${code} is ${listed.get(code) ?? "absent"} in the package`, {
        column: "LIBELLE",
        value: name,
      });
    }
  }
  if (rows.length !== listed.size) throw badInput(file, `${rows.length} communes where the package has ${listed.size}`);
}
