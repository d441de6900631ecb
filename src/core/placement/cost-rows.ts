/**
 * Cost of serving each demand point from each candidate, compressed by demand point (CSR): row i is positions
 * offsets[i] … offsets[i + 1] − 1, by ascending cost, then candidate. Minutes, metres, anything ≥ 0. A pair that is not
 * listed cannot serve, unless `rest` says what it costs.
 */
export interface CostRows {
  readonly demands: number;
  readonly candidates: number;
  /** demands + 1 positions. */
  readonly offsets: Uint32Array;
  /** Candidate of each pair. */
  readonly targets: Uint32Array;
  readonly costs: Float64Array;
  /** Costs are whole multiples of 1/perUnit, held multiplied by it so that sums are exact; 1 by default. */
  readonly perUnit?: number;
  /** Pairs left out to save memory, none of them cheaper than those listed. */
  readonly rest?: UnlistedCosts;
}

export interface UnlistedCosts {
  /** No unlisted pair of the row costs less; Infinity where all are listed. */
  readonly least: Float64Array;
  readonly cost: (demand: number, candidate: number) => number;
}

/** One row per pair, in any order; columns of equal length. */
export interface CostPairs {
  readonly demands: Uint32Array;
  readonly candidates: Uint32Array;
  readonly costs: Float64Array;
}

/** Groups pairs by demand point and sorts each row. Pairs are taken to be distinct and costs not negative. */
export function buildCostRows(pairs: CostPairs, demands: number, candidates: number): CostRows {
  const offsets = new Uint32Array(demands + 1);
  for (const demand of pairs.demands) offsets[demand + 1]++;
  for (let i = 0; i < demands; i++) offsets[i + 1] += offsets[i];
  const next = offsets.slice();
  const targets = new Uint32Array(pairs.costs.length);
  const costs = new Float64Array(pairs.costs.length);
  for (let k = 0; k < pairs.costs.length; k++) {
    const at = next[pairs.demands[k]]++;
    targets[at] = pairs.candidates[k];
    costs[at] = pairs.costs[k];
  }
  return sortCostRows({ demands, candidates, offsets, targets, costs });
}

/** The same rows in order of cost. */
export function sortCostRows(rows: CostRows): CostRows {
  const { demands, offsets } = rows;
  const targets = new Uint32Array(rows.targets.length);
  const costs = new Float64Array(rows.costs.length);
  let order = new Uint32Array(0);
  for (let i = 0; i < demands; i++) {
    const start = offsets[i];
    const length = offsets[i + 1] - start;
    if (order.length !== length) order = new Uint32Array(length);
    for (let k = 0; k < length; k++) order[k] = start + k;
    order.sort((a, b) => rows.costs[a] - rows.costs[b] || rows.targets[a] - rows.targets[b]);
    for (let k = 0; k < length; k++) {
      targets[start + k] = rows.targets[order[k]];
      costs[start + k] = rows.costs[order[k]];
    }
  }
  return { ...rows, targets, costs };
}
