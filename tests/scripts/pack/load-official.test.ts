import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openPackDatabase, type PackDatabase } from "../../../scripts/pack/database.ts";
import { hashFile } from "../../../scripts/pack/hash-file.ts";
import { loadOfficial } from "../../../scripts/pack/load-official.ts";
import { failureOf } from "./failure-of.ts";
import { makeWorkbook } from "./tiny-workbook.ts";

let db: PackDatabase;
let folder = "";

beforeEach(async () => {
  db = await openPackDatabase();
  await db.runFile("official");
  await db.run("CREATE TABLE units AS SELECT * FROM (VALUES ('35360', 'Vitré', 'metro')) t(code, name, zone)");
  folder = mkdtempSync(join(tmpdir(), "official-"));
});

afterEach(() => db.close());

const put = (name: string, content: string | Uint8Array): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};

test("an APL workbook is recognised, and put on the communes of the year after its edition", async () => {
  const header = [
    "Code commune INSEE",
    "Commune",
    "APL aux infirmières",
    "Population standardisée 2021",
    "Population totale 2021",
  ];
  const path = put(
    "ide.xlsx",
    makeWorkbook({ "APL 2023": [header, [null], ["35360", "Vitré", 99.6, 21220.6, 18998]] }),
  );
  const { input, sha256 } = await loadOfficial(db, path);
  expect(input).toMatchObject({ id: "apl-mediacces", path: "ide.xlsx" });
  expect(sha256).toBe(hashFile(path).sha256);
  expect(await db.rows("SELECT day, code, profession, year, value, total FROM apl_official")).toEqual([
    ["2024-01-01", "35360", "nurse", 2023, 99.6, 18998],
  ]);
});

test("a BPE file is put on the communes of its vintage; another vintage is refused", async () => {
  const text = (year: number) => `DEPCOM;DCIRIS;AN;TYPEQU;NB_EQUIP\n35360;35360_0101;${year};D201;24\n`;
  await loadOfficial(db, put("bpe18.csv", text(2018)));
  expect(await db.rows("FROM bpe_official")).toEqual([["2018-01-01", "35360", 2018, "D201", 24]]);
  const { params } = await failureOf(() => loadOfficial(db, put("bpe21.csv", text(2021))));
  expect(params).toMatchObject({ file: "bpe21.csv", problem: "vintage 2021 where 2018 or 2024 is expected" });
});

test("Filosofi and COG are recognised by their columns; a COG that disagrees is refused", async () => {
  await loadOfficial(db, put("filo.csv", "CODGEO;MED21;TP6021\n35360;23060;11\n"));
  expect(await db.rows("FROM filosofi_official")).toEqual([["35360", 23060, 11]]);
  await loadOfficial(db, put("v_commune.csv", "TYPECOM,COM,LIBELLE,COMPARENT\nCOM,35360,Vitré,\n"));
  const other = put("v_other.csv", "TYPECOM,COM,LIBELLE,COMPARENT\nCOM,35361,Ailleurs,\n");
  expect((await failureOf(() => loadOfficial(db, other))).params).toMatchObject({ value: "Ailleurs" });
});

test("a file of no known kind is refused by name", async () => {
  expect((await failureOf(() => loadOfficial(db, put("x.csv", "a,b\n1,2\n")))).params.file).toBe("x.csv");
});
