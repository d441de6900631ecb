import type { AccessMethod } from "../access/compute-access.ts";
import type { Bins, Decay } from "../access/decay.ts";
import { BINS } from "../access/decay.ts";
import { formatDecay, parseDecay } from "../access/decay-text.ts";
import { MODEL_LIMITS } from "../access/model.ts";
import { FailureError } from "../failure.ts";
import { AGE_LIMITS, PROFESSIONS, type Series } from "../professions.ts";
import { formatTerritory, parseTerritory, type Territory } from "../territory.ts";
import type { Change } from "./change.ts";
import { type FieldFault, FieldReader } from "./field-reader.ts";
import { MOST_STATES } from "./history.ts";
import { CHANGE_LIMITS, readChanges } from "./read-change.ts";

export const SCENARIO_FORMAT = "oasis-scenario";
/** Of the form of the file. A file of a later one is refused; nothing is guessed. */
export const SCENARIO_VERSION = 1;

/** Methods in which access is linear in supply while demand stays: what a change brings can be added to any baseline. */
export const LINEAR_METHODS = ["2sfca", "e2sfca", "kd2sfca"] as const satisfies readonly AccessMethod[];

/** How what a change brings is spread among people. */
export interface ScenarioModel {
  readonly method: (typeof LINEAR_METHODS)[number];
  readonly decay: Decay;
  /** Minutes. */
  readonly maxMinutes: number;
  readonly bins: Bins;
  readonly demand: "standardised" | "people";
}

/** A scenario as it is kept: what is asked, and what it was computed with. */
export interface Scenario {
  readonly title: string;
  readonly territory: Territory;
  readonly series: Series;
  /** In the unit of the series; null: the profession's own. */
  readonly threshold: number | null;
  /** Null: the profession's preset. */
  readonly model: ScenarioModel | null;
  readonly changes: readonly Change[];
  /** Null in a scenario never computed. */
  readonly computed: ScenarioSeal | null;
  /** Names of the states it went through, the oldest first (history.ts); absent where nobody kept them. */
  readonly history?: readonly string[];
}

/** What a result was computed with: the same three, the same figures. */
export interface ScenarioSeal {
  /** Release of the data pack. */
  readonly dataRelease: string;
  readonly engineVersion: string;
  /** SHA-256, hexadecimal, of the rounded result columns. */
  readonly resultHash: string;
}

const HASH = /^[0-9a-f]{64}$/;

/** Characters of a file; a thousand changes with every stop fill less. */
const LONGEST_FILE = 4_000_000;
export const LONGEST_TITLE = 200;

/**
 * Reads a file. Throws `bad-input` naming the file and the field, and for changes their index and id, on anything that is not
 * exactly the format: a later version, a missing or unknown field, a value out of bounds.
 */
export function parseScenario(text: string, file: string): Scenario {
  if (text.length > LONGEST_FILE) {
    throw new FailureError("bad-input", { file, problem: `more than ${LONGEST_FILE} characters` });
  }
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw new FailureError("bad-input", { file, problem: error instanceof Error ? error.message : "not JSON" });
  }
  try {
    return readScenario(json);
  } catch (error) {
    if (!(error instanceof FailureError)) throw error;
    throw new FailureError(error.failure.code, { file, ...error.failure.params });
  }
}

/** The same of a value already parsed, its changes included. */
export function readScenario(json: unknown): Scenario {
  const faults: FieldFault[] = [];
  const fields = new FieldReader(json, "", faults);
  fail(faults);
  const format = fields.take("format");
  if (format !== SCENARIO_FORMAT) faults.push({ field: "format", problem: `${SCENARIO_FORMAT} is expected` });
  const version = fields.take("version");
  const isLater = typeof version === "number" && version > SCENARIO_VERSION;
  if (isLater)
    faults.push({ field: "version", problem: `${version} is later than ${SCENARIO_VERSION}, the one read here` });
  else if (version !== SCENARIO_VERSION) faults.push({ field: "version", problem: `${SCENARIO_VERSION} is expected` });
  fail(faults);
  const title = fields.text("title", LONGEST_TITLE);
  const territory = readTerritoryField(fields, faults);
  const series = fields.object("series", (own) => ({
    profession: own.oneOf("profession", PROFESSIONS),
    year: own.number("year", 2000, 2100),
    ages: own.oneOf("ages", AGE_LIMITS),
  }));
  const threshold = fields.orNull("threshold", (name) => fields.number(name, 0, 100_000, "above"));
  const model = fields.orNull("model", (name) => fields.object(name, (own) => readModel(own, faults)));
  const items = fields.list("changes", 0, CHANGE_LIMITS.changes, (item) => item);
  const computed = fields.orNull("computed", (name) =>
    fields.object(name, (own) => ({
      dataRelease: own.text("dataRelease", CHANGE_LIMITS.text),
      engineVersion: own.text("engineVersion", CHANGE_LIMITS.text),
      resultHash: own.matching("resultHash", HASH, "64 hexadecimal digits"),
    })),
  );
  const history = fields.has("history")
    ? fields.list("history", 0, MOST_STATES, (item, path) => readHash(item, path, faults))
    : null;
  fields.end();
  fail(faults);
  const scenario = { title, territory, series, threshold, model, changes: readChanges(items), computed };
  return history ? { ...scenario, history } : scenario;
}

/** The file of a scenario, two spaces deep, its fields always in the same order. */
export function formatScenario(scenario: Scenario): string {
  const { title, territory, series, threshold, model, changes, computed, history } = scenario;
  const file = {
    format: SCENARIO_FORMAT,
    version: SCENARIO_VERSION,
    title,
    territory: formatTerritory(territory),
    series: { profession: series.profession, year: series.year, ages: series.ages },
    threshold,
    model: model && { ...model, decay: formatDecay(model.decay) },
    changes,
    computed,
    ...(history && { history }),
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}

function readHash(item: unknown, field: string, faults: FieldFault[]): string {
  if (typeof item === "string" && HASH.test(item)) return item;
  faults.push({ field, problem: "64 hexadecimal digits is expected" });
  return "";
}

function readModel(fields: FieldReader, faults: FieldFault[]): ScenarioModel {
  const [least, most] = MODEL_LIMITS.maxMinutes;
  const method = fields.oneOf("method", LINEAR_METHODS);
  const text = fields.text("decay", LONGEST_TITLE);
  const maxMinutes = fields.number("maxMinutes", least, most);
  return {
    method,
    decay: readDecay(text, maxMinutes, fields.at("decay"), faults),
    maxMinutes,
    bins: fields.oneOf("bins", BINS),
    demand: fields.oneOf("demand", ["standardised", "people"]),
  };
}

function readDecay(text: string, maxMinutes: number, field: string, faults: FieldFault[]): Decay {
  try {
    if (text !== "") return parseDecay(text, maxMinutes);
  } catch (error) {
    if (!(error instanceof FailureError)) throw error;
    faults.push({ field, problem: `${error.failure.params.expected} is expected` });
  }
  return { kind: "exponential", rate: 0 };
}

function readTerritoryField(fields: FieldReader, faults: FieldFault[]): Territory {
  const text = fields.text("territory", CHANGE_LIMITS.text);
  try {
    return parseTerritory(text);
  } catch (error) {
    if (!(error instanceof FailureError)) throw error;
    if (text !== "") faults.push({ field: "territory", problem: `${JSON.stringify(text)} is no territory` });
    return { kind: "country", code: "fr" };
  }
}

function fail([first, ...others]: readonly FieldFault[]): void {
  if (!first) return;
  throw new FailureError("bad-input", { ...first, ...(others.length > 0 ? { others: others.length } : {}) });
}
