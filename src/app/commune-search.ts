import { createPlaceIndex, type PlaceHit, type PlaceIndex } from "../core/search.ts";
import type { PlacesFile } from "./places.ts";

/** A commune somebody may have meant. */
export interface CommuneHit {
  readonly code: string;
  readonly name: string;
  /** Whether it is one of those that come first. */
  readonly isOwn: boolean;
}

export type SearchCommunes = (text: string, limit: number) => readonly CommuneHit[];

/** Territories of other kinds come first for many names. */
const OTHERS = 60;
const INDEXES = new WeakMap<PlacesFile, PlaceIndex>();

/** Searches communes of the whole country by name, former name, postcode or code; those of `own` before all others. */
export function searchCommunes(file: PlacesFile, own: readonly string[]): SearchCommunes {
  const known = new Set(own);
  const whole = INDEXES.get(file) ?? createPlaceIndex(file);
  INDEXES.set(file, whole);
  const near = createPlaceIndex(pickCommunes(file, known));
  const communes = (hits: readonly PlaceHit[]) => hits.filter(({ kind }) => kind === "commune");
  return (text, limit) => {
    const first = communes(near.search(text, limit + OTHERS)).slice(0, limit);
    const others = communes(whole.search(text, 2 * limit + OTHERS)).filter(({ code }) => !known.has(code));
    const hits = [...first, ...others];
    // A name written right elsewhere is meant rather than one written nearly so here.
    return [...hits.filter(isRight), ...hits.filter((hit) => !isRight(hit))]
      .slice(0, limit)
      .map(({ code, name }) => ({ code, name, isOwn: known.has(code) }));
  };
}

/** Scores under 3 are those of texts with a slip. */
function isRight({ score }: PlaceHit): boolean {
  return score >= 3;
}

function pickCommunes(file: PlacesFile, known: ReadonlySet<string>): PlacesFile {
  const units = Array.from(file.codes.keys()).filter((unit) => known.has(file.codes[unit]));
  const pick = <T>(column: readonly T[]): readonly T[] => units.map((unit) => column[unit]);
  return {
    ...file,
    codes: pick(file.codes),
    names: pick(file.names),
    postcodes: pick(file.postcodes),
    former: pick(file.former),
    departement: pick(file.departement),
    epci: pick(file.epci),
    population: pick(file.population),
  };
}
