import { presetOf } from "../core/access/profession-presets.ts";
import type { Profession } from "../core/professions.ts";
import { type Change, communesOf } from "../core/scenario/change.ts";
import { type ChangeFault, changeFailure } from "../core/scenario/read-change.ts";
import { supplyShifts } from "../core/scenario/supply-shifts.ts";
import type { NationalFrame } from "./national-frame.ts";
import type { ReachPlaces } from "./reach-places.ts";

/** Supply that comes to a commune, or leaves it, all changes together. */
export interface SiteSupply {
  /** Position among the places; an arrondissement stands at its city. */
  readonly place: number;
  /** A year, in the unit of the profession's supply; below 0 where more leaves than comes. */
  readonly supply: number;
}

/** Where each commune by code stands among the places. */
export type FindPlace = (code: string) => number;

/** Throws `bad-input` with the change, its id and the field of the first commune that is not one, before anything is applied. */
export function locateCommunes(frame: NationalFrame, places: ReachPlaces, changes: readonly Change[]): FindPlace {
  const unitOf = new Map(frame.codes.map((code, unit) => [code, unit]));
  const placeOf = new Map(Array.from(places.units, (unit, place) => [unit, place]));
  const find = (code: string): number | string => {
    const unit = unitOf.get(code);
    if (unit === undefined) return `no commune ${code} in the data`;
    return placeOf.get(frame.cityOf[unit] < 0 ? unit : frame.cityOf[unit]) ?? `no point is known for ${code}`;
  };
  const faults = changes.flatMap((change, index): readonly ChangeFault[] =>
    communesOf(change).flatMap(({ field, code }) => {
      const place = find(code);
      return typeof place === "number" ? [] : [{ index, id: change.id, field, problem: place }];
    }),
  );
  if (faults[0]) throw changeFailure(faults[0], faults.length - 1);
  return (code) => find(code) as number;
}

/** Supply by place, places ascending; sums run in the order of ids, so that the order of changes is of no matter. */
export function supplyByPlace(
  changes: readonly Change[],
  profession: Profession,
  find: FindPlace,
): readonly SiteSupply[] {
  const sums = new Map<number, number>();
  for (const { commune, supply } of supplyShifts(changes, profession, presetOf(profession).perPractitioner.value)) {
    const place = find(commune);
    sums.set(place, (sums.get(place) ?? 0) + supply);
  }
  return Array.from(sums, ([place, supply]) => ({ place, supply }))
    .filter(({ supply }) => supply !== 0)
    .toSorted((a, b) => a.place - b.place);
}
