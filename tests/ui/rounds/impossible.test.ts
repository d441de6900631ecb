import { beforeAll, expect, test } from "vitest";
import { DEFAULT_QUESTION } from "../../../src/app/question.ts";
import { roundsQuestion } from "../../../src/app/rounds.ts";
import type { RoundsChoices } from "../../../src/app/rounds-choices.ts";
import { FailureError } from "../../../src/core/failure.ts";
import { createEngine, type Engine } from "../../../src/engine/engine.ts";
import { en } from "../../../src/i18n/en.ts";
import { getFormats } from "../../../src/i18n/format.ts";
import { fr } from "../../../src/i18n/fr.ts";
import { openNodePack } from "../../../src/platform/node/duckdb.ts";
import { explainImpossible } from "../../../src/ui/rounds/explain-impossible.ts";
import { RUN } from "./plan-of-mayenne.ts";

let engine: Engine;
beforeAll(async () => {
  engine = createEngine(await openNodePack("data"));
});

const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, " ").replaceAll("’", "'");

/** Mayenne with a change, and how its refusal reads. */
test.each<[RegExp, RegExp, Partial<RoundsChoices>]>([
  [/^Sans véhicule, pas de tournée/, /^No vehicle, no round/, { vehicles: 0 }],
  [/^Zéro consultation par arrêt/, /^No consultation per stop/, { consultations: 0 }],
  [/^Zéro minute de route/, /^No minute of driving/, { driving: 0, mandatory: ["53062"] }],
  [/^Depuis Nice, aucune des \d+ communes/, /^From Nice, none of the \d+/, { depot: "06088" }],
  [/est à la fois imposé et exclu\.$/, /both imposed and excluded\.$/, { mandatory: ["53062"], excluded: ["53062"] }],
  [/^Mayenne \(53147\) est à la fois le départ/, /is both the depot/, { depot: "53147", mandatory: ["53147"] }],
  [
    /^Rennes \(35238\) est imposé et n'est pas une commune du territoire/,
    /no commune of the territory/,
    { mandatory: ["35238"] },
  ],
  [/imposé : \d+ min aller-retour, plus que les 30 min/, /more than the 30 min/, { mandatory: ["53062"], driving: 30 }],
  [
    /^600 min sur place ne tiennent pas dans une journée de 480 min/,
    /^600 min on the spot/,
    { mandatory: ["53062"], visit: 600 },
  ],
  [
    /et 450 min sur place dépassent la journée de 480 min/,
    /pass the day of 480 min/,
    { mandatory: ["53062"], visit: 450 },
  ],
  [/assouplissez « Arrêts possibles »/, /loosen “Possible stops”/, { people: 100_000 }],
])("%s", async (french, english, change) => {
  const asked = {
    ...DEFAULT_QUESTION,
    territory: { kind: "departement", code: "53" } as const,
    rounds: { ...DEFAULT_QUESTION.rounds, ...change },
  };
  const refused = await engine.prepareRounds(roundsQuestion(asked, 2.5), RUN).catch((error: unknown) => error);
  if (!(refused instanceof FailureError)) throw new Error("not refused");
  expect(plain(explainImpossible(refused, getFormats("fr"), fr))).toMatch(french);
  expect(plain(explainImpossible(refused, getFormats("en"), en))).toMatch(english);
});
