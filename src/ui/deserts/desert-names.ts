import type { DesertRow, DesertsAnswer } from "../../app/spatial.ts";
import type { Texts } from "../../i18n/fr.ts";

/** « Autour de X et Y ». */
export function nameDesert({ around }: DesertRow, t: Texts): string {
  const words = t.deserts.list;
  const [first, second] = around;
  return second === undefined ? words.nameOne(first ?? "") : words.name(first, second);
}

/** INSEE code of each desert's most populated commune in the territory: how an address names it. */
export function keysOfDeserts({ desertOf, people, codes, deserts }: DesertsAnswer): readonly string[] {
  const best = new Int32Array(deserts.length).fill(-1);
  desertOf.forEach((desert, row) => {
    if (desert >= 0 && (best[desert] < 0 || people[row] > people[best[desert]])) best[desert] = row;
  });
  return Array.from(best, (row) => codes[row]);
}

/** Position of the desert that holds a commune, or null. */
export function desertWith({ codes, desertOf }: DesertsAnswer, code: string | null): number | null {
  const desert = code === null ? -1 : (desertOf[codes.indexOf(code)] ?? -1);
  return desert >= 0 ? desert : null;
}
