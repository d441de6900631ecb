import { cutByBounds, cutByShares, rankAreas, UNZONED } from "./cut.ts";
import type { ZoningRule } from "./rule.ts";

/** The areas of a whole country, in one order. */
export interface ZoningAreas {
  /** Access in the profession's unit, NaN where there is none. */
  readonly access: Float64Array;
  readonly people: Float64Array;
}

/** Where the simulated border of a class lies beside the published one. */
export interface ClassBorder {
  /** Highest access found in the class, NaN where it is empty. */
  readonly highest: number;
  /** Share of the people classed. */
  readonly share: number;
}

/** Cumulated shares of a rule of shares: the limits between its classes. */
export function shareLimits({ classes }: ZoningRule): readonly number[] {
  let sum = 0;
  return classes.slice(0, -1).map(({ share }) => {
    sum += share ?? Number.NaN;
    return sum;
  });
}

/** Upper bounds of a rule of bounds, without the last class. */
export function accessBounds({ classes }: ZoningRule): readonly number[] {
  return classes.slice(0, -1).map(({ upTo }) => upTo ?? Number.NaN);
}

/** Position of each area's class in the rule, UNZONED where it has no access or the rule has no figures. */
export function classifyAreas(rule: ZoningRule, { access, people }: ZoningAreas): Int8Array {
  if (rule.method === "bounds") return cutByBounds(access, accessBounds(rule));
  if (rule.method === "shares") return cutByShares(access, people, shareLimits(rule));
  return new Int8Array(access.length).fill(UNZONED);
}

export function describeBorders(rule: ZoningRule, areas: ZoningAreas, classes: Int8Array): readonly ClassBorder[] {
  const { access, people } = areas;
  let all = 0;
  const found = rule.classes.map(() => ({ highest: Number.NaN, people: 0 }));
  classes.forEach((at, i) => {
    if (at === UNZONED) return;
    const own = found[at];
    if (!(access[i] <= own.highest)) own.highest = access[i];
    own.people += people[i] || 0;
    all += people[i] || 0;
  });
  return found.map(({ highest, people: sum }) => ({ highest, share: sum / all }));
}

/** Sides of the exchange an area takes part in. */
export const NO_EXCHANGE = 0;
export const LOW_EXCHANGE = 1;
export const HIGH_EXCHANGE = 2;

/**
 * Which areas may cross the border of an exchange: those of the two classes whose middle lies within the published share of
 * people, counted from the worst served (low) or the best served (high).
 */
export function findExchangeable(rule: ZoningRule, areas: ZoningAreas, classes: Int8Array): Uint8Array {
  const sides = new Uint8Array(classes.length);
  const { order, blockStart, blockEnd, people } = rankAreas(areas.access, areas.people);
  for (const gauge of rule.gauges) {
    if (gauge.kind !== "exchange") continue;
    const between = gauge.between.map((id) => rule.classes.findIndex((one) => one.id === id));
    order.forEach((area, k) => {
      const middle = (blockStart[k] + blockEnd[k]) / 2 / people;
      const isWithin = gauge.side === "low" ? middle <= gauge.share : middle >= 1 - gauge.share;
      if (isWithin && between.includes(classes[area]))
        sides[area] = gauge.side === "low" ? LOW_EXCHANGE : HIGH_EXCHANGE;
    });
  }
  return sides;
}
