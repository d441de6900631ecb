import { peopleBelow, peopleWithValue } from "../core/access/distribution.ts";
import { fixedBreaks } from "../core/classes.ts";
import type { SmallNumberRule } from "../core/contributions/privacy/small-numbers.ts";
import { REPORT_KINDS, type ReportKind } from "../core/contributions/record-types.ts";
import { covers, type TerritoryTree } from "../core/contributions/territory-tree.ts";
import { crossFelt, type FeltComputed } from "../core/participation/felt-computed.ts";
import { boundCounts, type ToldCount } from "../core/participation/told-counts.ts";
import { compareHeard, type HeardBy, type HeardGroup } from "../core/participation/who-is-heard.ts";
import type { Profession, Series } from "../core/professions.ts";
import { breathe, type Run } from "../core/run.ts";
import { formatTerritory, type Territory } from "../core/territory.ts";
import { describeColumns } from "./describe-access.ts";
import { listUnitsOf, type NamedTerritory, type NationalFrame } from "./national-frame.ts";
import { groupPeople } from "./people-groups.ts";
import type { SeriesColumns } from "./series-columns.ts";
import { thresholdOf } from "./unit-column.ts";
import type { UnitContext } from "./unit-context.ts";

export interface FeltQuestion {
  readonly territory: Territory;
  /** What reports are held against. */
  readonly series: Series;
  /** null: that of the profession. */
  readonly threshold: number | null;
  readonly counts: readonly ToldCount[];
  /** Months published. */
  readonly months: readonly string[];
  readonly rule: SmallNumberRule;
  /** null: every kind. */
  readonly kinds: readonly ReportKind[] | null;
  /** Professions whose reports are taken; null: that of the series. */
  readonly professions: readonly Profession[] | null;
  /** Areas counts are published of. */
  readonly grid: "departement" | "epci";
  readonly cut: number | null;
  readonly underCut: number | null;
}

export interface HeardComparison {
  readonly by: HeardBy;
  readonly groups: readonly HeardGroup[];
  /** People whose group is known, of everybody in the areas. */
  readonly known: number;
  readonly everyone: number;
}

export interface FeltAnswer extends FeltComputed {
  readonly question: FeltQuestion;
  readonly threshold: number;
  /** Of `areas`, in their order. */
  readonly names: readonly string[];
  readonly codes: readonly string[];
  readonly heard: readonly HeardComparison[];
  /** A reader must see these beside the figures. */
  readonly limits: readonly FeltLimit[];
}

/**
 * self-selection: whoever chose to report. suppressed: silence may be nobody or too few. areas-not-people: whose voices they are
 * is not known. ages-partly-known: the pack knows ages in Bretagne alone. none-told: nothing is published here.
 */
export type FeltLimit = "self-selection" | "suppressed" | "areas-not-people" | "ages-partly-known" | "none-told";

export interface FeltSources {
  readonly frame: NationalFrame;
  readonly tree: TerritoryTree;
  readonly series: SeriesColumns;
  readonly context: UnitContext;
}

/**
 * What people say against what is computed, by area, and who is heard. An area is taken where it lies in the territory, or the
 * territory in it. Throws `unknown-territory`, `cancelled`.
 */
