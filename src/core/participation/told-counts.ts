import type { SmallNumberRule } from "../contributions/privacy/small-numbers.ts";
import type { ReportKind } from "../contributions/record-types.ts";
import type { Profession } from "../professions.ts";

/** A count of reports somebody published: rounded, and of enough reporters. */
export interface ToldCount {
  /** `dep:35`: an area of the grid; or a territory around areas, for those of them not told one by one. */
  readonly area: string;
  readonly kind: ReportKind;
  readonly profession: Profession;
  readonly month: string;
  readonly count: number;
}

/** What counts are published of: every area × month × profession × kind, whether told or not. */
export interface ToldGrid {
  readonly rule: SmallNumberRule;
  /** Every area of the country, and the territory whose rest it is told in. */
  readonly areas: readonly { readonly id: string; readonly parent: string }[];
  /** Months published, told cells or none. */
  readonly months: readonly string[];
  readonly kinds: readonly ReportKind[];
  readonly professions: readonly Profession[];
}

/** Reports of an area over the months, kinds and professions asked. */
export interface BoundedCount {
  readonly id: string;
  /** Sum of what is told of the area itself. */
  readonly told: number;
  /** Cells of the area told, of all its cells. */
  readonly cellsTold: number;
  readonly cells: number;
  /** Reports there may have been, by the rule: rounding and silence taken at their widest. */
  readonly least: number;
  readonly most: number;
}

/**
 * What there may have been behind what was told. A told count c stands for c − r/2 … c + r/2, and never for fewer than the
 * fewest told. An untold cell holds 0 … fewest − 1: a true 0 and a silenced 10 look alike. Where the rest of its parent is told,
 * no cell of it holds more than that rest, nor less than the rest leaves the others unable to hold.
 */
export function boundCounts(grid: ToldGrid, told: readonly ToldCount[]): readonly BoundedCount[] {
  const { rule, areas } = grid;
  const isAsked = (one: ToldCount) =>
    grid.months.includes(one.month) && grid.kinds.includes(one.kind) && grid.professions.includes(one.profession);
  const asked = told.filter(isAsked);
  const key = (one: ToldCount) => `${one.month} ${one.profession} ${one.kind}`;
  const known = new Set(areas.map(({ id }) => id));
  const own = new Map<string, Map<string, number>>();
  for (const one of asked) {
    const counts = own.get(one.area) ?? new Map<string, number>();
    counts.set(key(one), one.count);
    own.set(one.area, counts);
  }
  const children = new Map<string, string[]>();
  for (const { id, parent } of areas) children.set(parent, [...(children.get(parent) ?? []), id]);
  const cells = grid.months.length * grid.kinds.length * grid.professions.length;
  const silent = rule.fewest - 1;
  const restBounds = new Map<string, { count: number; least: number; most: number }>();
  for (const [parent, ids] of children) {
    if (known.has(parent)) continue;
    for (const [name, rest] of own.get(parent) ?? []) {
      const untold = ids.filter((id) => own.get(id)?.has(name) !== true).length;
      const [least, most] = boundsOf(rest, rule);
      const spare = Math.max(0, least - (untold - 1) * silent);
      restBounds.set(`${parent} ${name}`, { count: untold, least: spare, most: Math.min(silent, most) });
    }
  }
  return areas.map(({ id, parent }) => {
    const counts = own.get(id) ?? new Map<string, number>();
    let [sum, least, most] = [0, 0, 0];
    for (const count of counts.values()) {
      const [low, high] = boundsOf(count, rule);
      sum += count;
      least += low;
      most += high;
    }
    let open = cells - counts.size;
    for (const name of own.get(parent)?.keys() ?? []) {
      const rest = restBounds.get(`${parent} ${name}`);
      if (counts.has(name) || rest === undefined) continue;
      least += rest.least;
      most += rest.most;
      open--;
    }
    return { id, told: sum, cellsTold: counts.size, cells, least, most: most + open * silent };
  });
}

/** Whole numbers a rounded count may stand for; halves are rounded up. */
function boundsOf(count: number, { fewest, roundTo }: SmallNumberRule): readonly [number, number] {
  return [Math.max(fewest, Math.ceil(count - roundTo / 2)), Math.ceil(count + roundTo / 2) - 1];
}
