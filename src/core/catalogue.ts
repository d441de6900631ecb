import { FailureError } from "./failure.ts";

/** The file every dataset of the pack is described in: where it comes from, under which licence, and what it lacks. */
export interface Catalogue {
  readonly version: 1;
  /** Changes whenever the bytes of any output change. */
  readonly release: string;
  readonly datasets: readonly CatalogueDataset[];
}

export const PROCESSINGS = ["none", "minor", "major"] as const;
/** How far the output is from its inputs; `major` must be said wherever the figures are shown. */
export type Processing = (typeof PROCESSINGS)[number];

export interface CatalogueDataset {
  readonly id: string;
  readonly title_fr: string;
  readonly title_en: string;
  readonly producer: string;
  /** Name of the dataset at its producer. */
  readonly dataset: string;
  readonly vintage: string;
  /** Day of publication by the producer where known, YYYY-MM-DD or YYYY. */
  readonly published: string | null;
  /** Day the input was taken from its public origin. */
  readonly retrieved: string | null;
  readonly licence: { readonly id: string; readonly name: string; readonly url: string };
  readonly attribution_fr: string;
  readonly attribution_en: string;
  readonly inputs: readonly CatalogueInput[];
  readonly file: string;
  readonly sha256: string;
  readonly bytes: number;
  /** Null for files that are not tables. */
  readonly rows: number | null;
  readonly columns: readonly CatalogueColumn[];
  readonly known_gaps_fr: readonly string[];
  readonly known_gaps_en: readonly string[];
  readonly processing: Processing;
  readonly method_fr: string;
  readonly method_en: string;
}

export interface CatalogueInput {
  readonly id: string;
  readonly name: string;
  /** Public copy the bytes can be had from. */
  readonly url: string;
  /** Where the producer publishes it. */
  readonly official: string | null;
  readonly sha256: string;
  readonly bytes: number;
}

export interface CatalogueColumn {
  readonly name: string;
  readonly type: string;
  readonly unit: string | null;
  readonly note_fr: string | null;
  readonly note_en: string | null;
}

/** Reads a catalogue. Throws `bad-input` with the path of the first field that is not as it must be. */
export function parseCatalogue(text: string, file = "catalogue.json"): Catalogue {
  const reader = new FieldReader(file);
  const root = reader.record(parseJson(text, file), "$");
  if (root.version !== 1) throw reader.fault("$.version", "1");
  return {
    version: 1,
    release: reader.text(root.release, "$.release"),
    datasets: reader.list(root.datasets, "$.datasets", (value, at) => parseCatalogueDataset(value, at, file)),
  };
}

/** Reads one dataset entry; fragments written by other builders hold a list of these. */
export function parseCatalogueDataset(value: unknown, at: string, file: string): CatalogueDataset {
  const reader = new FieldReader(file);
  const entry = reader.record(value, at);
  const text = (name: string) => reader.text(entry[name], `${at}.${name}`);
  const optional = (name: string) => reader.optionalText(entry[name], `${at}.${name}`);
  const texts = (name: string) => reader.list(entry[name], `${at}.${name}`, (item, path) => reader.text(item, path));
  const licence = reader.record(entry.licence, `${at}.licence`);
  const processing = PROCESSINGS.find((p) => p === entry.processing);
  if (!processing) throw reader.fault(`${at}.processing`, PROCESSINGS.join(", "));
  return {
    id: text("id"),
    title_fr: text("title_fr"),
    title_en: text("title_en"),
    producer: text("producer"),
    dataset: text("dataset"),
    vintage: text("vintage"),
    published: optional("published"),
    retrieved: optional("retrieved"),
    licence: {
      id: reader.text(licence.id, `${at}.licence.id`),
      name: reader.text(licence.name, `${at}.licence.name`),
      url: reader.text(licence.url, `${at}.licence.url`),
    },
    attribution_fr: text("attribution_fr"),
    attribution_en: text("attribution_en"),
    inputs: reader.list(entry.inputs, `${at}.inputs`, (item, path) => parseInput(reader, item, path)),
    file: text("file"),
    sha256: reader.sha256(entry.sha256, `${at}.sha256`),
    bytes: reader.count(entry.bytes, `${at}.bytes`),
    rows: entry.rows === null ? null : reader.count(entry.rows, `${at}.rows`),
    columns: reader.list(entry.columns, `${at}.columns`, (item, path) => parseColumn(reader, item, path)),
    known_gaps_fr: texts("known_gaps_fr"),
    known_gaps_en: texts("known_gaps_en"),
    processing,
    method_fr: text("method_fr"),
    method_en: text("method_en"),
  };
}

function parseInput(reader: FieldReader, value: unknown, at: string): CatalogueInput {
  const input = reader.record(value, at);
  return {
    id: reader.text(input.id, `${at}.id`),
    name: reader.text(input.name, `${at}.name`),
    url: reader.text(input.url, `${at}.url`),
    official: reader.optionalText(input.official, `${at}.official`),
    sha256: reader.sha256(input.sha256, `${at}.sha256`),
    bytes: reader.count(input.bytes, `${at}.bytes`),
  };
}

function parseColumn(reader: FieldReader, value: unknown, at: string): CatalogueColumn {
  const column = reader.record(value, at);
  return {
    name: reader.text(column.name, `${at}.name`),
    type: reader.text(column.type, `${at}.type`),
    unit: reader.optionalText(column.unit, `${at}.unit`),
    note_fr: reader.optionalText(column.note_fr, `${at}.note_fr`),
    note_en: reader.optionalText(column.note_en, `${at}.note_en`),
  };
}

function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new FailureError("bad-input", { file, problem: "not JSON" });
  }
}

class FieldReader {
  readonly file: string;

  constructor(file: string) {
    this.file = file;
  }

  fault(at: string, expected: string): FailureError {
    return new FailureError("bad-input", { file: this.file, column: at, problem: `expected ${expected}` });
  }

  record(value: unknown, at: string): Readonly<Record<string, unknown>> {
    if (typeof value !== "object" || value === null || Array.isArray(value)) throw this.fault(at, "an object");
    return value as Readonly<Record<string, unknown>>;
  }

  text(value: unknown, at: string): string {
    if (typeof value !== "string" || value === "") throw this.fault(at, "a text");
    return value;
  }

  optionalText(value: unknown, at: string): string | null {
    return value === null || value === undefined ? null : this.text(value, at);
  }

  sha256(value: unknown, at: string): string {
    const text = this.text(value, at);
    if (!/^[0-9a-f]{64}$/.test(text)) throw this.fault(at, "a sha256");
    return text;
  }

  count(value: unknown, at: string): number {
    if (typeof value !== "number" || !Number.isInteger(value) || value < 0) throw this.fault(at, "a count");
    return value;
  }

  list<T>(value: unknown, at: string, read: (item: unknown, at: string) => T): readonly T[] {
    if (!Array.isArray(value)) throw this.fault(at, "a list");
    return value.map((item, i) => read(item, `${at}[${i}]`));
  }
}
