import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { PlacesFile } from "../../src/app/places.ts";
import { getNumbers, getTexts } from "../../src/engine/ports.ts";
import { openNodePack } from "../../src/platform/node/duckdb.ts";
import { readBounds } from "./read-bounds.ts";

/** Writes `places.json`: names, postcodes, former communes, parents and bounds of every commune and territory. */
export async function buildPlaces(data: string, out: string): Promise<void> {
  const db = await openNodePack(data);
  const sql = await readFile(new URL("./list-places.sql", import.meta.url), "utf8");
  const communes = await db.query(sql);
  const territories = await db.query(`
    SELECT kind, code, name, parent_kind, parent_code, population::DOUBLE AS population
    FROM territories WHERE kind IN ('country', 'region', 'departement', 'epci') ORDER BY kind, code`);
  const kinds = getTexts(territories, "kind");
  const codes = getTexts(territories, "code");
  const positions = new Map(kinds.map((kind, i) => [`${kind}:${codes[i]}`, i]));
  const position = (kind: string | null, code: string | null) => positions.get(`${kind}:${code}`) ?? -1;
  const bounds = await readBounds(out);
  const texts = (name: string) => getTexts(communes, name).map((text) => text ?? "");
  const communeCodes = texts("code");
  const cities = getTexts(communes, "parent");
  const unitOf = new Map(communeCodes.map((code, unit) => [code, unit]));
  const lons = getNumbers(communes, "lon");
  const lats = getNumbers(communes, "lat");
  const departements = getTexts(communes, "departement");
  const pointsOf = (departement: string | null): readonly number[] => {
    const units = communeCodes.flatMap((_, unit) => (departements[unit] === departement && lons[unit] ? [unit] : []));
    const [x, y] = [units.map((unit) => lons[unit]), units.map((unit) => lats[unit])];
    return [Math.min(...x), Math.min(...y), Math.max(...x), Math.max(...y)];
  };
  const file: PlacesFile = {
    codes: communeCodes,
    names: texts("name"),
    postcodes: texts("postcodes"),
    former: texts("former"),
    epci: getTexts(communes, "epci").map((code) => position("epci", code)),
    departement: getTexts(communes, "departement").map((code) => position("departement", code)),
    population: [...getNumbers(communes, "population")].map((n) => (Number.isNaN(n) ? 0 : n)),
    bounds: communeCodes.flatMap((_, unit) => {
      const city = cities[unit];
      const point = [lons[unit], lats[unit], lons[unit], lats[unit]];
      return bounds.commune(city === null ? unit : (unitOf.get(city) ?? unit)) ?? around(point).map(toTenThousandths);
    }),
    territories: kinds.map((kind, i) => ({
      kind: kind as PlacesFile["territories"][number]["kind"],
      code: codes[i] as string,
      name: getTexts(territories, "name")[i] as string,
      parent: position(getTexts(territories, "parent_kind")[i], getTexts(territories, "parent_code")[i]),
      population: getNumbers(territories, "population")[i],
      bounds: bounds.territory(kind as string, codes[i] as string) ?? around(pointsOf(codes[i])),
    })),
  };
  await writeFile(join(out, "places.json"), JSON.stringify(file));
}

type Box = readonly [number, number, number, number];

/** A box a little larger than the given one; metropolitan France when it has no coordinates. */
function around([west, south, east, north]: readonly number[]): Box {
  const margin = 0.05;
  if (![west, south, east, north].every(Number.isFinite)) return [-5.2, 41.3, 9.6, 51.1];
  return [west - margin, south - margin, east + margin, north + margin];
}

function toTenThousandths(degrees: number): number {
  return Math.round(degrees * 1e4);
}
