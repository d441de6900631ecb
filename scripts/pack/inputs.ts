/** A file the pack is derived from. `carrier` is a public copy pinned at its commit; `official` where the producer gives it. */
export interface PackInput {
  /** Short id; also the SQL variable that holds its path, with `_` for `-`. */
  readonly id: string;
  /** Path under the sources directory, or under node_modules for npm packages. */
  readonly path: string;
  readonly from: "sources" | "npm";
  readonly sha256: string;
  readonly bytes: number;
  /** Other files with the same rows that are accepted: the carrier's own bytes where the sources directory holds a cut. */
  readonly accepted?: readonly { readonly sha256: string; readonly bytes: number; readonly why: string }[];
  /** Where `--download` fetches it; null where only the producer's own file exists, in another format. */
  readonly carrier: string | null;
  readonly official: string;
}

const github = (repository: string, commit: string, path: string) =>
  `https://raw.githubusercontent.com/${repository}/${commit}/${path}`;
const MEDIACCES = (path: string) =>
  github("ThomasSonzogni/MediAcces", "a73f6c3ab9acb4f804acd03442f88f6352666665", path);
const TERRIBOT = (path: string) => github("jamesmica/terribot", "2838a48a731efab65d9bde977ed51f2cfec90b4f", path);
const LUSK = (path: string) => github("CalumRob/lusk", "e2503470cae8b8feb8f5150bfb708635332b3b05", path);
const COG_PACKAGE = "https://registry.npmjs.org/@etalab/decoupage-administratif/-/decoupage-administratif-6.0.0.tgz";
const APL_PAGE =
  "https://data.drees.solidarites-sante.gouv.fr/explore/dataset/530_l-accessibilite-potentielle-localisee-apl/information/";

