import { chooseParameters, type Rehearsal, robustLoss } from "../core/access/choose-parameters.ts";
import { holdOut } from "../core/access/hold-out.ts";
import { neighbourMean } from "../core/access/neighbour-mean.ts";
import { fitModel } from "../core/access/parity-model.ts";
import { type ParityScores, scoreParity } from "../core/access/parity-scores.ts";
import { DECAY_FAMILIES, type DecayFamily, KNOTS, type ModelParameters } from "../core/access/parity-world.ts";
import type { Profession } from "../core/professions.ts";
import { assertRunning, type Run } from "../core/run.ts";
import { listClasses } from "./parity-classes.ts";
import type { ParityPlaces } from "./parity-places.ts";

export interface ParityQuestion {
  readonly profession: Profession;
  readonly year: number;
  readonly seed: number;
  /** One family of decay and a coarse search only. */
  readonly fast: boolean;
}

export const SPLITS = ["random", "spatial"] as const;
export type Split = (typeof SPLITS)[number];

/** One way to compute access, fitted on the training communes of a split and judged on the others. */
export interface ParityModel {
  readonly name: string;
  readonly split: Split;
  readonly parameters: Readonly<Record<string, number | string | readonly number[]>>;
  readonly fit: ParityScores;
  readonly heldOut: ParityScores;
  /** Scores on held-out communes, by kind of commune. */
  readonly classes: Readonly<Record<string, ParityScores>>;
}

export interface ParityAnswer {
  readonly question: ParityQuestion;
  readonly models: readonly ParityModel[];
  /** Name of the calibrated model with the least error within the training rows, by split: chosen, not found best. */
  readonly chosen: Readonly<Record<Split, string>>;
}

const HELD_OUT_SHARE = 0.2;
const FULL_LIMITS = { maxPasses: 80, tolerance: 2e-3 } as const;
const KERNEL_KM = [2, 3, 4, 5, 7, 10] as const;
const DOUBTS = [0.05, 0.5, 2] as const;

/**
 * The official values beside recomputed and calibrated ones, on communes held out at random and in whole blocks. Values held
 * out are read by the scores alone: ratios, parameters, family and kernels are chosen within the training communes, on a
 * fifth of them held out in the same way. Deterministic for a seed. Throws `cancelled`.
 */
export function computeParity(places: ParityPlaces, question: ParityQuestion, run: Run): ParityAnswer {
  const models: ParityModel[] = [];
  const chosen: Record<Split, string> = { random: "", spatial: "" };
  for (const split of SPLITS) {
    const found = studySplit(places, question, split, run);
    models.push(...found.models);
    chosen[split] = found.chosen;
  }
  return { question, models, chosen };
}

