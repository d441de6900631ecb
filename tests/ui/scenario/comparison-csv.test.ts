import { expect, it } from "vitest";
import type { NamedComparison } from "../../../src/app/scenario-effects.ts";
import { getFormats } from "../../../src/i18n/format.ts";
import { fr } from "../../../src/i18n/fr.ts";
import { writeComparisonCsv } from "../../../src/ui/scenario/comparison-csv.ts";
import { listFigures, listTenths } from "../../../src/ui/scenario/list-figures.ts";

const figures = (peopleUnder: number, low: number) => ({
  people: 1000,
  peopleUnder,
  mean: 3,
  gini: { because: "nobody" },
  tenthRatio: 4,
  tenths: Float64Array.of(low, 2, 2, 2, 3, 3, 3, 4, 4, 4),
  incomeFifths: [],
});
const answer = (title: string, under: number, gains: number) => ({
  question: {
    baseline: "recomputed",
    scenario: {
      title,
      territory: { kind: "departement", code: "22" },
      series: { profession: "gp", year: 2023, ages: "all" },
    },
  },
  threshold: 2.5,
  figures: { before: figures(500, 1), after: figures(under, 1.5) },
  gains: { people: gains },
  losses: { people: 0 },
});

it("a line per figure, today then each scenario, at full precision; what is not defined is empty", () => {
  const compared = {
    ids: ["a", "b"],
    scenarios: [answer("Un, ou deux", 400.25, 10), answer("Deux", 300, 20)],
    peopleBestServed: [7, 9],
  } as unknown as NamedComparison;
  const f = getFormats("fr");
  const [name, text] = writeComparisonCsv(compared, [...listFigures("gp", 2.5, f, fr), ...listTenths("gp", f, fr)]);
  expect(name).toBe("oasis-scenarios-gp-2023-dep-22.csv");
  const lines = text.trimEnd().split("\n");
  const basis = "recomputed,consultations/year/standardised inhabitant,2023,2.5";
  expect(lines[0]).toBe('figure,basis,unit,year,threshold,today,"Un, ou deux",Deux');
  expect(lines[1]).toBe(`under,${basis},500,400.25,300`);
  expect(lines[3]).toBe(`gini,${basis},,,`);
  expect(lines).toContain(`tenth-1,${basis},1,1.5,1.5`);
  expect(lines.slice(-3)).toEqual([
    `people-gaining,${basis},,10,20`,
    `people-losing,${basis},,0,0`,
    `people-best-served,${basis},,7,9`,
  ]);
  expect(lines).toHaveLength(1 + 4 + 11 + 3);
});
