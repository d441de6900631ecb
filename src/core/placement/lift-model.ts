import type { SiteRules } from "./problem.ts";
import type { SiteLifts } from "./shortfall.ts";

/**
 * Maximise base + Σ_i weight_i · min(lack_i, Σ lift_ij over open j), opening `count` sites: rows that lack something and
 * that a free site can lift. Concave in what is open (submodular), so that what a site adds never grows as others open.
 */
export interface LiftModel {
  readonly rows: number;
  readonly sites: number;
  readonly count: number;
  readonly weights: Float64Array;
  readonly lacks: Float64Array;
  /** CSR by site. */
  readonly offsets: Uint32Array;
  readonly targets: Uint32Array;
  readonly lifts: Float64Array;
  /** Candidate of each site. */
  readonly ids: Uint32Array;
  /** Mandatory candidates, whose gain is the base. */
  readonly decided: readonly number[];
  readonly base: number;
}

export function buildLiftModel(
  all: SiteLifts,
  weights: Float64Array,
  access: Float64Array,
  threshold: number,
  rules: SiteRules,
  count: number,
): LiftModel {
  const decided = [...new Set(rules.mandatory)];
  const barred = new Set([...decided, ...rules.excluded, ...rules.existing]);
  const lacks = access.map((value, i) => (weights[i] > 0 ? Math.max(0, threshold - value) : 0));
  const before = lacks.slice();
  for (const j of decided) {
    for (let k = all.offsets[j]; k < all.offsets[j + 1]; k++) {
      lacks[all.targets[k]] = Math.max(0, lacks[all.targets[k]] - all.lifts[k]);
    }
  }
  let base = 0;
  const place = new Int32Array(all.origins).fill(-1);
  const kept: number[] = [];
  for (let i = 0; i < all.origins; i++) {
    if (weights[i] > 0) base += weights[i] * (before[i] - lacks[i]);
    if (lacks[i] > 0) place[i] = kept.push(i) - 1;
  }
  const ids: number[] = [];
  const starts = [0];
  const targets: number[] = [];
  const lifts: number[] = [];
  for (let j = 0; j < all.sites; j++) {
    if (barred.has(j)) continue;
    ids.push(j);
    for (let k = all.offsets[j]; k < all.offsets[j + 1]; k++) {
      if (place[all.targets[k]] < 0) continue;
      targets.push(place[all.targets[k]]);
      lifts.push(all.lifts[k]);
    }
    starts.push(targets.length);
  }
  return {
    rows: kept.length,
    sites: ids.length,
    count: count - decided.length,
    weights: Float64Array.from(kept, (i) => weights[i]),
    lacks: Float64Array.from(kept, (i) => lacks[i]),
    offsets: Uint32Array.from(starts),
    targets: Uint32Array.from(targets),
    lifts: Float64Array.from(lifts),
    ids: Uint32Array.from(ids),
    decided,
    base,
  };
}

/** A plan over a lift model and what each row has been lifted by. */
export class LiftPlan {
  readonly model: LiftModel;
  readonly isOpen: Uint8Array;
  readonly added: Float64Array;

  constructor(model: LiftModel) {
    this.model = model;
    this.isOpen = new Uint8Array(model.sites);
    this.added = new Float64Array(model.rows);
  }

  reset(open: Iterable<number>): void {
    this.isOpen.fill(0);
    this.added.fill(0);
    for (const j of open) this.open(j);
  }

  open(j: number): void {
    this.isOpen[j] = 1;
    this.#add(j, 1);
  }

  close(j: number): void {
    this.isOpen[j] = 0;
    this.#add(j, -1);
  }

  /** What opening the site would add. */
  gainOf(j: number): number {
    const { offsets, targets, lifts, weights, lacks } = this.model;
    let gain = 0;
    for (let k = offsets[j]; k < offsets[j + 1]; k++) {
      const i = targets[k];
      const left = lacks[i] - this.added[i];
      if (left > 0) gain += weights[i] * Math.min(lifts[k], left);
    }
    return gain;
  }

  /** What closing the open site would take away. */
  lossOf(j: number): number {
    const { offsets, targets, lifts, weights, lacks } = this.model;
    let loss = 0;
    for (let k = offsets[j]; k < offsets[j + 1]; k++) {
      const i = targets[k];
      const over = this.added[i] - lacks[i];
      if (over < lifts[k]) loss += weights[i] * (over > 0 ? lifts[k] - over : lifts[k]);
    }
    return loss;
  }

  value(): number {
    const { weights, lacks, base } = this.model;
    let sum = base;
    for (let i = 0; i < weights.length; i++) sum += weights[i] * Math.min(lacks[i], this.added[i]);
    return sum;
  }

  plan(): number[] {
    return [...this.model.decided, ...Array.from(this.model.ids).filter((_, j) => this.isOpen[j] === 1)];
  }

  #add(j: number, sign: number): void {
    const { offsets, targets, lifts } = this.model;
    for (let k = offsets[j]; k < offsets[j + 1]; k++) this.added[targets[k]] += sign * lifts[k];
  }
}
