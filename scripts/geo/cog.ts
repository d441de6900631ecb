import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const packageDirectory = dirname(
  createRequire(import.meta.url).resolve("@etalab/decoupage-administratif/package.json"),
);

export const cogFile = (name: string): string => join(packageDirectory, "data", `${name}.json`);

interface CommuneRow {
  code: string;
  nom: string;
  type: string;
  zone: string;
  departement: string;
  region: string;
  chefLieu?: string;
  anciensCodes?: string[];
  population?: number;
}

interface EpciRow {
  code: string;
  nom: string;
  membres: { code: string }[];
}

interface AreaRow {
  code: string;
  nom: string;
  zone: string;
  chefLieu: string;
  region?: string;
}

export interface Commune {
  unit: number;
  code: string;
  name: string;
  departement: string;
  region: string;
  epci: string | null;
  population: number;
  /** Collectivités d'outre-mer (Polynésie, Nouvelle-Calédonie…): in the COG, without open polygons here. */
  collectivity: boolean;
}

export interface NamedArea {
  code: string;
  name: string;
  seat: string;
}

export interface Cog {
  communes: Commune[];
  byCode: Map<string, Commune>;
  epci: { code: string; name: string }[];
  departements: NamedArea[];
  regions: NamedArea[];
  /** The commune of 2026 that holds the territory of a code of any earlier year. */
  successor: (code: string) => string | undefined;
}

const read = <T>(name: string): T => JSON.parse(readFileSync(cogFile(name), "utf8")) as T;

const byCodeOrder = (a: { code: string }, b: { code: string }): number =>
  a.code < b.code ? -1 : a.code > b.code ? 1 : 0;

export const readCog = (): Cog => {
  const rows = read<CommuneRow[]>("communes");
  const epciRows = read<EpciRow[]>("epci").toSorted(byCodeOrder);
  const epciOf = new Map(epciRows.flatMap((epci) => epci.membres.map((m) => [m.code, epci.code])));

  const communes = rows
    .filter((row) => row.type === "commune-actuelle")
    .toSorted(byCodeOrder)
    .map((row, unit) => ({
      unit,
      code: row.code,
      name: row.nom,
      departement: row.departement,
      region: row.region,
      epci: epciOf.get(row.code) ?? null,
      population: row.population ?? 0,
      collectivity: row.zone === "com",
    }));
  const byCode = new Map(communes.map((commune) => [commune.code, commune]));

  const formerTo = new Map<string, string>();
  for (const row of rows)
    if (row.type === "commune-actuelle") for (const former of row.anciensCodes ?? []) formerTo.set(former, row.code);
  // Délégués and associated communes come last: `anciensCodes` also lists mergers that were undone
  // (60455 went to 60054 for a year, it belongs to 60694 now).
  for (const row of rows)
    if ((row.type === "commune-deleguee" || row.type === "commune-associee") && row.chefLieu)
      formerTo.set(row.code, row.chefLieu);

  const area = (row: AreaRow): NamedArea => ({ code: row.code, name: row.nom, seat: row.chefLieu });
  const mapped = (row: AreaRow): boolean => row.zone !== "com";
  return {
    communes,
    byCode,
    epci: epciRows.map((row) => ({ code: row.code, name: row.nom })),
    departements: read<AreaRow[]>("departements").filter(mapped).toSorted(byCodeOrder).map(area),
    regions: read<AreaRow[]>("regions").filter(mapped).toSorted(byCodeOrder).map(area),
    successor: (code) => (byCode.has(code) ? code : formerTo.get(code)),
  };
};
