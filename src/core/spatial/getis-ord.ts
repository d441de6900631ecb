import type { Neighbours } from "./neighbours.ts";

/**
 * z of Gi* (Getis & Ord 1992; Ord & Getis 1995, eq. 7): the sum of a unit and its neighbours beside what chance expects,
 * binary weights whatever those given, population variance. An island compares itself alone; NaN where a unit neighbours all
 * others. `scores` are standard scores, which change nothing to z and spare it a mean and a deviation.
 */
export function getisOrdStar(scores: Float64Array, { units, offsets, targets }: Neighbours): Float64Array {
  const z = new Float64Array(units);
  for (let i = 0; i < units; i++) {
    const members = offsets[i + 1] - offsets[i] + 1;
    let sum = scores[i];
    for (let k = offsets[i]; k < offsets[i + 1]; k++) sum += scores[targets[k]];
    z[i] = members === units ? Number.NaN : sum / Math.sqrt((members * (units - members)) / (units - 1));
  }
  return z;
}
