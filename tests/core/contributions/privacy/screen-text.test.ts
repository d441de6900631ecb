import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { screenText } from "../../../../src/core/contributions/privacy/screen-text.ts";

const kinds = (text: string) => Array.from(new Set(screenText(text).map(({ kind }) => kind)));

describe("what a report must not tell", () => {
  it.each([
    ["email", "écrivez à jeanne.dupont@exemple.fr"],
    ["email", "jeanne.dupont (at) exemple.fr"],
    ["email", "jeanne arobase exemple point fr"],
    ["phone", "appelez le 06 12 34 56 78"],
    ["phone", "mon numéro : 0612345678."],
    ["phone", "+33 6 12 34 56 78"],
    ["phone", "0033 2.99.12.34.56"],
    ["phone", "+33 (0)6-12-34-56-78"],
    ["nir", "sécu 2 69 05 49 588 157 80"],
    ["nir", "269054958815780"],
    ["nir", "1 85 12 2A 123 456"],
    ["birth-date", "née le 12/03/1958"],
    ["birth-date", "né le 1er mars 1958"],
    ["address", "j'habite 12 bis rue des Lilas"],
    ["name", "le Dr Martin ne prend plus personne"],
    ["name", "Madame Le-Goff a attendu"],
    ["name", "je m'appelle Jeanne"],
    ["name", "Je suis Jeanne Dupont"],
    ["health", "je suis atteint d'une maladie rare"],
    ["health", "mon cancer n'attend pas"],
    ["health", "j'ai du diabète"],
    ["health", "je suis enceinte"],
    ["health", "je souffre d’épilepsie"],
  ])("%s in: %s", (kind, text) => expect(kinds(text)).toContain(kind));

  it.each([
    "Plus de médecin à Vitré depuis 2021, il faut 45 minutes de route",
    "Trois mois d'attente pour un rendez-vous en 2026",
    "Le cabinet a fermé le 12 mars 2026 ; 3 500 habitants, code 35360",
    "Le bus de 8 h 05 ne passe plus que 2 fois par semaine",
    "Refusée parce que le carnet est plein",
    "Finess 350000014, APL 2,5 consultations par an",
    "Je suis resté sans médecin traitant pendant 18 mois",
    "La maison de santé manque de places",
  ])("nothing in: %s", (text) => expect(screenText(text)).toEqual([]));

  it("finds a number or an address wherever it stands", () => {
    const words = fc.array(fc.constantFrom("le", "médecin", "attend", "route", "45", "km"), { maxLength: 8 });
    const pair = fc.integer({ min: 10, max: 99 });
    fc.assert(
      fc.property(
        words,
        words,
        fc.tuple(pair, pair, pair, pair),
        fc.constantFrom(" ", ".", "-", ""),
        (a, b, four, gap) => {
          const phone = ["06", ...four].join(gap);
          const text = [...a, "au", phone, ...b.map((word) => `x${word}`)].join(" ");
          const found = screenText(text).find(({ kind }) => kind === "phone")!;
          expect(text.slice(found.start, found.end)).toBe(phone);
        },
      ),
      { seed: 26 },
    );
  });
});
