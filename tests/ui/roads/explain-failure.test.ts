import { describe, expect, it } from "vitest";
import { type FailureCode, FailureError } from "../../../src/core/failure.ts";
import { en } from "../../../src/i18n/en.ts";
import { getFormats } from "../../../src/i18n/format.ts";
import { fr } from "../../../src/i18n/fr.ts";
import { explainRoadsFailure } from "../../../src/ui/roads/explain-failure.ts";

const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, " ").replaceAll("’", "'");
const say = (code: FailureCode, params: Record<string, string | number>) =>
  plain(explainRoadsFailure(new FailureError(code, params), getFormats("fr"), fr));

describe("what is wrong with a file somebody brought", () => {
  it.each<[FailureCode, Record<string, string | number>, string]>([
    [
      "bad-input",
      { file: "t.csv", row: 1203, column: "minutes", text: "dix", reason: "not a number" },
      "t.csv, ligne 1 203, colonne minutes, « dix » : ce n'est pas un nombre",
    ],
    ["bad-input", { file: "t.csv", row: 4, reason: "2 cells, not 3" }, "t.csv, ligne 4 : 2 cases au lieu de 3"],
    [
      "bad-input",
      { file: "t.csv", row: 2, column: "minutes", text: "-1", reason: "outside 0 … 10080" },
      "t.csv, ligne 2, colonne minutes, « -1 » : hors de l'intervalle 0 à 10 080",
    ],
    [
      "osm-unreadable",
      { file: "x.osm.pbf", blob: 3, offset: 4096, reason: "truncated" },
      "x.osm.pbf, bloc 3, octet 4 096 : le fichier est coupé",
    ],
    [
      "osm-unreadable",
      { file: "x.osm.pbf", blob: 0, offset: 0, reason: "cannot be inflated: incorrect header check" },
      "x.osm.pbf, bloc 0, octet 0 : un bloc est abîmé",
    ],
    [
      "road-file-unreadable",
      { file: "x.road", offset: 8, reason: "version 2, not 1" },
      "x.road, octet 8 : version 2 au lieu de 1 : préparez-le de nouveau",
    ],
    [
      "no-roads",
      { file: "x.osm.pbf", highways: 12 },
      "x.osm.pbf : aucune route ouverte aux voitures (voies « highway » lues : 12)",
    ],
    ["bad-input", { file: "x.csv", reason: "NotReadableError" }, "x.csv : NotReadableError"],
  ])("%s %j", (code, params, words) => {
    expect(say(code, params)).toBe(words);
  });

  it("speaks English, and does not hide a bug", () => {
    const error = new FailureError("bad-input", {
      file: "t.csv",
      row: 2,
      column: "origin",
      text: "Z",
      reason: "unknown id",
    });
    expect(explainRoadsFailure(error, getFormats("en"), en)).toBe(
      "t.csv, row 2, column origin, “Z”: unknown commune code",
    );
    expect(explainRoadsFailure(new TypeError("x"), getFormats("en"), en)).toBe(en.failures.bug);
    expect(explainRoadsFailure(new FailureError("worker-stopped"), getFormats("en"), en)).toBe(en.roads.errors.stopped);
  });
});
