import { type PlaceColumns, PlaceKeys } from "./search-keys.ts";
import type { TerritoryKind } from "./territory.ts";
import { foldName, foldText } from "./text.ts";

/** A place somebody may have meant. */
export interface PlaceHit {
  readonly kind: TerritoryKind;
  readonly code: string;
  readonly name: string;
  /** Row of a commune in the columns; absent for the other territories. */
  readonly unit?: number;
  readonly matched: "name" | "postcode" | "code" | "former";
  /** Name of the merged commune that matched, else code of the département (empty where there is none). */
  readonly detail: string;
  /** Higher is better: whole part for how the text matched, fraction for population. */
  readonly score: number;
}

export interface PlaceIndex {
  /** Best first; empty for a text without letter or digit. */
  search(text: string, limit?: number): readonly PlaceHit[];
}

/** How a text matched, best first. */
const TIERS = [
  "code",
  "postcode",
  "name",
  "beginning",
  "former-name",
  "code-beginning",
  "word",
  "inside",
  "former-part",
  "words-apart",
  "nearly",
  "nearly-beginning",
] as const;
type Tier = (typeof TIERS)[number];

const FEWEST_LETTERS_FOR_A_SLIP = 5;
/** In place of the line of a name. */
const CODE = -1;
const POSTCODE = -2;

/** Finds communes and territories by name, former name, postcode or code. Reads the columns at the first search. */
export function createPlaceIndex(columns: PlaceColumns): PlaceIndex {
  let keys: PlaceKeys | undefined;
  return {
    search(text, limit = 10) {
      keys ??= new PlaceKeys(columns);
      return findMatches(keys, text).best(limit);
    },
  };
}

function findMatches(keys: PlaceKeys, text: string): Matches {
  const query = foldQuery(text);
  const found = new Matches(keys);
  if (query === "") return found;
  if (/^(?:\d{2,}|2[ab]\d*|fr)$/.test(query)) matchCodes(keys, query, found);
  for (const variant of variantsOf(text, query)) matchNames(keys, variant, found);
  if (found.isEmpty) matchNameWithNumber(keys, query, found);
  if (found.isEmpty && query.includes(" ")) matchWordsApart(keys, query, found);
  if (found.isEmpty && query.replaceAll(" ", "").length >= FEWEST_LETTERS_FOR_A_SLIP) matchNearly(keys, query, found);
  return found;
}

/** The best match of each place found. */
class Matches {
  readonly #keys: PlaceKeys;
  readonly #places: number[] = [];
  /** By place: position in TIERS, and the line of the name that matched, or CODE or POSTCODE. */
  readonly #tiers: Uint8Array;
  readonly #lines: Int32Array;

  constructor(keys: PlaceKeys) {
    this.#keys = keys;
    this.#tiers = new Uint8Array(keys.weights.length).fill(TIERS.length);
    this.#lines = new Int32Array(keys.weights.length);
  }

  get isEmpty(): boolean {
    return this.#places.length === 0;
  }

