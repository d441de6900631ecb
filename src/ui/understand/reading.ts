import type { AccessAnswer, AccessSummary } from "../../app/answers.ts";
import { effectiveThreshold, type Filter, type Question, type Scale } from "../../app/question.ts";
import { classify, fixedBreaks, quantileBreaks } from "../../core/classes.ts";
import { fisherJenks } from "../../core/classify/fisher-jenks.ts";
import { PROFESSION_RULES, type Series } from "../../core/professions.ts";
import { choosePalette } from "../../map/palette.ts";

/** An answer seen through the threshold, filter and scale of the question: all that the map, legend and table draw. */
export interface Reading {
  readonly answer: AccessAnswer;
  readonly series: Series;
  readonly threshold: number;
  /** The threshold this profession starts with, and whether another is in force. */
  readonly ownThreshold: number;
  readonly isMoved: boolean;
  readonly breaks: readonly number[];
  readonly palette: readonly string[];
  readonly classes: Int8Array;
  /** 1: filtered out. */
  readonly dimmed: Uint8Array;
  readonly lit: { readonly areas: number; readonly people: number };
}

/** The threshold of the question is used only if it was asked for the profession of the answer shown. */
export function readAnswer(answer: AccessAnswer, question: Question): Reading {
  const { series } = answer.question;
  const { step } = PROFESSION_RULES[series.profession];
  const isCurrent = question.series.profession === series.profession;
  const own = effectiveThreshold({ ...question, series, threshold: null }, answer.nationalMean);
  const threshold = isCurrent ? effectiveThreshold({ ...question, series }, answer.nationalMean) : own;
  const fixed = fixedBreaks(series.profession, answer.nationalMean);
  const breaks = findBreaks(answer, question.scale, fixed);
  const filter = isCurrent ? question.filter : "all";
  const dimmed = dimRows(answer, filter, threshold);
  return {
    answer,
    series,
    threshold,
    ownThreshold: own,
    isMoved: threshold !== own,
    breaks,
    palette: choosePalette(breaks.length + 1, breaks.filter((limit) => limit <= own + step / 2).length),
    classes: classify(answer.values, answer.statuses, breaks),
    dimmed,
    lit: countLit(answer, dimmed),
  };
}

/** People strictly below a threshold on the profession's grid. */
export function peopleUnder(summary: AccessSummary, threshold: number, series: Series): number {
  const { step } = PROFESSION_RULES[series.profession];
  return summary.below[Math.min(summary.below.length - 1, Math.round(threshold / step))];
}

/** Share of people below; NaN where nobody has a value. */
export function shareUnder(summary: AccessSummary, threshold: number, series: Series): number {
  return summary.people > 0 ? peopleUnder(summary, threshold, series) / summary.people : Number.NaN;
}

/** Same rule as `below`: a value on the threshold is not under it. */
export function isUnder(value: number, threshold: number, step: number): boolean {
  return value / step + 1e-9 < Math.round(threshold / step);
}

/** Which tenth of the people of France live with such a value, 1 (worst served) … 10. */
export function tenthOf(value: number, country: AccessSummary, series: Series): number {
  const { step } = PROFESSION_RULES[series.profession];
  const at = Math.min(country.below.length - 1, Math.floor(value / step + 1e-9));
  return Math.min(10, 1 + Math.floor((country.below[at] / country.people) * 10));
}

/** The country: the last parent, or the territory itself. */
export function countryOf(answer: AccessAnswer): AccessSummary {
  return answer.parents.at(-1) ?? answer.summary;
}

/** Those the territory belongs to; a region of one département of the same name says nothing more than it. */
export function distinctParents({ summary, parents }: AccessAnswer): readonly AccessSummary[] {
  return parents.filter(({ territory: { name } }, i) => name !== (parents[i - 1] ?? summary).territory.name);
}

const rowsOf = new WeakMap<AccessAnswer, ReadonlyMap<number, number>>();

/** Row of a unit in the answer, or undefined. */
export function rowOfUnit(answer: AccessAnswer, unit: number): number | undefined {
  let rows = rowsOf.get(answer);
  if (!rows) {
    rows = new Map(Array.from(answer.units, (of, row) => [of, row]));
    rowsOf.set(answer, rows);
  }
  return rows.get(unit);
}

/** As many classes as the official limits make, wherever values allow. */
function findBreaks(answer: AccessAnswer, scale: Scale, fixed: readonly number[]): readonly number[] {
  if (scale === "fixed") return fixed;
  const counted = answer.values.filter((_, row) => answer.counted[row] === 1);
  if (scale === "quantile") return quantileBreaks(counted, fixed.length + 1);
  let breaks = naturalOf.get(answer);
  if (!breaks) {
    // Zero is a class of its own whatever the scale; a few values far beyond the histogram would each take one too.
    const { domainMax } = PROFESSION_RULES[answer.question.series.profession];
    const cut = counted.filter((value) => value !== 0).map((value) => Math.min(value, domainMax));
    breaks = fisherJenks(cut, fixed.length + 1).breaks;
    naturalOf.set(answer, breaks);
  }
  return breaks;
}

/** Natural breaks take tens of milliseconds over the country, and a threshold one drags changes nothing to them. */
const naturalOf = new WeakMap<AccessAnswer, readonly number[]>();

function dimRows(answer: AccessAnswer, filter: Filter, threshold: number): Uint8Array {
  const dimmed = new Uint8Array(answer.values.length);
  if (filter === "all") return dimmed;
  const { step } = PROFESSION_RULES[answer.question.series.profession];
  for (let row = 0; row < dimmed.length; row++) {
    const value = answer.values[row];
    const under = isUnder(value, threshold, step);
    dimmed[row] = Number.isNaN(value) || under !== (filter === "below") ? 1 : 0;
  }
  return dimmed;
}

function countLit(answer: AccessAnswer, dimmed: Uint8Array): Reading["lit"] {
  let areas = 0;
  let people = 0;
  for (let row = 0; row < dimmed.length; row++) {
    if (dimmed[row] === 1 || answer.counted[row] === 0) continue;
    areas++;
    if (answer.people[row] > 0) people += answer.people[row];
  }
  return { areas, people };
}
