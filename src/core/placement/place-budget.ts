import { budgetProgram } from "./budget-program.ts";
import { Incumbent } from "./incumbent.ts";
import { buildLiftModel, type LiftModel, LiftPlan } from "./lift-model.ts";
import { impossible } from "./problem.ts";
import { type Found, isOver, type Search } from "./search.ts";
import { assertThreshold, type SiteLifts, shortfallGain } from "./shortfall.ts";

/** Sites that may open in one of several sizes, each at its cost: an option is a site in a size. */
export interface BudgetProblem {
  /** One column per option. */
  readonly lifts: SiteLifts;
  /** One per origin, ≥ 0. */
  readonly weights: Float64Array;
  readonly access: Float64Array;
  readonly threshold: number;
  /** Site and cost (above 0) of each option; at most one option of a site opens. */
  readonly sites: Uint32Array;
  readonly costs: Float64Array;
  readonly budget: number;
  /** Sites to be opened, in whatever size. */
  readonly mandatory: readonly number[];
}

/** A plan bought, and what a little more money would add; null: not looked for, or no time. */
export interface Purchase extends Found {
  readonly spent: number;
  readonly next: { readonly more: number; readonly gain: number; readonly isProven: boolean } | null;
}

export function isPurchase(found: Found): found is Purchase {
  return "spent" in found;
}

const NO_RULES = { existing: [], mandatory: [], excluded: [] };

/**
 * Options that take most off the shortfall for a budget (a submodular knapsack: Sviridenko 2004, here with sizes): greedy by
 * gain per cost, then the exact solver. Sites of the plan found are options. Throws `bad-input` when the budget buys none, or
 * less than the mandatory sites.
 */
export async function placeBudget(problem: BudgetProblem, search: Search): Promise<Found> {
  const { lifts, weights, access, threshold, budget } = problem;
  assertThreshold(threshold);
  assertBudget(problem);
  const incumbent = new Incumbent(search, {
    value: (options) =>
      isAllowed(problem, options)
        ? -shortfallGain(lifts, weights, access, threshold, options)
        : Number.POSITIVE_INFINITY,
    read: (value) => (value === 0 ? 0 : -value),
    step: 0,
    existing: [],
  });
  const model = buildLiftModel(lifts, weights, access, threshold, NO_RULES, 0);
  const alone = Float64Array.from({ length: model.sites }, (_, j) => new LiftPlan(model).gainOf(j));
  incumbent.raise(-Math.min(fillingAll(model), fractionalGain(alone, problem.costs, budget)));
  for (const perCost of [true, false]) incumbent.offer(buyGreedily(model, problem, perCost));
  const unit = -incumbent.value / 1e4;
  if (!search.solver || !(unit > 0) || incumbent.isClosed() || isOver(search)) return incumbent.found();
  const chosen = (values: Float64Array) => Array.from(lifts.offsets.keys()).filter((j) => values[j] > 0.5);
  const outcome = await search.solver.solve(budgetProgram(model, problem, unit), {
    timeLimit: search.timeLimit - search.seconds(),
    start: null,
    stopped: () => isOver(search),
    found: (values) => incumbent.offer(chosen(values.subarray(0, model.sites))),
  });
  if (outcome.values) incumbent.offer(chosen(outcome.values.subarray(0, model.sites)));
  incumbent.raise(Math.min(incumbent.value, -outcome.bound * unit));
  return incumbent.found();
}

export function costOf({ costs }: Pick<BudgetProblem, "costs">, options: ArrayLike<number>): number {
  let sum = 0;
  for (let n = 0; n < options.length; n++) sum += costs[options[n]];
  return sum;
}

function assertBudget({ budget, costs, sites, mandatory }: BudgetProblem): void {
  const cheapest = new Map<number, number>();
  for (let o = 0; o < costs.length; o++) {
    cheapest.set(sites[o], Math.min(costs[o], cheapest.get(sites[o]) ?? Number.POSITIVE_INFINITY));
  }
  const least = Math.min(...cheapest.values());
  if (!(least <= budget)) throw impossible(`a budget of ${budget} opens no site`, "small-budget", { budget, least });
  const needed = mandatory.reduce((sum, site) => sum + (cheapest.get(site) ?? Number.POSITIVE_INFINITY), 0);
  if (needed > budget * (1 + ROUNDING)) {
    throw impossible(`mandatory sites cost ${needed}, the budget is ${budget}`, "over-budget", { budget, needed });
  }
}

/** Sums of costs may be off by this part. */
const ROUNDING = 1e-9;

function isAllowed({ budget, sites, costs, mandatory }: BudgetProblem, options: Uint32Array): boolean {
  const opened = new Set(Array.from(options, (o) => sites[o]));
  const isOnce = opened.size === options.length && mandatory.every((site) => opened.has(site));
  return isOnce && costOf({ costs }, options) <= budget * (1 + ROUNDING);
}

/** Mandatory sites in their cheapest size, then the best option that can still be paid, until none adds anything. */
function buyGreedily(model: LiftModel, { sites, costs, budget, mandatory }: BudgetProblem, perCost: boolean): number[] {
  const plan = new LiftPlan(model);
  const bought: number[] = [];
  const opened = new Set<number>();
  let left = budget;
  const buy = (o: number) => {
    plan.open(o);
    bought.push(o);
    opened.add(sites[o]);
    left -= costs[o];
  };
  const options = Array.from(costs.keys());
  for (const site of mandatory) {
    buy(options.filter((o) => sites[o] === site).reduce((a, b) => (costs[b] < costs[a] ? b : a)));
  }
  for (;;) {
    let best = -1;
    let most = 0;
    for (const o of options) {
      if (opened.has(sites[o]) || costs[o] > left) continue;
      const worth = plan.gainOf(o) / (perCost ? costs[o] : 1);
      if (worth > most) [best, most] = [o, worth];
    }
    if (best < 0) return bought;
    buy(best);
  }
}

/** No plan gains more than options bought in parts, each for what it adds to nothing (Dantzig 1957). */
function fractionalGain(alone: Float64Array, costs: Float64Array, budget: number): number {
  const order = Array.from(alone.keys()).sort((a, b) => alone[b] / costs[b] - alone[a] / costs[a]);
  let [gain, left] = [0, budget];
  for (const o of order) {
    const part = Math.min(1, left / costs[o]);
    gain += part * alone[o];
    left -= part * costs[o];
    if (left <= 0) break;
  }
  return gain;
}

function fillingAll({ weights, lacks }: LiftModel): number {
  return weights.reduce((sum, weight, i) => sum + weight * lacks[i], 0);
}
