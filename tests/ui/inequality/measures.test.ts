import { describe, expect, test } from "vitest";
import { getFormats } from "../../../src/i18n/format.ts";
import { fr } from "../../../src/i18n/fr.ts";
import { exportInequality, writeInequalityCsv } from "../../../src/ui/inequality/inequality-export.ts";
import { writeAmount, writeDoubt } from "../../../src/ui/inequality/measure-words.ts";
import { listPlaces, MEASURES, shareBetween, TREND_MEASURES } from "../../../src/ui/inequality/measures.ts";
import { BRETAGNE, named, replyOf, THREE } from "./world.ts";

const answer = replyOf(THREE, BRETAGNE, "Bretagne");
const style = { f: getFormats("fr"), t: fr, valueDigits: 2 };

describe("places", () => {
  test("the territory, then those above it", () => {
    expect(listPlaces(answer).map(({ summary }) => summary.territory.name)).toEqual(["Bretagne", "France"]);
  });

  test("a parent of the same name is left out, and each keeps its own parts", () => {
    const [country] = answer.parents;
    const region = { ...country, territory: named("Bretagne", BRETAGNE) };
    const [parts] = answer.parentParts;
    const two = { ...answer, parents: [region, country], parentParts: [{ ...parts, divisions: [] }, parts] };
    const places = listPlaces(two);
    expect(places.map(({ summary }) => summary.territory.name)).toEqual(["Bretagne", "France"]);
    expect(places[1].divisions).toBe(parts.divisions);
  });
});

describe("shares between territories", () => {
  test("one part has nothing between, none has nobody, and an undefined index says why", () => {
    expect(shareBetween(answer.divisions, "epci", "theil")).toEqual({ because: "one-part" });
    expect(shareBetween(answer.divisions, "departement", "theil")).toEqual({ because: "nobody" });
    expect(shareBetween(answer.divisions, "bassin_de_vie", "theil")).toEqual({ value: 0.075 / 0.1 });
    expect(shareBetween(answer.divisions, "bassin_de_vie", "meanLogDeviation")).toEqual({ because: "value-zero" });
  });
});

describe("figures in words", () => {
  test("an index has three digits, a share is in percent, a ratio is a multiple; what is undefined never reads as zero", () => {
    expect(writeAmount({ value: 0.25 }, "index", style)).toBe("0,250");
    expect(writeAmount({ value: 0.25 }, "share", style)).toBe("25,0\u202f%");
    expect(writeAmount({ value: 4 }, "ratio", style)).toBe("× 4,00");
    expect(writeAmount({ because: "value-zero" }, "index", style)).toBe(fr.inequality.table.undefined);
    expect(writeDoubt({ value: 1, interval: [0.1, 0.2] }, "index", style)).toBe("0,100 à 0,200");
    expect(writeDoubt({ value: 1, standardError: 0.01 }, "index", style)).toBe("± 0,010");
  });

  test("every measure has a name, a reason for each of its absences, and a method", () => {
    for (const { id, topic } of MEASURES) {
      expect(fr.inequality.measures[id]).toBeTruthy();
      expect(fr.method.topics[topic]).toBeTruthy();
    }
    expect(new Set(MEASURES.map(({ id }) => id))).toEqual(new Set(Object.keys(fr.inequality.measures)));
  });
});

describe("export", () => {
  const all = exportInequality(answer, fr);

  test("every measure of every place, and of every published year", () => {
    expect(all.figures).toHaveLength(2 * MEASURES.length);
    expect(all.trend).toHaveLength(2 * TREND_MEASURES.length);
  });

  test("full precision, with interval, error, unit, weights; null with a reason where there is none", () => {
    const of = (measure: string) => all.figures.find((figure) => figure.measure === measure);
    expect(of("gini")).toMatchObject({ value: answer.summary.measures.gini, unit: "index", weights: "inhabitants" });
    expect(of("gini")?.low_95).toBeLessThan(of("gini")?.value ?? 0);
    expect(of("gini")?.high_95).toBeGreaterThan(of("gini")?.value ?? 1);
    expect(of("concentration")).toMatchObject({ value: 0.1, standard_error: 0.02 });
    expect(of("mean")).toMatchObject({ weights: "standardised inhabitants", year: 2023 });
    expect(of("theilEpci")).toMatchObject({ value: null, undefined_because: "one-part" });
  });

  test("every measure is defined, in plain words", () => {
    expect(all.definitions).toHaveLength(MEASURES.length);
    for (const { definition, source } of all.definitions) {
      expect(definition.length).toBeGreaterThan(20);
      expect(source).not.toBe("");
    }
  });

  test("the CSV has a line per figure, the year asked once, and its numbers read back exactly", () => {
    const [header, ...lines] = writeInequalityCsv(all).trimEnd().split("\n");
    expect(lines).toHaveLength(2 * MEASURES.length + TREND_MEASURES.length);
    expect(header.split(",").slice(0, 6)).toEqual(["measure", "name", "territory", "territory_name", "year", "value"]);
    const gini = lines.find((line) => line.startsWith("gini,Gini,reg:53,Bretagne,2023,"));
    expect(Number(gini?.split(",")[5])).toBe(answer.summary.measures.gini);
  });
});
