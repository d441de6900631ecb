import { FailureError } from "./failure.ts";

export const TERRITORY_KINDS = ["country", "region", "departement", "epci", "commune"] as const;
export type TerritoryKind = (typeof TERRITORY_KINDS)[number];

/** A place somebody can ask about. `code` is the INSEE code (`fr` for the country, SIREN for an EPCI). */
export interface Territory {
  readonly kind: TerritoryKind;
  readonly code: string;
}

export const FRANCE: Territory = { kind: "country", code: "fr" };

const PREFIX = { region: "reg", departement: "dep", epci: "epci", commune: "com" } as const;

/** INSEE region codes of 2026; a bare two-digit text names the region when both a region and a département bear it. */
const REGION_CODES = new Set("01 02 03 04 06 11 24 27 28 32 44 52 53 75 76 84 93 94".split(" "));

const DEPARTEMENT = /^(?:0[1-9]|[1-8]\d|9[0-5]|2[AB]|97[1-8]|98[4-9])$/;
const COMMUNE = /^(?:\d{5}|2[AB]\d{3})$/;

/** Canonical text, as in the URL: `fr`, `reg:53`, `dep:35`, `epci:200039022`, `com:35360`. */
export function formatTerritory(territory: Territory): string {
  return territory.kind === "country" ? "fr" : `${PREFIX[territory.kind]}:${territory.code}`;
}

/**
 * Reads `fr`, a prefixed code, or a bare code: five characters for a commune, nine digits for an EPCI, otherwise a
 * region if one has that code (`53` is Bretagne) and a département if not (`35`).
 * Throws `unknown-territory` for anything else; whether the code exists is for the data to say.
 */
export function parseTerritory(text: string): Territory {
  const trimmed = text.trim();
  if (trimmed.toLowerCase() === "fr") return FRANCE;
  const [prefix, prefixed] = trimmed.includes(":") ? splitOnce(trimmed) : ["", trimmed];
  const code = prefixed.toUpperCase();
  if ((prefix === "" || prefix === "com") && COMMUNE.test(code)) return { kind: "commune", code };
  if ((prefix === "" || prefix === "epci") && /^\d{9}$/.test(code)) return { kind: "epci", code };
  if ((prefix === "" || prefix === "reg") && REGION_CODES.has(code)) return { kind: "region", code };
  if ((prefix === "" || prefix === "dep") && DEPARTEMENT.test(code)) return { kind: "departement", code };
  throw new FailureError("unknown-territory", { text: trimmed });
}

/** Whether a bare code could also name a département (`53` is Bretagne, and Mayenne). */
export function isAmbiguousCode(text: string): boolean {
  const code = text.trim().toUpperCase();
  return REGION_CODES.has(code) && DEPARTEMENT.test(code);
}

export function sameTerritory(a: Territory, b: Territory): boolean {
  return a.kind === b.kind && a.code === b.code;
}

function splitOnce(text: string): [string, string] {
  const at = text.indexOf(":");
  return [text.slice(0, at).toLowerCase(), text.slice(at + 1)];
}
