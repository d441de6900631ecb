import { DIFFICULTY_SETS, type DifficultySet, FAR_MINUTES, SEARCH_MINUTES } from "../core/access/difficulty-sets.ts";
import { THRESHOLD_RULES, type ThresholdRule } from "../core/access/robustness.ts";
import { MOST_LOST } from "../core/access/uniform-loss.ts";
import { FailureError } from "../core/failure.ts";
import { DEFAULT_SPATIAL_CHOICES, readSpatialChoices, type SpatialChoices } from "./spatial-choices.ts";
import { ZONING_RULE_IDS } from "./zoning-rule-ids.ts";

/** What is chosen within a lens. */
export interface LensChoices extends SpatialChoices {
  /** Robustness: how the threshold is carried over to estimates. */
  readonly rule: ThresholdRule;
  /** Departures: percent of activity that leaves evenly and is not replaced; 0: none. */
  readonly loss: number;
  /** Cumulated difficulties: which three. */
  readonly set: DifficultySet;
  /** Whole estimated minutes beyond which the nearest one is a difficulty. */
  readonly pharmacy: number;
  readonly emergency: number;
  /** Zoning: id of the dated rule; null: the latest of the profession that has figures. */
  readonly zoning: string | null;
  /** Zoning: what is decided besides the figures, as in `app/zoning.ts`. */
  readonly decided: string;
}

export const DEFAULT_CHOICES: LensChoices = {
  rule: "same-share",
  loss: 0,
  set: "professions",
  ...FAR_MINUTES,
  zoning: null,
  decided: "",
  ...DEFAULT_SPATIAL_CHOICES,
};

type Read = <T>(name: string, parse: (text: string) => T, fallback: T) => T;

/** Choices from the query string; `read` reports what is not usable. */
export function readChoices(read: Read): LensChoices {
  return {
    rule: read("rule", (text) => memberOf(THRESHOLD_RULES, "rule", text), DEFAULT_CHOICES.rule),
    loss: read("loss", (text) => wholeWithin(0, MOST_LOST, "loss", text), DEFAULT_CHOICES.loss),
    set: read(
      "set",
      (text) => memberOf(Object.keys(DIFFICULTY_SETS) as DifficultySet[], "set", text),
      DEFAULT_CHOICES.set,
    ),
    pharmacy: read(
      "pharmacy",
      (text) => wholeWithin(1, SEARCH_MINUTES.pharmacy, "pharmacy", text),
      DEFAULT_CHOICES.pharmacy,
    ),
    emergency: read(
      "emergency",
      (text) => wholeWithin(1, SEARCH_MINUTES.emergency, "emergency", text),
      DEFAULT_CHOICES.emergency,
    ),
    zoning: read("zoning", readRuleId, DEFAULT_CHOICES.zoning),
    decided: read("decided", readDecided, DEFAULT_CHOICES.decided),
    ...readSpatialChoices(read),
  };
}

/** Parts of the query string that differ from the default. */
export function formatChoices(choices: LensChoices): readonly [name: string, value: string][] {
  return (Object.keys(DEFAULT_CHOICES) as (keyof LensChoices)[]).flatMap((name) =>
    choices[name] === DEFAULT_CHOICES[name] ? [] : [[name, String(choices[name])] as [string, string]],
  );
}

function readRuleId(text: string): string {
  return memberOf(ZONING_RULE_IDS, "zoning", text);
}

function readDecided(text: string): string {
  if (!DECIDED.test(text)) throw new FailureError("bad-input", { name: "decided", text });
  return text;
}

const DECIDED = /^(bv|com):\w{5}(:\d+)?=[a-z-]+(~(bv|com):\w{5}(:\d+)?=[a-z-]+)*$/;

function memberOf<T extends string>(options: readonly T[], name: string, text: string): T {
  const found = options.find((option) => option === text);
  if (found === undefined) throw new FailureError("bad-input", { name, text });
  return found;
}

function wholeWithin(low: number, high: number, name: string, text: string): number {
  const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (!(value >= low && value <= high)) throw new FailureError("bad-input", { name, text });
  return value;
}
