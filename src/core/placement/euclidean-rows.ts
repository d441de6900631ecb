import type { CostRows } from "./cost-rows.ts";
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
  const cost = (i: number, j: number) =>
    held(Math.sqrt(squareOf(demand.x[i] - sites.x[j], demand.y[i] - sites.y[j])), decimals, perUnit);
  const each = Math.max(1, Math.floor(mostPairs / Math.max(1, demands)));
  const isCut = within === Number.POSITIVE_INFINITY && each < candidates;
  // A pair just beyond the limit may be rounded down onto it.
  const reach = within + (decimals === null ? 0 : 1 / perUnit);
  const limit = within === Number.POSITIVE_INFINITY ? within : held(within, decimals, perUnit);
  const grid = new PointGrid(sites);
  const offsets = new Uint32Array(demands + 1);
  const targets: Uint32Array[] = [];
  const costs: Float64Array[] = [];
  const least = new Float64Array(demands);
  const order = new Uint32Array(candidates);
  const all = new Float64Array(candidates);
  for (let i = 0; i < demands; i++) {
    const found = grid.near(demand.x[i], demand.y[i], isCut ? each + 1 : candidates, reach);
    for (let k = 0; k < found.count; k++) {
      order[k] = k;
      all[k] = held(Math.sqrt(found.squares[k]), decimals, perUnit);
    }
    const sorted = order.subarray(0, found.count).sort((a, b) => all[a] - all[b] || found.sites[a] - found.sites[b]);
    let length = isCut ? each : found.count;
    while (length > 0 && all[sorted[length - 1]] > limit) length--;
    targets.push(Uint32Array.from(sorted.subarray(0, length), (k) => found.sites[k]));
    costs.push(Float64Array.from(sorted.subarray(0, length), (k) => all[k]));
    if (isCut) least[i] = all[sorted[each]];
    offsets[i + 1] = offsets[i] + length;
    if (offsets[i + 1] > 5 * MOST_PAIRS) {
      throw impossible(`more than ${5 * MOST_PAIRS} pairs within ${within}: a smaller radius, or fewer candidates`);
    }
  }
  const rows = {
    demands,
    candidates,
    offsets,
    targets: join(targets, Uint32Array),
    costs: join(costs, Float64Array),
    perUnit,
  };
  return isCut ? { ...rows, rest: { least, cost } } : rows;
}

function squareOf(dx: number, dy: number): number {
  return dx * dx + dy * dy;
}

/** As held in the rows: rounded half up to a whole number of 1/perUnit, or as it is. */
function held(distance: number, decimals: number | null, perUnit: number): number {
  return decimals === null ? distance * perUnit : Math.floor(distance * perUnit + 0.5);
}

function join<T extends Uint32Array | Float64Array>(parts: readonly T[], kind: new (length: number) => T): T {
  const all = new kind(parts.reduce((sum, part) => sum + part.length, 0));
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
  readonly #sites: Uint32Array;
  readonly #squares: Float64Array;
  #count = 0;

  constructor(points: PlanePoints) {
    this.#points = points;
    this.#sites = new Uint32Array(points.x.length);
    this.#squares = new Float64Array(points.x.length);
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

  /**
   * At least the `count` nearest, or all within `reach`, with squared distances, in no order. The arrays are those of the next
   * call too.
   */
  near(x: number, y: number, count: number, reach: number) {
    const column = this.#column(x);
    const row = this.#row(y);
    const last = Math.max(column, row, this.#wide - 1 - column, this.#high - 1 - row);
    this.#count = 0;
    for (let ring = 0; ring <= last; ring++) {
      this.#takeRing(column, row, ring, x, y);
      // A place outside the cells is no nearer to them than its own cell at the edge: what is within is all there.
      const within = ring * this.#side;
      if (within >= reach) break;
      if (this.#count < count) continue;
      let closer = 0;
      for (let k = 0; k < this.#count; k++) if (this.#squares[k] <= within * within) closer++;
      if (closer >= count) break;
    }
    return { sites: this.#sites, squares: this.#squares, count: this.#count };
  }

  #takeRing(column: number, row: number, ring: number, x: number, y: number): void {
    for (let r = Math.max(0, row - ring); r <= Math.min(this.#high - 1, row + ring); r++) {
      const step = Math.abs(r - row) === ring ? 1 : Math.max(1, 2 * ring);
      for (let c = column - ring; c <= column + ring; c += step) {
        if (c < 0 || c >= this.#wide) continue;
        for (const j of this.#cells[r * this.#wide + c]) {
          this.#squares[this.#count] = squareOf(x - this.#points.x[j], y - this.#points.y[j]);
          this.#sites[this.#count++] = j;
        }
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
