import type { Profession } from "../professions.ts";
import { accessBounds, shareLimits, type ZoningAreas } from "./classify.ts";
import { classAt } from "./cut.ts";
import type { ZoningRule } from "./rule.ts";

/** The access at which an area comes into a class, everything else being equal. */
export interface ClassEntry {
  readonly access: number;
  /** Whether it has to be passed: reaching it is not enough. */
  readonly isStrict: boolean;
}

/**
 * For each class of the rule the nearest access that puts one area into it, the others keeping theirs; null where it is
 * there already, or where nothing puts it there (its people alone may be more than a narrow class holds).
 */
export function findEntries(rule: ZoningRule, areas: ZoningAreas, area: number): readonly (ClassEntry | null)[] {
  const own = areas.access[area];
  if (Number.isNaN(own) || rule.method === "unpublished") return rule.classes.map(() => null);
  return rule.method === "bounds" ? enterByBounds(rule, own) : enterByShares(rule, areas, area);
}

function enterByBounds(rule: ZoningRule, own: number): readonly (ClassEntry | null)[] {
  const bounds = accessBounds(rule);
  const at = classAt(own, bounds);
  return rule.classes.map((_, k) => {
    if (k === at) return null;
    return k < at ? { access: bounds[k], isStrict: false } : { access: bounds[k - 1], isStrict: true };
  });
}

/** Places among the others: between two values in turn with on a value, where the area and the tied ones are one block. */
function enterByShares(
  rule: ZoningRule,
  { access, people }: ZoningAreas,
  area: number,
): readonly (ClassEntry | null)[] {
  const limits = shareLimits(rule);
  const size = people[area] || 0;
  const others = Uint32Array.from(access.keys())
    .filter((i) => i !== area && !Number.isNaN(access[i]))
    .sort((a, b) => access[a] - access[b]);
  const all = others.reduce((sum, i) => sum + (people[i] || 0), size);
  const values: number[] = [];
  /** Class at each place: 2k just under the k-th value, 2k + 1 on it. */
  const classOf: number[] = [];
  let before = 0;
  for (let at = 0; at < others.length; ) {
    const value = access[others[at]];
    let tied = 0;
    while (at < others.length && access[others[at]] === value) tied += people[others[at++]] || 0;
    values.push(value);
    classOf.push(classAt((before + size / 2) / all, limits), classAt((before + (size + tied) / 2) / all, limits));
    before += tied;
  }
  classOf.push(classAt((before + size / 2) / all, limits));
  const own = access[area];
  const under = values.findIndex((value) => value >= own);
  const place = under < 0 ? classOf.length - 1 : 2 * under + (values[under] === own ? 1 : 0);
  return rule.classes.map((_, k) => {
    if (k === classOf[place]) return null;
    if (k > classOf[place]) {
      const up = classOf.findIndex((found, p) => p > place && found === k);
      if (up < 0) return null;
      return { access: values[up % 2 === 1 ? (up - 1) / 2 : up / 2 - 1], isStrict: up % 2 === 0 };
    }
    const down = classOf.findLastIndex((found, p) => p < place && found === k);
    if (down < 0) return null;
    const access = values[down % 2 === 1 ? (down - 1) / 2 : down / 2];
    // Access is never under 0.
    return down % 2 === 0 && access <= 0 ? null : { access, isStrict: down % 2 === 0 };
  });
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
