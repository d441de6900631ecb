/**
 * Communes on islands that no road joins to the mainland, by island: the Îles du Ponant without a bridge and the small
 * islands of Guadeloupe. A straight line across the sea is no time by car.
 */
const ISLANDS: readonly (readonly string[])[] = [
  ["17004"],
  ["22016"],
  ["29082"],
  ["29083"],
  ["29084"],
  ["29155"],
  ["56009", "56114", "56152", "56241"],
  ["56069"],
  ["56085"],
  ["56086"],
  ["56087"],
  ["56088"],
  ["85113"],
  ["97108", "97112", "97126"],
  ["97110"],
  ["97130"],
  ["97131"],
];

const PART_OF = new Map(ISLANDS.flatMap((codes, k) => codes.map((code) => [code, k + 1] as const)));

/** Number of the island a commune is alone on, 0 for any other commune. */
export function islandOf(code: string): number {
  return PART_OF.get(code) ?? 0;
}
