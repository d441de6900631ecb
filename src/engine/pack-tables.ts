/** Tables of the data pack: name in SQL → committed Parquet file. */
export const PACK_TABLES = {
  communes: "communes.parquet",
  territories: "territories.parquet",
  apl: "apl.parquet",
  facilities: "facilities.parquet",
  facility_types: "facility-types.parquet",
  income: "income.parquet",
  ages_cars_bretagne: "ages-cars-bretagne.parquet",
  france_services: "france-services.parquet",
  neighbours: "neighbours.parquet",
} as const;

export type PackTable = keyof typeof PACK_TABLES;

/** Browser databases, split by theme because DuckDB-WASM downloads whole files. */
export const PACK_DATABASES: Readonly<Record<string, readonly PackTable[]>> = {
  access: ["communes", "territories", "apl"],
  context: ["facilities", "facility_types", "income", "ages_cars_bretagne", "france_services", "neighbours"],
};
