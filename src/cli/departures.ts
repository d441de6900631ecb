import { parseArgs } from "node:util";
import { LEFT_OUT, NEVER_UNDER } from "../core/access/departures.ts";
import { PROFESSION_UNITS } from "../core/professions.ts";
import type { DeparturesAnswer, DeparturesSummary } from "../engine/describe-departures.ts";
import { createEngine } from "../engine/engine.ts";
import { openNodePack } from "../platform/node/duckdb.ts";
import { formatCsv } from "./csv.ts";
import { onStderr, parsePositive, parseWholeNumber, percent, readTerritory } from "./territory-command.ts";
import { writeOutput } from "./write-output.ts";

const HIGHEST_THRESHOLD = 100;

/** `oasis departures`: who falls under the threshold once GPs over 65, then over 62, have left. */
export async function departures(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      territory: { type: "string" },
      year: { type: "string", default: "2022" },
      threshold: { type: "string", default: "2.5" },
      out: { type: "string", default: "-" },
      summary: { type: "string" },
      data: { type: "string", default: "data" },
    },
  });
  const territory = readTerritory(values.territory);
  const year = parseWholeNumber(values.year, "--year");
  const threshold = parsePositive(values.threshold, "--threshold", HIGHEST_THRESHOLD);
  const db = await openNodePack(values.data);
  const answer = await createEngine(db).describeDepartures({ territory, year, threshold }, onStderr());
  await writeOutput(values.out, toCsv(answer));
  if (values.summary !== undefined) await writeOutput(values.summary, `${JSON.stringify(describe(answer), null, 2)}\n`);
  console.error(sayHeadline(answer));
}

function toCsv({ codes, names, people, ages, series, firstUnder, inconsistentAt }: DeparturesAnswer): string {
  const said = (code: number) => (code === NEVER_UNDER ? "never" : code === LEFT_OUT ? null : ages[code]);
  const rows = codes.map((code, i) => [
    code,
    names[i],
    people[i],
    ...series.map((column) => column[i]),
    said(firstUnder[i]),
    inconsistentAt[i] > 0 ? ages[inconsistentAt[i]] : null,
  ]);
  return formatCsv(["code", "name", "population", ...ages, "first_under", "inconsistent_at"], rows);
}

function describe({ question, ages, summary, parents }: DeparturesAnswer) {
  return {
    year: question.year,
    threshold: question.threshold,
    unit: PROFESSION_UNITS.gp,
    ...figures(summary, ages),
    parents: parents.map((parent) => figures(parent, ages)),
    limits: LIMITS,
  };
}

function figures({ territory, people, peopleUnder, steps }: DeparturesSummary, ages: DeparturesAnswer["ages"]) {
  return {
    territory: territory.name,
    people,
    people_under: peopleUnder,
    steps: steps.map((step, k) => ({
      from: ages[k],
      to: ages[k + 1],
      people_falling: step.people,
      areas_falling: step.areas,
      people_left_out_inconsistent: step.inconsistentPeople,
      areas_left_out_inconsistent: step.inconsistentAreas,
      people_left_out_missing: step.missingPeople,
      areas_left_out_missing: step.missingAreas,
      areas_inconsistent_under_or_not: step.inconsistentEverywhere,
    })),
  };
}

function sayHeadline({ question, ages, summary }: DeparturesAnswer): string {
  const { territory, people, people_under, steps } = figures(summary, ages);
  const share = (n: number) => `${Math.round(n)} people (${percent(n / people)})`;
  return [
    `${territory} gp ${question.year}: ${share(people_under)} under ${question.threshold} with every practitioner`,
    ...steps.map(
      (s) =>
        `${share(s.people_falling)} more with ${s.to} alone, ${Math.round(s.people_left_out_inconsistent)} left out (${s.areas_left_out_inconsistent} inconsistent communes)`,
    ),
  ].join("; ");
}

const LIMITS = [
  "Nobody replaces those who leave and nobody else works more: what would be missing, not a forecast.",
  "Up to 62 exists for 2022 alone and comes from another publication than up to 65, whose values differ by 0.014 in the median: a commune where it is above up to 65 is left out of that step, and the others carry the same doubt.",
  "Communes without a value for a series are left out from that step on.",
] as const;
