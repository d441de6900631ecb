import type { parseArgs } from "node:util";
import { FailureError } from "../core/failure.ts";
import type { SiteRules } from "../core/placement/problem.ts";
import type { Found } from "../core/placement/search.ts";
import type { PlacePoints } from "./read-placement.ts";

export const PLACE_OPTIONS = {
  objective: { type: "string" },
  demand: { type: "string" },
  candidates: { type: "string" },
  costs: { type: "string" },
  metric: { type: "string" },
  decimals: { type: "string" },
  p: { type: "string" },
  radius: { type: "string" },
  threshold: { type: "string" },
  supply: { type: "string" },
  staff: { type: "string" },
  budget: { type: "string" },
  capacity: { type: "string" },
  capacities: { type: "string", default: "" },
  served: { type: "string", default: "all" },
  flows: { type: "string" },
  sizes: { type: "string", default: "" },
  weights: { type: "string" },
  times: { type: "string" },
  decay: { type: "string" },
  max: { type: "string" },
  bins: { type: "string", default: "inclusive" },
  priority: { type: "string", default: "0" },
  existing: { type: "string" },
  mandatory: { type: "string" },
  excluded: { type: "string" },
  territory: { type: "string" },
  profession: { type: "string", default: "gp" },
  year: { type: "string", default: "2023" },
  "with-pharmacy": { type: "boolean", default: false },
  "with-france-services": { type: "boolean", default: false },
  "min-people": { type: "string", default: "0" },
  "minutes-to-practice": { type: "string", default: "0" },
  margin: { type: "string", default: "0" },
  "with-practices": { type: "boolean", default: false },
  data: { type: "string", default: "data" },
  "time-limit": { type: "string", default: "60" },
  out: { type: "string", default: "-" },
  assignment: { type: "string" },
} as const;

export type PlaceValues = ReturnType<typeof parseArgs<{ options: typeof PLACE_OPTIONS }>>["values"];

/** A plan found and the table of who it serves. */
export interface Placed {
  readonly found: Found;
  readonly candidates: PlacePoints;
  readonly assignment: () => string;
}

/** Beyond, a rounded distance is no longer exact. */
export const MAX_DECIMALS = 9;

export function required(text: string | undefined, option: string): string {
  if (text === undefined) throw new FailureError("bad-input", { option, text: "(none)", expected: "a file" });
  return text;
}

/** A finite number ≥ 0. Throws `bad-input`. */
export function quantity(text: string | undefined, option: string): number {
  const value = text === undefined || text.trim() === "" ? Number.NaN : Number(text);
  if (value >= 0 && value < Number.POSITIVE_INFINITY) return value;
  throw new FailureError("bad-input", { option, text: text ?? "(none)", expected: "a number that is not negative" });
}

export function wholeNumber(text: string | undefined, option: string): number {
  const value = quantity(text, option);
  if (Number.isInteger(value) && value >= 1) return value;
  throw new FailureError("bad-input", { option, text: text ?? "(none)", expected: "1, 2, …" });
}

/** Sites that are not a free choice, by id. */
export function rulesOf(values: PlaceValues, candidates: PlacePoints): SiteRules {
  const list = (text: string | undefined, option: string) =>
    (text ?? "")
      .split(",")
      .filter((id) => id !== "")
      .map((id) => {
        const at = candidates.ids.get(id);
        if (at !== undefined) return at;
        throw new FailureError("bad-input", { option, text: id, expected: `an id of ${candidates.file}` });
      });
  return {
    existing: list(values.existing, "--existing"),
    mandatory: list(values.mandatory, "--mandatory"),
    excluded: list(values.excluded, "--excluded"),
    nameOfSite: (j: number) => candidates.names[j],
  };
}
