import { parseArgs } from "node:util";
import { FailureError } from "../core/failure.ts";
import { listObjectives } from "../core/participation/list-objectives.ts";
import { writeMinutes } from "../core/participation/minutes.ts";
import { suggestAgenda } from "../core/participation/suggest-agenda.ts";
import { createEngine } from "../engine/engine.ts";
import { openNodePack } from "../platform/node/duckdb.ts";
import { GATHER_OPTIONS, gatherState } from "./gather-log.ts";
import { formatMinutes, MINUTES_WORDS, type MinutesLanguage } from "./minutes-text.ts";
import { onStderr, readTerritory } from "./territory-command.ts";
import { writeOutput } from "./write-output.ts";

/** `oasis log minutes`: what a committee asked, said and decided, and what the data and the log put on its agenda. */
export async function minutes(args: readonly string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      ...GATHER_OPTIONS,
      consultation: { type: "string" },
      lang: { type: "string", default: "fr" },
      format: { type: "string", default: "md" },
      territory: { type: "string" },
    },
  });
  if (!Object.hasOwn(MINUTES_WORDS, values.lang)) {
    throw new FailureError("bad-input", { option: "--lang", text: values.lang, expected: "fr, en" });
  }
  if (values.format !== "md" && values.format !== "json") {
    throw new FailureError("bad-input", { option: "--format", text: values.format, expected: "md, json" });
  }
  const territory = values.territory === undefined ? null : readTerritory(values.territory);
  const { state, log } = await gatherState(positionals, values);
  const { consultation = null } = values;
  if (consultation !== null && !state.consultations.some(({ id }) => id === consultation)) {
    throw new FailureError("bad-input", { option: "--consultation", text: consultation, problem: "not in the log" });
  }
  const engine = createEngine(await openNodePack(values.data));
  const run = onStderr();
  const scored = await engine.scoreObjectives({ objectives: listObjectives(state, log), asOf: state.asOf }, run);
  const worse =
    territory === null ? null : await engine.listWorsened({ territory, profession: "gp", threshold: null }, run);
  const statuses = new Map(scored.map(({ objective, status }) => [objective.id, status]));
  const agenda = suggestAgenda(state, log, { statuses, worsened: worse?.areas ?? [] });
  const written = writeMinutes(state, log, consultation);
  const text =
    values.format === "md"
      ? formatMinutes(written, agenda, values.lang as MinutesLanguage)
      : `${JSON.stringify({ ...written, agenda }, null, 2)}\n`;
  await writeOutput(values.out, text);
}
