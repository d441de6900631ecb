import { expect, test } from "vitest";
import { DEFAULT_QUESTION } from "../../../src/app/question.ts";
import { en } from "../../../src/i18n/en.ts";
import { getFormats } from "../../../src/i18n/format.ts";
import { fr } from "../../../src/i18n/fr.ts";
import { hasOutline } from "../../../src/ui/understand/outline.ts";
import { readAnswer } from "../../../src/ui/understand/reading.ts";
import { writeDigits, writeSpoken } from "../../../src/ui/understand/value-words.ts";
import { sixCommunes } from "./world.ts";

const f = getFormats("fr");

test.each([
  [0, "0,0"],
  [0.04, "moins de 0,1"],
  [0.05, "0,1"],
  [3.49, "3,5"],
])("%s is written %s: only zero reads as zero", (value, text) => {
  expect(writeDigits(value, 1, f, fr)).toBe(text);
});

test("a screen reader hears words, and no value twice", () => {
  const reading = readAnswer(sixCommunes(), DEFAULT_QUESTION);
  const say = (row: number) => writeSpoken(reading, row, "fixed", f, fr).replaceAll("\u00a0", " ");
  expect(say(3)).toBe("Mieux : 3,6 consultations par an, accès intermédiaire");
  expect(say(0)).toBe("Aride : 0,0 consultations par an, zéro : aucun soignant à portée");
  expect(say(5)).toBe("Inconnue : sans donnée");
  expect(writeSpoken(reading, 5, "fixed", getFormats("en"), en)).toBe("Inconnue: no data");
});

test("only the overseas collectivities have no outline", () => {
  expect(hasOutline({ kind: "commune", code: "97502" })).toBe(false);
  expect(hasOutline({ kind: "departement", code: "988" })).toBe(false);
  expect(hasOutline({ kind: "departement", code: "976" })).toBe(true);
  expect(hasOutline({ kind: "commune", code: "98001" })).toBe(true);
  expect(hasOutline({ kind: "region", code: "06" })).toBe(true);
});
