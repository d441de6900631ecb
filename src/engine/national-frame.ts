import { FailureError } from "../core/failure.ts";
import type { Territory } from "../core/territory.ts";
import { type Database, getNumbers, getTexts } from "./ports.ts";
import listTerritories from "./sql/list-territories.sql?raw";
import listUnits from "./sql/list-units.sql?raw";

export interface NamedTerritory extends Territory {
  readonly name: string;
  readonly parent: Territory | null;
}

/** Every unit of the country by columns, in unit order, and the territories they make. */
export interface NationalFrame {
  readonly codes: readonly string[];
  readonly names: readonly string[];
  /** 1 for a municipal arrondissement of Paris, Lyon or Marseille. */
  readonly isArrondissement: Uint8Array;
  /** Unit of the city an arrondissement belongs to, −1 elsewhere. */
  readonly cityOf: Int32Array;
  /** 1 for a city that has arrondissements: its value is folded from theirs, and it is never counted twice. */
  readonly isFolded: Uint8Array;
  readonly departements: readonly (string | null)[];
  readonly regions: readonly (string | null)[];
  readonly epcis: readonly (string | null)[];
  /** Inhabitants, municipal population 2022. */
  readonly population: Float64Array;
  readonly territories: readonly NamedTerritory[];
}

export async function loadNationalFrame(db: Database): Promise<NationalFrame> {
  const units = await db.query(listUnits);
  const codes = getTexts(units, "code") as readonly string[];
  const unitOf = new Map(codes.map((code, unit) => [code, unit]));
  const kinds = getTexts(units, "kind");
  const parents = getTexts(units, "parent");
  const isArrondissement = Uint8Array.from(kinds, (kind) => (kind === "arrondissement" ? 1 : 0));
  const cityOf = Int32Array.from(parents, (parent) => (parent === null ? -1 : (unitOf.get(parent) ?? -1)));
  const isFolded = new Uint8Array(codes.length);
  for (const city of cityOf) if (city >= 0) isFolded[city] = 1;
  return {
    codes,
    names: getTexts(units, "name") as readonly string[],
    isArrondissement,
    cityOf,
    isFolded,
    departements: getTexts(units, "departement"),
    regions: getTexts(units, "region"),
    epcis: inheritFromCity(getTexts(units, "epci"), cityOf),
    population: getNumbers(units, "population"),
    territories: await listNamedTerritories(db),
  };
}

/** Units inside a territory, ascending, arrondissements included. Throws `unknown-territory` when there is none. */
export function listUnitsOf(frame: NationalFrame, territory: Territory): Uint16Array {
  const units = new Uint16Array(frame.codes.length);
  const codes = codesOf(frame, territory.kind);
  let count = 0;
  for (let unit = 0; unit < units.length; unit++) {
    if (codes === null || codes[unit] === territory.code || isWithinCity(frame, unit, territory)) units[count++] = unit;
  }
  if (count === 0) throw new FailureError("unknown-territory", { text: territory.code });
  return units.slice(0, count);
}

/** The territories a territory is compared with, nearest first, the country last. */
export function listParents(frame: NationalFrame, territory: Territory): readonly NamedTerritory[] {
  const country = findTerritory(frame, { kind: "country", code: "fr" });
  if (territory.kind === "country") return [];
  const unit = listUnitsOf(frame, territory)[0];
  const chain: Territory[] = [];
  const { epcis, departements, regions } = frame;
  const push = (kind: "epci" | "departement" | "region", code: string | null) => {
    if (code !== null) chain.push({ kind, code });
  };
  if (territory.kind === "commune") push("epci", epcis[unit]);
  if (territory.kind === "commune" || territory.kind === "epci") {
    const own = territory.kind === "epci" ? (findTerritory(frame, territory)?.parent ?? null) : null;
    push("departement", own?.kind === "departement" ? own.code : departements[unit]);
  }
  if (territory.kind !== "region") {
    const departement = chain.find((t) => t.kind === "departement");
    const region = departement ? findTerritory(frame, departement)?.parent?.code : null;
    push("region", region ?? regions[unit]);
  }
  const named = chain.flatMap((t) => findTerritory(frame, t) ?? []);
  return country ? [...named, country] : named;
}

export function findTerritory(frame: NationalFrame, territory: Territory): NamedTerritory | undefined {
  if (territory.kind === "commune") {
    const unit = frame.codes.indexOf(territory.code);
    if (unit < 0) return undefined;
    const epci = frame.epcis[unit];
    return { ...territory, name: frame.names[unit], parent: epci === null ? null : { kind: "epci", code: epci } };
  }
  return frame.territories.find((t) => t.kind === territory.kind && t.code === territory.code);
}

/** Code of the territory of a kind each unit lies in; null: all lie in the same. */
function codesOf(frame: NationalFrame, kind: Territory["kind"]): readonly (string | null)[] | null {
  switch (kind) {
    case "country":
      return null;
    case "region":
      return frame.regions;
    case "departement":
      return frame.departements;
    case "epci":
      return frame.epcis;
    case "commune":
      return frame.codes;
  }
}

function isWithinCity({ cityOf, codes }: NationalFrame, unit: number, { kind, code }: Territory): boolean {
  return kind === "commune" && cityOf[unit] >= 0 && codes[cityOf[unit]] === code;
}

function inheritFromCity(column: readonly (string | null)[], cityOf: Int32Array): readonly (string | null)[] {
  return column.map((value, unit) => value ?? (cityOf[unit] >= 0 ? column[cityOf[unit]] : null));
}

async function listNamedTerritories(db: Database): Promise<readonly NamedTerritory[]> {
  const table = await db.query(listTerritories);
  const kinds = getTexts(table, "kind");
  const codes = getTexts(table, "code");
  const names = getTexts(table, "name");
  const parentKinds = getTexts(table, "parent_kind");
  const parentCodes = getTexts(table, "parent_code");
  return kinds.map((kind, i) => ({
    kind: kind as NamedTerritory["kind"],
    code: codes[i] as string,
    name: names[i] as string,
    parent:
      parentKinds[i] === null || parentCodes[i] === null
        ? null
        : { kind: parentKinds[i] as Territory["kind"], code: parentCodes[i] as string },
  }));
}
