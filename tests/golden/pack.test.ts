import { createHash } from "node:crypto";
import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { type Catalogue, parseCatalogue } from "../../src/core/catalogue.ts";
import { SERIES } from "../../src/core/professions.ts";
import { checkPack, type PackCheck } from "../../src/engine/check-pack.ts";
import { type Database, getNumbers, getTexts } from "../../src/engine/ports.ts";
import { openNodePack } from "../../src/platform/node/duckdb.ts";

const DATA = "data";
let db: Database;
let catalogue: Catalogue;
let text: string;

beforeAll(async () => {
  db = await openNodePack(DATA);
  text = readFileSync(join(DATA, "catalogue.json"), "utf8");
  catalogue = parseCatalogue(text);
});

const number = async (sql: string) => getNumbers(await db.query(sql), "actual")[0];

describe("committed pack", () => {
  test("every control holds", async () => {
    const hash = async (file: string) => {
      const path = join(DATA, file);
      if (!existsSync(path)) return null;
      const bytes = readFileSync(path);
      return { sha256: createHash("sha256").update(bytes).digest("hex"), bytes: bytes.byteLength };
    };
    const checks = await checkPack(db, { catalogue, hash });
    expect(checks.filter((c: PackCheck) => !c.ok)).toEqual([]);
    expect(checks.length).toBeGreaterThan(50);
  });

  test("the tables stay under 6 MB, with the outlines under 15 MB", () => {
    const size = (files: readonly string[]) => files.reduce((sum, file) => sum + statSync(join(DATA, file)).size, 0);
    const files = catalogue.datasets.map((d) => d.file);
    expect(size(files.filter((f) => f.endsWith(".parquet")))).toBeLessThan(6e6);
    expect(size(files)).toBeLessThan(15e6);
  });

  test("the catalogue holds no path of a machine, and every licence and origin is public", () => {
    expect(text).not.toMatch(/"(?:\/|[A-Z]:\\|file:)/);
    for (const { licence, inputs, attribution_fr, id } of catalogue.datasets) {
      expect(licence.url, id).toMatch(/^https:/);
      expect(attribution_fr.length, id).toBeGreaterThan(5);
      expect(inputs.length, id).toBeGreaterThan(0);
      for (const { url } of inputs) expect(url, id).toMatch(/^https:\/\//);
    }
    expect(new Set(catalogue.datasets.map((d) => d.id)).size).toBe(catalogue.datasets.length);
  });

  test("no contact data of France Services", async () => {
    const columns = catalogue.datasets.find((d) => d.id === "france-services")?.columns.map((c) => c.name);
    expect(columns).toEqual(["id", "name", "lon", "lat", "code", "type", "format", "vintage"]);
    expect(
      await number(
        "SELECT count(*)::DOUBLE AS actual FROM france_services WHERE regexp_matches(name, '@[a-z0-9-]+[.][a-z]|([0-9]{2}[ .]?){5}')",
      ),
    ).toBe(0);
  });

  test("the series are those the application knows", async () => {
    const table = await db.query("SELECT DISTINCT profession, year::DOUBLE AS year, ages FROM apl");
    const key = (profession: unknown, year: unknown, ages: unknown) => `${profession} ${year} ${ages}`;
    const years = getNumbers(table, "year");
    const ages = getTexts(table, "ages");
    const found = getTexts(table, "profession").map((profession, i) => key(profession, years[i], ages[i]));
    expect(found.sort()).toEqual(SERIES.map((s) => key(s.profession, s.year, s.ages)).sort());
  });

  test("communes known by heart", async () => {
    const table = await db.query(
      `SELECT code, name, departement, region, epci, bassin_de_vie, population::DOUBLE AS population, area_km2,
              array_to_string(postcodes, ' ') AS postcodes
       FROM communes WHERE code IN ('35360', '2A004', '97411') ORDER BY code`,
    );
    expect(getTexts(table, "name")).toEqual(["Ajaccio", "Vitré", "Saint-Denis"]);
    const vitre = getTexts(table, "code").indexOf("35360");
    expect(getTexts(table, "departement")[vitre]).toBe("35");
    expect(getTexts(table, "region")[vitre]).toBe("53");
    expect(getTexts(table, "epci")[vitre]).toBe("200039022");
    expect(getTexts(table, "postcodes")[vitre]).toBe("35500");
    expect(getNumbers(table, "population")[vitre]).toBe(19365);
    expect(getNumbers(table, "area_km2")[vitre]).toBe(37.03);
  });
});
