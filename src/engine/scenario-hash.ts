import { sha256 } from "../core/contributions/sha-256.ts";
import { encodeUtf8 } from "../core/contributions/utf8.ts";

/** Raised whenever the same file and the same data would give other figures. */
export const SCENARIO_ENGINE = "1";

/**
 * SHA-256, hexadecimal, of one line per area: code, before, after, tabs between, six decimals, empty where not
 * known.
 */
export function hashResult(codes: readonly string[], before: Float64Array, after: Float64Array): string {
  const cell = (value: number) => (Number.isNaN(value) ? "" : (Math.round(value * 1e6) / 1e6 || 0).toFixed(6));
  const lines = codes.map((code, i) => `${code}\t${cell(before[i])}\t${cell(after[i])}\n`);
  return Array.from(sha256(encodeUtf8(lines.join(""))), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
