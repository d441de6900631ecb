import { parseArgs } from "node:util";
import { NO_CLASS } from "../core/classify/bivariate-classes.ts";
import { FailureError } from "../core/failure.ts";
import { PROFESSION_UNITS } from "../core/professions.ts";
import { crossIncome, type IncomeCrossAnswer } from "../engine/cross-income.ts";
import { loadNationalFrame } from "../engine/national-frame.ts";
import { REFERENCES } from "../engine/reference.ts";
import { createSpatialSources } from "../engine/spatial-sources.ts";
import { openNodePack } from "../platform/node/duckdb.ts";
import { formatCsv } from "./csv.ts";
import { readSeries } from "./read-series.ts";
import { onStderr, percent, readTerritory } from "./territory-command.ts";
import { writeOutput } from "./write-output.ts";

/** `oasis crossed`: official access by median income, each in thirds of people. */
export async function crossed(args: readonly string[]): Promise<void> {
  const { values: options } = parseArgs({
    args: [...args],
    options: {
      territory: { type: "string" },
      profession: { type: "string" },
      year: { type: "string" },
      ages: { type: "string" },
      reference: { type: "string", default: "country" },
      out: { type: "string", default: "-" },
      summary: { type: "string" },
      data: { type: "string", default: "data" },
    },
  });
  const territory = readTerritory(options.territory);
  const column = readSeries(options);
  const reference = REFERENCES.find((name) => name === options.reference);
  if (!reference) {
    const expected = REFERENCES.join(" or ");
    throw new FailureError("bad-input", { option: "--reference", text: options.reference, expected });
  }
  const db = await openNodePack(options.data);
  const sources = createSpatialSources(db, await loadNationalFrame(db));
  const answer = await crossIncome(sources, { territory, column, reference }, onStderr());
  await writeOutput(options.out, toCsv(answer));
  const people = Array.from(answer.peopleByClass);
  const known = people.reduce((a, b) => a + b, 0);
  const summary = {
    ...column,
    unit: PROFESSION_UNITS[column.profession],
    territory: answer.territory.name,
    reference,
    access_limits: answer.limits[0],
    income_limits: answer.limits[1],
    people_by_class: [people.slice(0, 3), people.slice(3, 6), people.slice(6)],
    people_without: answer.peopleWithout,
  };
  if (options.summary !== undefined) await writeOutput(options.summary, `${JSON.stringify(summary, null, 2)}\n`);
  console.error(
    `${answer.territory.name} ${column.profession} ${column.year}: ${percent(people[0] / known)} of people in the lowest third of access and of income, ${percent(people[8] / known)} in the highest of both; ${Math.round(answer.peopleWithout)} people without one of the two`,
  );
}

function toCsv({ codes, names, people, values, income, classes }: IncomeCrossAnswer): string {
  const third = (i: number, part: number) => (classes[i] === NO_CLASS ? null : part + 1);
  const rows = codes.map((code, i) => [
    code,
    names[i],
    people[i],
    values[i],
    income[i],
    third(i, Math.floor(classes[i] / 3)),
    third(i, classes[i] % 3),
  ]);
  return formatCsv(["code", "name", "population", "value", "median_income", "access_third", "income_third"], rows);
}
