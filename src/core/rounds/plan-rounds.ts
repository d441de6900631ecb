import { FailureError } from "../failure.ts";
import { impossible } from "../placement/problem.ts";
import { CLOSED, gapOf, type Search } from "../placement/search.ts";
import { Random } from "../random.ts";
import { buildRoundsModel, type RoundsModel } from "./model.ts";
import { assertRounds, type RoundsFound, type RoundsProblem } from "./problem.ts";
import { RoundsSearching } from "./search-rounds.ts";
import { boundByTime } from "./time-bound.ts";
import { timetableOf } from "./timetable.ts";
import { WalkBound } from "./walk-bound.ts";

/** What a search of rounds is given besides its problem; without a time limit, same seed and iterations, same answer. */
export interface RoundsSearch extends Pick<Search, "run" | "seconds" | "timeLimit" | "seed"> {
  /** Plans tried, at most; Infinity: until the time limit. */
  readonly iterations: number;
  /** Hears of each better plan or bound. */
  readonly tell?: (found: RoundsFound) => void;
}

const BOUND_STEPS = 600;
const LEAST_PACE = 0.002;
/** Plans tried between two steps of the bound, at least and at most. */
const BATCH = 50;
const MOST_BATCH = 500;

/**
 * Rounds of mobile units: plans by large neighbourhood search, beside an upper bound by Lagrangian relaxation of « a visit is
 * worth its place's reward once » over walks (`WalkBound`), which improves in turn. Throws `bad-input` when no plan can exist,
 * or none was found that serves every mandatory place. Cancelling ends the search with the best plan found, `cancelled` before there is one.
 */
export async function planRounds(problem: RoundsProblem, search: RoundsSearch): Promise<RoundsFound> {
  assertRounds(problem);
  const model = buildRoundsModel(problem);
  const incumbent = new RoundsIncumbent(model, search);
  const { searching } = incumbent;
  let bound = new WalkBound(model);
  const isCounted = search.iterations < Number.POSITIVE_INFINITY;
  const every = isCounted ? Math.max(BATCH, Math.min(MOST_BATCH, Math.ceil(search.iterations / BOUND_STEPS))) : BATCH;
  let steps = 0;
  let spentOnBound = 0;
  let aim = Number.POSITIVE_INFINITY;
  const isBounding = () => {
    const isSpent = steps >= BOUND_STEPS || bound.pace <= LEAST_PACE;
    const isDone = isCounted ? searching.iterations >= search.iterations : isSpent;
    // Prices that descended towards a worse plan stop too high: they begin anew once the best is known.
    if (!isDone || searching.best.objective() <= aim) return !isSpent;
    bound = new WalkBound(model);
    steps = 0;
    return true;
  };
  while (!incumbent.isClosed() && !isOver(search)) {
    if (searching.iterations >= search.iterations && !isBounding()) break;
    const tries = Math.min(every, search.iterations - searching.iterations);
    for (let n = 0; n < tries; n++) {
      if (searching.step()) incumbent.improved = true;
      // A long problem answers a cancellation between two plans, not between two batches.
      if (n % BATCH === BATCH - 1) {
        await search.run.pause?.();
        if (isOver(search)) break;
      }
    }
    // By the clock, half of the time goes to the bound; by iterations, both are counted out.
    const isDue = isCounted || spentOnBound <= search.seconds() / 2;
    if (isBounding() && isDue && !isOver(search)) {
      const start = search.seconds();
      if (steps === 0) aim = searching.best.objective();
      bound.step(searching.best.objective());
      spentOnBound += search.seconds() - start;
      steps++;
      incumbent.lower(bound.bound);
    }
    incumbent.tell();
    search.run.progress(Math.min(steps, BOUND_STEPS), BOUND_STEPS, "rounds");
    await search.run.pause?.();
  }
  if (!incumbent.isWhole()) throw search.run.signal.aborted ? new FailureError("cancelled") : incumbent.missing();
  return incumbent.found();
}

function isOver({ run, seconds, timeLimit }: RoundsSearch): boolean {
  return run.signal.aborted || seconds() >= timeLimit;
}

class RoundsIncumbent {
  readonly searching: RoundsSearching;
  improved = true;
  readonly #model: RoundsModel;
  readonly #search: RoundsSearch;
  /** Every objective is a multiple of it; 0: of nothing known. */
  readonly #unit: number;
  #bound: number;

  constructor(model: RoundsModel, search: RoundsSearch) {
    this.#model = model;
    this.#search = search;
    this.searching = new RoundsSearching(model, new Random(search.seed), search.iterations);
    const isWhole = model.problem.minuteCost === 0 && model.rewards.every(Number.isInteger);
    this.#unit = isWhole ? model.rewards.reduce(greatestDivisor, 0) : 0;
    this.#bound = Number.POSITIVE_INFINITY;
    this.lower(Math.min(boundByTime(model), sumOfBest(model)));
  }

  /** Takes a bound when it is lower; rewards that are multiples of a whole number let it be rounded down to one. */
  lower(bound: number): void {
    const slack = 1e-6 + 1e-10 * Math.abs(bound);
    const rounded = this.#unit > 0 ? this.#unit * Math.floor((bound + slack) / this.#unit) : bound;
    if (rounded >= this.#bound) return;
    this.#bound = rounded;
    this.improved = true;
  }

  /** Whether the best plan serves every mandatory place: no other is an answer. */
  isWhole(): boolean {
    return this.searching.best.imposed === this.#model.mandatory;
  }

  missing(): FailureError {
    const { isMandatory, problem } = this.#model;
    const { chosen } = this.searching.best;
    const left = Array.from(isMandatory.keys()).filter((p) => isMandatory[p] === 1 && chosen[p] < 0);
    const names = left.map((p) => problem.nameOf?.(p) ?? String(p + 1)).join(", ");
    return impossible(`no plan was found that serves every mandatory stop; left out: ${names}`, "imposed", { names });
  }

  isClosed(): boolean {
    const objective = this.searching.best.objective();
    return this.isWhole() && objective >= this.#bound - CLOSED * Math.abs(objective);
  }

  tell(): void {
    if (!this.improved || !this.isWhole()) return;
    this.improved = false;
    this.#search.tell?.(this.found());
  }

  found(): RoundsFound {
    const { best, iterations } = this.searching;
    const routes = timetableOf(best);
    const drivingMinutes = routes.reduce((sum, route) => sum + route.drivingMinutes, 0);
    const served = best.chosen.slice();
    const reward = served.reduce((sum, offer) => sum + (offer < 0 ? 0 : this.#model.rewards[offer]), 0);
    const objective = reward - this.#model.problem.minuteCost * drivingMinutes;
    const bound = Math.max(objective, this.#bound);
    return {
      objective,
      bound,
      gap: gapOf(objective, bound),
      reward,
      drivingMinutes,
      routes,
      served,
      iterations,
      seconds: this.#search.seconds(),
    };
  }
}

/** Every place served at its best offer. */
function sumOfBest({ places, offersAt, offersOf, rewards }: RoundsModel): number {
  let sum = 0;
  for (let p = 0; p < places; p++) {
    let best = 0;
    for (let n = offersAt[p]; n < offersAt[p + 1]; n++) best = Math.max(best, rewards[offersOf[n]]);
    sum += best;
  }
  return sum;
}

function greatestDivisor(a: number, b: number): number {
  let [large, small] = [a, b];
  while (small > 0) [large, small] = [small, large % small];
  return large;
}
