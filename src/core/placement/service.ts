import type { ServiceModel } from "./service-model.ts";

/** Who serves whom under a set of open sites: nearest and second nearest open site of every row, kept up to date. */
export class Service {
  readonly model: ServiceModel;
  readonly isOpen: Uint8Array;
  /** −1: no open site is listed, the row pays its cap. */
  readonly nearest: Int32Array;
  readonly second: Int32Array;
  readonly nearestCost: Float64Array;
  readonly secondCost: Float64Array;
  /** Per open site: what its closing alone would cost. */
  readonly loss: Float64Array;
  /** Closed sites to be looked at again, because somebody they could serve is served otherwise; null: nobody asks. */
  stale: StaleSites | null = null;

  constructor(model: ServiceModel) {
    this.model = model;
    this.isOpen = new Uint8Array(model.sites);
    this.nearest = new Int32Array(model.rows).fill(-1);
    this.second = new Int32Array(model.rows).fill(-1);
    this.nearestCost = model.caps.slice();
    this.secondCost = model.caps.slice();
    this.loss = new Float64Array(model.sites);
  }

  /** Opens exactly these sites. */
  reset(open: Iterable<number>): void {
    this.isOpen.fill(0);
    for (const j of open) this.isOpen[j] = 1;
    this.loss.fill(0);
    for (let i = 0; i < this.model.rows; i++) this.#rescan(i);
  }

  open(j: number): void {
    this.isOpen[j] = 1;
    const { offsets, rows, costs } = this.model.columns;
    for (let k = offsets[j]; k < offsets[j + 1]; k++) {
      const i = rows[k];
      const cost = costs[k];
      if (cost >= this.secondCost[i]) continue;
      if (this.stale) this.#mark(i);
      const nearest = this.nearest[i];
      if (nearest >= 0) this.loss[nearest] -= this.secondCost[i] - this.nearestCost[i];
      if (cost < this.nearestCost[i]) {
        this.second[i] = nearest;
        this.secondCost[i] = this.nearestCost[i];
        this.nearest[i] = j;
        this.nearestCost[i] = cost;
      } else {
        this.second[i] = j;
        this.secondCost[i] = cost;
      }
      if (this.nearest[i] >= 0) this.loss[this.nearest[i]] += this.secondCost[i] - this.nearestCost[i];
    }
  }

  close(j: number): void {
    this.isOpen[j] = 0;
    const { offsets, rows } = this.model.columns;
    for (let k = offsets[j]; k < offsets[j + 1]; k++) {
      const i = rows[k];
      const nearest = this.nearest[i];
      if (nearest !== j && this.second[i] !== j) continue;
      this.loss[nearest] -= this.secondCost[i] - this.nearestCost[i];
      this.#rescan(i);
      if (this.stale) this.#mark(i);
    }
    this.loss[j] = 0;
  }

  /** Open sites, ascending. */
  listOpen(): number[] {
    const open: number[] = [];
    for (let j = 0; j < this.isOpen.length; j++) if (this.isOpen[j] === 1) open.push(j);
    return open;
  }

  /** Candidates of the plan: those decided and those open. */
  plan(): number[] {
    return [...this.model.decided, ...this.listOpen().map((j) => this.model.ids[j])];
  }

  value(): number {
    let sum = 0;
    for (let i = 0; i < this.nearestCost.length; i++) sum += this.nearestCost[i];
    return this.model.base + sum;
  }

  #mark(i: number): void {
    const { offsets, targets, costs } = this.model;
    const limit = this.secondCost[i];
    for (let k = offsets[i]; k < offsets[i + 1] && costs[k] < limit; k++) this.stale?.add(targets[k]);
  }

  #rescan(i: number): void {
    const { offsets, targets, costs, caps } = this.model;
    const end = offsets[i + 1];
    let k = offsets[i];
    while (k < end && this.isOpen[targets[k]] === 0) k++;
    this.nearest[i] = k < end ? targets[k] : -1;
    this.nearestCost[i] = k < end ? costs[k] : caps[i];
    if (k < end) k++;
    while (k < end && this.isOpen[targets[k]] === 0) k++;
    this.second[i] = k < end ? targets[k] : -1;
    this.secondCost[i] = k < end ? costs[k] : caps[i];
    if (this.nearest[i] >= 0) this.loss[this.nearest[i]] += this.secondCost[i] - this.nearestCost[i];
  }
}

/** Sites waiting to be looked at, first come, first served; each once. */
export class StaleSites {
  readonly #queue: Uint32Array;
  readonly #isWaiting: Uint8Array;
  #first = 0;
  #count: number;

  /** Every site waits, in order. */
  constructor(sites: number) {
    this.#queue = Uint32Array.from({ length: sites }, (_, j) => j);
    this.#isWaiting = new Uint8Array(sites).fill(1);
    this.#count = sites;
  }

  add(j: number): void {
    if (this.#isWaiting[j] === 1) return;
    this.#isWaiting[j] = 1;
    this.#queue[(this.#first + this.#count++) % this.#queue.length] = j;
  }

  /** The next one, no longer waiting; −1: none. */
  take(): number {
    if (this.#count === 0) return -1;
    const j = this.#queue[this.#first];
    this.#first = (this.#first + 1) % this.#queue.length;
    this.#count--;
    this.#isWaiting[j] = 0;
    return j;
  }
}
