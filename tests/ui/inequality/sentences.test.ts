import { describe, expect, test } from "vitest";
import { getFormats } from "../../../src/i18n/format.ts";
import { fr } from "../../../src/i18n/fr.ts";
import { lackOf, writeSentences, writeSupply } from "../../../src/ui/inequality/sentences.ts";
import { BRETAGNE, EQUAL, replyOf, THREE } from "./world.ts";

const f = getFormats("fr");
/** Without the spaces that do not break. */
const plain = (text: string | null) => text?.replaceAll(/[\u00a0\u202f]/g, " ");
const say = (answer = replyOf(THREE, BRETAGNE, "Bretagne")) =>
  new Map(writeSentences(answer, f, fr).map((sentence) => [sentence.key, sentence]));

describe("sentences from figures", () => {
  const said = say();

  test("the tenths: 4 ÷ 1, against 1 in a country where all have 2", () => {
    expect(said.get("tenthRatio")).toMatchObject({ figure: "× 4,0", topic: "tenthRatio" });
    expect(plain(said.get("tenthRatio")?.against ?? null)).toBe("France : × 1,0");
  });

  test("the worse half, 200,000 people: (100,000 + 200,000) of 1,100,000", () => {
    expect(plain(said.get("worseHalf")?.figure ?? null)).toBe("27,3 %");
  });

  test("under 2.5: half of people, who lack (1.5 + 0.5) ÷ 2 = 1 in the mean", () => {
    expect(plain(said.get("headcount")?.figure ?? null)).toBe("50,0 %");
    expect(plain(said.get("headcount")?.text ?? null)).toContain(
      "sous 2,5 consultations par an. Il leur manque en moyenne 1,00 consultation par an.",
    );
    expect(lackOf(replyOf(THREE, BRETAGNE, "Bretagne").summary, 2.5)).toBeCloseTo(1, 12);
  });

  test("to move: ½ (175,000 + 75,000 + 250,000) of 1,100,000, what 42 to 69 doctors do", () => {
    expect(plain(said.get("move")?.figure ?? null)).toBe("22,7 %");
    expect(plain(said.get("move")?.text ?? null)).toContain(
      "250 000 consultations par an, l’activité de 42 à 69 médecins",
    );
  });

  test("Gini 1 − (1 + 4 + 28) ÷ 44 = 0.25, with its interval", () => {
    expect(said.get("gini")?.figure).toBe("0,250");
    expect(said.get("gini")?.note).toMatch(/^Entre 0,\d{3} et 0,\d{3}/);
  });

  test("between living areas in a region: 0.075 of 0.1", () => {
    expect(plain(said.get("between")?.figure ?? null)).toBe("75,0 %");
    expect(plain(said.get("between")?.text ?? null)).toContain("bassins de vie, 25,0 % à l’intérieur");
  });

  test("income: 0.1 is five errors above nothing; below two of them nothing is said to go with it", () => {
    expect(said.get("richest")?.note).toContain("L’accès va avec le revenu");
    const answer = replyOf(THREE, BRETAGNE, "Bretagne");
    const unsure = { ...answer, income: { ...answer.income, access: { index: 0.03, standardError: 0.02 } } };
    expect(say(unsure).get("richest")?.note).toContain("Pas de lien net");
    const lower = { ...answer, income: { ...answer.income, access: { index: -0.1, standardError: 0.02 } } };
    expect(say(lower).get("richest")?.note).toContain("meilleur dans les communes modestes");
  });

  test("all at 3: nobody is under, nothing to move, no interval to tell", () => {
    const all = say(replyOf({ values: [3, 3], people: [10, 20] }, BRETAGNE, "Bretagne"));
    expect(all.get("headcount")?.text).toContain("personne n’est sous le seuil");
    expect(plain(all.get("move")?.figure ?? null)).toBe("0 %");
  });

  test("where the worst served have zero, the gap between tenths is not said", () => {
    const dry = say(replyOf({ values: [0, 4], people: [200, 200] }, BRETAGNE, "Bretagne"));
    expect(dry.has("tenthRatio")).toBe(false);
    expect(dry.has("gini")).toBe(true);
  });

  test("an FTE is written as one", () => {
    expect(plain(writeSupply(12.34, "nurse", f, fr))).toBe("12,3 ETP");
    expect(plain(writeSupply(1234, "nurse", f, fr))).toBe("1 234 ETP");
  });

  test("a country where all are equal has no gap to tell", () => {
    expect(say(replyOf(EQUAL, BRETAGNE, "Bretagne")).get("tenthRatio")?.figure).toBe("× 1,0");
  });
});
