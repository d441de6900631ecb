import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { PACK_TABLES } from "../../src/engine/pack-tables.ts";

/**
 * A country of pencil and paper, as a real pack folder. Region 53: département 35 with communes A (100 people), B (300) in
 * one EPCI and C (50, no value); département 22 with D (50). Region 11: département 75 with the city P, whose
 * arrondissements P1 (400) and P2 (600) carry the values.
 */
export async function writeSmallPack(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "oasis-pack-"));
  const connection = await (await DuckDBInstance.create(":memory:")).connect();
  for (const [table, file] of Object.entries(PACK_TABLES)) {
    await connection.run(
      `COPY (${ROWS[table as keyof typeof PACK_TABLES]}) TO '${join(folder, file)}' (FORMAT parquet)`,
    );
  }
  return folder;
}

const ROWS: Readonly<Record<keyof typeof PACK_TABLES, string>> = {
  communes: `SELECT unit::USMALLINT AS unit, code, name, kind, parent, departement, region, epci, people::INTEGER AS population,
      people::INTEGER AS population_2022, ['35500'] AS postcodes, ['Old'] AS former_names, 1.0 AS lon, 48.0 AS lat
    FROM (VALUES
      (0, '22001', 'D', 'commune', NULL, '22', '53', NULL, 50),
      (1, '35001', 'A', 'commune', NULL, '35', '53', '200000001', 100),
      (2, '35002', 'B', 'commune', NULL, '35', '53', '200000001', 300),
      (3, '35003', 'C', 'commune', NULL, '35', '53', NULL, 50),
      (4, '75056', 'P', 'commune', NULL, '75', '11', '200000002', 1000),
      (5, '75101', 'P1', 'arrondissement', '75056', '75', '11', NULL, 400),
      (6, '75102', 'P2', 'arrondissement', '75056', '75', '11', NULL, 600)
    ) AS t(unit, code, name, kind, parent, departement, region, epci, people)`,
  territories: `SELECT kind, code, name, parent_kind, parent_code, 0::INTEGER AS population, 0::INTEGER AS communes
    FROM (VALUES
      ('country', 'fr', 'France', NULL, NULL),
      ('region', '53', 'Bretagne', 'country', 'fr'), ('region', '11', 'Île-de-France', 'country', 'fr'),
      ('departement', '35', 'Ille-et-Vilaine', 'region', '53'), ('departement', '22', 'Côtes-d''Armor', 'region', '53'),
      ('departement', '75', 'Paris', 'region', '11'),
      ('epci', '200000001', 'AB', 'departement', '35'), ('epci', '200000002', 'P agglo', 'departement', '75')
    ) AS t(kind, code, name, parent_kind, parent_code)`,
  apl: `SELECT code, 'gp' AS profession, year::SMALLINT AS year, 'all' AS ages, value::DOUBLE AS value,
      standardised::DOUBLE AS population_standardised, total::DOUBLE AS population_total,
      CASE WHEN value IS NULL THEN 'missing' ELSE 'value' END AS status
    FROM (VALUES
      ('22001', 2023, 0, 40, 50), ('35001', 2023, 2.0, 100, 110), ('35002', 2023, 4.0, 300, 330), ('35003', 2023, NULL, NULL, 55),
      ('75101', 2023, 1.0, 300, 400), ('75102', 2023, 5.0, 100, 600), ('35001', 2015, 3.0, 100, 100)
    ) AS t(code, year, value, standardised, total)`,
  facilities: `SELECT * FROM (VALUES ('35001', 'D265', 2024::SMALLINT, 3), ('75101', 'D265', 2024::SMALLINT, 5),
      ('75102', 'D265', 2018::SMALLINT, 7)) AS t(code, type, year, count)`,
  facility_types: `SELECT * FROM (VALUES ('D265', 'gp', 'Médecin généraliste', 'General practitioner', true),
      ('D307', 'pharmacy', 'Pharmacie', 'Pharmacy', false)) AS t(type, family, label_fr, label_en, in_2018)`,
  income: `SELECT * FROM (VALUES ('35001', 21000.0, 'value', 11.5, 'value'), ('35002', NULL, 'secret', NULL, 'secret'))
    AS t(code, median_income, median_status, poverty_rate, poverty_status)`,
  ages_cars_bretagne: "SELECT '35001' AS code",
  france_services: "SELECT '35001' AS code",
  neighbours: `SELECT unit::USMALLINT AS unit, neighbour::USMALLINT AS neighbour, edge
    FROM (VALUES (0, 1, true), (1, 2, true), (2, 3, false)) AS t(unit, neighbour, edge)`,
};
