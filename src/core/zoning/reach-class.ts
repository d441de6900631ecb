import type { Profession } from "../professions.ts";
import { accessBounds, shareLimits, type ZoningAreas } from "./classify.ts";
import { classAt, rankAreas } from "./cut.ts";
import type { ZoningRule } from "./rule.ts";

/** The access at which an area comes into a class, everything else being equal. */
export interface ClassEntry {
  readonly access: number;
  /** Whether it has to be passed: reaching it is not enough. */
  readonly isStrict: boolean;
}

/**
 * For each class of the rule the nearest access that puts an area into it, the others keeping theirs; null where it is there
 * already, or where nothing puts it there (its people alone may be more than a narrow class holds). Ranks once for all areas.
 */
export function prepareEntries(
  rule: ZoningRule,
  { access, people }: ZoningAreas,
): (area: number) => readonly (ClassEntry | null)[] {
  const none = rule.classes.map(() => null);
  const enter =
    rule.method === "bounds"
      ? (area: number) => enterByBounds(accessBounds(rule), access[area])
      : prepareShares(shareLimits(rule), { access, people });
  return (area) => (Number.isNaN(access[area]) || rule.method === "unpublished" ? none : enter(area));
}

function enterByBounds(bounds: readonly number[], own: number): readonly (ClassEntry | null)[] {
  const at = classAt(own, bounds);
  return Array.from({ length: bounds.length + 1 }, (_, k) => {
    if (k === at) return null;
    return k < at ? { access: bounds[k], isStrict: false } : { access: bounds[k - 1], isStrict: true };
  });
}

/**
 * An area among the others stands just under one of their values or on it, where it makes one block with those it ties: two
 * places for each value, 2k and 2k + 1, and a last one over all. Its middle, so its class, only grows from place to place.
 */
function prepareShares(limits: readonly number[], { access, people }: ZoningAreas) {
  const { order, blockStart, blockEnd, people: all } = rankAreas(access, people);
  const firsts = order.map((_, at) => at).filter((at) => at === 0 || access[order[at]] !== access[order[at - 1]]);
  const values = Float64Array.from(firsts, (at) => access[order[at]]);
  const starts = Float64Array.from(firsts, (at) => blockStart[at]);
  const ends = Float64Array.from(firsts, (at) => blockEnd[at]);
  const blockOf = new Int32Array(access.length).fill(-1);
  order.forEach((area, at) => {
    const isFirst = at === 0 || access[area] !== access[order[at - 1]];
    blockOf[area] = isFirst ? (at === 0 ? 0 : blockOf[order[at - 1]] + 1) : blockOf[order[at - 1]];
  });
  return (area: number): readonly (ClassEntry | null)[] => {
    const size = people[area] || 0;
    const own = blockOf[area];
    const isAlone = (own + 1 < firsts.length ? firsts[own + 1] : order.length) - firsts[own] === 1;
    const place = 2 * own + (isAlone ? 0 : 1);
    const up = new Int32Array(limits.length + 1).fill(-1);
    const down = new Int32Array(limits.length + 1).fill(-1);
    const visit = (at: number, middle: number) => {
      const found = classAt(middle / all, limits);
      if (at < place) down[found] = at;
      else if (at > place && up[found] < 0) up[found] = at;
    };
    for (let block = 0; block < values.length; block++) {
      const start = starts[block] - (block > own ? size : 0);
      const end = ends[block] - (block >= own ? size : 0);
      visit(2 * block, start + size / 2);
      if (block !== own || !isAlone) visit(2 * block + 1, (start + end + size) / 2);
    }
    visit(2 * values.length, all - size / 2);
    const at = classAt((starts[own] + ends[own]) / 2 / all, limits);
    return Array.from({ length: limits.length + 1 }, (_, k) => {
      const to = k > at ? up[k] : k < at ? down[k] : -1;
      if (to < 0) return null;
      if (to % 2 === 1) return { access: values[(to - 1) / 2], isStrict: false };
      const bound = k > at ? values[to / 2 - 1] : values[to / 2];
      // Access is never under 0.
      return k < at && bound <= 0 ? null : { access: bound, isStrict: true };
    });
  };
}

/** Acts a year of one full-time general practitioner: ARS Bourgogne-Franche-Comté, from the APL of the DREES. */
export const ACTS_PER_FTE = 5400;

/** What a change of access is in care an area's inhabitants would have to gain (or lose, where negative) a year. */
export interface CareNeeded {
  /** Consultations and visits a year; NaN for professions counted in FTE. */
  readonly acts: number;
  readonly fte: number;
}

/**
 * Turns a change of an area's access into care: access is care per standardised inhabitant, changed alike in all its
 * communes. This is what its own inhabitants reach: practitioners who settle there also serve neighbours, so that more of
 * them is needed.
 */
export function careFor(change: number, standardised: number, profession: Profession): CareNeeded {
  if (profession === "gp") return { acts: change * standardised, fte: (change * standardised) / ACTS_PER_FTE };
  return { acts: Number.NaN, fte: (change * standardised) / 100_000 };
}
