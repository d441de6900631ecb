import type { PlacementProblem } from "./problem.ts";

/** Who serves each demand point under a plan. */
export interface Assignment {
  /** Nearest open candidate, the first by cost then number; −1: nobody. */
  readonly sites: Int32Array;
  /** Infinity: nobody. */
  readonly costs: Float64Array;
}

/** Nearest open site of every demand point, existing sites included, in the unit of the rows. */
export function assignDemand(
  { rows, existing }: Pick<PlacementProblem, "rows" | "existing">,
  plan: ArrayLike<number>,
): Assignment {
  const { demands, offsets, targets, costs, rest } = rows;
  const isOpen = new Uint8Array(rows.candidates);
  for (let n = 0; n < plan.length; n++) isOpen[plan[n]] = 1;
  for (const j of existing) isOpen[j] = 1;
  const sites = new Int32Array(demands).fill(-1);
  const nearest = new Float64Array(demands).fill(Number.POSITIVE_INFINITY);
  for (let i = 0; i < demands; i++) {
    let k = offsets[i];
    while (k < offsets[i + 1] && isOpen[targets[k]] === 0) k++;
    if (k < offsets[i + 1]) {
      sites[i] = targets[k];
      nearest[i] = costs[k];
    } else if (rest && rest.least[i] < Number.POSITIVE_INFINITY) {
      for (let j = 0; j < isOpen.length; j++) {
        if (isOpen[j] === 0) continue;
        const cost = rest.cost(i, j);
        if (cost >= nearest[i]) continue;
        sites[i] = j;
        nearest[i] = cost;
      }
    }
  }
  return { sites, costs: nearest };
}

/** Σ weight × cost to the nearest open site over points with weight; Infinity when one of them is not served. */
export function serviceCost(problem: PlacementProblem, plan: ArrayLike<number>): number {
  const { costs } = assignDemand(problem, plan);
  let sum = 0;
  for (let i = 0; i < costs.length; i++) if (problem.weights[i] > 0) sum += problem.weights[i] * costs[i];
  return sum;
}

/** Σ weight of the points that no open site serves within the radius, Infinity included. */
export function uncovered(problem: PlacementProblem, plan: ArrayLike<number>, radius: number): number {
  const { sites, costs } = assignDemand(problem, plan);
  let sum = 0;
  for (let i = 0; i < costs.length; i++) if (sites[i] < 0 || costs[i] > radius) sum += problem.weights[i];
  return sum;
}
