import type { Random } from "../random.ts";
import type { RoundsModel } from "./model.ts";
import { RoundsPlan } from "./plan.ts";
import { meanLeg, Recreation } from "./recreate.ts";
import { ruin } from "./ruin.ts";
import { Shortening } from "./shorten.ts";

/** Iterations from hot to cold, at most, before the search starts anew from its best plan or from nothing. */
const LONGEST_CYCLE = 4000;
const HOT = 1;
const COLD = 0.005;

/**
 * Large neighbourhood search (Shaw 1998; Schrimpf et al. 2000): ruins a part of the plan, recreates it with noise, shortens
 * what changed, and keeps it by simulated annealing (Kirkpatrick, Gelatt & Vecchi 1983). Same seed, same plans.
 */
export class RoundsSearching {
  readonly best: RoundsPlan;
  iterations = 0;
  readonly #random: Random;
  readonly #model: RoundsModel;
  readonly #recreation: Recreation;
  readonly #shortening: Shortening;
  readonly #cycle: number;
  readonly #tie: number;
  readonly #scale: number;
  /** More than all rewards: what annealing gives for a mandatory place. */
  readonly #must: number;
  #current: RoundsPlan;
  #work: RoundsPlan;

  /** `iterations`: how many are to come; fewer than a cycle cool down faster. */
  constructor(model: RoundsModel, random: Random, iterations: number) {
    this.#cycle = Math.min(LONGEST_CYCLE, iterations);
    this.#model = model;
    this.#random = random;
    this.best = new RoundsPlan(model);
    this.#current = new RoundsPlan(model);
    this.#work = new RoundsPlan(model);
    this.#recreation = new Recreation(model);
    this.#shortening = new Shortening(this.best);
    const leg = meanLeg(model);
    const usual = model.rewards.reduce((sum, reward) => sum + reward, 0) / Math.max(1, model.rewards.length);
    const { minuteCost } = model.problem;
    this.#must = 1 + 2 * usual * model.rewards.length + 2 * minuteCost * model.routes * Math.min(1e7, model.maxMinutes);
    this.#tie = (0.05 * usual) / leg / Math.max(1, model.routes);
    this.#scale = minuteCost > 0 ? Math.min(usual, 1.6 * minuteCost * leg) : usual;
    this.#restart();
  }

  /** One plan more; true when it is the best so far. */
  step(): boolean {
    const random = this.#random;
    const within = this.iterations % this.#cycle;
    if (this.iterations > 0 && within === 0) {
      if ((this.iterations / this.#cycle) % 3 === 2) this.#restart();
      else this.#current.copy(this.best);
    }
    this.iterations++;
    const heat = this.#scale * HOT * (COLD / HOT) ** (within / this.#cycle);
    const work = this.#work;
    const current = this.#current;
    work.copy(current);
    ruin(work, random);
    this.#recreate(work);
    const won = this.#shortening.run(work, current);
    if (won > 0) this.#recreate(work);
    const loss = this.#value(current) - this.#value(work);
    if (loss > 0 && random.unit() >= Math.exp(-loss / heat)) return false;
    this.#current = work;
    this.#work = current;
    return this.#keep(work);
  }

  #recreate(plan: RoundsPlan): void {
    const random = this.#random;
    const power = 0.5 + 1.5 * random.unit();
    const noise = random.unit() < 0.3 ? 0 : random.unit();
    const skip = random.unit() < 0.5 ? 0 : 0.3 * random.unit();
    const blink = random.unit() < 0.7 ? 0 : 0.5 * random.unit();
    this.#recreation.run(plan, random, { power, noise, skip, blink });
    if (skip + blink > 0) this.#recreation.run(plan, random, { power, noise, skip: 0, blink: 0 });
  }

  #restart(): void {
    this.#current = new RoundsPlan(this.#model);
    this.#recreate(this.#current);
    this.#shortening.run(this.#current, null);
    this.#keep(this.#current);
  }

  /** What annealing compares: short rounds leave room for more. */
  #value(plan: RoundsPlan): number {
    return plan.objective() - this.#tie * plan.totalDriving() + this.#must * plan.imposed;
  }

  #keep(plan: RoundsPlan): boolean {
    if (plan.imposed !== this.best.imposed) {
      if (plan.imposed < this.best.imposed) return false;
      this.best.copy(plan);
      return true;
    }
    const better = plan.objective() - this.best.objective();
    const slack = 1e-9 * Math.abs(this.best.objective());
    if (better < -slack) return false;
    if (better <= slack && plan.totalDriving() >= this.best.totalDriving() - 1e-9) return false;
    this.best.copy(plan);
    return true;
  }
}