export async function describeFelt(sources: FeltSources, question: FeltQuestion, run: Run): Promise<FeltAnswer> {
  const { frame, series, tree } = sources;
  const threshold = question.threshold ?? thresholdOf(frame, question.series, series);
  listUnitsOf(frame, question.territory);
  const scope = formatTerritory(question.territory);
  const everywhere = frame.territories.filter(({ kind }) => kind === question.grid);
  const grid = everywhere.map((area) => ({ id: formatTerritory(area), parent: parentOf(tree, area) }));
  const own = everywhere.filter((area) => {
    const id = formatTerritory(area);
    return covers(tree, scope, id) || covers(tree, id, scope);
  });
  await breathe(run);
  run.progress(0, 2, "areas");
  const units = new Map(own.map((area) => [formatTerritory(area), countedUnits(frame, area)]));
  const computed = Array.from(units, ([id, some]) => measureArea(id, some, series, threshold));
  const kinds = question.kinds ?? REPORT_KINDS;
  const professions = question.professions ?? [question.series.profession];
  const { rule, months } = question;
  const bounded = boundCounts({ rule, areas: grid, months, kinds, professions }, question.counts);
  const isAsked = (one: ToldCount) =>
    months.includes(one.month) && kinds.includes(one.kind) && professions.includes(one.profession);
  const parents = restParents(grid, units);
  const toldOfRests = question.counts.reduce(
    (sum, one) => sum + (parents.has(one.area) && isAsked(one) ? one.count : 0),
    0,
  );
  await breathe(run);
  run.progress(1, 2, "people");
  const { cut, underCut } = question;
  const felt = crossFelt(computed, bounded, { months: months.length, cut, underCut, toldOfRests });
  const breaks = fixedBreaks(question.series.profession, nationalMean(sources, question.series));
  const groupings = groupPeople(Array.from(units.values()), sources, breaks);
  const counts = new Map(bounded.map((one) => [one.id, one]));
  const heard = groupings.map(({ by, ids, people }): HeardComparison => {
    const areas = Array.from(units.keys(), (id, i) => ({ ...counts.get(id)!, people: people[i] }));
    const groups = compareHeard(ids, areas);
    const known = groups.reduce((sum, group) => sum + group.people, 0);
    return { by, groups, known, everyone: computed.reduce((sum, area) => sum + area.people, 0) };
  });
  const names = new Map(own.map((area) => [formatTerritory(area), area]));
  return {
    ...felt,
    question,
    threshold,
    names: felt.areas.map(({ id }) => names.get(id)!.name),
    codes: felt.areas.map(({ id }) => names.get(id)!.code),
    heard,
    limits: listLimits(felt, heard),
  };
}

function listLimits(felt: FeltComputed, heard: readonly HeardComparison[]): readonly FeltLimit[] {
  const ages = heard.find(({ by }) => by === "age");
  return [
    "self-selection",
    "suppressed",
    "areas-not-people",
    ...(ages !== undefined && ages.known < 0.99 * ages.everyone ? (["ages-partly-known"] as const) : []),
    ...(felt.areas.length === felt.untold.length ? (["none-told"] as const) : []),
  ];
}

/** Territory the rest of an area is told in: the one it lies directly in, as its counts are published. */
function parentOf(tree: TerritoryTree, area: NamedTerritory): string {
  return tree.parents.get(formatTerritory(area))?.[0] ?? "fr";
}

/** Parents all of whose areas are taken: the rest of another speaks of people elsewhere. */
function restParents(
  grid: readonly { readonly id: string; readonly parent: string }[],
  taken: ReadonlyMap<string, unknown>,
): ReadonlySet<string> {
  const parents = new Set(grid.map(({ parent }) => parent));
  for (const { id, parent } of grid) if (!taken.has(id)) parents.delete(parent);
  return parents;
}

function countedUnits(frame: NationalFrame, area: Territory): Uint16Array {
  return listUnitsOf(frame, area).filter((unit) => frame.isFolded[unit] === 0);
}

function measureArea(id: string, units: Uint16Array, { values, people }: SeriesColumns, threshold: number) {
  const own = Float64Array.from(units, (unit) => values[unit]);
  const weights = Float64Array.from(units, (unit) => Math.max(0, people[unit] || 0));
  const known = peopleWithValue(own, weights);
  return {
    id,
    people: weights.reduce((sum, n) => sum + n, 0),
    under: known > 0 ? peopleBelow(own, weights, threshold) / known : Number.NaN,
  };
}

function nationalMean({ frame, series }: FeltSources, asked: Series): number {
  return describeColumns(frame, { territory: { kind: "country", code: "fr" }, series: asked }, series).nationalMean;
}