export const PACK_INPUTS: readonly PackInput[] = [
  {
    id: "cog-communes",
    path: "@etalab/decoupage-administratif/data/communes.json",
    from: "npm",
    sha256: "6cafec09b4e127d08edc47f366b28261bee70cca323fbfcb957dd169fcad9284",
    bytes: 8615626,
    carrier: COG_PACKAGE,
    official: "https://www.insee.fr/fr/statistiques/fichier/8740222/v_commune_2026.csv",
  },
  {
    id: "cog-epci",
    path: "@etalab/decoupage-administratif/data/epci.json",
    from: "npm",
    sha256: "40758ace686311837c484da81c2a8ba00a9f356bc6210f3316c6b19daa4dc967",
    bytes: 3980255,
    carrier: COG_PACKAGE,
    official: "https://www.collectivites-locales.gouv.fr/institutions/liste-et-composition-des-epci-fiscalite-propre",
  },
  {
    id: "cog-departements",
    path: "@etalab/decoupage-administratif/data/departements.json",
    from: "npm",
    sha256: "1ebe7e0ad0a49653c899087194344ec67f7115b728c4e1b98f741bd655b545e0",
    bytes: 10702,
    carrier: COG_PACKAGE,
    official: "https://www.insee.fr/fr/statistiques/fichier/8740222/v_departement_2026.csv",
  },
  {
    id: "cog-regions",
    path: "@etalab/decoupage-administratif/data/regions.json",
    from: "npm",
    sha256: "98cb7c781d09577634b9e104dfbb92e39a0d10ae0e1c6c20978a49a474e1dba5",
    bytes: 2323,
    carrier: COG_PACKAGE,
    official: "https://www.insee.fr/fr/statistiques/fichier/8740222/v_region_2026.csv",
  },
  {
    id: "cog-movements",
    path: "cog/v_mvt_commune_2026.csv",
    from: "sources",
    sha256: "89be99e24eefa87d68b779089e9a8b6f2b339a586b060ddb1298f673bf5c617f",
    bytes: 1691975,
    carrier: github(
      "datagouv/decoupage-administratif",
      "98976e5f29e66b8449cf64eaf3e2be0b8d9e7d85",
      "sources/mouvements-communes.csv",
    ),
    official: "https://www.insee.fr/fr/statistiques/fichier/8740222/v_mvt_commune_2026.csv",
  },
  {
    id: "commune-points",
    path: "mediacces/communes.parquet",
    from: "sources",
    sha256: "90cae8a1e97403f904e30782b2312dcb25a3c000bf753681a7046f15f5e7c1a4",
    bytes: 1165583,
    carrier: MEDIACCES("data/processed/communes.parquet"),
    official: "https://geo.api.gouv.fr/communes?fields=code,centre",
  },
  {
    id: "apl-mediacces",
    path: "mediacces/apl.parquet",
    from: "sources",
    sha256: "4162555c0b9c67a0e619e83a8182f9ad352e12afbffe4212bc69f1650be35b45",
    bytes: 4121189,
    carrier: MEDIACCES("data/processed/apl.parquet"),
    official: APL_PAGE,
  },
  {
    id: "apl-terribot",
    path: "terribot/apl.parquet",
    from: "sources",
    sha256: "e13128ff06c70a830420fbc6e46152bfae52aab224f253b86c256c62319773e4",
    bytes: 1950766,
    carrier: TERRIBOT("data/apl.parquet"),
    official: APL_PAGE,
  },
  {
    id: "bpe-2024",
    path: "mediacces/equipements.parquet",
    from: "sources",
    sha256: "e4182c583fbaf21a07c85ed60b481fcb6e6f1e9ecf1cff36f9ce622be6069562",
    bytes: 247116,
    carrier: MEDIACCES("data/processed/equipements.parquet"),
    official: "https://www.insee.fr/fr/statistiques/fichier/8217527/DS_BPE_CSV_FR.zip",
  },
  {
    id: "bpe-2018",
    path: "bpe/bpe18_sante_iris.parquet",
    from: "sources",
    sha256: "0e411dfca58f7d10255154f438e0ff55b1b36ecd25aeb9c1fd2293ea8bf82d59",
    bytes: 705292,
    carrier: null,
    official: "https://www.insee.fr/fr/statistiques/fichier/3568629/bpe18_ensemble_csv.zip",
  },
  {
    id: "population",
    path: "terribot/sup.parquet",
    from: "sources",
    sha256: "d94b4bd5b92e5c2a296cd134949d45940d05eb290a220dadeded5330328c63a6",
    bytes: 3686296,
    carrier: TERRIBOT("data/sup.parquet"),
    official: "https://www.insee.fr/fr/statistiques/3698339",
  },
  {
    id: "income",
    path: "terribot/filo.parquet",
    from: "sources",
    sha256: "ed6d97bbfa16547fa67a7796bfd088f887c684504695472de1874fb6aaae1e03",
    bytes: 1297042,
    carrier: TERRIBOT("data/filo.parquet"),
    official: "https://www.insee.fr/fr/statistiques/7756855",
  },
  {
    id: "zonings",
    path: "ref/table_supracom_2024_cogugaison.csv",
    from: "sources",
    sha256: "85cf30626b9cc6e29e749da75e9e30b67fd3cb2340da53c154b210e9b5d3d3da",
    bytes: 3669630,
    carrier: null,
    official: "https://www.insee.fr/fr/information/7671844",
  },
  {
    id: "ages-bretagne",
    path: "lusk_bretagne/indicateurs_demographie.parquet",
    from: "sources",
    sha256: "c6f5c593c1c5923393a4975006dd6b00da1f1182303a1b1c6e922a94344e56e8",
    bytes: 160802,
    carrier: LUSK("public/data/indicateurs_demographie.parquet"),
    official: "https://www.insee.fr/fr/statistiques/fichier/8581696/base-cc-evol-struct-pop-2022_csv.zip",
  },
  {
    id: "cars-bretagne",
    path: "lusk_bretagne/indicateurs_mobilite.parquet",
    from: "sources",
    sha256: "e4b1de6c2741c98a31eaa0c099d009834d808363cb44b90a824847165e71f289",
    bytes: 261391,
    carrier: LUSK("public/data/indicateurs_mobilite.parquet"),
    official: "https://catalogue-donnees.insee.fr/fr/catalogue/recherche/DS_RP_LOGEMENT_PRINC",
  },
  {
    id: "france-services",
    path: "france_services/liste-fs-20240801.csv",
    from: "sources",
    sha256: "b00df690ce0b091849c63f82c71d855021d1d459343148e5d609d9d584b1e96c",
    bytes: 957825,
    accepted: [
      {
        sha256: "6eabcb0792c8681af513e65560a7dea08e15d3e72b070a14ca1fed032164efad",
        bytes: 1174580,
        why: "the producer's file, with contact columns this pack never reads",
      },
    ],
    carrier: github(
      "anct-carto/france_services",
      "77f42baab04eae687d5eef1acdc79ee395f9562b",
      "data/liste-fs-20240801.csv",
    ),
    official: "https://www.data.gouv.fr/datasets/liste-des-structures-france-services/",
  },
];

export function getPackInput(id: string): PackInput {
  const input = PACK_INPUTS.find((i) => i.id === id);
  if (!input) throw new Error(`no input ${id}`);
  return input;
}