function studySplit(places: ParityPlaces, question: ParityQuestion, split: Split, run: Run) {
  const { world, published } = places;
  const keys = split === "random" ? places.codes : places.blocks;
  const isHeldOut = holdOut(keys, HELD_OUT_SHARE, question.seed);
  const isKept = holdOut(keys, HELD_OUT_SHARE, question.seed + 0x10000);
  const usable = Array.from(published.keys()).filter((i) => !Number.isNaN(published[i]));
  const heldOut = usable.filter((i) => isHeldOut[i] === 1);
  const training = maskOf(
    published.length,
    usable.filter((i) => isHeldOut[i] === 0),
  );
  const kept = usable.filter((i) => isHeldOut[i] === 0 && isKept[i] === 1);
  const inner = maskOf(
    published.length,
    usable.filter((i) => isHeldOut[i] === 0 && isKept[i] === 0),
  );
  const trainingRows = usable.filter((i) => isHeldOut[i] === 0);
  // Whatever is fitted sees NaN for every held-out commune.
  const visible = published.map((value, i) => (training[i] === 1 ? value : Number.NaN));
  const models: ParityModel[] = [];
  const judge = (name: string, parameters: ParityModel["parameters"], computed: Float64Array) => {
    const score = (rows: readonly number[]) => scoreParity(computed, published, places.people, rows);
    const classes = Object.fromEntries(listClasses(places, heldOut).map(({ id, rows }) => [id, score(rows)]));
    models.push({ name, split, parameters, fit: score(trainingRows), heldOut: score(heldOut), classes });
  };

  const rehearsal: Rehearsal = { published: visible, fitted: inner, kept };
  const families: readonly DecayFamily[] = question.fast ? ["blurred-steps"] : DECAY_FAMILIES;
  let first: ModelParameters | undefined;
  let best: { readonly parameters: ModelParameters; readonly loss: number } | undefined;
  let step = 0;
  const total = (families.length + 2) * SPLITS.length;
  const advance = () => {
    assertRunning(run);
    run.progress(step++ + (split === "spatial" ? total / 2 : 0), total, `parity-${split}`);
  };

  advance();
  const plain: ModelParameters = { family: "steps", stretch: 1, density: 0, error: 0, patients: 0, firmness: 1 };
  const naive = fitModel(world, plain, visible, training, { maxPasses: 1, tolerance: 1 }, run);
  judge("naive", { decay: "steps 10/15/20", activity: naive.activity }, naive.uniform);
  for (const family of families) {
    advance();
    const options = first ? { like: first } : question.fast ? { moves: 3 } : {};
    const parameters = chooseParameters(world, family, rehearsal, run, options);
    first ??= parameters;
    const loss = robustLoss(fitModel(world, parameters, visible, inner, FULL_LIMITS, run).calibrated, rehearsal);
    if (!best || loss < best.loss) best = { parameters, loss };
    const fit = fitModel(world, parameters, visible, training, FULL_LIMITS, run);
    const heights = fit.heights ? { knots: KNOTS, heights: Array.from(fit.heights) } : {};
    judge(`calibrated-${family}`, { ...parameters, ...heights, innerLoss: loss }, fit.calibrated);
    if (family === "blurred-steps") judge("one-activity", { ...parameters, activity: fit.activity }, fit.uniform);
  }
  advance();
  if (!best) throw new Error("no family of decay");
  const { parameters } = best;
  const around = interpolate(places, rehearsal, training, () => null, run);
  judge("neighbours", around.parameters, around.values);
  const baseOf = (mask: Uint8Array) => fitModel(world, parameters, visible, mask, FULL_LIMITS, run).calibrated;
  const both = interpolate(places, rehearsal, training, baseOf, run);
  judge("calibrated-and-neighbours", { ...parameters, ...both.parameters }, both.values);
  return { models, chosen: `calibrated-${parameters.family}` };
}

/** A base (or the mean of the known) plus what neighbours differ from it, kernel chosen on kept rows. */
function interpolate(
  { near }: ParityPlaces,
  rehearsal: Rehearsal,
  training: Uint8Array,
  baseOf: (mask: Uint8Array) => Float64Array | null,
  run: Run,
) {
  const { published: visible, fitted: inner } = rehearsal;
  const fill = (mask: Uint8Array, base: Float64Array, scaleKm: number, doubt: number) => {
    assertRunning(run);
    const rest = visible.map((value, i) => value - base[i]);
    return neighbourMean(near, rest, mask, { scaleKm, doubt, otherwise: 0 }).map((value, i) => value + base[i]);
  };
  const innerBase = baseOf(inner) ?? meanColumn(visible, inner);
  let best = { scaleKm: 0, doubt: 0, loss: Number.POSITIVE_INFINITY };
  for (const scaleKm of KERNEL_KM) {
    for (const doubt of DOUBTS) {
      const loss = robustLoss(fill(inner, innerBase, scaleKm, doubt), rehearsal);
      if (loss < best.loss) best = { scaleKm, doubt, loss };
    }
  }
  const { scaleKm, doubt } = best;
  const values = fill(training, baseOf(training) ?? meanColumn(visible, training), scaleKm, doubt);
  return { parameters: { kernelKm: scaleKm, doubt }, values };
}

function meanColumn(values: Float64Array, mask: Uint8Array): Float64Array {
  const seen = values.filter((_, i) => mask[i] === 1);
  return new Float64Array(values.length).fill(seen.reduce((a, b) => a + b, 0) / seen.length);
}

function maskOf(length: number, rows: readonly number[]): Uint8Array {
  const mask = new Uint8Array(length);
  for (const i of rows) mask[i] = 1;
  return mask;
}
