const NO_BREAK = "\u00a0";
const NARROW = "\u202f";

/** French spacing: a space before `; ? ! %` becomes narrow and unbreakable, before `:` and inside « » unbreakable. */
export function setFrenchSpaces(text: string): string {
  return text
    .replace(/ (?=[;?!%€])/g, NARROW)
    .replace(/ (?=[:»])/g, NO_BREAK)
    .replace(/« /g, `«${NO_BREAK}`)
    .replace(/(\d) (?=\d{3}(?!\d))/g, `$1${NARROW}`)
    .replaceAll("'", "’");
}

/** The same tree of texts, with French spacing in every text and in whatever its functions return. */
export function withFrenchSpaces<T>(texts: T): T {
  if (typeof texts === "string") return setFrenchSpaces(texts) as T;
  if (typeof texts === "function") {
    const original = texts as unknown as (...args: unknown[]) => unknown;
    return ((...args: unknown[]) => withFrenchSpaces(original(...args))) as T;
  }
  if (Array.isArray(texts)) return texts.map((item: unknown) => withFrenchSpaces(item)) as T;
  if (typeof texts === "object" && texts !== null) {
    return Object.fromEntries(Object.entries(texts).map(([key, value]) => [key, withFrenchSpaces(value)])) as T;
  }
  return texts;
}
