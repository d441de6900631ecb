import { poissonInterval } from "./poisson-interval.ts";
import type { BoundedCount } from "./told-counts.ts";

/**
 * confirmed: badly served, and people say so. hidden: well served by the figures, and people say otherwise. silent: badly served
 * and hardly anybody says so: go and listen. served: neither. uncertain: the interval of the reports straddles the cut.
 * unknown: the figures say nothing.
 */
export const QUADRANTS = ["confirmed", "hidden", "silent", "served", "uncertain", "unknown"] as const;
export type Quadrant = (typeof QUADRANTS)[number];

/** What figures say of an area. */
export interface ComputedArea {
  readonly id: string;
  readonly people: number;
  /** Share of its people under the threshold; NaN where it is not known. */
  readonly under: number;
}

export interface FeltArea extends BoundedCount, ComputedArea {
  /** Reports told, for 1,000 people and a year; NaN where nobody lives or no month is published. */
  readonly rate: number;
  /** Exact 95 % limits of the rate, over every count that may be behind what was told. */
  readonly low: number;
  readonly high: number;
  readonly felt: "much" | "little" | "uncertain";
  readonly quadrant: Quadrant;
  /** The two an uncertain area may be in; else its own. */
  readonly possible: readonly Quadrant[];
}

export interface QuadrantRule {
  /** Months the counts are of. */
  readonly months: number;
  /** Reports for 1,000 people and a year from which much is said; null: that of all areas together, rests included. */
  readonly cut: number | null;
  /** Share of people under the threshold above which an area is badly served; null: that of all areas together. */
  readonly underCut: number | null;
  /** Told of areas together without saying which. */
  readonly toldOfRests: number;
}

export interface FeltComputed {
  /** Rate from which much is said: what is told, so a lower limit of what was reported. */
  readonly cut: number;
  readonly underCut: number;
  readonly areas: readonly FeltArea[];
  /** Areas and people by quadrant. */
  readonly count: Readonly<Record<Quadrant, { readonly areas: number; readonly people: number }>>;
  /** Areas of which nothing at all is told: nobody spoke, or too few did to say so; the two cannot be told apart. */
  readonly untold: readonly string[];
}

/** Reports against figures. Counts are of whoever chose to report: their rates compare areas, they do not measure need. */
export function crossFelt(
  computed: readonly ComputedArea[],
  counts: readonly BoundedCount[],
  rule: QuadrantRule,
): FeltComputed {
  const countOf = new Map(counts.map((count) => [count.id, count]));
  const pairs = computed.flatMap((area) => {
    const count = countOf.get(area.id);
    return count === undefined ? [] : [{ area, count }];
  });
  const sum = (pick: (pair: (typeof pairs)[number]) => number) => pairs.reduce((total, pair) => total + pick(pair), 0);
  const exposure = (people: number) => (people * rule.months) / 12 / 1000;
  const everyone = sum(({ area }) => area.people);
  const knownPeople = sum(({ area }) => (Number.isNaN(area.under) ? 0 : area.people));
  const pooledUnder = sum(({ area }) => (Number.isNaN(area.under) ? 0 : area.under * area.people)) / knownPeople;
  const cut = rule.cut ?? (sum(({ count }) => count.told) + rule.toldOfRests) / exposure(everyone);
  const underCut = rule.underCut ?? pooledUnder;
  const areas = pairs.map(({ area, count }): FeltArea => {
    const years = exposure(area.people);
    const [least, most] = poissonInterval(count.least, count.most);
    const [low, high] = years > 0 ? [least / years, most / years] : [Number.NaN, Number.NaN];
    const felt = cut > 0 && low >= cut ? "much" : high < cut ? "little" : "uncertain";
    const isBad = area.under > underCut;
    const possible = listPossible(Number.isNaN(area.under), isBad, felt);
    const quadrant = possible.length === 1 ? possible[0] : "uncertain";
    return {
      ...count,
      ...area,
      rate: years > 0 ? count.told / years : Number.NaN,
      low,
      high,
      felt,
      quadrant,
      possible,
    };
  });
  const count = Object.fromEntries(
    QUADRANTS.map((quadrant) => {
      const some = areas.filter((area) => area.quadrant === quadrant);
      return [quadrant, { areas: some.length, people: some.reduce((total, { people }) => total + people, 0) }];
    }),
  ) as FeltComputed["count"];
  return { cut, underCut, areas, count, untold: areas.filter(({ cellsTold }) => cellsTold === 0).map(({ id }) => id) };
}

function listPossible(isUnknown: boolean, isBad: boolean, felt: FeltArea["felt"]): readonly Quadrant[] {
  if (isUnknown) return ["unknown"];
  const [much, little] = isBad ? (["confirmed", "silent"] as const) : (["hidden", "served"] as const);
  return felt === "uncertain" ? [much, little] : [felt === "much" ? much : little];
}
