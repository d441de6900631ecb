import { type CostRows, sortCostRows } from "./cost-rows.ts";
import { impossible } from "./problem.ts";

/** Points on a plane, of equal length. */
export interface PlanePoints {
  readonly x: Float64Array;
  readonly y: Float64Array;
}

export interface EuclideanMetric {
  /** Decimals that distances are rounded to, half up; null: not rounded. */
  readonly decimals: number | null;
  /** Distance beyond which pairs cannot serve, limit included; Infinity: all can. */
  readonly within: number;
  /** Pairs held in memory at most: beyond, each point keeps its nearest candidates and the others are computed when asked. */
  readonly mostPairs: number;
}

export const MOST_PAIRS = 12_000_000;

/** Straight-line costs of every pair within the limit. Throws `bad-input` where these are too many to hold. */
export function euclideanRows(demand: PlanePoints, sites: PlanePoints, metric: EuclideanMetric): CostRows {
  const [demands, candidates] = [demand.x.length, sites.x.length];
  const { decimals, within, mostPairs } = metric;
  const perUnit = decimals === null ? 1 : 10 ** decimals;
  const between = (i: number, j: number) => Math.hypot(demand.x[i] - sites.x[j], demand.y[i] - sites.y[j]);
  const cost = (i: number, j: number) => held(between(i, j), decimals, perUnit);
  const each = Math.max(1, Math.floor(mostPairs / Math.max(1, demands)));
  const isCut = within === Number.POSITIVE_INFINITY && each < candidates;
  const grid = new PointGrid(sites);
  const offsets = new Uint32Array(demands + 1);
  const targets: Uint32Array[] = [];
  const costs: Float64Array[] = [];
  const least = new Float64Array(demands).fill(Number.POSITIVE_INFINITY);
  // A pair just beyond the limit may be rounded down onto it.
  const reach = within + (decimals === null ? 0 : 1 / perUnit);
  const limit = within === Number.POSITIVE_INFINITY ? within : held(within, decimals, perUnit);
  for (let i = 0; i < demands; i++) {
    const found = grid.near(demand.x[i], demand.y[i], isCut ? each + 1 : candidates, reach);
    let row = Uint32Array.from(found.sites);
    let rowCosts = Float64Array.from(row, (j) => cost(i, j));
    if (isCut) {
      const order = Array.from(row.keys()).sort((a, b) => rowCosts[a] - rowCosts[b] || row[a] - row[b]);
      const kept = order.slice(0, each);
      least[i] = Math.min(rowCosts[order[each]], held(found.within, null, perUnit));
      [row, rowCosts] = [Uint32Array.from(kept, (k) => row[k]), Float64Array.from(kept, (k) => rowCosts[k])];
      least[i] = Math.max(least[i], rowCosts[each - 1]);
    } else if (limit < Number.POSITIVE_INFINITY) {
      row = row.filter((_, k) => rowCosts[k] <= limit);
      rowCosts = rowCosts.filter((c) => c <= limit);
    }
    targets.push(row);
    costs.push(rowCosts);
    offsets[i + 1] = offsets[i] + row.length;
    if (offsets[i + 1] > 5 * MOST_PAIRS) {
      throw impossible(`more than ${5 * MOST_PAIRS} pairs within ${within}: a smaller radius, or fewer candidates`);
    }
  }
  const rows = { demands, candidates, offsets, targets: join(targets), costs: joinCosts(costs), perUnit };
  return sortCostRows(isCut ? { ...rows, rest: { least, cost } } : rows);
}

/** As held in the rows: rounded half up to a whole number of 1/perUnit, or as it is. */
function held(distance: number, decimals: number | null, perUnit: number): number {
  return decimals === null ? distance * perUnit : Math.floor(distance * perUnit + 0.5);
}

function join(parts: readonly Uint32Array[]): Uint32Array {
  const all = new Uint32Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

function joinCosts(parts: readonly Float64Array[]): Float64Array {
  const all = new Float64Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** Points in square cells of about two, searched ring by ring. */
class PointGrid {
  readonly #points: PlanePoints;
  readonly #left: number;
  readonly #bottom: number;
  readonly #side: number;
  readonly #wide: number;
  readonly #high: number;
  readonly #cells: readonly number[][];

  constructor(points: PlanePoints) {
    this.#points = points;
    const [left, right] = extent(points.x);
    const [bottom, top] = extent(points.y);
    const area = Math.max(right - left, 1e-9) * Math.max(top - bottom, 1e-9);
    const longest = Math.max(right - left, top - bottom, 1e-9);
    this.#left = left;
    this.#bottom = bottom;
    this.#side = Math.max(Math.sqrt((2 * area) / points.x.length), longest / 2000);
    this.#wide = Math.floor((right - left) / this.#side) + 1;
    this.#high = Math.floor((top - bottom) / this.#side) + 1;
    this.#cells = Array.from({ length: this.#wide * this.#high }, () => []);
    for (let j = 0; j < points.x.length; j++) {
      this.#cells[this.#row(points.y[j]) * this.#wide + this.#column(points.x[j])].push(j);
    }
  }

  /** At least the `count` nearest, or all within `reach`; `within`: distance up to which none is missing. */
  near(x: number, y: number, count: number, reach: number): { readonly sites: number[]; readonly within: number } {
    const sites: number[] = [];
    const column = this.#column(x);
    const row = this.#row(y);
    let closer = 0;
    for (let ring = 0; ; ring++) {
      const isAll = ring > Math.max(column, row, this.#wide - 1 - column, this.#high - 1 - row);
      if (isAll) return { sites, within: Number.POSITIVE_INFINITY };
      this.#takeRing(column, row, ring, sites);
      // Points outside the drawing are further from the next ring than they are from the edge they are moved to.
      const within = ring * this.#side;
      if (within >= reach) return { sites, within };
      if (sites.length < count) continue;
      closer = 0;
      for (const j of sites) if (Math.hypot(x - this.#points.x[j], y - this.#points.y[j]) <= within) closer++;
      if (closer >= count) return { sites, within };
    }
  }

  #takeRing(column: number, row: number, ring: number, sites: number[]): void {
    for (let r = Math.max(0, row - ring); r <= Math.min(this.#high - 1, row + ring); r++) {
      const step = Math.abs(r - row) === ring ? 1 : Math.max(1, 2 * ring);
      for (let c = column - ring; c <= column + ring; c += step) {
        if (c >= 0 && c < this.#wide) for (const j of this.#cells[r * this.#wide + c]) sites.push(j);
      }
    }
  }

  #column(x: number): number {
    return Math.min(this.#wide - 1, Math.max(0, Math.floor((x - this.#left) / this.#side)));
  }

  #row(y: number): number {
    return Math.min(this.#high - 1, Math.max(0, Math.floor((y - this.#bottom) / this.#side)));
  }
}

function extent(values: Float64Array): readonly [number, number] {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const value of values) {
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  return [low, high];
}
