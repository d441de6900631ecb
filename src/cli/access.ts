import { parseArgs } from "node:util";
import {
  ACCESS_METHODS,
  type AccessMethod,
  type AccessQuestion,
  computeAccess,
  FLAT_DECAY,
} from "../core/access/compute-access.ts";
import { BINS, type Bins, type Decay } from "../core/access/decay.ts";
import { parseDecay } from "../core/access/decay-text.ts";
import { ACCESS_PRESETS, type AccessPreset, isPresetName } from "../core/access/presets.ts";
import { presetOf } from "../core/access/profession-presets.ts";
import { RAAM_DEFAULTS } from "../core/access/rational-agents.ts";
import type { AccessOutcome } from "../core/access/world.ts";
import { FailureError } from "../core/failure.ts";
import { PROFESSIONS } from "../core/professions.ts";
import type { Run } from "../core/run.ts";
import { STATUS_CODE } from "../core/status.ts";
import { formatCsv } from "./csv.ts";
import { readAccessWorld } from "./read-access-world.ts";
import { writeOutput } from "./write-output.ts";

const QUIET: Run = { signal: { aborted: false }, progress: () => undefined };

const OPTIONS = {
  origins: { type: "string" },
  destinations: { type: "string" },
  times: { type: "string" },
  method: { type: "string" },
  preset: { type: "string" },
  max: { type: "string" },
  decay: { type: "string" },
  bins: { type: "string" },
  demand: { type: "string" },
  "rescale-demand": { type: "boolean", default: false },
  cap: { type: "string" },
  rank: { type: "string" },
  tau: { type: "string" },
  rho: { type: "string" },
  cycles: { type: "string" },
  out: { type: "string", default: "-" },
} as const;

type Values = ReturnType<typeof parseArgs<{ options: typeof OPTIONS }>>["values"];

/** `oasis access`: access of every origin to supply, from demand, supply and travel times in CSV files. */
export async function access(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({ args: [...args], options: OPTIONS });
  const preset = choosePreset(values.preset);
  const question = askQuestion(values, preset);
  const { ids, world, notes } = await readAccessWorld({
    origins: required(values.origins, "--origins"),
    destinations: required(values.destinations, "--destinations"),
    times: required(values.times, "--times"),
    demandColumn: values.demand ?? null,
    needsDemand: ACCESS_METHODS[question.method].usesDemand,
    rescaleDemand: values["rescale-demand"],
    cap: values.cap === undefined ? null : quantity(values.cap, "--cap"),
    preset,
  });
  const outcome = computeAccess(world, question, QUIET);
  const text = formatOutcome(ids, outcome, question.method);
  await writeOutput(values.out, text);
  for (const note of [...notes, ...describeChoices(values, question, preset), ...describe(outcome, question.method)]) {
    console.error(note);
  }
}

function choosePreset(name: string | undefined): AccessPreset | null {
  if (name === undefined) return null;
  if (isPresetName(name)) return ACCESS_PRESETS[name];
  const profession = PROFESSIONS.find((p) => name === `apl-v2-${p}`);
  if (profession) return presetOf(profession);
  const names = [...Object.keys(ACCESS_PRESETS), ...PROFESSIONS.map((p) => `apl-v2-${p}`)];
  throw badOption("--preset", name, names.join(", "));
}

function askQuestion(values: Values, preset: AccessPreset | null): AccessQuestion {
  const method = chooseMethod(values.method ?? (preset ? "e2sfca" : undefined));
  const given = values.max === undefined ? (preset?.maxMinutes.value ?? null) : quantity(values.max, "--max");
  const maxMinutes = given ?? Number.POSITIVE_INFINITY;
  return {
    method,
    decay: chooseDecay(values.decay, method, maxMinutes, preset),
    catchment: { maxMinutes, bins: chooseBins(values.bins ?? preset?.bins ?? "inclusive") },
    rank: wholeNumber(values.rank, "--rank", 1),
    raam: {
      tau: values.tau === undefined ? RAAM_DEFAULTS.tau : positive(values.tau, "--tau"),
      rho: values.rho === undefined ? RAAM_DEFAULTS.rho : positive(values.rho, "--rho"),
      cycles: wholeNumber(values.cycles, "--cycles", RAAM_DEFAULTS.cycles),
    },
  };
}

function chooseMethod(text: string | undefined): AccessMethod {
  if (text !== undefined && Object.hasOwn(ACCESS_METHODS, text)) return text as AccessMethod;
  throw badOption("--method", text, Object.keys(ACCESS_METHODS).join(", "));
}

