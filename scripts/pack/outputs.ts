/** One Parquet file of the pack: the table it comes from and the columns of its contract, in order. */
export interface PackOutput {
  readonly id: string;
  readonly file: string;
  readonly select: string;
}

export const PACK_OUTPUTS: readonly PackOutput[] = [
  { id: "communes", file: "communes.parquet", select: "FROM communes ORDER BY unit" },
  { id: "territories", file: "territories.parquet", select: "FROM territories" },
  { id: "apl", file: "apl.parquet", select: "FROM apl" },
  { id: "facilities", file: "facilities.parquet", select: "FROM facilities" },
  {
    id: "facility-types",
    file: "facility-types.parquet",
    select: "SELECT type, family, label_fr, label_en, in_2018, types_2018 FROM facility_types ORDER BY type",
  },
  { id: "income", file: "income.parquet", select: "FROM income" },
  { id: "ages-cars-bretagne", file: "ages-cars-bretagne.parquet", select: "FROM ages_cars_bretagne ORDER BY code" },
  { id: "france-services", file: "france-services.parquet", select: "FROM france_services ORDER BY id" },
  {
    id: "commune-movements",
    file: "commune-movements.parquet",
    select:
      "SELECT day AS date, kind::UTINYINT AS kind, from_code, from_name, to_code FROM movements ORDER BY day, from_code, to_code, kind",
  },
];
