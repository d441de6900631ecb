import { parseArgs } from "node:util";
import { THRESHOLD_RULES, VERDICTS } from "../core/access/robustness.ts";
import { FailureError } from "../core/failure.ts";
import { PROFESSION_UNITS } from "../core/professions.ts";
import { ESTIMATE } from "../core/travel/estimate.ts";
import type { RobustnessAnswer, RobustnessSummary } from "../engine/assess-robustness.ts";
import { createEngine } from "../engine/engine.ts";
import { openNodePack } from "../platform/node/duckdb.ts";
import { formatCsv } from "./csv.ts";
import { onStderr, parseWholeNumber, percent, readTerritory } from "./territory-command.ts";
import { writeOutput } from "./write-output.ts";

/** `oasis robustness`: whether a commune is under the threshold whatever the way access to GPs is measured. */
export async function robustness(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      territory: { type: "string" },
      year: { type: "string", default: "2023" },
      threshold: { type: "string", default: "same-share" },
      out: { type: "string", default: "-" },
      summary: { type: "string" },
      data: { type: "string", default: "data" },
    },
  });
  const territory = readTerritory(values.territory);
  const year = parseWholeNumber(values.year, "--year");
  const rule = THRESHOLD_RULES.find((name) => name === values.threshold);
  if (!rule) {
    const expected = THRESHOLD_RULES.join(" or ");
    throw new FailureError("bad-input", { option: "--threshold", text: values.threshold, expected });
  }
  const db = await openNodePack(values.data);
  const answer = await createEngine(db).assessRobustness({ territory, year, rule }, onStderr());
  await writeOutput(values.out, toCsv(answer));
  if (values.summary !== undefined) await writeOutput(values.summary, `${JSON.stringify(describe(answer), null, 2)}\n`);
  console.error(sayHeadline(answer));
}

function toCsv({ codes, names, people, judgement, variants }: RobustnessAnswer): string {
  const header = [
    "code",
    "name",
    "population",
    "variants_under",
    "variants",
    "verdict",
    ...variants.map((v) => v.variant.id),
  ];
  const rows = codes.map((code, i) => [
    code,
    names[i],
    people[i],
    judgement.count[i],
    judgement.known[i],
    VERDICTS[judgement.verdicts[i]],
    ...variants.map((v) => v.values[i]),
  ]);
  return formatCsv(header, rows);
}

function describe({ question, variants, summary, parents }: RobustnessAnswer) {
  return {
    year: question.year,
    threshold_rule: question.rule,
    ...figures(summary),
    parents: parents.map(figures),
    variants: variants.map(({ variant, threshold, peopleUnder, peopleFlipped }) => ({
      id: variant.id,
      name: variant.name,
      kind: variant.kind,
      unit: variant.kind === "official" ? PROFESSION_UNITS.gp : "places of practice/100,000 standardised inhabitants",
      parameters: variant.kind === "official" ? { ages: variant.ages } : { decay: variant.decay, ...variant.catchment },
      source: variant.source,
      every_parameter_published: variant.published,
      threshold,
      people_under: peopleUnder,
      people_flipped_from_official: peopleFlipped,
    })),
    times: { kind: "estimate", ...ESTIMATE },
    limits: LIMITS,
  };
}

function figures({ territory, byCount, byCountOfficial, byCountEstimate, unjudged }: RobustnessSummary) {
  const people = byCount.reduce((a, b) => a + b, 0);
  const always = byCount[byCount.length - 1];
  const sides = (counts: Float64Array) => counts.slice(1, -1).reduce((a, b) => a + b, 0);
  return {
    territory: territory.name,
    people,
    people_unjudged: unjudged,
    people_always: always,
    people_never: byCount[0],
    people_depends: sides(byCount),
    share_depends: sides(byCount) / people,
    share_depends_among_official: sides(byCountOfficial) / people,
    share_depends_among_estimates: sides(byCountEstimate) / people,
    people_by_variants_under: Array.from(byCount),
  };
}

function sayHeadline({ question, summary, variants }: RobustnessAnswer): string {
  const { territory, people, people_always, people_never, share_depends, people_unjudged } = figures(summary);
  return [
    `${territory} gp ${question.year}, ${variants.length} ways to measure access (${question.rule}): ${Math.round(people)} people`,
    `${percent(people_always / people)} under in all, ${percent(people_never / people)} in none, ${percent(share_depends)} where it depends`,
    `${Math.round(people_unjudged)} people not judged; ways other than the official ones are estimates`,
  ].join("; ");
}

const LIMITS = [
  "Estimates count places of practice of 2024 (BPE D265), not activity: a place open one day a week counts like a full one.",
  "Minutes are estimated from straight lines between centres; they know no river, relief, motorway or congestion.",
  "Paris, Lyon and Marseille are one place each: their arrondissements share one estimate.",
  "Communes without an official value (Corsica in 2023, Mayotte, overseas collectivities) are not judged.",
  "Variants share supply, demand and minutes: they agree more than independent studies would.",
] as const;
