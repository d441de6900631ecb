import type { Run } from "../run.ts";
import { fitRatios } from "./calibrate.ts";
import { KNOTS, locate, type ParityWorld } from "./parity-world.ts";
import type { TravelTable } from "./travel-table.ts";

/** Places × groups: Σ over the sites j of a group of w_ij·expected_j, in the place of minutes. */
export function groupWeights(world: ParityWorld, weights: Float64Array, expected: Float64Array): TravelTable {
  const { near, groupOf, groups } = world;
  return collect(near.origins, groups, (i, row) => {
    for (let k = near.offsets[i]; k < near.offsets[i + 1]; k++) {
      const j = near.targets[k];
      row[groupOf[j]] += weights[k] * expected[j];
    }
  });
}

/**
 * Weights ≥ 0 at the knots that bring Σ_j w(t_ij)·R_j closest to the published values over the training rows, the weight at
 * 0 minutes kept at 1 and that of the last knot at 0; weights never rise with time.
 */
export function fitHeights(
  world: ParityWorld,
  minutes: Float64Array,
  ratios: Float64Array,
  heights: Float64Array,
  published: Float64Array,
  training: Uint8Array,
  run: Run,
): Float64Array {
  const { near } = world;
  const free = KNOTS.length - 2;
  const remaining = published.slice();
  const table = collect(near.origins, free, (i, row) => {
    for (let k = near.offsets[i]; k < near.offsets[i + 1]; k++) {
      const ratio = ratios[near.targets[k]];
      const { knot, share } = locate(minutes[k]);
      if (knot > 0) row[knot - 1] += (1 - share) * ratio;
      else remaining[i] -= (1 - share) * ratio;
      if (knot < free) row[knot] += share * ratio;
    }
  });
  const { ratios: fitted } = fitRatios(
    {
      table,
      weights: table.minutes,
      observed: remaining,
      importance: Float64Array.from(training),
      expected: new Float64Array(free).fill(1),
      firmness: new Float64Array(free),
    },
    { maxPasses: 200, tolerance: 1e-4 },
    run,
    heights.slice(1, -1),
  );
  const next = Float64Array.of(1, ...fitted, 0);
  for (let k = 1; k < next.length; k++) next[k] = Math.min(next[k], next[k - 1]);
  return next;
}

function collect(rows: number, columns: number, fill: (i: number, row: Float64Array) => void): TravelTable {
  const offsets = new Uint32Array(rows + 1);
  const targets: number[] = [];
  const values: number[] = [];
  const row = new Float64Array(columns);
  for (let i = 0; i < rows; i++) {
    row.fill(0);
    fill(i, row);
    for (let c = 0; c < columns; c++) {
      if (row[c] === 0) continue;
      targets.push(c);
      values.push(row[c]);
    }
    offsets[i + 1] = targets.length;
  }
  return {
    origins: rows,
    destinations: columns,
    offsets,
    targets: Uint32Array.from(targets),
    minutes: Float64Array.from(values),
  };
}