  add(place: number, tier: Tier, line: number): void {
    const rank = TIERS.indexOf(tier);
    if (rank >= this.#tiers[place]) return;
    if (this.#tiers[place] === TIERS.length) this.#places.push(place);
    this.#tiers[place] = rank;
    this.#lines[place] = line;
  }

  /** Adds, with the same tier, the matches that satisfy a condition. */
  addThose(others: Matches, wanted: (place: number) => boolean): void {
    for (const place of others.#places) {
      if (wanted(place)) this.add(place, TIERS[others.#tiers[place]], others.#lines[place]);
    }
  }

  /** The `limit` best, by tier and then by weight: kept in order as they come, so that nothing is sorted. */
  best(limit: number): readonly PlaceHit[] {
    const kept: { readonly place: number; readonly score: number }[] = [];
    for (const place of this.#places) {
      const score = TIERS.length - this.#tiers[place] + this.#keys.weights[place] / 1e9;
      if (kept.length >= limit && score <= (kept.at(-1)?.score ?? score)) continue;
      let at = kept.length;
      while (at > 0 && kept[at - 1].score < score) at--;
      kept.splice(at, 0, { place, score });
      if (kept.length > limit) kept.pop();
    }
    return kept.map(({ place, score }) => this.#toHit(place, score));
  }

  #toHit(place: number, score: number): PlaceHit {
    const line = this.#lines[place];
    const keys = this.#keys;
    const former = line < 0 ? "" : keys.formerName(line);
    const hit: PlaceHit = {
      kind: keys.kind(place),
      code: keys.code(place),
      name: keys.name(place),
      matched: former !== "" ? "former" : line >= 0 ? "name" : line === POSTCODE ? "postcode" : "code",
      detail: former === "" ? keys.departement(place) : former,
      score,
    };
    return keys.isCommune(place) ? { ...hit, unit: place } : hit;
  }
}

function matchCodes(keys: PlaceKeys, query: string, found: Matches): void {
  keys.codes.scan(query, (place, before, after) => {
    if (before === "\n") found.add(place, after === "\n" ? "code" : "code-beginning", CODE);
  });
  keys.formerCodes.scan(query, (former, before, after) => {
    const line = keys.nameOfFormerCode(former);
    if (before === "\n" && after === "\n") found.add(keys.placeOfLine[line], "code", line);
  });
  keys.postcodes.scan(query, (unit, before, after) => {
    if (before !== "\n" && before !== " ") return;
    const whole = after === "\n" || after === " ";
    // Every postcode of a city with arrondissements is also that of one of them, which is what was meant.
    found.add(unit, whole && !keys.hasArrondissements(unit) ? "postcode" : "code-beginning", POSTCODE);
  });
}

function matchNames(keys: PlaceKeys, query: string, found: Matches): void {
  if (query.length >= 3) {
    keys.names.scan(query, (line, before, after) => {
      if (before === "\n") addName(keys, line, after === "\n" ? "name" : "beginning", found);
      else addName(keys, line, before === " " ? "word" : "inside", found);
    });
    return;
  }
  keys.names.scan(`\n${query}`, (line, _, after) => addName(keys, line, after === "\n" ? "name" : "beginning", found));
  keys.names.scan(` ${query}`, (line) => addName(keys, line, "word", found));
}

const FORMER_TIER: Partial<Record<Tier, Tier>> = {
  name: "former-name",
  beginning: "former-part",
  word: "former-part",
  inside: "former-part",
};

function addName(keys: PlaceKeys, line: number, tier: Tier, found: Matches): void {
  const former = keys.formerName(line) !== "";
  found.add(keys.placeOfLine[line], former ? (FORMER_TIER[tier] ?? tier) : tier, line);
}

/** `vitré 35500`, `saint-denis 93`, `35 vitré`: a name, and a postcode, a commune's code or a département's. */
function matchNameWithNumber(keys: PlaceKeys, query: string, found: Matches): void {
  const words = query.split(" ");
  const number = words.find((word) => /^(?:\d{2,3}|2[ab]|\d{5})$/.test(word));
  const name = words.filter((word) => word !== number).join(" ");
  if (number === undefined || name === "") return;
  const named = new Matches(keys);
  matchNames(keys, name, named);
  found.addThose(named, (place) => keys.isAt(place, number));
}

/** Words that each begin a word of the name, in the same order: `villeneuve ascq` for Villeneuve-d’Ascq. */
function matchWordsApart(keys: PlaceKeys, query: string, found: Matches): void {
  const pattern = new RegExp(`[\\n ]${query.replaceAll(" ", "[^\\n]* ")}`, "g");
  keys.names.scanPattern(pattern, (line) => addName(keys, line, "words-apart", found));
}

function matchNearly(keys: PlaceKeys, query: string, found: Matches): void {
  keys.names.scanNearly(query, (line, whole) => addName(keys, line, whole ? "nearly" : "nearly-beginning", found));
}

function foldQuery(text: string): string {
  return foldName(text)
    .replace(/^(\d{2}) (\d{3})$/, "$1$2")
    .replace(/^communaute de communes\b/, "cc")
    .replace(/^communaute d agglomeration\b/, "ca")
    .replace(/^communaute urbaine\b/, "cu");
}

/** While `st` is being typed it may also be the beginning of Strasbourg. */
function variantsOf(text: string, query: string): readonly string[] {
  return /(?:^|\W)ste?$/i.test(text) ? [query, foldText(text)] : [query];
}
