import { describe, expect, test } from "vitest";
import { DEFAULT_QUESTION } from "../../../src/app/question.ts";
import { STATUS_CLASS } from "../../../src/core/classes.ts";
import { getFormats } from "../../../src/i18n/format.ts";
import { fr } from "../../../src/i18n/fr.ts";
import { writeClassesCsv, writeModelsCsv } from "../../../src/ui/parity/parity-csv.ts";
import { viewParity } from "../../../src/ui/parity/parity-view.ts";
import { classesOf, findModel, nameClass, nameModel, writeVerdict } from "../../../src/ui/parity/read-study.ts";
import { readAnswer } from "../../../src/ui/understand/reading.ts";
import { sixCommunes } from "../understand/world.ts";
import { scores, smallStudy } from "./study.ts";

const F = getFormats("fr");
const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, " ");

describe("verdict in words", () => {
  const verdict = (split: "random" | "spatial") => writeVerdict(smallStudy(), split, "consult.", 2, F, fr);

  test("says when neighbours alone do as well, and beside the model what they give", () => {
    const { model, neighbours, low } = verdict("random");
    expect(plain(model)).toMatch(/^Sur 3 communes jamais vues.*0,80 consult\..*corrélation 0,80/);
    expect(plain(neighbours)).toContain("0,79 consult. ; corrélation 0,81");
    expect(neighbours).toContain(fr.parity.sentences.same);
    expect(low).toBeNull();
  });

  test("says when the model does better, and when that is little", () => {
    const { neighbours, low } = verdict("spatial");
    expect(neighbours).toContain(fr.parity.sentences.better);
    expect(low).toBe(fr.parity.sentences.low);
  });

  test("says when the model does worse", () => {
    const study = smallStudy();
    const models = study.models.map((one) => (one.name === "neighbours" ? { ...one, heldOut: scores(0.5, 0.9) } : one));
    expect(writeVerdict({ ...study, models }, "random", "c", 2, F, fr).neighbours).toContain(fr.parity.sentences.worse);
  });
});

describe("names", () => {
  test("classes by their limits", () => {
    const name = (id: string, group: "density" | "practitioners" | "urban-unit") => plain(nameClass(id, group, F, fr));
    expect(name("density-0-25", "density")).toBe("Moins de 25");
    expect(name("density-75-300", "density")).toBe("75 à 300");
    expect(name("density-1500-more", "density")).toBe("1 500 et plus");
    expect(name("practitioners-none", "practitioners")).toBe("Aucun");
    expect(name("urban-unit-inside", "urban-unit")).toBe("Dans une unité urbaine");
  });

  test("classes of a group only, models by name, a model that is not there is a bug", () => {
    const study = smallStudy();
    const model = findModel(study, "random", "calibrated-steps");
    expect(classesOf(model, "density").map(([id]) => id)).toEqual(["density-0-25", "density-1500-more"]);
    expect(nameModel("neighbours", fr)).toBe("Moyenne des voisines");
    expect(() => findModel(study, "random", "calibrated-linear")).toThrow();
  });
});

describe("on the map", () => {
  const reading = readAnswer(sixCommunes(), DEFAULT_QUESTION);
  const view = viewParity(smallStudy(), "random", reading, F, fr);

  test("rows are those of the answer; without a place, or a published value, no data", () => {
    // Rows 10 … 15: no place, +0.5001, 0, −0.5, nothing published, no place. Limits ±0.3, ±0.75, ±1.5 of a mean of 3.
    expect(Array.from(view.units)).toEqual([10, 11, 12, 13, 14, 15]);
    const { missing } = STATUS_CLASS;
    expect(Array.from(view.classes)).toEqual([missing, 4, 3, 2, missing, missing]);
  });

  test("a row says its difference, the official value and whether it was seen", () => {
    expect(plain(view.describe(3).value)).toBe("−0,50 consult./an/hab.");
    expect(plain(view.describe(3).level)).toBe("officiel 3,6 · jamais vue");
    expect(plain(view.describe(2).level)).toContain("ajustée");
    expect(plain(view.describe(0).value)).toBe("sans donnée");
  });

  test("the file has the difference, both values and the role", () => {
    expect(view.columns.map(({ csvHeader }) => csvHeader)).toEqual([
      "model_minus_official",
      "official",
      "model",
      "role",
    ]);
    expect(view.columns.map(({ csv }) => csv(3))).toEqual([3.1 - 3.6, 3.6, 3.1, "held_out"]);
    expect(view.columns[3].csv(2)).toBe("fitted");
    expect(view.columns[3].csv(4)).toBe("");
  });
});

describe("files", () => {
  test("models: two lines each, of both splits", () => {
    const [name, text] = writeModelsCsv(smallStudy());
    const lines = text.trim().split("\n");
    expect(name).toBe("oasis-fidelite-gp-2023.csv");
    expect(lines.length).toBe(1 + 4 * 2);
    expect(lines[1]).toBe("random,calibrated-steps,held_out,3,0.8,0.8,0.8,0.1,-2,-1,0,1,2");
  });

  test("classes of the chosen model; a figure that does not exist is an empty cell", () => {
    const study = smallStudy();
    const chosen = findModel(study, "spatial", "calibrated-steps");
    const empty = { ...chosen, classes: { "density-0-25": scores(Number.NaN, Number.NaN) } };
    expect(writeClassesCsv(study, empty)[1].split("\n")[1]).toBe(
      "spatial,calibrated-steps,density-0-25,3,,,,0.1,-2,-1,0,1,2",
    );
  });
});
