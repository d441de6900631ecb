import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { parseCatalogue } from "../core/catalogue.ts";
import { FailureError } from "../core/failure.ts";
import { compareSeals } from "../core/scenario/compare-seals.ts";
import { formatScenario, parseScenario, type Scenario } from "../core/scenario/document.ts";
import { type EditLog, forkLog, startLog } from "../core/scenario/edit-log.ts";
import { traceHistory } from "../core/scenario/history.ts";
import { mergeScenarios } from "../core/scenario/merge-scenarios.ts";
import { replayEdits } from "../core/scenario/replay-edits.ts";
import { BASELINES } from "../engine/apply-scenario.ts";
import { createEngine } from "../engine/engine.ts";
import { SCENARIO_ENGINE } from "../engine/scenario-hash.ts";
import { openNodePack } from "../platform/node/duckdb.ts";
import { sayScenario, scenarioCsv, summariseScenario, withoutCarCsv } from "./describe-scenario.ts";
import { onStderr } from "./territory-command.ts";
import { writeOutput } from "./write-output.ts";

const ACTIONS: Readonly<Record<string, (args: readonly string[]) => Promise<void>>> = { apply, edit, merge, compare };

/** `oasis scenario apply | edit | merge | compare`. */
export async function scenario(args: readonly string[]): Promise<void> {
  const [action, ...rest] = args;
  const act = action !== undefined && Object.hasOwn(ACTIONS, action) ? ACTIONS[action] : undefined;
  if (!act) throw new FailureError("bad-input", { command: "scenario", expected: Object.keys(ACTIONS).join(", ") });
  await act(rest);
}

/** Applies one file; says whether the result is the one it was kept with. */
async function apply(args: readonly string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      out: { type: "string", default: "-" },
      summary: { type: "string" },
      save: { type: "string" },
      "without-car": { type: "string" },
      baseline: { type: "string", default: "official" },
      data: { type: "string", default: "data" },
    },
  });
  const [file] = takeFiles(positionals, 1, 1);
  const baseline = readBaseline(values.baseline);
  const asked = await readScenarioFile(file);
  const release = await readRelease(values.data);
  const engine = createEngine(await openNodePack(values.data));
  const answer = await engine.applyScenario({ scenario: asked, baseline }, onStderr());
  const json = () => `${JSON.stringify(summariseScenario(answer, release), null, 2)}\n`;
  await writeOutput(values.out, values.out.endsWith(".json") ? json() : scenarioCsv(answer));
  if (values.summary !== undefined) await writeOutput(values.summary, json());
  const apart = values["without-car"];
  if (apart !== undefined) await writeOutput(apart, withoutCarCsv(answer));
  const computed = { dataRelease: release, engineVersion: SCENARIO_ENGINE, resultHash: answer.resultHash };
  if (values.save !== undefined) await writeOutput(values.save, formatScenario({ ...asked, computed }));
  console.error([sayScenario(answer), ...sayRecorded(asked, computed, baseline)].join("; "));
}

/** Another scenario from a file and a list of edits; the file stays as it is and can be the base of a merge. */
async function edit(args: readonly string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { edits: { type: "string" }, title: { type: "string" }, out: { type: "string", default: "-" } },
  });
  const [file] = takeFiles(positionals, 1, 1);
  const asked = await readScenarioFile(file);
  const log = startLog(asked.changes);
  const edited = values.edits === undefined ? log : await replayFile(log, values.edits);
  const title = values.title ?? asked.title;
  const history = traceHistory(asked.history ?? [], edited);
  await writeOutput(
    values.out,
    formatScenario({ ...asked, title, changes: forkLog(edited).base, computed: null, history }),
  );
}

async function replayFile(log: EditLog, file: string): Promise<EditLog> {
  const text = await readText(file);
  try {
    return replayEdits(log, JSON.parse(text));
  } catch (error) {
    if (error instanceof FailureError) throw new FailureError(error.failure.code, { file, ...error.failure.params });
    if (error instanceof SyntaxError) throw new FailureError("bad-input", { file, problem: error.message });
    throw error;
  }
}

/** Three files into one; where two people changed the same differently, nothing is written and the conflicts are said. */
async function merge(args: readonly string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      out: { type: "string", default: "-" },
      conflicts: { type: "string" },
      title: { type: "string" },
    },
  });
  const files = takeFiles(positionals, 3, 3);
  const [ours, theirs, base] = await Promise.all(files.map(readScenarioFile));
  const retitle = (own: Scenario) => (values.title === undefined ? own : { ...own, title: values.title });
  const merged = mergeScenarios(retitle(base), retitle(ours), retitle(theirs));
  if (values.conflicts !== undefined) {
    await writeOutput(values.conflicts, `${JSON.stringify(merged.conflicts, null, 2)}\n`);
  }
  if (merged.conflicts.length > 0) {
    const subjects = merged.conflicts.map(({ subject }) => subject).join("; ");
    throw new FailureError("bad-input", { conflicts: merged.conflicts.length, subjects });
  }
  await writeOutput(values.out, formatScenario(merged.scenario));
}

/** Two to four files of one territory, series and model: one table of figures. */
async function compare(args: readonly string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      out: { type: "string", default: "-" },
      baseline: { type: "string", default: "official" },
      data: { type: "string", default: "data" },
    },
  });
  const files = takeFiles(positionals, 2, 4);
  const baseline = readBaseline(values.baseline);
  const asked = await Promise.all(files.map(readScenarioFile));
  const release = await readRelease(values.data);
  const engine = createEngine(await openNodePack(values.data));
  const questions = asked.map((own) => ({ scenario: own, baseline }));
  const { scenarios, peopleBestServed } = await engine.compareScenarios(questions, onStderr());
  const table = scenarios.map((answer, k) => ({
    file: files[k],
    ...summariseScenario(answer, release),
    people_best_served: peopleBestServed[k],
  }));
  await writeOutput(values.out, `${JSON.stringify({ scenarios: table }, null, 2)}\n`);
  for (const answer of scenarios) console.error(sayScenario(answer));
}

function takeFiles(positionals: readonly string[], least: number, most: number): readonly string[] {
  if (positionals.length >= least && positionals.length <= most) return positionals;
  const expected =
    least === most ? `${least} scenario file${least > 1 ? "s" : ""}` : `${least} to ${most} scenario files`;
  throw new FailureError("bad-input", { files: positionals.length, expected });
}

function readBaseline(text: string) {
  const found = BASELINES.find((name) => name === text);
  if (!found) throw new FailureError("bad-input", { option: "--baseline", text, expected: BASELINES.join(", ") });
  return found;
}

async function readScenarioFile(file: string): Promise<Scenario> {
  return parseScenario(await readText(file), file);
}

async function readRelease(folder: string): Promise<string> {
  const file = join(folder, "catalogue.json");
  return parseCatalogue(await readText(file), file).release;
}

function readText(file: string): Promise<string> {
  return readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    throw new FailureError("bad-input", {
      file,
      problem: error.code === "ENOENT" ? "no such file" : String(error.code),
    });
  });
}

/** Whether the result is the one the file was kept with, and if not, what else differs. */
function sayRecorded(
  { computed: kept }: Scenario,
  now: NonNullable<Scenario["computed"]>,
  baseline: string,
): readonly string[] {
  if (!kept || baseline !== "official") return [];
  const { isSame, differs } = compareSeals(kept, now);
  if (isSame) return ["the result the file was kept with"];
  const why = differs.map(({ part, before, now: today }) => `${part} ${before} then, ${today} now`);
  return [`NOT the result the file was kept with${why.length > 0 ? ` (${why.join(", ")})` : ""}`];
}
