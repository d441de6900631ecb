import type { parseArgs } from "node:util";
import { FailureError } from "../core/failure.ts";
import { parseWholeNumber } from "./territory-command.ts";

const MOST_PERMUTATIONS = 1_000_000;

export const CLUSTERS_OPTIONS = {
  values: { type: "string" },
  neighbours: { type: "string" },
  standardise: { type: "boolean" },
  territory: { type: "string" },
  profession: { type: "string" },
  year: { type: "string" },
  ages: { type: "string" },
  "neighbour-kind": { type: "string" },
  reference: { type: "string" },
  threshold: { type: "string" },
  deserts: { type: "string" },
  "bridge-minutes": { type: "string" },
  "min-communes": { type: "string" },
  "min-people": { type: "string" },
  robustness: { type: "boolean" },
  permutations: { type: "string" },
  seed: { type: "string", default: "1" },
  out: { type: "string", default: "-" },
  summary: { type: "string" },
  data: { type: "string", default: "data" },
} as const;

export type ClustersOptions = ReturnType<typeof parseArgs<{ options: typeof CLUSTERS_OPTIONS }>>["values"];

/** A number of permutations ≥ 1. Throws `bad-input`. */
export function parsePermutations(text: string): number {
  const permutations = parseWholeNumber(text, "--permutations");
  if (permutations >= 1 && permutations <= MOST_PERMUTATIONS) return permutations;
  throw new FailureError("bad-input", { option: "--permutations", text, expected: `1 to ${MOST_PERMUTATIONS}` });
}
