import { parseArgs } from "node:util";
import { FailureError } from "../core/failure.ts";
import { type ClaimedCorrection, listCorrections } from "../core/participation/list-corrections.ts";
import {
  getSeries,
  isProfession,
  nearestSeries,
  PROFESSION_UNITS,
  PROFESSIONS,
  type Series,
} from "../core/professions.ts";
import { STATUSES } from "../core/status.ts";
import type { CorrectedAnswer } from "../engine/corrected-access.ts";
import { createEngine } from "../engine/engine.ts";
import { openNodePack } from "../platform/node/duckdb.ts";
import { formatCsv } from "./csv.ts";
import { GATHER_OPTIONS, gatherState } from "./gather-log.ts";
import { onStderr, parsePositive, parseWholeNumber, percent, readTerritory } from "./territory-command.ts";
import { writeOutput } from "./write-output.ts";

/** `oasis log corrected`: official access beside what it would be with the corrections of a log. */
export async function corrected(args: readonly string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      ...GATHER_OPTIONS,
      log: { type: "string", multiple: true, default: [] },
      territory: { type: "string" },
      profession: { type: "string", default: "gp" },
      year: { type: "string" },
      threshold: { type: "string" },
      corroborated: { type: "boolean", default: false },
      summary: { type: "string" },
    },
  });
  const territory = readTerritory(values.territory);
  const series = readSeries(values.profession, values.year);
  const threshold = values.threshold === undefined ? null : parsePositive(values.threshold, "--threshold", 1000);
  const { state, log } = await gatherState([...positionals, ...values.log], values);
  const corrections = listCorrections(state, log);
  const engine = createEngine(await openNodePack(values.data));
  const question = { territory, series, threshold, corrections, withCorroborated: values.corroborated };
  const answer = await engine.describeCorrected(question, onStderr());
  await writeOutput(values.out, toCsv(answer));
  const summary = () => `${JSON.stringify(summarise(answer, corrections), null, 2)}\n`;
  if (values.summary !== undefined) await writeOutput(values.summary, summary());
  console.error(say(answer));
}

/** Throws `unknown-profession`, `unknown-series`. */
export function readSeries(profession: string, year: string | undefined): Series {
  if (!isProfession(profession)) {
    throw new FailureError("unknown-profession", { text: profession, expected: PROFESSIONS.join(", ") });
  }
  return year === undefined
    ? nearestSeries(profession, 9999, "all")
    : getSeries(profession, parseWholeNumber(year, "--year"), "all");
}

function toCsv({ codes, names, people, official, corrected: values, statuses }: CorrectedAnswer): string {
  const rows = codes.map((code, i) => [
    code,
    names[i],
    people[i],
    official[i],
    values[i],
    values[i] - official[i],
    STATUSES[statuses[i]],
  ]);
  return formatCsv(["code", "name", "population", "official", "corrected", "difference", "status"], rows);
}

function summarise(answer: CorrectedAnswer, corrections: readonly ClaimedCorrection[]) {
  const { question, figures, threshold, territory } = answer;
  const said = new Map(corrections.map((one) => [one.id, one]));
  const side = (name: "official" | "corrected") => ({
    mean: figures[name].mean,
    people_under: figures[name].peopleUnder,
    people: figures[name].people,
  });
  return {
    territory: territory.name,
    profession: question.series.profession,
    year: question.series.year,
    unit: PROFESSION_UNITS[question.series.profession],
    threshold,
    official: side("official"),
    corrected: side("corrected"),
    places_of_practice: answer.places,
    supply_per_place: answer.perPlace,
    applied: answer.applied.map(({ id, commune, field, old, new: replaced, state, effect }) => ({
      id,
      row: commune,
      field,
      old,
      new: replaced,
      state,
      effect,
    })),
    ignored: answer.ignored.map(({ id, why, official }) => {
      const { row, field, old, new: replaced } = said.get(id)!;
      return { id, row, field, old, new: replaced, why, official };
    }),
    minutes: answer.minutes.map(({ facility, codes, names, people, official, corrected: values }) => ({
      facility,
      areas: codes.map((code, i) => ({
        code,
        name: names[i],
        people: people[i],
        official: finite(official[i]),
        corrected: finite(values[i]),
      })),
    })),
    limits: LIMITS,
  };
}

/** null: none within the minutes looked for. */
function finite(minutes: number): number | null {
  return Number.isFinite(minutes) ? minutes : null;
}

function say({ question, territory, figures, applied, ignored, threshold }: CorrectedAnswer): string {
  const share = ({ peopleUnder, people }: CorrectedAnswer["figures"]["official"]) =>
    `${Math.round(peopleUnder)} people (${percent(peopleUnder / people)})`;
  const { profession, year } = question.series;
  return [
    `${territory.name} ${profession} ${year}: ${share(figures.official)} under ${threshold} as published`,
    `${share(figures.corrected)} with ${applied.length} corrections, ${ignored.length} left out`,
  ].join("; ");
}

const LIMITS = [
  "The official values stay; a correction adds to them what a place of practice with the mean activity of the profession brings or takes away.",
  "The official indicator counts activity, not places: where it had already lost a practitioner the count still had, the loss is taken twice.",
] as const;
