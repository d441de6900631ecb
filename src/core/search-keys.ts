import type { TerritoryKind } from "./territory.ts";
import { foldNames, isNearly } from "./text.ts";

/** What the search reads of the places file: communes by columns, then the other territories. */
export interface PlaceColumns {
  readonly codes: readonly string[];
  readonly names: readonly string[];
  /** Postcodes of each commune, space-separated. */
  readonly postcodes: readonly string[];
  /** Communes merged into each, `code name` separated by `|`. */
  readonly former: readonly string[];
  /** Position of each commune's département in `territories`; −1: none. */
  readonly departement: readonly number[];
  /** Inhabitants. */
  readonly population: readonly number[];
  readonly territories: readonly {
    readonly kind: Exclude<TerritoryKind, "commune">;
    readonly code: string;
    readonly name: string;
    /** Position of the parent in `territories`; −1: none. */
    readonly parent: number;
    readonly population: number;
  }[];
}

/**
 * Texts one per line in a single string: the engine's own substring search over half a megabyte takes a fraction of a
 * millisecond, where a loop over 40,000 strings takes ten.
 */
class Lines {
  readonly #text: string;
  readonly #starts: Uint32Array;

  constructor(lines: readonly string[]) {
    this.#text = `\n${lines.join("\n")}\n`;
    this.#starts = new Uint32Array(lines.length + 1);
    let at = 1;
    for (let i = 0; i < lines.length; i++) {
      this.#starts[i] = at;
      at += lines[i].length + 1;
    }
    this.#starts[lines.length] = at;
  }

