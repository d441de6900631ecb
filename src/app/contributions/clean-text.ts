import type { JsonObject } from "../../core/contributions/canonical.ts";
import { cleanText } from "../../core/contributions/privacy/clean-text.ts";

/** A body as records hold it: every text cleaned, what is undefined left out. */
export function cleanBody(body: object): JsonObject {
  return clean(body) as JsonObject;
}

function clean(value: unknown): unknown {
  if (typeof value === "string") return cleanText(value);
  if (Array.isArray(value)) return value.map(clean);
  if (typeof value !== "object" || value === null) return value;
  const pairs = Object.entries(value).filter(([, one]) => one !== undefined);
  return Object.fromEntries(pairs.map(([name, one]) => [name, clean(one)]));
}
