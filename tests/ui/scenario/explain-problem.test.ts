import { describe, expect, it } from "vitest";
import { FailureError } from "../../../src/core/failure.ts";
import { formatScenario, parseScenario, type Scenario } from "../../../src/core/scenario/document.ts";
import { en } from "../../../src/i18n/en.ts";
import { getFormats } from "../../../src/i18n/format.ts";
import { fr } from "../../../src/i18n/fr.ts";
import { explainProblem, explainScenarioFailure } from "../../../src/ui/scenario/explain-problem.ts";

const SCENARIO: Scenario = {
  title: "Essai",
  territory: { kind: "departement", code: "35" },
  series: { profession: "gp", year: 2023, ages: "all" },
  threshold: null,
  model: null,
  changes: [
    { kind: "departure", id: "a", commune: "35238", profession: "gp", fte: 1 },
    { kind: "mobile-unit", id: "b", stops: [{ commune: "35238", halfDays: 2, consultations: 10 }] },
  ],
  computed: null,
};
const FILE = formatScenario(SCENARIO);

/** What is said in French of the file once a text of it is another. */
function said(before: string, after: string, t = fr): string {
  expect(FILE).toContain(before);
  try {
    parseScenario(FILE.replace(before, after), "essai.json");
  } catch (error) {
    if (error instanceof FailureError) return explainScenarioFailure(error, getFormats("fr"), t).replaceAll(/\s/g, " ");
    throw error;
  }
  return "read";
}

describe("what is wrong with a file, in words", () => {
  it.each([
    [
      '"fte": 1',
      '"fte": -1',
      "Fichier « essai.json » · changement n° 1 · champ fte · Il faut un nombre au-dessus de 0, au plus 500, et non -1.",
    ],
    [
      '"fte": 1',
      '"fte": 1, "x": 2',
      "Fichier « essai.json » · changement n° 1 · champ x · Ce champ n’existe pas dans le format.",
    ],
    [
      '"halfDays": 2,',
      "",
      "Fichier « essai.json » · changement n° 2 · champ stops[0].halfDays · Il manque un nombre au-dessus de 0, au plus 62.",
    ],
    [
      '"version": 1',
      '"version": 2',
      "Fichier « essai.json » · champ version · Ce fichier est d’une version plus récente d’Oasis (format 2).",
    ],
    ['"dep:35"', '"mars"', 'Fichier « essai.json » · champ territory · "mars" n’est pas un territoire.'],
    [
      '"id": "b"',
      '"id": "a"',
      "Fichier « essai.json » · changement n° 2 · champ id · Un autre changement du scénario dit déjà cela.",
    ],
    [
      '"title": "Essai"',
      '"title": ""',
      'Fichier « essai.json » · champ title · Il faut un texte de 1 à 200 caractères, et non "".',
    ],
    [
      '"changes": [',
      '"changes": 3, "y": [',
      "Fichier « essai.json » · champ changes · Il faut une liste de 0 à 1000 éléments, et non 3. Et 1 autre défaut.",
    ],
  ])("%s → %s", (before, after, expected) => {
    expect(said(before, after)).toBe(expected);
  });

  it("says the same in English", () => {
    expect(said('"fte": 1', '"fte": -1', en)).toBe(
      "File “essai.json” · change 1 · field fte · A number above 0, at most 500 is needed, not -1.",
    );
  });

  it("repeats what it does not know", () => {
    expect(explainProblem("Unexpected token", fr)).toContain("Unexpected token");
  });
});
