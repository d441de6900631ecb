import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { FailureError } from "../core/failure.ts";
import { isProfession, PROFESSION_UNITS, type Profession } from "../core/professions.ts";
import { UNZONED } from "../core/zoning/cut.ts";
import { readRule, statesOf, type ZoningRule } from "../core/zoning/rule.ts";
import { SIMULATION_LABEL, tabulateAreas } from "../core/zoning/zoned-areas.ts";
import { createEngine } from "../engine/engine.ts";
import type { AccessOverrides } from "../engine/zone-areas.ts";
import type { ZoningAnswer, ZoningDecision } from "../engine/zone-territory.ts";
import { LEAST_REST, TOWN_PEOPLE } from "../engine/zoning-areas.ts";
import { openNodePack } from "../platform/node/duckdb.ts";
import { formatCsv } from "./csv.ts";
import { getColumn, idCell, quantityCell, readTable } from "./read-table.ts";
import { onStderr, parseWholeNumber, percent, readTerritory } from "./territory-command.ts";
import { writeOutput } from "./write-output.ts";

/** `oasis zoning`: the classes a dated rule would give on today's data. */
export async function zoning(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      territory: { type: "string" },
      profession: { type: "string", default: "gp" },
      rule: { type: "string" },
      year: { type: "string", default: "2023" },
      access: { type: "string" },
      decisions: { type: "string" },
      out: { type: "string", default: "-" },
      summary: { type: "string" },
      communes: { type: "string" },
      data: { type: "string", default: "data" },
    },
  });
  const territory = readTerritory(values.territory);
  const year = parseWholeNumber(values.year, "--year");
  if (!isProfession(values.profession)) throw new FailureError("unknown-profession", { text: values.profession });
  const rule = loadRule(values.rule, values.profession, values.data);
  const decisions = values.decisions === undefined ? [] : await readDecisions(values.decisions);
  const overrides = values.access === undefined ? null : await readAccess(values.access);
  const engine = createEngine(await openNodePack(values.data));
  const answer = await engine.simulateZoning({ territory, rule, year, decisions, overrides }, onStderr());
  await writeOutput(values.out, toCsv(answer));
  if (values.communes !== undefined) await writeOutput(values.communes, communesCsv(answer));
  if (values.summary !== undefined) await writeOutput(values.summary, `${JSON.stringify(describe(answer), null, 2)}\n`);
  console.error(sayHeadline(answer));
}

/** `2021` and `gp-2021` are files of the pack; anything else that ends in `.json` is a file of one's own. */
function loadRule(text: string | undefined, profession: Profession, data: string): ZoningRule {
  if (text === undefined) throw new FailureError("bad-input", { option: "--rule", reason: "required" });
  const id = /^\d{4}$/.test(text) ? `${profession}-${text}` : text;
  const file = text.endsWith(".json") ? text : join(data, "rules", `${id}.json`);
  if (!existsSync(file)) throw new FailureError("bad-input", { option: "--rule", text, problem: "no such rule" });
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(file, "utf8"));
  } catch {
    throw new FailureError("bad-input", { file, problem: "not JSON" });
  }
  const rule = readRule(json, file);
  if (rule.profession !== profession) {
    throw new FailureError("bad-input", { file, field: "profession", expected: profession });
  }
  return rule;
}

async function readDecisions(file: string): Promise<readonly ZoningDecision[]> {
  const decisions: ZoningDecision[] = [];
  await readTable(file, (header) => {
    const [area, state] = [getColumn(header, "area"), getColumn(header, "class")];
    return (cells, row) =>
      void decisions.push({ area: idCell(header, cells, area, row), state: idCell(header, cells, state, row) });
  });
  return decisions;
}

async function readAccess(file: string): Promise<AccessOverrides> {
  const codes: string[] = [];
  const values: number[] = [];
  await readTable(file, (header) => {
    const [code, value] = [getColumn(header, "code"), getColumn(header, "value")];
    return (cells, row) => {
      codes.push(idCell(header, cells, code, row));
      values.push(quantityCell(header, cells, value, row));
    };
  });
  return { codes, values: Float64Array.from(values) };
}

function toCsv({ rule, areas }: ZoningAnswer): string {
  const { header, rows } = tabulateAreas(rule, areas);
  return formatCsv(header, rows);
}

function communesCsv({ rule, codes, names, people, areaOf, areas }: ZoningAnswer): string {
  const ids = statesOf(rule).map(({ id }) => id);
  const rows = codes.map((code, row) => {
    const area = areaOf[row];
    const state = area < 0 ? UNZONED : areas.states[area];
    return [
      code,
      names[row],
      people[row],
      area < 0 ? null : areas.keys[area],
      state < 0 ? null : ids[state],
      SIMULATION_LABEL,
    ];
  });
  return formatCsv(["code", "name", "population", "area", "state", "status"], rows);
}

function describe(answer: ZoningAnswer) {
  const { rule, year, territory, counts, borders, gauges, gaugedIn, refused, peopleUnzoned } = answer;
  return {
    status: SIMULATION_LABEL,
    territory: territory.name,
    year,
    ages: rule.ages,
    unit: PROFESSION_UNITS[rule.profession],
    rule: { id: rule.id, citation: rule.citation, from: rule.from, to: rule.to },
    states: statesOf(rule).map(({ id, label }, k) => ({ id, label: label.fr, ...counts[k] })),
    people_without_class: peopleUnzoned,
    country: rule.classes.map(({ id, share, upTo, publishedUpTo }, k) => ({
      class: id,
      share: borders[k].share,
      share_of_rule: share,
      bound_of_rule: upTo,
      highest_apl: borders[k].highest,
      published_upper_bound: publishedUpTo,
    })),
    gauges_of: gaugedIn?.name ?? "France",
    gauges: gauges.map(({ gauge, used, allowed, left, balance }) => ({ ...gauge, used, allowed, left, balance })),
    refused_decisions: refused,
    limits: [...LIMITS, ...rule.limits.map(({ fr }) => fr)],
  };
}

function sayHeadline({ rule, year, territory, counts }: ZoningAnswer): string {
  const all = counts.reduce((sum, { people }) => sum + people, 0);
  const parts = statesOf(rule).flatMap(({ id }, k) =>
    counts[k].areas === 0 ? [] : [`${id} ${counts[k].areas} areas, ${percent(counts[k].people / all)} of people`],
  );
  return `${territory.name} ${rule.id} on ${year} (${SIMULATION_LABEL}): ${parts.join("; ")}`;
}

const LIMITS = [
  `Not the areas of the orders (territoires de vie-santé, bassins de vie ou cantons-ou-villes), whose composition is not at hand: bassins de vie of 2022; in those above the limit of the rule each commune of ${TOWN_PEOPLE} people or more and each arrondissement is by itself, the others are together by EPCI, parts under ${LEAST_REST} people with the largest of them.`,
  "Not the data of the orders: APL of the year asked, of which the borders differ from those published.",
  "By shares, the area astride a limit goes where most of its people are, and equal values go together: no order says so.",
  "Care needed to change class is what the area's own inhabitants would have to reach, changed alike in all its communes, the others keeping theirs; practitioners who settle also serve neighbours.",
] as const;
