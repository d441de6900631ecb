import type { CostRows } from "./cost-rows.ts";
import type { SiteRules } from "./problem.ts";
import { restrict, type ServiceModel, withColumns } from "./service-model.ts";

/** How pairs and rows are priced; a cap of 0 leaves a row out. */
export interface Pricing {
  readonly cap: (row: number) => number;
  readonly weight: (row: number) => number;
  /** Position of the first pair of the row that cannot serve; pairs are by ascending cost. */
  readonly end: (row: number) => number;
  readonly cost: (pair: number, row: number) => number;
}

/**
 * The service model of a problem: pairs that cost less than the cap of their row, existing and mandatory sites decided,
 * excluded ones gone. `count`: sites to choose, mandatory ones among them.
 */
export function buildService(rows: CostRows, pricing: Pricing, rules: SiteRules, count: number): ServiceModel {
  const kept: number[] = [];
  const starts = [0];
  let pairs = 0;
  for (let i = 0; i < rows.demands; i++) {
    const cap = pricing.cap(i);
    if (!(cap > 0)) continue;
    for (let k = rows.offsets[i]; k < pricing.end(i) && pricing.cost(k, i) < cap; k++) pairs++;
    kept.push(i);
    starts.push(pairs);
  }
  const targets = new Uint32Array(pairs);
  const costs = new Float64Array(pairs);
  kept.forEach((i, row) => {
    let k = rows.offsets[i];
    for (let at = starts[row]; at < starts[row + 1]; at++, k++) {
      targets[at] = rows.targets[k];
      costs[at] = pricing.cost(k, i);
    }
  });
  const whole = withColumns({
    rows: kept.length,
    sites: rows.candidates,
    count: count + new Set(rules.existing).size,
    offsets: Uint32Array.from(starts),
    targets,
    costs,
    caps: Float64Array.from(kept, pricing.cap),
    weights: Float64Array.from(kept, pricing.weight),
    ids: Uint32Array.from({ length: rows.candidates }, (_, j) => j),
    decided: [],
    base: 0,
  });
  const keep = new Uint8Array(rows.candidates).fill(1);
  for (const j of rules.excluded) keep[j] = 0;
  for (const j of [...rules.existing, ...rules.mandatory]) keep[j] = 2;
  return restrict(whole, keep).model;
}

/** Whether every price is a whole number small enough for sums to be exact, so that a bound may be rounded up. */
export function isWhole({ costs, caps }: ServiceModel): boolean {
  let sum = 0;
  for (const cap of caps) {
    if (!Number.isInteger(cap)) return false;
    sum += cap;
  }
  return sum < Number.MAX_SAFE_INTEGER && costs.every(Number.isInteger);
}
