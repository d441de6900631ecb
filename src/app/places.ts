import type { Territory } from "../core/territory.ts";

/** `places.json`: communes in unit order by columns, then the other territories. Written by the build. */
export interface PlacesFile {
  readonly codes: readonly string[];
  readonly names: readonly string[];
  /** Postcodes of each commune, space-separated. */
  readonly postcodes: readonly string[];
  /** Codes and names of communes merged into each, `code name` separated by `|`. */
  readonly former: readonly string[];
  /** Position in `territories` of the EPCI and the département of each commune; −1: none. */
  readonly epci: readonly number[];
  readonly departement: readonly number[];
  /** Inhabitants, municipal population 2022. */
  readonly population: readonly number[];
  /** West, south, east, north of each commune, in hundredths of a degree times 100 (1e-4 degrees), flattened. */
  readonly bounds: readonly number[];
  readonly territories: readonly {
    readonly kind: "country" | "region" | "departement" | "epci";
    readonly code: string;
    readonly name: string;
    /** Position of the parent in `territories`; −1: none. */
    readonly parent: number;
    readonly population: number;
    readonly bounds: readonly [number, number, number, number];
  }[];
}

export type Bounds = readonly [west: number, south: number, east: number, north: number];

export interface Place extends Territory {
  readonly name: string;
  /** Inhabitants. */
  readonly population: number;
  /** Degrees. */
  readonly bounds: Bounds;
}

/** The places of the country, ready to look up. */
export interface Places {
  readonly file: PlacesFile;
  find(territory: Territory): Place | undefined;
  /** Row of a commune in the file (its unit), or undefined. */
  unitOf(code: string): number | undefined;
  /** The département a commune is in; its intercommunality may have its seat in another. */
  departementOf(code: string): Place | undefined;
  /** From the country down to the territory itself: the breadcrumb. */
  lineage(territory: Territory): readonly Place[];
  /** Territories directly below: regions, then départements, then EPCIs, then communes; by name. */
  children(territory: Territory): readonly Place[];
}

export function readPlaces(file: PlacesFile): Places {
  const units = new Map(file.codes.map((code, unit) => [code, unit]));
  const key = (kind: string, code: string) => `${kind}:${code}`;
  const positions = new Map(file.territories.map((t, i) => [key(t.kind, t.code), i]));

  const territoryAt = (i: number): Place => {
    const { kind, code, name, population, bounds } = file.territories[i];
    return { kind, code, name, population, bounds };
  };
  const communeAt = (unit: number): Place => ({
    kind: "commune",
    code: file.codes[unit],
    name: file.names[unit],
    population: file.population[unit],
    bounds: file.bounds.slice(unit * 4, unit * 4 + 4).map((n) => n / 1e4) as unknown as Bounds,
  });
  const find = ({ kind, code }: Territory): Place | undefined => {
    const at = kind === "commune" ? units.get(code) : positions.get(key(kind, code));
    if (at === undefined) return undefined;
    return kind === "commune" ? communeAt(at) : territoryAt(at);
  };
  const parentPosition = (territory: Territory): number => {
    if (territory.kind === "commune") {
      const unit = units.get(territory.code);
      if (unit === undefined) return -1;
      return file.epci[unit] >= 0 ? file.epci[unit] : file.departement[unit];
    }
    const at = positions.get(key(territory.kind, territory.code));
    return at === undefined ? -1 : file.territories[at].parent;
  };

  return {
    file,
    find,
    unitOf: (code) => units.get(code),
    departementOf(code) {
      const at = file.departement[units.get(code) ?? -1] ?? -1;
      return at >= 0 ? territoryAt(at) : undefined;
    },
    lineage(territory) {
      const own = find(territory);
      const chain: Place[] = own ? [own] : [];
      for (let at = parentPosition(territory); at >= 0; at = file.territories[at].parent)
        chain.unshift(territoryAt(at));
      return chain;
    },
    children(territory) {
      const at = positions.get(key(territory.kind, territory.code));
      if (at === undefined) return [];
      const below = file.territories.flatMap((t, i) => (t.parent === at ? [territoryAt(i)] : []));
      const column = territory.kind === "epci" ? file.epci : file.departement;
      const orphan = (unit: number) => territory.kind === "epci" || file.epci[unit] < 0;
      const communes = column.flatMap((of, unit) => (of === at && orphan(unit) ? [communeAt(unit)] : []));
      return [...below, ...communes].sort((a, b) => a.name.localeCompare(b.name, "fr"));
    },
  };
}
