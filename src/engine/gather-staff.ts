import { modelOf } from "../core/access/model.ts";
import { presetOf } from "../core/access/profession-presets.ts";
import { impossible } from "../core/placement/problem.ts";
import { weighDeprived } from "../core/placement/shortfall.ts";
import type { StaffShare } from "../core/placement/staff.ts";
import { nearestSeries, type Series } from "../core/professions.ts";
import type { PlaceSitesSources } from "./placement-sources.ts";
import type { PlaceSitesQuestion, StaffWorld } from "./placement-world.ts";
import { reachSites } from "./reach-sites.ts";
import { thresholdOf } from "./unit-column.ts";

/** Of each other profession of a site, the series nearest to the one asked about. */
export function staffSeries({ series, staff = [] }: PlaceSitesQuestion): readonly Series[] {
  const others = staff.filter(({ profession }) => profession !== series.profession);
  return others.map(({ profession }) => nearestSeries(profession, series.year, series.ages));
}

/** Throws `bad-input` for a profession named twice, and when nobody counted works at a site. */
export function assertStaff({ staff }: PlaceSitesQuestion): void {
  if (!staff) return;
  if (new Set(staff.map(({ profession }) => profession)).size < staff.length) {
    throw impossible("a profession is named twice among the staff of a site");
  }
  if (!staff.some(({ fte, importance }) => fte > 0 && importance > 0)) {
    throw impossible("no profession of a site has both staff and a weight", "no-staff");
  }
}

/** A profession on its own terms: its values, its model and, unless it is the one asked about, the threshold of its orders. */
export function gatherStaff(
  share: StaffShare,
  { frame, series: shown, places, brought, staff }: PlaceSitesSources,
  question: PlaceSitesQuestion,
  allowed: readonly number[],
  inside: readonly number[],
): StaffWorld {
  const { profession, fte } = share;
  const isShown = profession === question.series.profession;
  const series = isShown ? question.series : nearestSeries(profession, question.series.year, question.series.ages);
  const columns = isShown ? shown : staff?.get(profession);
  if (!columns) throw new RangeError(`no columns of ${profession}`);
  const rows = inside.filter((i) => !Number.isNaN(columns.values[places.units[i]]));
  const { perPeople, perPractitioner } = presetOf(profession);
  const model = isShown ? question.model : modelOf(profession);
  const supply = fte * perPractitioner.value * perPeople;
  const { lifts } = reachSites({ series: columns, places, brought }, allowed, rows, model, supply);
  const pick = (column: Float64Array) => Float64Array.from(rows, (i) => column[places.units[i]]);
  const threshold = isShown ? question.threshold : thresholdOf(frame, series, columns);
  const people = pick(columns.people).map((n) => Math.max(0, n || 0));
  const official = pick(columns.values);
  return {
    ...share,
    series,
    threshold,
    units: Uint16Array.from(rows, (i) => places.units[i]),
    people,
    standardised: pick(columns.standardised),
    official,
    counted: weighDeprived(people, official, threshold, question.priority),
    lifts,
  };
}