  /** Calls back at every occurrence, in order, with its line and the characters around it. */
  scan(needle: string, see: (line: number, before: string, after: string) => void): void {
    const skip = needle.startsWith("\n") ? 1 : 0;
    let line = 0;
    for (let at = this.#text.indexOf(needle); at >= 0; at = this.#text.indexOf(needle, at + 1)) {
      while (this.#starts[line + 1] <= at + skip) line++;
      see(line, this.#text[at - 1], this.#text[at + needle.length]);
    }
  }

  /** As `scan`, for a pattern with the global flag that may begin with a line feed. */
  scanPattern(pattern: RegExp, see: (line: number) => void): void {
    let line = 0;
    for (const { index } of this.#text.matchAll(pattern)) {
      while (this.#starts[line + 1] <= index + 1) line++;
      see(line);
    }
  }

  /** Calls back for every line of which `text` is nearly a beginning, and says whether it is nearly the whole. */
  scanNearly(text: string, see: (line: number, whole: boolean) => void): void {
    for (let line = 0; line + 1 < this.#starts.length; line++) {
      const [start, end] = [this.#starts[line], this.#starts[line + 1] - 1];
      if (!isNearly(text, "beginning", this.#text, start, end)) continue;
      see(line, isNearly(text, "whole", this.#text, start, end));
    }
  }
}

/** Names, former names, postcodes and codes of every place, folded. A place is a commune's row, then a territory. */
export class PlaceKeys {
  /** Names in use, former names and shorter forms; `placeOfLine` says whose. */
  readonly names: Lines;
  readonly placeOfLine: readonly number[];
  /** One line per commune. */
  readonly postcodes: Lines;
  /** One line per place. */
  readonly codes: Lines;
  readonly formerCodes: Lines;
  /** How much a place is looked for: its population, less for what is not a commune. */
  readonly weights: Float64Array;
  readonly #columns: PlaceColumns;
  /** Line in `names` of each line of `formerCodes`. */
  readonly #nameOfFormerCode: readonly number[];
  readonly #formerNames = new Map<number, string>();
  readonly #cities: ReadonlySet<number>;

  constructor(columns: PlaceColumns) {
    this.#columns = columns;
    const { codes, territories } = columns;
    const present = foldNames(columns.names);
    const lines: string[] = [];
    const places: number[] = [];
    const addLine = (place: number, key: string) => {
      lines.push(key);
      places.push(place);
    };
    const cityNames = new Set<string>();
    present.forEach((key, unit) => {
      if (key.endsWith(" arrondissement")) {
        const short = key.slice(0, key.lastIndexOf(" "));
        addLine(unit, short);
        cityNames.add(short.slice(0, short.lastIndexOf(" ")));
      }
      for (const form of formsOf(key)) addLine(unit, form);
    });
    foldNames(territories.map(({ name }) => name)).forEach((key, i) => {
      const { kind } = territories[i];
      for (const form of kind === "epci" ? formsOfEpci(key) : formsOf(key)) addLine(codes.length + i, form);
    });
    const formerCodes: string[] = [];
    const nameOfFormerCode: number[] = [];
    const merged = listMerged(columns.former);
    foldNames(merged.map(({ name }) => name)).forEach((key, i) => {
      const { unit, code, name } = merged[i];
      if (code !== codes[unit]) {
        formerCodes.push(code.toLowerCase());
        nameOfFormerCode.push(lines.length);
      }
      for (const form of formsOf(key)) {
        this.#formerNames.set(lines.length, name);
        addLine(unit, form);
      }
    });
    this.names = new Lines(lines);
    this.placeOfLine = places;
    this.postcodes = new Lines(columns.postcodes);
    this.codes = new Lines([...codes, ...territories.map(({ code }) => code)].map((code) => code.toLowerCase()));
    this.formerCodes = new Lines(formerCodes);
    this.#nameOfFormerCode = nameOfFormerCode;
    this.weights = Float64Array.from([...columns.population, ...territories.map(weightOf)]);
    this.#cities = new Set(present.flatMap((key, unit) => (cityNames.has(key) ? [unit] : [])));
  }

  isCommune(place: number): boolean {
    return place < this.#columns.codes.length;
  }

  kind(place: number): TerritoryKind {
    return this.isCommune(place) ? "commune" : this.#territory(place).kind;
  }

  code(place: number): string {
    return this.isCommune(place) ? this.#columns.codes[place] : this.#territory(place).code;
  }

  name(place: number): string {
    return this.isCommune(place) ? this.#columns.names[place] : this.#territory(place).name;
  }

  /** Code of the département a place is in, or is; empty for what spans several. */
  departement(place: number): string {
    const { territories, departement, codes } = this.#columns;
    if (this.isCommune(place)) {
      return territories[departement[place]]?.code ?? codes[place].slice(0, /^9[78]/.test(codes[place]) ? 3 : 2);
    }
    const own = this.#territory(place);
    const nearest = own.kind === "departement" ? own : territories[own.parent];
    return nearest?.kind === "departement" ? nearest.code : "";
  }

  /** Name of the merged commune on a line; empty on other lines. */
  formerName(line: number): string {
    return this.#formerNames.get(line) ?? "";
  }

  /** Line, in `names`, of the merged commune on a line of `formerCodes`. */
  nameOfFormerCode(line: number): number {
    return this.#nameOfFormerCode[line];
  }

  /** Whether a commune has this postcode or code, or is in this département. */
  isAt(place: number, number: string): boolean {
    if (!this.isCommune(place)) return false;
    const { postcodes, codes } = this.#columns;
    return postcodes[place].split(" ").includes(number) || codes[place].toLowerCase().startsWith(number);
  }

  /** Whether a commune is divided into arrondissements that are rows of their own. */
  hasArrondissements(unit: number): boolean {
    return this.#cities.has(unit);
  }

  #territory(place: number) {
    return this.#columns.territories[place - this.#columns.codes.length];
  }
}

/** Every commune merged into another, from `code name|code name` of each unit. */
function listMerged(former: readonly string[]) {
  return former.flatMap((text, unit) =>
    text === ""
      ? []
      : text.split("|").map((entry) => {
          const space = entry.indexOf(" ");
          return { unit, code: entry.slice(0, space), name: entry.slice(space + 1) };
        }),
  );
}

function weightOf({ kind, population }: PlaceColumns["territories"][number]): number {
  // An EPCI is always larger than the town it is named after, and the town is what people type.
  const share = { country: 1, region: 0.25, departement: 0.2, epci: 0.2 }[kind];
  return share * (population || 0);
}

/** A folded name, and the same without its article: `le mans`, `mans`. */
function formsOf(key: string): readonly string[] {
  if (!key.startsWith("l")) return [key];
  const bare = key.replace(/^(?:le|la|les|l) /, "");
  return bare === key ? [key] : [key, bare];
}

/** `cc du pays de mirepoix` is also `pays de mirepoix`. */
function formsOfEpci(key: string): readonly string[] {
  const bare = key.replace(/^(?:cc|ca|cu|metropole) (?:(?:du|des|de la|de l|de|d) )?/, "");
  return bare === key ? [key] : [key, ...formsOf(bare)];
}
