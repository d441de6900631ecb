import { parseArgs } from "node:util";
import { FailureError } from "../core/failure.ts";
import { listObjectives } from "../core/participation/list-objectives.ts";
import { createEngine } from "../engine/engine.ts";
import type { ScoredObjective } from "../engine/score-objectives.ts";
import { openNodePack } from "../platform/node/duckdb.ts";
import { GATHER_OPTIONS, gatherState } from "./gather-log.ts";
import { onStderr, readTerritory } from "./territory-command.ts";
import { writeOutput } from "./write-output.ts";

/** `oasis log objectives F.dmlog…`: where each objective stands; `--draft INDICATOR --territory T`: what one would start from. */
export async function objectives(args: readonly string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { ...GATHER_OPTIONS, draft: { type: "string" }, territory: { type: "string" } },
  });
  if (values.draft !== undefined) {
    const question = { territory: readTerritory(values.territory), indicator: values.draft };
    const engine = createEngine(await openNodePack(values.data));
    const draft = await engine.draftObjective(question, onStderr());
    return writeOutput(values.out, `${JSON.stringify(draft, null, 2)}\n`);
  }
  if (positionals.length === 0) throw new FailureError("bad-input", { command: "log objectives", reason: "no file" });
  const { state, log } = await gatherState(positionals, values);
  const engine = createEngine(await openNodePack(values.data));
  const question = { objectives: listObjectives(state, log), asOf: state.asOf };
  const scored = await engine.scoreObjectives(question, onStderr());
  const said = { as_of: state.asOf, rule: RULE, objectives: scored.map(describe) };
  await writeOutput(values.out, `${JSON.stringify(said, null, 2)}\n`);
  const count = (status: string) => scored.filter((one) => one.status === status).length;
  const statuses = ["reached", "on-track", "behind", "late", "not-measurable"] as const;
  console.error(statuses.map((status) => `${count(status)} ${status}`).join(", "));
}

function describe({ objective, status, because, last, expected, progress, measures, baselineToday }: ScoredObjective) {
  const { id, scope, indicator, owner, baseline, baselineDate, release, target, deadline } = objective;
  return {
    id,
    territory: scope,
    indicator,
    owner,
    baseline,
    baseline_date: baselineDate,
    baseline_release: release,
    baseline_by_todays_data: baselineToday,
    target,
    deadline,
    status,
    because,
    last,
    expected_then: expected,
    progress,
    measures,
  };
}

const RULE =
  "A straight line leads from the baseline to the target. Reached: the last measure is at the target or beyond; on track or behind: by the line of the day of that measure; late: a measure of the deadline or later is not at the target. A yearly edition of the data stands for 31 December of its year.";
