import type { TerritoryTree } from "../core/contributions/territory-tree.ts";
import { FailureError } from "../core/failure.ts";
import { buildTerritoryTree } from "../engine/territory-tree.ts";

interface Columns {
  readonly codes: readonly string[];
  readonly epci: readonly number[];
  readonly departement: readonly number[];
  readonly territories: readonly { readonly kind: string; readonly code: string; readonly parent: number }[];
}

/** The municipal arrondissements, and the city each lies in. */
const CITIES: readonly (readonly [arrondissement: RegExp, city: string])[] = [
  [/^751(?:0[1-9]|1\d|20)$/, "75056"],
  [/^6938[1-9]$/, "69123"],
  [/^132(?:0[1-9]|1[0-6])$/, "13055"],
];

/** The tree the engine builds, from the two small files of the pack that are there without it. */
export async function loadTerritoryTree(packUrl: string): Promise<TerritoryTree> {
  const [places, { release }] = await Promise.all([
    fetchJson<Columns>(new URL("places.json", packUrl)),
    fetchJson<{ readonly release: string }>(new URL("manifest.json", packUrl)),
  ]);
  return treeOfPlaces(places, release);
}

export function treeOfPlaces({ codes, epci, departement, territories }: Columns, release: string): TerritoryTree {
  const unitOf = new Map(codes.map((code, unit) => [code, unit]));
  const codeAt = (position: number) => (position < 0 ? null : territories[position].code);
  const regionOf = (departement: number) => {
    const region = departement < 0 ? -1 : territories[departement].parent;
    return region < 0 || territories[region].kind !== "region" ? null : territories[region].code;
  };
  const cities = codes.map((code) => CITIES.find(([arrondissement]) => arrondissement.test(code))?.[1]);
  const frame = {
    codes,
    cityOf: Int32Array.from(cities, (city) => (city === undefined ? -1 : (unitOf.get(city) ?? -1))),
    departements: departement.map(codeAt),
    regions: departement.map(regionOf),
    epcis: codes.map((_, unit) => codeAt(epci[unit])),
  };
  const inherited = frame.epcis.map((code, unit) => {
    const city = frame.cityOf[unit];
    return code ?? (city < 0 ? null : frame.epcis[city]);
  });
  return buildTerritoryTree({ ...frame, epcis: inherited }, release);
}

async function fetchJson<T>(url: URL): Promise<T> {
  const file = url.pathname.split("/").at(-1) ?? "";
  const response = await fetch(url).catch(() => {
    throw new FailureError("pack-offline", { file });
  });
  if (!response.ok) throw new FailureError("pack-file-missing", { file, status: response.status });
  return (await response.json()) as T;
}