function chooseBins(text: string): Bins {
  const bins = BINS.find((b) => b === text);
  if (!bins) throw badOption("--bins", text, BINS.join(", "));
  return bins;
}

/** The decay asked for, else the preset's, else the method's own, which needs a catchment limit. */
function chooseDecay(
  text: string | undefined,
  method: AccessMethod,
  maxMinutes: number,
  preset: AccessPreset | null,
): Decay {
  const own = ACCESS_METHODS[method].decay;
  if (text !== undefined) {
    const decay = parseDecay(text, maxMinutes);
    if (own !== "none") return decay;
  } else if (preset && own !== "none") return preset.decay.value;
  if (maxMinutes === Number.POSITIVE_INFINITY && method !== "nearest" && method !== "raam") {
    throw badOption("--max", undefined, own === "none" ? "minutes" : "minutes, unless --decay is given");
  }
  if (own === "gauss") return { kind: "dai", range: maxMinutes };
  if (own !== "zones") return FLAT_DECAY;
  return { kind: "steps", bounds: [maxMinutes / 3, (2 * maxMinutes) / 3, maxMinutes], weights: [1, 0.68, 0.22] };
}

function formatOutcome(ids: readonly string[], { values, statuses }: AccessOutcome, method: AccessMethod): string {
  const rows = ids.map((id, i) => [id, statuses[i] === STATUS_CODE.unreachable && isCost(method) ? null : values[i]]);
  return formatCsv(["id", method === "nearest" ? "minutes" : "access"], rows);
}

/** Whether less is better: out of reach must then be empty, because 0 would be the best of all. */
function isCost(method: AccessMethod): boolean {
  return method === "nearest" || method === "raam";
}

function describeChoices(values: Values, question: AccessQuestion, preset: AccessPreset | null): readonly string[] {
  const notes: string[] = [];
  const own = ACCESS_METHODS[question.method].decay;
  if (own === "none" && values.decay !== undefined) {
    notes.push(`${question.method} weighs every minute alike: --decay is not used`);
  }
  if (own === "zones" && values.decay === undefined && !preset) {
    notes.push("no --decay: weights 1, 0.68, 0.22 by thirds of --max (Luo & Qi 2009)");
  }
  if (!preset) return notes;
  const parts = {
    decay: preset.decay,
    "catchment limit": preset.maxMinutes,
    supply: preset.activity,
    ages: preset.ages,
  };
  for (const [name, { published, source }] of Object.entries(parts)) {
    const said = `${source.author}${source.year === null ? "" : ` ${source.year}`}, ${source.where}`;
    notes.push(`${values.preset} ${name}: ${published ? said : `NOT PUBLISHED (${said})`}`);
  }
  return notes;
}

function describe({ statuses, zeroDemandSites }: AccessOutcome, method: AccessMethod): readonly string[] {
  const out = statuses.filter((status) => status === STATUS_CODE.unreachable).length;
  const notes: string[] = [];
  if (zeroDemandSites > 0) {
    const [lack, effect] =
      method === "raam" ? ["that nobody chooses", ""] : ["but no demand within reach", " (their ratio counts as 0)"];
    notes.push(`destinations with supply ${lack}: ${zeroDemandSites}${effect}`);
  }
  if (out > 0) {
    const effect = isCost(method) ? "left empty" : "access 0";
    notes.push(`origins with no supply within reach: ${out} of ${statuses.length} (${effect})`);
  }
  return notes;
}

function required(text: string | undefined, option: string): string {
  if (text === undefined) throw badOption(option, undefined, "a file");
  return text;
}

function quantity(text: string, option: string): number {
  const value = text.trim() === "" ? Number.NaN : Number(text);
  if (!(value >= 0 && value < Number.POSITIVE_INFINITY)) throw badOption(option, text, "a number that is not negative");
  return value;
}

function positive(text: string, option: string): number {
  const value = quantity(text, option);
  if (value === 0) throw badOption(option, text, "a positive number");
  return value;
}

function wholeNumber(text: string | undefined, option: string, otherwise: number): number {
  const value = text === undefined ? otherwise : quantity(text, option);
  if (!Number.isInteger(value) || value < 1) throw badOption(option, text, "1, 2, …");
  return value;
}

function badOption(option: string, text: string | undefined, expected: string): FailureError {
  return new FailureError("bad-input", { option, text: text === undefined ? "(none)" : text, expected });
}
