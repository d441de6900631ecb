import { Random, shuffleFirst } from "../random.ts";
import { isIsland, type Neighbours } from "./neighbours.ts";
import { TOLERANCE } from "./pseudo-p.ts";

/** Per unit, how many simulated lags are at least, and at most, its own; grows as deals are drawn. */
export interface LagCounts {
  readonly atLeast: Uint32Array;
  readonly atMost: Uint32Array;
}

/** Conditional permutations, drawn in as many goes as the caller likes. */
export interface LagPermutations {
  readonly counts: LagCounts;
  /** Deals that many more times. */
  draw(deals: number): void;
}

/** Deals held at once times their length: some 16 MB, whatever the number of permutations. */
const MOST_HELD = 2 ** 20;

/**
 * Deals the other units' scores to the neighbours of each unit and compares the lag with the observed one.
 *
 * As in esda, the deals are drawn once for all units (so their p share one Monte-Carlo error): each is the head of a random
 * order of all units, one longer than the largest number of neighbours; a unit takes from it as many as it has neighbours,
 * itself passed over. Where the weights of each unit are equal, units with as many neighbours share sorted sums: counting is a
 * search, and only the deals holding the unit itself, about one in n, are summed again. The same deals for the same seed,
 * however many goes they are drawn in.
 */
export function permuteLags(
  scores: Float64Array,
  lag: Float64Array,
  neighbours: Neighbours,
  seed: number,
): LagPermutations {
  const { units, offsets } = neighbours;
  const degrees = Uint32Array.from({ length: units }, (_, i) => offsets[i + 1] - offsets[i]);
  const length = degrees.reduce((most, n) => Math.max(most, n), 0) + 1;
  const isEven = Uint8Array.from(degrees, (_, i) => (hasEqualWeights(neighbours, i) ? 1 : 0));
  const byDegree = groupByDegree(degrees, isEven, length);
  const counts = { atLeast: new Uint32Array(units), atMost: new Uint32Array(units) };
  const random = new Random(seed);
  const order = Float64Array.from(scores.keys());
  const most = Math.max(1, Math.floor(MOST_HELD / length));
  const drawSome = (count: number) => {
    const comparison = { scores, lag, neighbours, deals: drawDeals(scores, order, count, length, random), counts };
    countEven(comparison, byDegree);
    for (let i = 0; i < units; i++) if (isEven[i] === 0) countUneven(comparison, i, degrees[i]);
  };
  return {
    counts,
    draw(deals) {
      for (let left = deals; left > 0; left -= most) drawSome(Math.min(left, most));
    },
  };
}

interface Deals {
  readonly count: number;
  readonly length: number;
  /** Scores dealt, row per deal. */
  readonly scores: Float64Array;
  /** Where each unit was dealt, CSR over units: positions in the rows of `scores`, ascending. */
  readonly offsets: Uint32Array;
  readonly hits: Uint32Array;
}

interface Comparison {
  readonly scores: Float64Array;
  readonly lag: Float64Array;
  readonly neighbours: Neighbours;
  readonly deals: Deals;
  readonly counts: LagCounts;
}

function drawDeals(scores: Float64Array, order: Float64Array, count: number, length: number, random: Random): Deals {
  const dealt = new Float64Array(count * length);
  const ids = new Uint32Array(count * length);
  const offsets = new Uint32Array(scores.length + 1);
  for (let k = 0; k < count; k++) {
    shuffleFirst(order, length, random);
    for (let m = 0, at = k * length; m < length; m++, at++) {
      ids[at] = order[m];
      dealt[at] = scores[order[m]];
      offsets[order[m] + 1]++;
    }
  }
  for (let i = 0; i < scores.length; i++) offsets[i + 1] += offsets[i];
  const next = offsets.slice();
  const hits = new Uint32Array(ids.length);
  for (let at = 0; at < ids.length; at++) hits[next[ids[at]]++] = at;
  return { count, length, scores: dealt, offsets, hits };
}

/** Units whose weights are equal, by their number of neighbours. */
function countEven(
  { scores, lag, neighbours, deals, counts }: Comparison,
  byDegree: readonly (readonly number[])[],
): void {
  const sums = new Float64Array(deals.count);
  for (let degree = 1; degree < deals.length; degree++) {
    for (let k = 0, at = degree - 1; k < deals.count; k++, at += deals.length) sums[k] += deals.scores[at];
    const members = byDegree[degree];
    if (members.length === 0) continue;
    const sorted = sums.slice().sort();
    for (const i of members) {
      const observed = lag[i] / neighbours.weights[neighbours.offsets[i]];
      const slack = TOLERANCE * Math.max(1, Math.abs(observed));
      let atLeast = deals.count - firstFrom(sorted, observed - slack);
      let atMost = firstFrom(sorted, observed + slack, true);
      for (let h = deals.offsets[i]; h < deals.offsets[i + 1]; h++) {
        const deal = Math.floor(deals.hits[h] / deals.length);
        const place = deals.hits[h] - deal * deals.length;
        if (place >= degree) continue;
        const replaced = sums[deal] + deals.scores[deal * deals.length + degree] - scores[i];
        atLeast += Number(replaced >= observed - slack) - Number(sums[deal] >= observed - slack);
        atMost += Number(replaced <= observed + slack) - Number(sums[deal] <= observed + slack);
      }
      counts.atLeast[i] += atLeast;
      counts.atMost[i] += atMost;
    }
  }
}

/** One unit whose weights differ: every deal is weighed. */
function countUneven({ lag, neighbours, deals, counts }: Comparison, i: number, degree: number): void {
  const { offsets, weights } = neighbours;
  const start = offsets[i];
  const slack = TOLERANCE * Math.max(1, Math.abs(lag[i]));
  let hit = deals.offsets[i];
  for (let k = 0, base = 0; k < deals.count; k++, base += deals.length) {
    let sum = 0;
    if (hit < deals.offsets[i + 1] && deals.hits[hit] < base + deals.length) {
      const own = deals.hits[hit++];
      for (let m = 0, at = base; m < degree; m++, at++) {
        if (at === own) at++;
        sum += weights[start + m] * deals.scores[at];
      }
    } else for (let m = 0; m < degree; m++) sum += weights[start + m] * deals.scores[base + m];
    if (sum >= lag[i] - slack) counts.atLeast[i]++;
    if (sum <= lag[i] + slack) counts.atMost[i]++;
  }
}

function groupByDegree(degrees: Uint32Array, isEven: Uint8Array, length: number): readonly (readonly number[])[] {
  const groups = Array.from({ length }, (): number[] => []);
  degrees.forEach((degree, i) => {
    if (isEven[i] === 1 && degree > 0) groups[degree].push(i);
  });
  return groups;
}

/** Islands count as equal: there is nothing to weigh. */
function hasEqualWeights(neighbours: Neighbours, i: number): boolean {
  if (isIsland(neighbours, i)) return true;
  const { offsets, weights } = neighbours;
  for (let k = offsets[i] + 1; k < offsets[i + 1]; k++) if (weights[k] !== weights[offsets[i]]) return false;
  return true;
}

/** Position of the first element not below the limit; with `past`, of the first above it. */
function firstFrom(sorted: Float64Array, limit: number, past = false): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (past ? sorted[middle] <= limit : sorted[middle] < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
