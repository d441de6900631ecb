import type { AccessAnswer, AccessSummary } from "../../../src/app/answers.ts";
import { peopleBelowGrid } from "../../../src/core/access/distribution.ts";
import { PROFESSION_RULES } from "../../../src/core/professions.ts";

const { step, domainMax } = PROFESSION_RULES.gp;

function summarise(name: string, values: readonly number[], people: readonly number[]): AccessSummary {
  return {
    territory: { kind: "region", code: "53", name, parent: null },
    year: 2023,
    mean: 3,
    lowestTenth: 1,
    highestTenth: 5,
    people: people.reduce((sum, n, i) => (Number.isNaN(values[i]) ? sum : sum + n), 0),
    peopleWithout: people.reduce((sum, n, i) => (Number.isNaN(values[i]) ? sum + n : sum), 0),
    areas: values.length,
    areasWithout: values.filter(Number.isNaN).length,
    below: peopleBelowGrid(
      Float64Array.from(values),
      Float64Array.from(people),
      step,
      Math.round(domainMax / step) + 1,
    ),
  };
}

/** Six communes: one dry, one just under 2.5, one on it, one above, one far above, one without data. */
export function sixCommunes(): AccessAnswer {
  const values = [0, 2.4999, 2.5, 3.6, 6, Number.NaN];
  const people = [100, 200, 300, 200, 150, 50];
  const summary = summarise("Six", values, people);
  return {
    question: { territory: { kind: "region", code: "53" }, series: { profession: "gp", year: 2023, ages: "all" } },
    nationalMean: 3,
    units: Uint16Array.of(10, 11, 12, 13, 14, 15),
    codes: ["35001", "35002", "35003", "35004", "35005", "35006"],
    names: ["Aride", "Presque", "Juste, ou pas", "Mieux", "Loin", "Inconnue"],
    values: Float64Array.from(values),
    statuses: Uint8Array.of(0, 0, 0, 0, 0, 1),
    people: Float64Array.from(people),
    standardised: Float64Array.from(people),
    counted: Uint8Array.of(1, 1, 1, 1, 1, 1),
    summary,
    parents: [],
    trend: [summary],
    countryTrend: new Float64Array(),
  };
}
