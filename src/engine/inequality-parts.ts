import type { Undefined } from "../core/inequality/figure.ts";
import type { Decomposition } from "../core/inequality/group-sums.ts";
import { decomposeMeanLogDeviation } from "../core/inequality/mean-log-deviation.ts";
import { decomposeTheil } from "../core/inequality/theil.ts";
import { orderRows } from "../core/inequality/weighted-rows.ts";
import type { WeighedColumns } from "./inequality-summary.ts";
import type { NationalFrame } from "./national-frame.ts";
import type { UnitContext } from "./unit-context.ts";

export const DIVISIONS = ["epci", "bassin_de_vie", "departement"] as const;
export type Division = (typeof DIVISIONS)[number];

/** How much of the inequality between people is between the parts of a division, and how much inside them. */
export interface DividedInequality {
  readonly division: Division;
  /** Parts with people and a value. */
  readonly parts: number;
  /** People with a value who live in a part; the others (islands without EPCI…) are left out of total, between and within. */
  readonly people: number;
  readonly theil: Decomposition | Undefined;
  readonly meanLogDeviation: Decomposition | Undefined;
}

/** Weighted by inhabitants. `units` are those of the columns. */
export function divideInequality(
  division: Division,
  units: Uint16Array,
  { values, people }: WeighedColumns,
  frame: NationalFrame,
  context: UnitContext,
): DividedInequality {
  const codes = { epci: frame.epcis, bassin_de_vie: context.bassinsDeVie, departement: frame.departements }[division];
  const numberOf = new Map<string, number>();
  const groupOf = new Uint32Array(units.length);
  const inParts = people.map((n, i) => {
    const code = codes[units[i]];
    if (code === null) return 0;
    if (!numberOf.has(code)) numberOf.set(code, numberOf.size);
    groupOf[i] = numberOf.get(code) ?? 0;
    return n;
  });
  const rows = orderRows(values, inParts);
  const grouping = { groupOf, count: numberOf.size };
  return {
    division,
    parts: new Set(Array.from(rows.rows, (row) => groupOf[row])).size,
    people: rows.total,
    theil: decomposeTheil(rows, grouping),
    meanLogDeviation: decomposeMeanLogDeviation(rows, grouping),
  };
}
