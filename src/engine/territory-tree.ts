import type { TerritoryTree } from "../core/contributions/territory-tree.ts";
import type { NationalFrame } from "./national-frame.ts";

type Columns = Pick<NationalFrame, "codes" | "cityOf" | "departements" | "regions" | "epcis">;

/**
 * Which territory lies in which, for the scopes of roles. An EPCI lies in a département, or a region, only with all its
 * communes; an arrondissement lies in its city. `release`: that of the codes.
 */
export function buildTerritoryTree(frame: Columns, release: string): TerritoryTree {
  const parents = new Map<string, readonly string[]>();
  const departementsOf = new Map<string, Set<string>>();
  const regionsOf = new Map<string, Set<string>>();
  for (const [unit, code] of frame.codes.entries()) {
    const [departement, region, epci] = [frame.departements[unit], frame.regions[unit], frame.epcis[unit]];
    const city = frame.cityOf[unit];
    const around = [
      ...(city >= 0 ? [`com:${frame.codes[city]}`] : []),
      ...(departement === null ? [] : [`dep:${departement}`]),
      ...(epci === null ? [] : [`epci:${epci}`]),
    ];
    parents.set(`com:${code}`, around);
    if (departement !== null && region !== null) parents.set(`dep:${departement}`, [`reg:${region}`]);
    if (epci === null) continue;
    gather(departementsOf, epci, departement);
    gather(regionsOf, epci, region);
  }
  for (const [epci, departements] of departementsOf) {
    const regions = regionsOf.get(epci)!;
    const [departement] = departements;
    const [region] = regions;
    if (departements.size === 1 && departement !== "") parents.set(`epci:${epci}`, [`dep:${departement}`]);
    else if (regions.size === 1 && region !== "") parents.set(`epci:${epci}`, [`reg:${region}`]);
  }
  return { release, parents };
}

function gather(sets: Map<string, Set<string>>, name: string, code: string | null): void {
  const set = sets.get(name);
  if (set === undefined) sets.set(name, new Set([code ?? ""]));
  else set.add(code ?? "");
}
