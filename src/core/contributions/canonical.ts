import { RefusalError } from "./refusal.ts";

export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: Json;
}

const DEEPEST = 8;
/** Controls, bidirectional and zero-width characters: what makes a text look other than it is. Line feeds stay. */
const HIDDEN = /(?!\n)\p{Cc}|[\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/u;

/**
 * Canonical JSON: RFC 8785 narrowed to what every engine reads alike. Numbers are whole and safe, text is well-formed,
 * NFC and without hidden characters, keys are in order of UTF-16 units, at most eight levels. Throws `not_canonical`.
 */
export function canonicalise(value: Json, depth = 0): string {
  if (value === null || typeof value === "boolean") return String(value);
  if (typeof value === "number") {
    if (!Number.isSafeInteger(value) || Object.is(value, -0)) throw new RefusalError("not_canonical", "number");
    return String(value);
  }
  if (typeof value === "string") return canonicaliseText(value);
  if (depth >= DEEPEST) throw new RefusalError("not_canonical", "depth");
  if (isList(value)) return `[${value.map((item) => canonicalise(item, depth + 1)).join(",")}]`;
  const pairs = Object.keys(value)
    .sort()
    .map((key) => `${canonicaliseText(key)}:${canonicalise(value[key], depth + 1)}`);
  return `{${pairs.join(",")}}`;
}

/**
 * Reads a text that must be its own canonical form, which refuses repeated and unordered keys, white space, other escapes
 * and numbers that lose digits. Throws `malformed`, `not_canonical`.
 */
export function parseCanonical(text: string): Json {
  const value = parseJson(text);
  if (canonicalise(value) !== text) throw new RefusalError("not_canonical", "text");
  return value;
}

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !isList(value);
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

function canonicaliseText(text: string): string {
  if (/\p{Surrogate}/u.test(text)) throw new RefusalError("not_canonical", "lone surrogate");
  if (text.normalize("NFC") !== text) throw new RefusalError("not_canonical", "text not in NFC");
  if (HIDDEN.test(text)) throw new RefusalError("not_canonical", "hidden character");
  return JSON.stringify(text);
}

function parseJson(text: string): Json {
  try {
    return JSON.parse(text);
  } catch {
    throw new RefusalError("malformed", "not JSON");
  }
}
