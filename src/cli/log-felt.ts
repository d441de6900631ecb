import { readFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import type { Json } from "../core/contributions/canonical.ts";
import { FailureError } from "../core/failure.ts";
import { readAggregates, readReleases, type Told } from "../core/participation/read-told.ts";
import type { FeltAnswer } from "../engine/describe-felt.ts";
import { createEngine } from "../engine/engine.ts";
import { openNodePack } from "../platform/node/duckdb.ts";
import { formatCsv } from "./csv.ts";
import { GATHER_OPTIONS, gatherState } from "./gather-log.ts";
import { readSeries } from "./log-corrected.ts";
import { onStderr, parsePositive, percent, readTerritory } from "./territory-command.ts";
import { writeOutput } from "./write-output.ts";

/** `oasis log felt`: what is told of reports, by records or by a relay, against computed access. */
export async function felt(args: readonly string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      ...GATHER_OPTIONS,
      counts: { type: "string", multiple: true, default: [] },
      territory: { type: "string" },
      profession: { type: "string", default: "gp" },
      year: { type: "string" },
      threshold: { type: "string" },
      cut: { type: "string" },
      grid: { type: "string", default: "departement" },
      summary: { type: "string" },
    },
  });
  const territory = readTerritory(values.territory);
  const series = readSeries(values.profession, values.year);
  const threshold = values.threshold === undefined ? null : parsePositive(values.threshold, "--threshold", 1000);
  const cut = values.cut === undefined ? null : parsePositive(values.cut, "--cut", 1000);
  const { grid } = values;
  if (grid !== "departement" && grid !== "epci") {
    throw new FailureError("bad-input", { option: "--grid", text: grid, expected: "departement, epci" });
  }
  const told = values.counts.length > 0 ? await readCounts(values.counts) : await readLogs(positionals, values);
  const engine = createEngine(await openNodePack(values.data));
  const about = { territory, series, threshold, grid, cut, underCut: null, kinds: null, professions: null } as const;
  const answer = await engine.describeFelt({ ...about, ...told }, onStderr());
  await writeOutput(values.out, toCsv(answer));
  if (values.summary !== undefined) await writeOutput(values.summary, `${JSON.stringify(describe(answer), null, 2)}\n`);
  console.error(say(answer));
}

async function readLogs(files: readonly string[], options: Parameters<typeof gatherState>[1]): Promise<Told> {
  const { state, log } = await gatherState(files, options);
  return readAggregates(state, log);
}

async function readCounts(files: readonly string[]): Promise<Told> {
  const releases = await Promise.all(
    files.map(async (file): Promise<Json> => {
      const text = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
        throw new FailureError("bad-input", { file, problem: String(error.code) });
      });
      try {
        return JSON.parse(text);
      } catch {
        throw new FailureError("bad-input", { file, problem: "not JSON" });
      }
    }),
  );
  return readReleases(releases);
}

function toCsv({ areas, names, codes }: FeltAnswer): string {
  const rows = areas.map((area, i) => [
    codes[i],
    names[i],
    area.people,
    area.under,
    area.told,
    area.least,
    area.most,
    area.rate,
    area.low,
    area.high,
    area.quadrant,
    area.possible.join(" "),
  ]);
  const limits = ["reports_told", "reports_least", "reports_most", "rate_told", "rate_low", "rate_high"];
  return formatCsv(["code", "name", "population", "share_under", ...limits, "quadrant", "possible"], rows);
}

function describe({ question, threshold, cut, underCut, count, untold, heard }: FeltAnswer) {
  return {
    profession: question.series.profession,
    year: question.series.year,
    threshold,
    months: question.months,
    cut_rate: cut,
    cut_share_under: underCut,
    rate_unit: "reports for 1,000 people and a year",
    quadrants: count,
    untold,
    heard: heard.map(({ by, known, everyone, groups }) => ({ by, people_known: known, people: everyone, groups })),
    limits: LIMITS,
  };
}

function say({ areas, count, untold, question }: FeltAnswer): string {
  const everyone = areas.reduce((sum, { people }) => sum + people, 0);
  const quadrants = Object.entries(count).filter(([, { areas: n }]) => n > 0);
  const said = quadrants.map(([name, { areas: n, people }]) => `${n} ${name} (${percent(people / everyone)})`);
  return `${areas.length} areas, ${question.months.length} months: ${said.join(", ")}; nothing told of ${untold.length}`;
}

const LIMITS = [
  "Those who report chose to: rates compare areas, they do not measure need.",
  "An area of which nothing is told had no report, or too few to be told; the two cannot be told apart. Intervals hold both, and rounding.",
  "Reports are given to groups as the people of their area divide: where voices come from, not whose they are.",
] as const;
