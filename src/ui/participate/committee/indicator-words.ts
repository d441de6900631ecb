import { FailureError } from "../../../core/failure.ts";
import {
  formatIndicator,
  type ObjectiveIndicator,
  parseIndicator,
} from "../../../core/participation/objective-indicator.ts";
import type { Formats } from "../../../i18n/format.ts";
import type { Texts } from "../../../i18n/fr.ts";

/** An indicator in plain words. */
export function sayIndicator(indicator: ObjectiveIndicator, t: Texts, f: Formats): string {
  const { measures } = t.committee.objectives;
  if (indicator.kind === "minutes") {
    const facility = t.committee.objectives.facilities[indicator.facility];
    if (indicator.measure === "mean") return measures.minutes.mean(facility);
    return measures.minutes[indicator.measure](facility, f.limit(indicator.limit));
  }
  const profession = t.professions.names[indicator.profession];
  if (!("threshold" in indicator)) return measures.access[indicator.measure](profession);
  return measures.access[indicator.measure](profession, f.limit(indicator.threshold));
}

/** The name of an indicator in words; itself where this version does not know it. */
export function sayIndicatorName(name: string, t: Texts, f: Formats): string {
  const indicator = readIndicator(name);
  return indicator === null ? name : sayIndicator(indicator, t, f);
}

export function readIndicator(name: string): ObjectiveIndicator | null {
  try {
    return parseIndicator(name);
  } catch (error) {
    if (error instanceof FailureError) return null;
    throw error;
  }
}

/** A value of an indicator with what it counts. */
export function sayValue(value: number, name: string, t: Texts, f: Formats): string {
  const indicator = readIndicator(name);
  const { units } = t.committee.objectives;
  if (indicator === null) return f.decimal(value, 2);
  const { kind, measure } = indicator;
  if (measure.startsWith("share")) return f.percent(value);
  if (measure.startsWith("people")) return units.people(f.people(value));
  return kind === "minutes" ? units.minutes(f.decimal(value, 1)) : f.decimal(value, 2);
}

/** A number as one types it, as a record holds it: six decimals at most; a share is typed in percent. null: not a number. */
export function readTyped(text: string, name: string): string | null {
  const plain = text
    .trim()
    .replace(/[\s\u00a0\u202f]/g, "")
    .replace(",", ".")
    .replace(/%$/, "");
  if (!/^\d{1,12}(?:\.\d{1,6})?$/.test(plain)) return null;
  const indicator = readIndicator(name);
  const isShare = indicator?.measure.startsWith("share") ?? false;
  const value = isShare ? Number(plain) / 100 : Number(plain);
  return isShare && value > 1 ? null : toDecimal(value);
}

/** The same the other way, to type over. */
export function writeTyped(value: number, name: string): string {
  const isShare = readIndicator(name)?.measure.startsWith("share") ?? false;
  return toDecimal(isShare ? value * 100 : value);
}

/** The indicator of a measure chosen in a form; null: its bound is no number. */
export function indicatorOf(subject: string, measure: string, bound: string): string | null {
  const withBound = measure === "mean" || measure === "lowest-tenth" ? "" : `/${bound.trim().replace(",", ".")}`;
  const indicator = readIndicator(`${subject}/${measure}${withBound}`);
  return indicator && formatIndicator(indicator);
}

function toDecimal(value: number): string {
  const text = value.toFixed(6).replace(/\.?0+$/, "");
  return text === "" || text === "-0" ? "0" : text;
}
