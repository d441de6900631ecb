import { parseArgs } from "node:util";
import { DIFFICULTY_SETS, type DifficultySet, FAR_MINUTES, SEARCH_MINUTES } from "../core/access/difficulty-sets.ts";
import { PROFESSION_UNITS } from "../core/professions.ts";
import { ESTIMATE } from "../core/travel/estimate.ts";
import type { CumulatedAnswer, CumulatedSummary } from "../engine/cumulate-difficulties.ts";
import { createEngine } from "../engine/engine.ts";
import { openNodePack } from "../platform/node/duckdb.ts";
import { formatCsv } from "./csv.ts";
import { onStderr, parsePositive, parseWholeNumber, percent, readTerritory } from "./territory-command.ts";
import { writeOutput } from "./write-output.ts";

/** `oasis cumulated`: people by number of difficulties, among three professions and among three first points of care. */
export async function cumulated(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      territory: { type: "string" },
      year: { type: "string", default: "2023" },
      "pharmacy-minutes": { type: "string", default: String(FAR_MINUTES.pharmacy) },
      "emergency-minutes": { type: "string", default: String(FAR_MINUTES.emergency) },
      out: { type: "string", default: "-" },
      summary: { type: "string" },
      data: { type: "string", default: "data" },
    },
  });
  const question = {
    territory: readTerritory(values.territory),
    year: parseWholeNumber(values.year, "--year"),
    pharmacyMinutes: parsePositive(values["pharmacy-minutes"], "--pharmacy-minutes", SEARCH_MINUTES.pharmacy),
    emergencyMinutes: parsePositive(values["emergency-minutes"], "--emergency-minutes", SEARCH_MINUTES.emergency),
  };
  const db = await openNodePack(values.data);
  const answer = await createEngine(db).cumulateDifficulties(question, onStderr());
  await writeOutput(values.out, toCsv(answer));
  if (values.summary !== undefined) await writeOutput(values.summary, `${JSON.stringify(describe(answer), null, 2)}\n`);
  console.error(sayHeadline(answer));
}

function toCsv({ codes, names, people, columns, counts }: CumulatedAnswer): string {
  const header = [
    ...["code", "name", "population", "gp", "nurse", "physio", "pharmacy_minutes", "emergency_minutes"],
    ...["professions_difficult", "first_care_difficult"],
  ];
  const rows = codes.map((code, i) => [
    code,
    names[i],
    people[i],
    columns.gp.values[i],
    columns.nurse.values[i],
    columns.physio.values[i],
    finite(columns.pharmacy.values[i]),
    finite(columns.emergency.values[i]),
    counts.professions[i],
    counts.firstCare[i],
  ]);
  return formatCsv(header, rows);
}

function finite(minutes: number): number | null {
  return Number.isFinite(minutes) ? minutes : null;
}

function describe({ question, columns, summary, parents }: CumulatedAnswer) {
  return {
    year: question.year,
    difficulties: {
      gp: { under: columns.gp.limit, unit: PROFESSION_UNITS.gp },
      nurse: { under: columns.nurse.limit, unit: PROFESSION_UNITS.nurse },
      physio: { under: columns.physio.limit, unit: PROFESSION_UNITS.physio },
      pharmacy: { over: columns.pharmacy.limit, unit: "estimated minutes by car", counts: "BPE 2024 D307, pharmacies" },
      emergency: {
        over: columns.emergency.limit,
        unit: "estimated minutes by car",
        counts: "BPE 2024 D106, emergency departments; no mobile units (SMUR), helicopters or GPs on call (MCS)",
      },
    },
    ...figures(summary),
    parents: parents.map(figures),
    published: PUBLISHED,
    times: { kind: "estimate", ...ESTIMATE },
    limits: LIMITS,
  };
}

function figures({ territory, byCount, without, alone }: CumulatedSummary) {
  const set = (name: DifficultySet) => {
    const people = byCount[name].reduce((a, b) => a + b, 0);
    return {
      people,
      people_not_known: without[name],
      people_by_difficulties: Array.from(byCount[name]),
      share_with_all: byCount[name][DIFFICULTY_SETS[name].length] / people,
      share_with_each: Object.fromEntries(DIFFICULTY_SETS[name].map((id, k) => [id, alone[name][k] / people])),
    };
  };
  return { territory: territory.name, professions: set("professions"), first_care: set("firstCare") };
}

function sayHeadline({ question, summary }: CumulatedAnswer): string {
  const { territory, professions, first_care } = figures(summary);
  const count = (name: typeof professions) => name.people_by_difficulties[name.people_by_difficulties.length - 1];
  return [
    `${territory} ${question.year}: ${Math.round(count(professions))} people (${percent(professions.share_with_all)}) short of GPs, nurses and physiotherapists at once`,
    `${Math.round(count(first_care))} (${percent(first_care.share_with_all)}) short of GPs and, by estimated minutes, far from a pharmacy and an emergency department`,
  ].join("; ");
}

/** What DREES counted, with other years, thresholds and minutes: to be read beside, not compared to the digit. */
const PUBLISHED = {
  professions: { share_with_all: 0.045, source: "DREES, Études et résultats 1100, January 2019, year 2017" },
  first_care: {
    share_with_all: 0.005,
    share_with_each: { gp: 0.08, pharmacy: 0.024, emergency: 0.06 },
    source:
      "DREES, Dossier 17, May 2017: GPs under 2.5, pharmacy beyond 10 min, emergency department beyond 30 min by road",
  },
} as const;

const LIMITS = [
  "Thresholds of nurses and physiotherapists are the lowest class limits of the zoning orders, not those of the DREES study.",
  "Minutes are estimated from straight lines between centres. A facility of the commune itself counts 0 minutes, however far across it.",
  "Estimated minutes are short, free-flowing and without detours: fewer people come out beyond a limit than DREES found.",
  "Paris, Lyon and Marseille are one place each: their arrondissements share their minutes.",
] as const;
