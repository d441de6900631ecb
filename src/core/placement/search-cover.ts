import type { Random } from "../random.ts";
import { pauseAndAsk, type Search } from "./search.ts";
import type { ServiceModel } from "./service-model.ts";

/**
 * Looks for `count` sites that serve every row by exchanging one site at a time, rows that stay without one weighing more and
 * more (row weighting local search: Gao, Weise & Li 2015). Returns positions of sites, or null after `steps` exchanges or when
 * the search is over: that proves nothing.
 */
export async function searchCover(
  model: ServiceModel,
  steps: number,
  random: Random,
  search: Search,
): Promise<Uint32Array | null> {
  const { rows, sites, count } = model;
  if (count >= sites) return Uint32Array.from({ length: sites }, (_, j) => j);
  if (count < 1) return rows === 0 ? new Uint32Array(0) : null;
  const cover = new WeightedCover(model);
  for (let n = 0; n < count; n++)
    cover.open(
      cover.best((j) => !cover.isOpen(j)),
      0,
    );
  for (let step = 1; cover.missing > 0; step++) {
    if (step > steps || (step % BETWEEN_PAUSES === 0 && (await pauseAndAsk(search)))) return null;
    const closed = cover.best((j) => cover.isOpen(j) && cover.lastMoved[j] !== step - 1);
    cover.close(closed < 0 ? cover.best((j) => cover.isOpen(j)) : closed, step);
    cover.open(cover.bestOf(cover.pickMissing(random), step), step);
    cover.weighMissing();
  }
  return cover.list();
}

/** Exchanges, some tens of milliseconds. */
const BETWEEN_PAUSES = 5000;

class WeightedCover {
  /** Step of the last exchange of each site. */
  readonly lastMoved: Int32Array;
  readonly #model: ServiceModel;
  readonly #isOpen: Uint8Array;
  /** Closed sites: weight of the rows they would serve first; open ones: less that of the rows they alone serve. */
  readonly #scores: Float64Array;
  readonly #weights: Float64Array;
  /** Open sites of each row, and the sum of their positions: the position of the only one. */
  readonly #counts: Uint32Array;
  readonly #sums: Float64Array;
  readonly #missing: Uint32Array;
  readonly #place: Int32Array;
  missing: number;

  constructor(model: ServiceModel) {
    this.#model = model;
    this.lastMoved = new Int32Array(model.sites).fill(-1);
    this.#isOpen = new Uint8Array(model.sites);
    this.#scores = Float64Array.from(
      { length: model.sites },
      (_, j) => model.columns.offsets[j + 1] - model.columns.offsets[j],
    );
    this.#weights = new Float64Array(model.rows).fill(1);
    this.#counts = new Uint32Array(model.rows);
    this.#sums = new Float64Array(model.rows);
    this.#missing = Uint32Array.from({ length: model.rows }, (_, i) => i);
    this.#place = Int32Array.from({ length: model.rows }, (_, i) => i);
    this.missing = model.rows;
  }

  isOpen(j: number): boolean {
    return this.#isOpen[j] === 1;
  }

  list(): Uint32Array {
    return Uint32Array.from(this.#isOpen.keys()).filter((j) => this.#isOpen[j] === 1);
  }

  /** Highest score, the one left alone longest where several have it; −1: none is allowed. */
  best(isAllowed: (j: number) => boolean): number {
    let best = -1;
    for (let j = 0; j < this.#scores.length; j++) if (isAllowed(j) && this.#isBefore(j, best)) best = j;
    return best;
  }

  /** The same among the sites that serve a row, what the step has just closed left out where it can be. */
  bestOf(row: number, step: number): number {
    const { offsets, targets } = this.#model;
    let best = -1;
    for (let k = offsets[row]; k < offsets[row + 1]; k++) {
      const j = targets[k];
      if (this.lastMoved[j] !== step && this.#isBefore(j, best)) best = j;
    }
    return best < 0 ? targets[offsets[row]] : best;
  }

  pickMissing(random: Random): number {
    return this.#missing[random.below(this.missing)];
  }

  open(j: number, step: number): void {
    this.#isOpen[j] = 1;
    this.lastMoved[j] = step;
    this.#scores[j] = -this.#scores[j];
    const { offsets, rows } = this.#model.columns;
    for (let k = offsets[j]; k < offsets[j + 1]; k++) {
      const i = rows[k];
      if (this.#counts[i] === 0) {
        this.#shift(i, -this.#weights[i], j);
        this.#forget(i);
      } else if (this.#counts[i] === 1) this.#scores[this.#sums[i]] += this.#weights[i];
      this.#counts[i]++;
      this.#sums[i] += j;
    }
  }

  close(j: number, step: number): void {
    this.#isOpen[j] = 0;
    this.lastMoved[j] = step;
    this.#scores[j] = -this.#scores[j];
    const { offsets, rows } = this.#model.columns;
    for (let k = offsets[j]; k < offsets[j + 1]; k++) {
      const i = rows[k];
      this.#counts[i]--;
      this.#sums[i] -= j;
      if (this.#counts[i] === 0) {
        this.#shift(i, this.#weights[i], j);
        this.#place[i] = this.missing;
        this.#missing[this.missing++] = i;
      } else if (this.#counts[i] === 1) this.#scores[this.#sums[i]] -= this.#weights[i];
    }
  }

  /** Rows without a site count one more. */
  weighMissing(): void {
    for (let n = 0; n < this.missing; n++) {
      this.#weights[this.#missing[n]]++;
      this.#shift(this.#missing[n], 1, -1);
    }
  }

  #isBefore(j: number, best: number): boolean {
    if (best < 0 || this.#scores[j] > this.#scores[best]) return true;
    return this.#scores[j] === this.#scores[best] && this.lastMoved[j] < this.lastMoved[best];
  }

  #shift(row: number, weight: number, but: number): void {
    const { offsets, targets } = this.#model;
    for (let k = offsets[row]; k < offsets[row + 1]; k++) if (targets[k] !== but) this.#scores[targets[k]] += weight;
  }

  #forget(row: number): void {
    const last = this.#missing[--this.missing];
    this.#missing[this.#place[row]] = last;
    this.#place[last] = this.#place[row];
  }
}
