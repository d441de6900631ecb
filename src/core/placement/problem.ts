import { type Failure, FailureError } from "../failure.ts";
import type { CostRows } from "./cost-rows.ts";

/** Which candidates are not a free choice, by position. */
export interface SiteRules {
  /** Open today, and staying so; they serve and are not counted among the sites to choose. */
  readonly existing: readonly number[];
  /** To be chosen whatever they bring; counted. */
  readonly mandatory: readonly number[];
  /** Never to be chosen. */
  readonly excluded: readonly number[];
  /** What a candidate is called in a message; its number by default. */
  readonly nameOfSite?: (candidate: number) => string;
}

/** What sites are placed for. */
export interface PlacementProblem extends SiteRules {
  readonly rows: CostRows;
  /** One per demand point, ≥ 0: people. A point of weight 0 counts in no sum. */
  readonly weights: Float64Array;
  /** What a demand point is called in a message; its number by default. */
  readonly nameOf?: (demand: number) => string;
}

/** A request that no plan can meet, or that contradicts itself, said in words; `rule` and what it is about let others say it again. */
export function impossible(constraint: string, rule = "", about: Failure["params"] = {}): FailureError {
  return new FailureError("bad-input", { constraint, ...(rule === "" ? {} : { rule }), ...about });
}

/** Throws `bad-input` naming the constraint when no plan of `count` sites exists. */
export function assertChoice(rules: SiteRules, candidates: number, count: number): void {
  if (!Number.isInteger(count) || count < 1) throw impossible(`the number of sites must be 1, 2, …, not ${count}`);
  assertRules(rules, candidates);
  const { existing, mandatory, excluded } = rules;
  const free = candidates - new Set([...existing, ...excluded]).size;
  if (count > free) {
    const why = free < candidates ? ` (${candidates} less ${candidates - free} existing or excluded)` : "";
    throw impossible(`${count} sites are asked for and there are ${free} candidates${why}`, "too-few", { count, free });
  }
  const forced = new Set(mandatory).size;
  if (forced > count) {
    throw impossible(`${forced} sites are mandatory and only ${count} are asked for`, "too-many", { forced, count });
  }
}

export function assertRules({ existing, mandatory, excluded, nameOfSite }: SiteRules, candidates: number): void {
  for (const j of [...existing, ...mandatory, ...excluded]) {
    if (!(j >= 0 && j < candidates)) throw new RangeError("a site rule names no candidate");
  }
  const [open, must] = [new Set(existing), new Set(mandatory)];
  const clash = (found: number | undefined, words: string) => {
    if (found !== undefined) throw impossible(`candidate ${nameOfSite?.(found) ?? found + 1} is both ${words}`);
  };
  clash(
    excluded.find((j) => must.has(j)),
    "mandatory and excluded",
  );
  clash(
    excluded.find((j) => open.has(j)),
    "existing and excluded",
  );
  clash(
    mandatory.find((j) => open.has(j)),
    "existing and mandatory",
  );
}
