import { isObject, type Json } from "../contributions/canonical.ts";
import * as is from "../contributions/checks.ts";
import type { FoldState } from "../contributions/fold.ts";
import { FEWEST, LEAST_FEWEST, ROUND_TO, type SmallNumberRule } from "../contributions/privacy/small-numbers.ts";
import type { RecordLog } from "../contributions/record-log.ts";
import { type BodyOf, REPORT_KINDS, type ReportKind } from "../contributions/record-types.ts";
import { FailureError } from "../failure.ts";
import { PROFESSIONS, type Profession } from "../professions.ts";
import type { ToldCount } from "./told-counts.ts";

/** Counts as somebody published them. */
export interface Told {
  readonly counts: readonly ToldCount[];
  /** Months published, with or without a count; in order. */
  readonly months: readonly string[];
  readonly rule: SmallNumberRule;
}

/** The `aggregate` records of a folded log that are shown. Of one month and cell, the last received counts. */
export function readAggregates(
  { contributions }: Pick<FoldState, "contributions">,
  { records }: Pick<RecordLog, "records">,
): Told {
  const cells = new Map<string, ToldCount>();
  const shown = contributions.filter(({ type, visibility }) => type === "aggregate" && visibility === "visible");
  for (const { id } of shown.toSorted((a, b) => a.at - b.at)) {
    const body = records.get(id)?.body as unknown as BodyOf<"aggregate"> | null | undefined;
    for (const { scope, kind, profession, month, count } of body?.cells ?? []) {
      if (!isKind(kind)) continue;
      cells.set(`${scope} ${profession} ${kind} ${month}`, { area: scope, kind, profession, month, count });
    }
  }
  const counts = Array.from(cells.values());
  return { counts, months: listMonths(counts), rule: { fewest: FEWEST, roundTo: ROUND_TO } };
}

/** Months published by a relay, as `GET /v1/aggregate` gives each. Throws `bad-input` naming the field, or two rules. */
export function readReleases(releases: readonly Json[]): Told {
  const counts: ToldCount[] = [];
  const months = new Set<string>();
  let rule: SmallNumberRule | null = null;
  for (const release of releases) {
    if (!isObject(release)) throw new FailureError("bad-input", { counts: "not an object" });
    const { month, cells } = release;
    const own = readRule(release.rule);
    const isSame = rule === null || (rule.fewest === own.fewest && rule.roundTo === own.roundTo);
    if (!isSame) throw new FailureError("bad-input", { field: "rule", problem: "not the same in every month" });
    rule = own;
    if (typeof month !== "string" || !is.month(month) || !Array.isArray(cells)) {
      throw new FailureError("bad-input", { field: "month, cells", problem: "missing or wrong" });
    }
    months.add(month);
    for (const cell of cells as readonly Json[]) counts.push(readCell(cell, month));
  }
  return { counts, months: Array.from(months).sort(), rule: rule ?? { fewest: FEWEST, roundTo: ROUND_TO } };
}

function readRule(value: Json | undefined): SmallNumberRule {
  const isRule = isObject(value) && is.whole(LEAST_FEWEST, 1000)(value.fewest) && is.whole(1, 100)(value.roundTo);
  if (!isRule) throw new FailureError("bad-input", { field: "rule", problem: "missing or wrong" });
  return { fewest: Number(value.fewest), roundTo: Number(value.roundTo) };
}

function readCell(cell: Json, month: string): ToldCount {
  const fault = (problem: string) => new FailureError("bad-input", { field: "cells", month, problem });
  if (!isObject(cell)) throw fault("not an object");
  const { unit, parent, key, reporters } = cell;
  const area = unit === null ? parent : unit;
  if (!is.scope(area)) throw fault("not a territory");
  if (!is.whole(0, 1e9)(reporters)) throw fault("not a count");
  const [profession, kind, ...rest] = String(key).split(" ");
  if (rest.length > 0 || !isKind(kind) || !isProfession(profession)) throw fault(`unknown key ${String(key)}`);
  return { area, kind, profession, month, count: reporters };
}

function listMonths(counts: readonly ToldCount[]): readonly string[] {
  return Array.from(new Set(counts.map(({ month }) => month))).sort();
}

function isKind(text: string | undefined): text is ReportKind {
  return REPORT_KINDS.includes(text as ReportKind);
}

function isProfession(text: string): text is Profession {
  return PROFESSIONS.includes(text as Profession);
}
