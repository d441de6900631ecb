import { FailureError } from "../core/failure.ts";
import type { ZoningRule } from "../core/zoning/rule.ts";
import type { NationalFrame } from "./national-frame.ts";
import type { SeriesColumns } from "./series-columns.ts";
import type { AreaLayout } from "./zoning-areas.ts";

/** Access in place of the published one, by INSEE code: a scenario. */
export interface AccessOverrides {
  readonly codes: readonly string[];
  readonly values: Float64Array;
}

/** Figures of every area of the country, in the order of its layout. */
export interface AreaFigures {
  readonly communes: Float64Array;
  readonly people: Float64Array;
  /** People of communes without access: they count in the area, not in its mean. */
  readonly peopleMissing: Float64Array;
  readonly standardised: Float64Array;
  /** Mean of the communes with a value, NaN where none has one. */
  readonly access: Float64Array;
  /** Region with most of its people. */
  readonly regions: readonly (string | null)[];
}

/** Throws `bad-input` for a code that is no commune or a value that is no access. */
export function overrideAccess(frame: NationalFrame, values: Float64Array, by: AccessOverrides): Float64Array {
  const unitOf = new Map(frame.codes.map((code, unit) => [code, unit]));
  const changed = values.slice();
  by.codes.forEach((code, row) => {
    const unit = unitOf.get(code);
    if (unit === undefined) throw new FailureError("bad-input", { row: row + 1, code, problem: "unknown commune" });
    if (!(by.values[row] >= 0))
      throw new FailureError("bad-input", { row: row + 1, code, expected: "access of 0 or more" });
    changed[unit] = by.values[row];
  });
  return changed;
}

/** Averages communes by the weights of the rule. */
export function measureAreas(
  frame: NationalFrame,
  layout: AreaLayout,
  { people, standardised }: SeriesColumns,
  values: Float64Array,
  weights: ZoningRule["weights"],
): AreaFigures {
  const size = layout.keys.length;
  const column = () => new Float64Array(size);
  const sums = { communes: column(), people: column(), missing: column(), standardised: column() };
  const [weighted, total] = [column(), column()];
  const byRegion: Map<string, number>[] = layout.keys.map(() => new Map());
  layout.areaOf.forEach((area, unit) => {
    if (area < 0) return;
    const inhabitants = people[unit] || 0;
    const region = frame.regions[unit];
    sums.communes[area]++;
    sums.people[area] += inhabitants;
    sums.standardised[area] += standardised[unit] || 0;
    if (region !== null) byRegion[area].set(region, (byRegion[area].get(region) ?? 0) + inhabitants);
    const weight = weights === "people" ? inhabitants : standardised[unit] || 0;
    if (Number.isNaN(values[unit])) sums.missing[area] += inhabitants;
    else {
      weighted[area] += weight * values[unit];
      total[area] += weight;
    }
  });
  return {
    communes: sums.communes,
    people: sums.people,
    peopleMissing: sums.missing,
    standardised: sums.standardised,
    access: weighted.map((sum, area) => sum / total[area]),
    regions: byRegion.map((regions) => [...regions].reduce<[string | null, number]>(most, [null, -1])[0]),
  };
}

function most(best: [string | null, number], [region, people]: [string, number]): [string | null, number] {
  return people > best[1] ? [region, people] : best;
}
