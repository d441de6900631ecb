import type { Undefined } from "./figure.ts";
import { type WeightedRows, whyNoShares } from "./weighted-rows.ts";

/** Points from (0, 0) to (1, 1): the worst-off `people[k]` of everyone hold `held[k]` of everything. */
export interface LorenzCurve {
  readonly people: Float64Array;
  readonly held: Float64Array;
}

/** One point per row after the origin. Lorenz 1905. */
export function drawLorenz(rows: WeightedRows): LorenzCurve | Undefined {
  const reason = whyNoShares(rows);
  if (reason) return reason;
  const { values, weights, total, mean } = rows;
  const people = new Float64Array(values.length + 1);
  const held = new Float64Array(values.length + 1);
  let below = 0;
  let sum = 0;
  for (let k = 0; k < values.length; k++) {
    below += weights[k];
    sum += weights[k] * values[k];
    people[k + 1] = below / total;
    held[k + 1] = sum / (total * mean);
  }
  people[values.length] = 1;
  held[values.length] = 1;
  return { people, held };
}

/** Share held by the worst-off `share` of people, straight between points: a row on the border is split. */
export function heldByWorst({ people, held }: LorenzCurve, share: number): number {
  if (share <= 0) return 0;
  let low = 0;
  let high = people.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (people[middle] < share) low = middle;
    else high = middle;
  }
  const along = Math.min(1, (share - people[low]) / (people[high] - people[low]));
  return held[low] + along * (held[high] - held[low]);
}

/** At most `most` ≥ 3 of the points, both ends kept, evenly spaced along the curve: for drawing, never for figures. */
export function thinLorenz({ people, held }: LorenzCurve, most: number): LorenzCurve {
  const last = people.length - 1;
  if (people.length <= most) return { people, held };
  const step = 2 / (most - 2);
  const kept = [0];
  let from = 0;
  for (let k = 1; k < last; k++) {
    if (people[k] + held[k] - from < step) continue;
    kept.push(k);
    from = people[k] + held[k];
  }
  kept.push(last);
  return { people: Float64Array.from(kept, (k) => people[k]), held: Float64Array.from(kept, (k) => held[k]) };
}
