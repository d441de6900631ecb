import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { writeSmallPack } from "./small-pack.ts";

/**
 * The pencil-and-paper country with what its people are grouped by. With a value in 2023: A 110 people at 2, B 330 at 4,
 * D 50 at 0 (Bretagne), P1 400 at 1, P2 600 at 5.
 */
export async function writeInequalityPack(): Promise<string> {
  const folder = await writeSmallPack();
  const connection = await (await DuckDBInstance.create(":memory:")).connect();
  const small = join(folder, "communes.parquet");
  await connection.run(`CREATE TABLE communes AS SELECT s.*, z.bassin_de_vie, z.urban_unit, z.area AS area_km2
    FROM '${small}' s JOIN (${ZONES}) z USING (code) ORDER BY unit`);
  await connection.run(`COPY communes TO '${small}' (FORMAT parquet)`);
  await connection.run(`COPY (${INCOMES}) TO '${join(folder, "income.parquet")}' (FORMAT parquet)`);
  await connection.run(`COPY (${AGES}) TO '${join(folder, "ages-cars-bretagne.parquet")}' (FORMAT parquet)`);
  return folder;
}

const ZONES = `SELECT * FROM (VALUES
  ('22001', 'bv2', '22000', 1.0), ('35001', 'bv1', '35000', 10.0), ('35002', 'bv1', '35701', 10.0),
  ('35003', NULL, NULL, NULL), ('75056', 'bv3', '00851', 0.2), ('75101', 'bv3', '00851', 0.1), ('75102', 'bv3', '00851', 0.1)
) AS t(code, bassin_de_vie, urban_unit, area)`;

const INCOMES = `SELECT * FROM (VALUES
  ('22001', NULL, 'secret', NULL, 'secret'), ('35001', 21000.0, 'value', 11.5, 'value'), ('35002', 24000.0, 'value', 9.0, 'value'),
  ('75101', 30000.0, 'value', 8.0, 'value'), ('75102', 18000.0, 'value', 20.0, 'value')
) AS t(code, median_income, median_status, poverty_rate, poverty_status)`;

const AGES = `SELECT * FROM (VALUES
  ('22001', 0.0, 0.1, 0.1, 0.1, 0.1, 0.4, 0.2, 0.5), ('35001', 0.2, 0.1, 0.2, 0.2, 0.1, 0.1, 0.1, 0.1),
  ('35002', 0.1, 0.1, 0.1, 0.2, 0.2, 0.2, 0.1, 0.2), ('35003', 0.2, 0.1, 0.2, 0.2, 0.1, 0.1, 0.1, 0.1)
) AS t(code, age_0_14, age_15_24, age_25_39, age_40_54, age_55_64, age_65_79, age_80_plus, households_without_car)`;
