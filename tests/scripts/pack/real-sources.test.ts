import { existsSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buildTables, writeTables } from "../../../scripts/pack/build-tables.ts";
import { openPackDatabase, type PackDatabase } from "../../../scripts/pack/database.ts";
import { FACILITY_TYPES } from "../../../scripts/pack/facility-types.ts";
import { hashFile } from "../../../scripts/pack/hash-file.ts";
import { PACK_INPUTS } from "../../../scripts/pack/inputs.ts";
import { PACK_OUTPUTS } from "../../../scripts/pack/outputs.ts";
import { resolveInput } from "../../../scripts/pack/resolve-inputs.ts";
import { isPresent, SOURCES } from "./shared-sources.ts";

/** Every trap of the sources, on the sources themselves; the tables are those of one whole build. */
describe.skipIf(!isPresent(SOURCES))("build from the real sources", () => {
  let db: PackDatabase;

  beforeAll(async () => {
    db = await openPackDatabase();
    const inputs = PACK_INPUTS.flatMap((input) => resolveInput(input, [SOURCES]) ?? []);
    await buildTables(db, inputs, "data/commune-movements.parquet");
  }, 120_000);

  afterAll(() => db.close());

  const one = async (sql: string) => (await db.rows(sql))[0]?.[0] ?? null;
  const source = (path: string) => `read_parquet('${join(SOURCES, path).replaceAll("'", "''")}')`;

  test("the same inputs give the committed bytes", async () => {
    const out = mkdtempSync(join(tmpdir(), "pack-"));
    await writeTables(db, out);
    for (const { file } of PACK_OUTPUTS) {
      expect(hashFile(join(out, file)).sha256, file).toBe(hashFile(join("data", file)).sha256);
    }
  }, 120_000);

  test("ids without leading zero mixed with EPCI, D, R and FR rows: 34,920 rows and no other", async () => {
    expect(await one(`SELECT count(*)::INTEGER FROM ${source("terribot/sup.parquet")}`)).toBeGreaterThan(34920);
    expect(await one("SELECT count(*)::INTEGER FROM census")).toBe(34920);
    expect(await one("SELECT population FROM census WHERE code = '01001'")).toBeGreaterThan(0);
    expect(await one("SELECT count(*)::INTEGER FROM census WHERE length(code) <> 5")).toBe(0);
  });

  test("the GP column called standardised population is the APL up to 65", async () => {
    const total = `SELECT sum(population_standardisee)::INTEGER FROM ${source("mediacces/apl.parquet")} WHERE annee = 2023`;
    expect(await one(`${total} AND profession = 'medecin_generaliste'`)).toBeLessThan(100_000);
    expect(await one(`${total} AND profession = 'infirmiere'`)).toBeGreaterThan(60_000_000);
    expect(
      await one("SELECT value FROM apl WHERE code = '35360' AND profession = 'gp' AND year = 2023 AND ages = 'le65'"),
    ).toBe(3.305);
    expect(
      await one("SELECT count(*)::INTEGER FROM apl_published WHERE profession = 'gp' AND standardised IS NOT NULL"),
    ).toBe(0);
  });

  test("the copy labelled 2023 is edition 2022: its population is that of 2020, its values those of 2022", async () => {
    const terribot = `(SELECT lpad(id, 5, '0') AS code, * FROM ${source("terribot/apl.parquet")} WHERE length(id) <= 5 AND comp1 IS NOT NULL)`;
    const population = `(SELECT lpad(id, 5, '0') AS code, pmun2020, pmun2022 FROM ${source("terribot/sup.parquet")} WHERE length(id) <= 5 AND comp1 IS NOT NULL)`;
    const same = (year: number) =>
      one(
        `SELECT count(*)::INTEGER FROM ${terribot} t JOIN ${population} p USING (code) WHERE t.pop_apl = p.pmun${year}`,
      );
    expect(await same(2020)).toBe(34891);
    expect(await same(2022)).toBeLessThan(2000);
    const gap = (year: number) =>
      one(`SELECT median(abs(t.apl_gen - a.value)) FROM ${terribot} t JOIN apl_published a USING (code)
           WHERE a.profession = 'gp' AND a.ages = 'all' AND a.year = ${year}`);
    expect(await gap(2022)).toBeCloseTo(0.014, 3);
    expect(await gap(2023)).toBeCloseTo(0.144, 3);
  });

  test("that copy adds up merged communes; ours are weighted means between their parts", async () => {
    const raw = await one(`SELECT apl_gen FROM ${source("terribot/apl.parquet")} WHERE id = '93066'`);
    expect(raw).toBeCloseTo(7.581, 3);
    const ours = Number(
      await one("SELECT value FROM apl WHERE code = '93066' AND profession = 'gp' AND year = 2022 AND ages = 'all'"),
    );
    const [[low, high]] = await db.rows(
      "SELECT min(value), max(value) FROM apl_published WHERE code IN ('93066', '93059') AND profession = 'gp' AND year = 2022 AND ages = 'all'",
    );
    expect(ours).toBeGreaterThan(Number(low));
    expect(ours).toBeLessThan(Number(high));
  });

  test("zeros that mean absence are absences; zeros published are zeros", async () => {
    expect(
      await one(
        "SELECT count(*)::INTEGER FROM apl JOIN units USING (code) WHERE departement = '976' AND value IS NOT NULL",
      ),
    ).toBe(0);
    expect(await one("SELECT count(*)::INTEGER FROM communes WHERE population_2022 = 0")).toBe(0);
    expect(
      await one(
        "SELECT count(*)::INTEGER FROM apl WHERE profession = 'gp' AND year = 2023 AND ages = 'all' AND value = 0",
      ),
    ).toBe(371);
    expect(await one("SELECT count(*)::INTEGER FROM apl WHERE population_standardised = 0")).toBe(0);
  });

  test("Corsica has 2022 and no 2023", async () => {
    const rows = await db.rows(
      "SELECT year, count(value)::INTEGER FROM apl JOIN units USING (code) WHERE region = '94' AND profession = 'gp' AND ages = 'all' GROUP BY ALL ORDER BY year",
    );
    expect(rows).toEqual([
      [2015, 360],
      [2022, 360],
      [2023, 0],
    ]);
  });

  test("Paris, Lyon, Marseille: arrondissements in APL and BPE, never both", async () => {
    for (const table of ["apl", "facilities"]) {
      expect(await one(`SELECT count(*)::INTEGER FROM ${table} WHERE code IN ('75056', '69123', '13055')`)).toBe(0);
      expect(
        await one(
          `SELECT count(DISTINCT code)::INTEGER FROM ${table} JOIN units USING (code) WHERE parent IS NOT NULL`,
        ),
      ).toBe(45);
    }
    expect(await one("SELECT population_2022 FROM communes WHERE code = '75056'")).toBe(2113705);
  });

  test("moving to COG 2026 loses no facility and no inhabitant", async () => {
    const types2018 = FACILITY_TYPES.flatMap((t) => t.types2018).map((t) => `'${t}'`);
    const raw = await one(
      `SELECT sum(NB_EQUIP)::INTEGER FROM ${source("bpe/bpe18_sante_iris.parquet")} WHERE TYPEQU IN (${types2018})`,
    );
    expect(await one("SELECT sum(count)::INTEGER FROM facilities WHERE year = 2018")).toBe(raw);
    const raw2024 = await one(`SELECT sum(nombre)::INTEGER FROM ${source("mediacces/equipements.parquet")}`);
    expect(await one("SELECT sum(count)::INTEGER FROM facilities WHERE year = 2024")).toBe(raw2024);
    const people = "SELECT sum(population_2022)::INTEGER FROM communes WHERE kind = 'commune'";
    expect(await one(people)).toBe(await one("SELECT sum(population)::INTEGER FROM census"));
  });

  test("the shifted labels of BPE 2024 agree with the relabelled table, commune by commune", async () => {
    if (!existsSync(join(SOURCES, "bpe/bpe24_sante_communes.parquet"))) return;
    const relabelled = `(SELECT code_commune AS code, typequ AS type, nombre AS count FROM ${source("bpe/bpe24_sante_communes.parquet")})`;
    const ours = "(SELECT code, type, count FROM bpe_published WHERE year = 2024)";
    expect(await one(`SELECT count(*)::INTEGER FROM (FROM ${relabelled} EXCEPT FROM ${ours})`)).toBe(0);
    expect(await one(`SELECT count(*)::INTEGER FROM ${ours}`)).toBe(77554);
  });

  test("the seven communes re-established since 2018 are there, on their former commune's zoning", async () => {
    const rows = await db.rows(
      "SELECT code FROM communes WHERE code IN ('14666', '85165', '85212', '15031', '15035', '15047', '15171') AND bassin_de_vie IS NOT NULL",
    );
    expect(rows).toHaveLength(7);
    expect(
      await one(
        "SELECT sum(population_2022)::INTEGER FROM communes WHERE code IN ('15031', '15035', '15047', '15141', '15171')",
      ),
    ).toBe(1577);
  });

  test("secret and missing incomes are told apart; averaged medians are dropped", async () => {
    const status = (code: string) =>
      one(`SELECT median_status || ' ' || poverty_status FROM income WHERE code = '${code}'`);
    expect(await status("35360")).toBe("value value");
    expect(await status("01001")).toBe("value secret");
    expect(await status("29083")).toBe("secret secret");
    expect(await status("97101")).toBe("missing missing");
    expect(await status("01187")).toBe("missing missing");
    expect(await status("55039")).toBe("missing missing");
    const fractional = "SELECT count(*)::INTEGER FROM income WHERE median_income <> floor(median_income)";
    expect(await one(fractional)).toBe(0);
  });

  test("France Services: 2,845 records over quoted line breaks, all on a commune of today", async () => {
    expect(await one("SELECT count(*)::INTEGER FROM france_services JOIN units USING (code)")).toBe(2845);
  });

  test("points are inside points, not town halls: Rennes is 0.8 km from its town hall", async () => {
    expect(await one("SELECT lat FROM communes WHERE code = '35238'")).toBe(48.1159);
    expect(await one("SELECT count(*)::INTEGER FROM communes WHERE point_kind IS NULL AND kind = 'commune'")).toBe(0);
  });

  test("only census rows enter the Bretagne table: nothing from OpenStreetMap or a model", async () => {
    const licences = await db.rows(
      `SELECT DISTINCT vintage_source FROM ${source("lusk_bretagne/indicateurs_mobilite.parquet")} WHERE key = 'voitures_menage'`,
    );
    expect(licences).toHaveLength(1);
    expect(String(licences[0][0])).toMatch(/^INSEE — Recensement/);
    expect(await one("SELECT count(*)::INTEGER FROM ages_cars_bretagne")).toBe(1202);
  });
});
