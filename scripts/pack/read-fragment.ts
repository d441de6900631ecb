import { existsSync, readFileSync } from "node:fs";
import { type CatalogueDataset, parseCatalogueDataset } from "../../src/core/catalogue.ts";
import { badInput } from "./bad-input.ts";

type Entry = Readonly<Record<string, unknown>>;

/**
 * Dataset entries another builder left beside its own outputs. Texts may be `{fr, en}` objects, `processing` a sentence
 * (then it is the method, and the processing is major), and files relative to the project.
 */
export function readFragment(path: string, file: string): readonly CatalogueDataset[] {
  if (!existsSync(path)) return [];
  const value: unknown = JSON.parse(readFileSync(path, "utf8"));
  const list = isEntry(value) ? value.datasets : value;
  if (!Array.isArray(list)) throw badInput(file, "expected a list of datasets");
  return list.map((entry: unknown, i) =>
    parseCatalogueDataset(isEntry(entry) ? completeEntry(entry) : entry, `$[${i}]`, file),
  );
}

function completeEntry(entry: Entry): Entry {
  const isSentence = typeof entry.processing === "string" && !["none", "minor", "major"].includes(entry.processing);
  const method = isSentence ? entry.processing : entry.method;
  return {
    ...entry,
    published: entry.published ?? null,
    retrieved: entry.retrieved ?? null,
    attribution_fr: entry.attribution_fr ?? pick(entry.attribution, "fr"),
    attribution_en: entry.attribution_en ?? pick(entry.attribution, "en"),
    known_gaps_fr: entry.known_gaps_fr ?? pick(entry.known_gaps, "fr"),
    known_gaps_en: entry.known_gaps_en ?? pick(entry.known_gaps, "en"),
    processing: isSentence ? "major" : entry.processing,
    method_fr: entry.method_fr ?? pick(method, "fr") ?? method,
    method_en: entry.method_en ?? pick(method, "en") ?? method,
    file: typeof entry.file === "string" ? entry.file.replace(/^data\//, "") : entry.file,
    inputs: list(entry.inputs).map((input) => ({ ...input, id: input.id ?? input.name })),
    columns: list(entry.columns).map((column) => ({
      ...column,
      type: column.type ?? "text or number",
      note_fr: column.note_fr ?? null,
      note_en: column.note_en ?? column.description ?? null,
    })),
  };
}

function pick(value: unknown, language: "fr" | "en"): unknown {
  return isEntry(value) ? value[language] : undefined;
}

function list(value: unknown): readonly Entry[] {
  return Array.isArray(value) ? value.filter(isEntry) : [];
}

function isEntry(value: unknown): value is Entry {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
