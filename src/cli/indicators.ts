import { parseArgs } from "node:util";
import { peopleBelow } from "../core/access/distribution.ts";
import { FailureError } from "../core/failure.ts";
import {
  AGE_LIMITS,
  type AgeLimit,
  isProfession,
  PROFESSION_RULES,
  PROFESSION_UNITS,
  SERIES,
} from "../core/professions.ts";
import type { Run } from "../core/run.ts";
import { STATUSES } from "../core/status.ts";
import type { AccessAnswer, AccessSummary } from "../engine/describe-access.ts";
import { createEngine } from "../engine/engine.ts";
import { openNodePack } from "../platform/node/duckdb.ts";
import { formatCsv } from "./csv.ts";
import { readTerritory } from "./territory-command.ts";
import { writeOutput } from "./write-output.ts";

const QUIET: Run = { signal: { aborted: false }, progress: () => undefined };

/** `oasis indicators`: a published indicator per commune from the data pack, and its figures on stderr. */
export async function indicators(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      territory: { type: "string" },
      profession: { type: "string", default: "gp" },
      indicator: { type: "string", default: "official-apl" },
      year: { type: "string" },
      ages: { type: "string", default: "all" },
      out: { type: "string", default: "-" },
      summary: { type: "string" },
      data: { type: "string", default: "data" },
    },
  });
  const territory = readTerritory(values.territory);
  if (!isProfession(values.profession)) throw new FailureError("unknown-profession", { text: values.profession });
  if (values.indicator !== "official-apl") throw new FailureError("unknown-indicator", { text: values.indicator });
  const ages = AGE_LIMITS.find((limit) => limit === values.ages);
  if (!ages) throw new FailureError("bad-input", { option: "--ages", text: values.ages });
  const profession = values.profession;
  const year = parseYear(values.year, profession, ages);
  const engine = createEngine(await openNodePack(values.data));
  const answer = await engine.describeAccess({ territory, series: { profession, year, ages } }, QUIET);
  await writeOutput(values.out, toCsv(answer));
  const summary = summarise(answer);
  if (values.summary !== undefined) await writeOutput(values.summary, `${JSON.stringify(summary, null, 2)}\n`);
  console.error(describeSummary(summary));
}

function parseYear(text: string | undefined, profession: string, ages: AgeLimit): number {
  if (text === undefined) return SERIES.find((s) => s.profession === profession && s.ages === ages)?.year ?? 2023;
  const year = Number(text);
  if (!Number.isInteger(year)) throw new FailureError("bad-input", { option: "--year", text });
  return year;
}

function toCsv(answer: AccessAnswer): string {
  const { profession, year, ages } = answer.question.series;
  const vintage = ages === "all" ? String(year) : `${year} ${ages}`;
  const rows = answer.codes.map((code, i) => [
    code,
    answer.names[i],
    answer.people[i],
    answer.values[i],
    PROFESSION_UNITS[profession],
    vintage,
    STATUSES[answer.statuses[i]],
  ]);
  return formatCsv(["code", "name", "population", "value", "unit", "vintage", "status"], rows);
}

function summarise(answer: AccessAnswer) {
  const { profession } = answer.question.series;
  const rule = PROFESSION_RULES[profession];
  const threshold = rule.threshold ?? answer.nationalMean / 2;
  const counted = (column: Float64Array) => column.filter((_, i) => answer.counted[i] === 1);
  const below = peopleBelow(counted(answer.values), counted(answer.people), threshold);
  const { people, peopleWithout, mean, lowestTenth, highestTenth, areas, areasWithout } = answer.summary;
  return {
    territory: answer.summary.territory.name,
    ...answer.question.series,
    unit: PROFESSION_UNITS[profession],
    mean,
    lowest_tenth_mean: lowestTenth,
    highest_tenth_mean: highestTenth,
    threshold,
    people_below: below,
    people,
    share_below: below / people,
    people_without_value: peopleWithout,
    areas,
    areas_without_value: areasWithout,
    parents: answer.parents.map((parent: AccessSummary) => ({ territory: parent.territory.name, mean: parent.mean })),
  };
}

function describeSummary(s: ReturnType<typeof summarise>): string {
  const percent = (100 * s.share_below).toFixed(2);
  return [
    `${s.territory} ${s.profession} ${s.year} ${s.ages}: mean ${s.mean.toFixed(3)} ${s.unit} (weighted by standardised population)`,
    `lowest tenth ${s.lowest_tenth_mean.toFixed(3)}, highest ${s.highest_tenth_mean.toFixed(3)}`,
    `${Math.round(s.people_below)} of ${Math.round(s.people)} people (${percent} %) under ${s.threshold}`,
    `${Math.round(s.people_without_value)} people without a value`,
  ].join("; ");
}
