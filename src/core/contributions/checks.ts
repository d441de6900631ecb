import { formatTerritory, parseTerritory } from "../territory.ts";
import { decodeBase64url } from "./base64url.ts";
import { isObject, type Json } from "./canonical.ts";
import { isStrongKey } from "./ed25519-rules.ts";

/** Whether a value read from outside is a `T`, and nothing more than one. */
export type Check<T extends Json> = (value: Json) => value is T;
export type Fields = Readonly<Record<string, Check<Json>>>;
type Checked<C> = C extends Check<infer T> ? T : never;
/** What an object with these fields, and no others, holds. */
export type Shape<R extends Fields, O extends Fields> = { readonly [K in keyof R]: Checked<R[K]> } & {
  readonly [K in keyof O]?: Checked<O[K]>;
};

export const LONGEST_TEXT = 2000;
/** A code as somebody types it. */
export const LONGEST_CODE = 40;

export function text(longest: number): Check<string> {
  return (value): value is string => typeof value === "string" && value.length > 0 && value.length <= longest;
}

export function matching(pattern: RegExp): Check<string> {
  return (value): value is string => typeof value === "string" && pattern.test(value);
}

export function oneOf<const T extends readonly Json[]>(...values: T): Check<T[number]> {
  return (value): value is T[number] => values.includes(value);
}

export function whole(least: number, most: number): Check<number> {
  return (value): value is number =>
    typeof value === "number" && Number.isSafeInteger(value) && value >= least && value <= most;
}

export function listOf<T extends Json>(check: Check<T>, least: number, most: number): Check<readonly T[]> {
  return (value): value is readonly T[] =>
    Array.isArray(value) && value.length >= least && value.length <= most && value.every(check);
}

/** The name of the first field that is missing, wrong or unknown; null when there is none. */
export function findWrongField(value: Json, required: Fields, optional: Fields): string | null {
  if (!isObject(value)) return "object";
  for (const name of Object.keys(required)) {
    if (!Object.hasOwn(value, name) || !required[name](value[name])) return name;
  }
  for (const name of Object.keys(value)) {
    if (Object.hasOwn(required, name)) continue;
    if (!Object.hasOwn(optional, name) || !optional[name](value[name])) return name;
  }
  return null;
}

export function objectOf<R extends Fields, O extends Fields>(required: R, optional: O): Check<Shape<R, O> & Json> {
  return (value): value is Shape<R, O> & Json => findWrongField(value, required, optional) === null;
}

/** 32 bytes in base64url: the id of a record, a hash. */
export const hash: Check<string> = (value): value is string =>
  typeof value === "string" && decodeBase64url(value, 32) !== null;

/** A public key no forged signature passes under: a role given to another would be everyone's. */
export const strongKey: Check<string> = (value): value is string => {
  const bytes = typeof value === "string" ? decodeBase64url(value, 32) : null;
  return bytes !== null && isStrongKey(bytes);
};

export const signature: Check<string> = (value): value is string =>
  typeof value === "string" && decodeBase64url(value, 64) !== null;

/** 128 random bits: without them the hash of a short body could be found by trying. */
export const salt: Check<string> = (value): value is string =>
  typeof value === "string" && decodeBase64url(value, 16) !== null;

/** `2026-11-22`, a day of the calendar. */
export const day: Check<string> = (value): value is string =>
  typeof value === "string" && /^\d{4}-\d\d-\d\d$/.test(value) && isInstant(`${value}T00:00:00Z`);

/** `2026-11-22T08:30:00Z`. */
export const instant: Check<string> = (value): value is string =>
  typeof value === "string" && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(value) && isInstant(value);

export const dayOrInstant: Check<string> = (value): value is string => day(value) || instant(value);

export const month = matching(/^\d{4}-(?:0[1-9]|1[0-2])$/);

/** A decimal in digits, since records hold whole numbers alone: `2.5`. */
export const decimal = matching(/^-?(?:0|[1-9]\d{0,11})(?:\.\d{1,6})?$/);

/** A territory in its one spelling: `fr`, `dep:35`. */
export const scope: Check<string> = (value): value is string => {
  if (typeof value !== "string") return false;
  try {
    return formatTerritory(parseTerritory(value)) === value;
  } catch {
    return false;
  }
};

export const space = matching(/^(?:public|(?:committee|intake):[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?)$/);

function isInstant(text: string): boolean {
  const time = Date.parse(text);
  return !Number.isNaN(time) && new Date(time).toISOString() === `${text.slice(0, -1)}.000Z`;
}
