import type { ScopedPeople } from "../core/participation/reports-csv.ts";
import { formatTerritory, type Territory } from "../core/territory.ts";
import { findTerritory, listParents, listUnitsOf, type NationalFrame } from "./national-frame.ts";

/** A commune, then what lies around it up to the country, with the people of each; empty for a code that is none. */
export function listOutwards(frame: NationalFrame): (code: string) => readonly ScopedPeople[] {
  const known = new Map<string, number>();
  const peopleOf = (territory: Territory) => {
    const scope = formatTerritory(territory);
    const people =
      known.get(scope) ??
      listUnitsOf(frame, territory).reduce(
        (sum, unit) => sum + (frame.isFolded[unit] === 1 ? 0 : Math.max(0, frame.population[unit] || 0)),
        0,
      );
    known.set(scope, people);
    return { scope, people };
  };
  return (code) => {
    const commune = findTerritory(frame, { kind: "commune", code });
    return commune === undefined ? [] : [commune, ...listParents(frame, commune)].map(peopleOf);
  };
}
