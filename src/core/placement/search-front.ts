import { Front, type RatedPlan, type Scale, scaleOf } from "./front.ts";
import { pauseAndAsk, type Search } from "./search.ts";

/** What plans are rated by. */
export interface FrontModel {
  readonly sites: number;
  readonly objectives: number;
  /** Positions never exchanged: mandatory, existing or excluded. */
  readonly fixed: ReadonlySet<number>;
  /** Rates a plan: some sites and one more (−1: none). The sites are set once, then many a one more is tried. */
  rate(others: readonly number[]): (site: number, values: Float64Array) => void;
}

/**
 * Plans that no other plan met on the way is better than: from the best plan of each objective, sites are exchanged one at a
 * time for weighted sums of the objectives, and every plan looked at is a candidate for the front. A heuristic (in the manner
 * of Paquete & Stützle 2003): nothing is proven of what lies between the plans given. Ends early with what there is.
 */
export async function searchFront(
  model: FrontModel,
  starts: readonly Uint32Array[],
  search: Search,
  tell: (front: Front) => void,
): Promise<Front> {
  const front = new Front();
  const values = new Float64Array(model.objectives);
  for (const sites of starts) {
    model.rate([...sites])(-1, values);
    // A plan that leaves somebody without a site cannot be compared.
    if (values.every(Number.isFinite)) front.offer(values, () => sites);
  }
  if (front.plans.length === 0) return front;
  tell(front);
  const grid = listWeights(model.objectives);
  for (const [n, weights] of grid.entries()) {
    search.run.progress(n, grid.length, "front");
    // Extents move as the front grows: weights are over those of now.
    const scale = scaleOf(front.plans);
    let plan = leastOf(front.plans, weights, scale);
    for (;;) {
      const better = await exchangeOne(model, plan, weights, scale, front, search);
      if (better === null) break;
      plan = better;
    }
    tell(front);
    if (await pauseAndAsk(search)) break;
  }
  return front;
}

/** The best exchange of one site for the weighted sum; null: none helps, or the search is over. */
async function exchangeOne(
  model: FrontModel,
  plan: RatedPlan,
  weights: readonly number[],
  scale: Scale,
  front: Front,
  search: Search,
): Promise<RatedPlan | null> {
  const values = new Float64Array(model.objectives);
  const isOpen = new Set(plan.sites);
  let least = weigh(plan.values, weights, scale) * (1 - 1e-9);
  let best: RatedPlan | null = null;
  for (const gone of plan.sites) {
    if (model.fixed.has(gone)) continue;
    if (await pauseAndAsk(search)) return null;
    const others = Array.from(plan.sites).filter((j) => j !== gone);
    const rate = model.rate(others);
    for (let j = 0; j < model.sites; j++) {
      if (isOpen.has(j) || model.fixed.has(j)) continue;
      rate(j, values);
      const sites = () => Uint32Array.from([...others, j]).sort();
      front.offer(values, sites);
      const sum = weigh(values, weights, scale);
      if (sum >= least) continue;
      least = sum;
      best = { sites: sites(), values: values.slice() };
    }
  }
  return best;
}

function leastOf(plans: readonly RatedPlan[], weights: readonly number[], scale: Scale): RatedPlan {
  const sums = plans.map(({ values }) => weigh(values, weights, scale));
  return plans[sums.indexOf(Math.min(...sums))];
}

function weigh(values: Float64Array, weights: readonly number[], { best, extent }: Scale): number {
  let sum = 0;
  for (let k = 0; k < values.length; k++) sum += (weights[k] * (values[k] - best[k])) / extent[k];
  return sum;
}

/** Shares of two objectives by eighths, of three by fifths, none of them 0; the even ones first. */
function listWeights(objectives: number): readonly (readonly number[])[] {
  const parts = objectives === 2 ? 8 : 5;
  const grid: number[][] = [];
  for (let a = 1; a < parts; a++) {
    if (objectives === 2) grid.push([a / parts, 1 - a / parts]);
    else for (let b = 1; a + b < parts; b++) grid.push([a / parts, b / parts, (parts - a - b) / parts]);
  }
  const spread = (weights: readonly number[]) => Math.max(...weights) - Math.min(...weights);
  return grid.toSorted((a, b) => spread(a) - spread(b));
}
