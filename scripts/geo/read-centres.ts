import { readFileSync } from "node:fs";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import type { Position } from "geojson";
import type { Input } from "./read-polygons.ts";
import { describeInput } from "./read-polygons.ts";

const url =
  "https://raw.githubusercontent.com/ThomasSonzogni/MediAcces/a73f6c3ab9acb4f804acd03442f88f6352666665/data/processed/communes.parquet";

/** Centre of every commune, as published with the API Découpage administratif. */
export const readCentres = async (sources: string): Promise<{ centres: Map<string, Position>; input: Input }> => {
  const path = join(sources, "mediacces", "communes.parquet");
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  const reader = await connection.runAndReadAll("select code_insee, longitude, latitude from read_parquet($path)", {
    path,
  });
  const centres = new Map<string, Position>();
  for (const [code, longitude, latitude] of reader.getRows())
    centres.set(String(code), [Number(longitude), Number(latitude)]);
  connection.closeSync();
  return { centres, input: describeInput("communes.parquet", url, readFileSync(path)) };
};
