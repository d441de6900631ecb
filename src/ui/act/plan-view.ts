import type { ActChoices } from "../../app/act-choices.ts";
import type { PlaceSitesAnswer } from "../../app/plans.ts";
import type { Question } from "../../app/question.ts";
import { PROFESSION_RULES } from "../../core/professions.ts";
import type { CandidateSites } from "../../engine/placement-world.ts";
import type { Formats } from "../../i18n/format.ts";
import type { Texts } from "../../i18n/fr.ts";
import type { SiteMark } from "../../map/map-handle.ts";
import type { LensColumn, LensView } from "../understand/lens-view.ts";
import { isUnder, type Reading, readAnswer } from "../understand/reading.ts";
import { showSide } from "../understand/sides.ts";
import { writeClass, writeRowValue } from "../understand/value-words.ts";
import { linkPlan, saySite, servedColumn } from "./assignment-view.ts";

/** Official values with what a plan adds, row by row of the reading; rows the plan does not count keep theirs. */
export function readAfter(
  reading: Reading,
  plan: Pick<PlaceSitesAnswer, "units" | "after">,
  question: Question,
): Reading {
  const { answer } = reading;
  const added = new Map(Array.from(plan.units, (unit, r) => [unit, plan.after[r]]));
  const values = Float64Array.from(answer.units, (unit, row) => added.get(unit) ?? answer.values[row]);
  return readAnswer({ ...answer, values }, question);
}

/** A plan found: access before or after, the sites in the order of their worth. */
export function viewPlan(
  reading: Reading,
  plan: PlaceSitesAnswer,
  { side, links: hasLinks }: Pick<ActChoices, "side" | "links">,
  question: Question,
  f: Formats,
  t: Texts,
): LensView {
  const after = readAfter(reading, plan, question);
  const { shown, picture, write } = showSide(reading, after, side, f, t);
  const { series, threshold } = reading;
  const { step, digits } = PROFESSION_RULES[series.profession];
  const before = reading.answer.values;
  const gainOf = (row: number) => after.answer.values[row] - before[row];
  const passes = (row: number) =>
    isUnder(before[row], threshold, step) && !isUnder(after.answer.values[row], threshold, step);
  const words = t.act.map;
  const said = (row: number) => {
    const gain = gainOf(row) > 0 ? words.gain(f.decimal(gainOf(row), digits + 1)) : words.noGain;
    return passes(row) ? `${gain}, ${words.lifted}` : gain;
  };
  const siteOf = saySite(plan, f, t);
  const goes = (row: number) => {
    const site = side === "before" ? null : siteOf(reading.answer.units[row]);
    return site === null ? "" : ` · ${site}`;
  };
  const links = hasLinks && side !== "before" ? linkPlan(plan) : undefined;
  return {
    ...baseOf(shown),
    ...picture,
    ...(links ? { links } : {}),
    title: `${t.units.card[series.profession]} · ${words.title[side]}`,
    sites: plan.sites.map(({ lon, lat, name }, k): SiteMark => markOf(lon, lat, name, k, t)),
    describe: (row) => ({
      value: write(row),
      level: `${writeClass(shown, row, question.scale, t)} · ${said(row)}${goes(row)}`,
    }),
    columns: listColumns(reading, after, plan, f, t),
    fileName: "agir",
  };
}

/** A search under way: official access under the sites of the best plan so far. */
export function viewSearch(
  reading: Reading,
  sites: CandidateSites,
  plan: readonly number[],
  f: Formats,
  t: Texts,
): LensView {
  return {
    ...baseOf(reading),
    title: t.units.card[reading.series.profession],
    sites: plan.map((j, k) => markOf(sites.lon[j], sites.lat[j], sites.names[j], k, t)),
    describe: (row) => ({ value: writeRowValue(reading, row, f, t), level: "" }),
    columns: [valueColumn("value", t.act.table.official, "official", reading.answer.values, reading, f, t)],
    fileName: "agir",
  };
}

export function baseOf(reading: Reading) {
  const { answer, classes, dimmed, palette } = reading;
  return { units: answer.units, classes, dimmed, palette, topic: "act" as const, entries: [], reading };
}

function markOf(lon: number, lat: number, name: string, k: number, t: Texts): SiteMark {
  const rank = String(k + 1);
  return { lon, lat, text: rank, label: t.act.map.marker(rank, name) };
}

function listColumns(
  before: Reading,
  after: Reading,
  plan: PlaceSitesAnswer,
  f: Formats,
  t: Texts,
): readonly LensColumn[] {
  const words = t.act.table;
  const gains = after.answer.values.map((value, row) => value - before.answer.values[row]);
  const columns = [
    valueColumn("value", words.after, "access_after", after.answer.values, before, f, t),
    valueColumn("official", words.official, "access_official", before.answer.values, before, f, t),
    valueColumn("gain", words.gain, "gain", gains, before, f, t),
  ];
  if (!plan.minutes) return columns;
  const served = servedColumn(plan, before.answer.units, f, t);
  const times = new Map(Array.from(plan.units, (unit, r) => [unit, plan.minutes?.after[r] ?? Number.NaN]));
  const minutes = Float64Array.from(before.answer.units, (unit) => times.get(unit) ?? Number.NaN);
  const header = plan.times.brought === 0 ? words.minutesEstimated : words.minutes;
  return [
    ...columns,
    ...(served ? [served] : []),
    valueColumn("minutes", header, "minutes_after", minutes, before, f, t),
  ];
}

export function valueColumn(
  key: string,
  header: string,
  csvHeader: string,
  values: Float64Array,
  { series }: Reading,
  f: Formats,
  t: Texts,
): LensColumn {
  const digits = key === "minutes" ? 1 : PROFESSION_RULES[series.profession].digits + 1;
  return {
    key,
    header,
    align: "end",
    width: 118,
    cell: (row) => (Number.isNaN(values[row]) ? t.statuses.missing : f.decimal(values[row], digits)),
    compare: (a, b) => values[a] - values[b],
    csvHeader,
    csv: (row) => values[row],
  };
}
