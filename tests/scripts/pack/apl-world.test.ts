import { afterEach, beforeEach, expect, test } from "vitest";
import { openPackDatabase, type PackDatabase } from "../../../scripts/pack/database.ts";

/**
 * Five towns one can compute by hand. A and B merged into A in mid 2024; C lost D, re-established then; E never changed.
 * A city P has one arrondissement Q.
 */
let db: PackDatabase;

beforeEach(async () => {
  db = await openPackDatabase();
  await db.runFile("passage");
  await db.runFile("official");
  await db.run("CREATE TABLE units (unit USMALLINT, code VARCHAR, parent VARCHAR)");
  await db.run("INSERT INTO units VALUES (0,'A',NULL),(1,'C',NULL),(2,'D',NULL),(3,'E',NULL),(4,'P',NULL),(5,'Q','P')");
  for (const day of ["2015-01-01", "2023-01-01", "2024-01-01"]) {
    await db.append("passage", [
      [day, "A", "A", 1, true],
      [day, "B", "A", 1, true],
      [day, "C", "C", 2, true],
      [day, "C", "D", 2, false],
      [day, "E", "E", 1, true],
      [day, "P", "P", 1, true],
      [day, "Q", "Q", 1, true],
    ]);
  }
  await db.run(`CREATE TABLE apl_published (day VARCHAR, code VARCHAR, profession VARCHAR, year SMALLINT, ages VARCHAR,
    value DOUBLE, standardised DOUBLE, total DOUBLE, source VARCHAR)`);
  await db.run(`INSERT INTO apl_published
    SELECT '2023-01-01', code, profession, 2022, 'all', value, standardised, NULL, 'apl-mediacces' FROM (VALUES
      ('A', 'nurse', 2.0, 100.0), ('B', 'nurse', 6.0, 300.0), ('C', 'nurse', 3.0, 50.0), ('Q', 'nurse', 0.0, 10.0),
      ('A', 'dentist', 1.0, 900.0), ('B', 'dentist', 1.0, 100.0),
      ('A', 'gp', 2.0, NULL), ('B', 'gp', 4.0, NULL)) t(code, profession, value, standardised)`);
  await db.run("CREATE TABLE apl_weights AS SELECT 'A' AS code, 1000.0 AS standardised, 990.0 AS total");
  await db.run(`CREATE TABLE terribot_apl AS SELECT * FROM (VALUES ('A', 6.0), ('E', 1.5)) t(code, x),
    LATERAL (SELECT x AS apl_gen_2015, x AS apl_gen, x AS apl_65, x AS apl_62, x AS apl_inf, x AS apl_mk, x AS apl_sf, x AS apl_dent)`);
  await db.runFile("apl");
});

afterEach(() => db.close());

const cell = async (code: string, profession: string, year: number, ages: string, column: string) =>
  (
    await db.rows(
      `SELECT ${column} FROM apl WHERE code = '${code}' AND profession = '${profession}' AND year = ${year} AND ages = '${ages}'`,
    )
  )[0]?.[0];

test("merged communes: mean by standardised population, never the plain one nor the sum", async () => {
  expect(await cell("A", "nurse", 2022, "all", "value")).toBe(5);
  expect(await cell("A", "nurse", 2022, "all", "population_standardised")).toBe(400);
});

test("GPs have no standardised population by part: that of dentists stands in", async () => {
  expect(await cell("A", "gp", 2022, "all", "value")).toBeCloseTo((2 * 900 + 4 * 100) / 1000, 12);
  expect(await cell("A", "gp", 2022, "all", "population_standardised")).toBe(1000);
});

test("values the other copy added up for a merged commune are refused, those of an unchanged one taken", async () => {
  expect(await cell("A", "gp", 2015, "all", "status")).toBe("missing");
  expect(await cell("A", "gp", 2022, "le62", "value")).toBeNull();
  expect(await cell("E", "gp", 2015, "all", "value")).toBe(1.5);
  expect(await cell("E", "nurse", 2022, "all", "source")).toBe("apl-terribot");
});

test("a split leaves the value to the commune that kept the code", async () => {
  expect(await cell("C", "nurse", 2022, "all", "value")).toBe(3);
  expect(await cell("D", "nurse", 2022, "all", "status")).toBe("missing");
});

test("a published zero is a value, an absence is not a zero, and cities are left to their arrondissements", async () => {
  expect(await cell("Q", "nurse", 2022, "all", "status")).toBe("value");
  expect(await cell("Q", "nurse", 2022, "all", "value")).toBe(0);
  expect(await cell("Q", "nurse", 2023, "all", "value")).toBeNull();
  expect(await cell("P", "nurse", 2022, "all", "status")).toBeUndefined();
  expect(await db.rows("SELECT count(*)::INTEGER FROM apl")).toEqual([[5 * 14]]);
});
