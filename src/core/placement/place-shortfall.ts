import { Incumbent } from "./incumbent.ts";
import { buildLiftModel, type LiftModel, LiftPlan } from "./lift-model.ts";
import { liftProgram } from "./lift-program.ts";
import { assertChoice, type SiteRules } from "./problem.ts";
import { type Found, isOver, pauseAndAsk, type Search } from "./search.ts";
import { exchangeLifts, LiftDescent, openBestLifts, submodularBound } from "./search-lifts.ts";
import { assertThreshold, type SiteLifts, shortfallGain } from "./shortfall.ts";

export interface ShortfallProblem extends SiteRules {
  readonly lifts: SiteLifts;
  /** One per origin, ≥ 0: people, or people times a priority. */
  readonly weights: Float64Array;
  /** Access today, one per origin. */
  readonly access: Float64Array;
  readonly threshold: number;
}

const STEPS = 1500;
const EVERY = 50;
const LEAST_PACE = 0.002;

/**
 * `count` new sites that take most off the shortfall Σ weight × max(0, T − A), the depth of the FGT family (Foster, Greer &
 * Thorbecke 1984): greedy, exchanges, a Lagrangian bound, then the exact solver. Existing sites are in the access of today
 * and cannot be chosen. Throws `bad-input` when no plan exists.
 */
export async function placeShortfall(problem: ShortfallProblem, count: number, search: Search): Promise<Found> {
  const { lifts, weights, access, threshold } = problem;
  assertThreshold(threshold);
  assertChoice(problem, lifts.sites, count);
  const incumbent = new Incumbent(search, {
    value: (sites) => -shortfallGain(lifts, weights, access, threshold, sites),
    read: (value) => (value === 0 ? 0 : -value),
    step: 0,
    existing: problem.existing,
  });
  const model = buildLiftModel(lifts, weights, access, threshold, problem, count);
  incumbent.raise(-fillingAll(model));
  const plan = new LiftPlan(model);
  openBestLifts(plan, model.count);
  incumbent.offer(plan.plan());
  await search.run.pause?.();
  exchangeLifts(plan, search);
  incumbent.offer(plan.plan());
  incumbent.raise(-submodularBound(plan));
  await descend(plan, incumbent);
  if (search.solver && !incumbent.isClosed() && !isOver(search)) await solve(model, incumbent);
  return incumbent.found();
}

/** Nothing can be gained beyond what is lacking. */
function fillingAll({ base, weights, lacks }: LiftModel): number {
  return weights.reduce((sum, weight, i) => sum + weight * lacks[i], base);
}

async function descend(plan: LiftPlan, incumbent: Incumbent): Promise<void> {
  const { model } = plan;
  if (model.count === 0) return incumbent.raise(incumbent.value);
  const { search } = incumbent;
  const descent = new LiftDescent(plan);
  for (let step = 1; step <= STEPS && descent.pace > LEAST_PACE; step++) {
    descent.step(-incumbent.value);
    if (step % 10 === 0) {
      incumbent.raise(-descent.bound);
      if (incumbent.isClosed() || (await pauseAndAsk(search))) return;
    }
    if (step % EVERY !== 0) continue;
    search.run.progress(step, STEPS, "prices");
    plan.reset(descent.order.subarray(0, model.count));
    exchangeLifts(plan, search);
    incumbent.offer(plan.plan());
  }
}

async function solve(model: LiftModel, incumbent: Incumbent): Promise<void> {
  const { search } = incumbent;
  const unit = -incumbent.value / 1e4;
  if (!(unit > 0) || search.solver === null) return;
  const chosen = (values: Float64Array) => [
    ...model.decided,
    ...Array.from(model.ids).filter((_, j) => values[j] > 0.5),
  ];
  const outcome = await search.solver.solve(liftProgram(model, unit), {
    timeLimit: search.timeLimit - search.seconds(),
    start: null,
    stopped: () => isOver(search),
    found: (values) => incumbent.offer(chosen(values)),
  });
  if (outcome.values) incumbent.offer(chosen(outcome.values));
  incumbent.raise(-(model.base + outcome.bound * unit));
}
