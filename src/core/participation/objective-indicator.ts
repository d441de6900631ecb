import { type Facility, SEARCH_MINUTES } from "../access/difficulty-sets.ts";
import { FailureError } from "../failure.ts";
import { AGE_LIMITS, type AgeLimit, isProfession, type Profession } from "../professions.ts";

/** What an objective can be measured by from the data alone, over the people of its territory. */
export type ObjectiveIndicator =
  | {
      readonly kind: "access";
      readonly profession: Profession;
      readonly ages: AgeLimit;
      /** Mean weighed by standardised people, and that of the worst served tenth of people (DREES). */
      readonly measure: "mean" | "lowest-tenth";
    }
  | {
      readonly kind: "access";
      readonly profession: Profession;
      readonly ages: AgeLimit;
      /** People whose official access is strictly under a threshold, or their share between 0 and 1. */
      readonly measure: "people-under" | "share-under";
      readonly threshold: number;
    }
  | {
      readonly kind: "minutes";
      readonly facility: Facility;
      /** Mean estimated minutes to the nearest, a person counting once. */
      readonly measure: "mean";
    }
  | {
      readonly kind: "minutes";
      readonly facility: Facility;
      /** People for whom the nearest is more than some minutes away, or their share. */
      readonly measure: "people-beyond" | "share-beyond";
      readonly limit: number;
    };

/**
 * Reads `gp/mean`, `gp.le65/lowest-tenth`, `nurse/people-under/58.8`, `gp/share-under/2.5`, `pharmacy/mean`,
 * `emergency/people-beyond/30`, `pharmacy/share-beyond/10`. Throws `unknown-indicator`.
 */
export function parseIndicator(text: string): ObjectiveIndicator {
  const [subject, measure, limit, ...rest] = text.split("/");
  const [name, ages = "all"] = subject.split(".");
  const bound = limit === undefined ? null : readBound(limit);
  const isAge = AGE_LIMITS.includes(ages as AgeLimit) && subject.split(".").length <= 2;
  if (rest.length === 0 && isProfession(name) && isAge) {
    const about = { kind: "access", profession: name, ages: ages as AgeLimit } as const;
    if ((measure === "mean" || measure === "lowest-tenth") && limit === undefined) return { ...about, measure };
    if ((measure === "people-under" || measure === "share-under") && bound !== null) {
      return { ...about, measure, threshold: bound };
    }
  }
  if (rest.length === 0 && (subject === "pharmacy" || subject === "emergency")) {
    const about = { kind: "minutes", facility: subject } as const;
    if (measure === "mean" && limit === undefined) return { ...about, measure };
    const isFound = bound !== null && bound <= SEARCH_MINUTES[subject];
    if ((measure === "people-beyond" || measure === "share-beyond") && isFound) {
      return { ...about, measure, limit: bound };
    }
  }
  throw new FailureError("unknown-indicator", { text });
}

/** Canonical text, which `parseIndicator` reads back. */
export function formatIndicator(indicator: ObjectiveIndicator): string {
  const { measure } = indicator;
  if (indicator.kind === "minutes") {
    return [indicator.facility, measure, ...("limit" in indicator ? [indicator.limit] : [])].join("/");
  }
  const { profession, ages } = indicator;
  const subject = ages === "all" ? profession : `${profession}.${ages}`;
  return [subject, measure, ...("threshold" in indicator ? [indicator.threshold] : [])].join("/");
}

/** Which way an indicator improves. */
export function betterWay({ kind, measure }: ObjectiveIndicator): "higher" | "lower" {
  return kind === "access" && (measure === "mean" || measure === "lowest-tenth") ? "higher" : "lower";
}

function readBound(text: string): number | null {
  const value = /^(?:0|[1-9]\d{0,5})(?:\.\d{1,4})?$/.test(text) ? Number(text) : 0;
  return value > 0 ? value : null;
}
