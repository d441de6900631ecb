import { FailureError } from "../core/failure.ts";
import { impossible } from "../core/placement/problem.ts";
import type { PlaceTimes } from "./place-times.ts";
import type { PlaceSitesQuestion } from "./placement-world.ts";
import type { ReachPlaces } from "./reach-places.ts";

/**
 * Places, by position, that meet the conditions: of the territory, or within the margin of one of its communes; mandatory ones
 * wherever they are. Throws `unknown-territory` for a code of no commune, `bad-input` for one both mandatory and excluded.
 */
export function listCandidates(
  { candidates: rules, series }: PlaceSitesQuestion,
  places: ReachPlaces,
  home: readonly number[],
  own: ReadonlySet<number>,
  tableBetween: PlaceTimes["estimate"],
): readonly number[] {
  const { counts, people } = places;
  const mandatory = new Set(rules.mandatory.map((code) => findPlace(places, code)));
  const excluded = new Set(rules.excluded.map((code) => findPlace(places, code)));
  for (const i of mandatory) {
    if (!excluded.has(i)) continue;
    const name = places.names[i];
    throw impossible(`candidate ${name} is both mandatory and excluded`, "both", { name });
  }
  const fits = (i: number) =>
    !excluded.has(i) &&
    (!rules.pharmacy || counts.pharmacy[i] > 0) &&
    (!rules.franceServices || counts.franceServices[i] > 0) &&
    (people[i] || 0) >= rules.people;
  const around = new Set<number>();
  if (rules.margin > 0) {
    const outside = Array.from(places.units.keys()).filter((i) => !own.has(places.units[i]) && fits(i));
    for (const j of tableBetween(home, outside, rules.margin).targets) around.add(outside[j]);
  }
  const fitting = Array.from(places.units.keys()).filter((i) => around.has(i) || (own.has(places.units[i]) && fits(i)));
  const far = new Set(keepFar(fitting, rules.minutesToPractice, counts[series.profession], tableBetween));
  return Array.from(places.units.keys()).filter((i) => far.has(i) || mandatory.has(i));
}

/** Those more than some minutes from every place of practice. */
function keepFar(
  rows: readonly number[],
  minutes: number,
  practices: Float64Array,
  tableBetween: PlaceTimes["estimate"],
): readonly number[] {
  if (minutes === 0) return rows;
  const occupied = Array.from(practices.keys()).filter((i) => practices[i] > 0);
  const near = tableBetween(rows, occupied, minutes);
  return rows.filter((_, k) => near.offsets[k + 1] === near.offsets[k]);
}

function findPlace({ codes }: ReachPlaces, code: string): number {
  const at = codes.indexOf(code);
  if (at < 0) throw new FailureError("unknown-territory", { text: code });
  return at;
}
