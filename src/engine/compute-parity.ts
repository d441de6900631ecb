import { chooseParameters, type Rehearsal, robustLoss } from "../core/access/choose-parameters.ts";
import { holdOut } from "../core/access/hold-out.ts";
import { neighbourMean } from "../core/access/neighbour-mean.ts";
import { fitModel, type ModelFit } from "../core/access/parity-model.ts";
import { type ParityScores, scoreParity } from "../core/access/parity-scores.ts";
import { DECAY_FAMILIES, type DecayFamily, KNOTS, type ModelParameters } from "../core/access/parity-world.ts";
import { fitShifted } from "../core/access/shift-sites.ts";
import type { Profession } from "../core/professions.ts";
import { breathe, type Run } from "../core/run.ts";
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
  /** What the chosen model gives each place, by split. */
  readonly columns: Readonly<Record<Split, ParityColumns>>;
}

/** One row per place, in the order of the places. */
export interface ParityColumns {
  readonly computed: Float64Array;
  /** 1 where the published value was held out; where there is none, nothing was. */
  readonly heldOut: Uint8Array;
}

const HELD_OUT_SHARE = 0.2;
const FULL_LIMITS = { maxPasses: 40, tolerance: 5e-3 } as const;
/** Five fits, each from the last: fewer passes each. */
const SHIFTED_LIMITS = { maxPasses: 20, tolerance: 5e-3 } as const;
/** Sets the rows of the rehearsal apart from those of the study. */
const REHEARSAL_SEED = 0x10000;
const NAIVE: ModelParameters = {
  family: "steps",
  stretch: 1,
  density: 0,
  congestion: 0,
  error: 0,
  patients: 0,
  firmness: 1,
};
const KERNEL_KM = [2, 3, 4, 5, 7, 10] as const;
const DOUBTS = [0.05, 0.5, 2] as const;

/**
 * The official values beside recomputed and calibrated ones, on communes held out at random and in whole blocks. Values held
 * out are read by the scores alone: ratios, parameters, family and kernels are chosen within the training communes, on a
 * fifth of them held out in the same way. Deterministic for a seed. Throws `cancelled`.
 */
export async function computeParity(places: ParityPlaces, question: ParityQuestion, run: Run): Promise<ParityAnswer> {
  const random = await studySplit(places, question, "random", run);
  const spatial = await studySplit(places, question, "spatial", run);
  return {
    question,
    models: [...random.models, ...spatial.models],
    chosen: { random: random.chosen, spatial: spatial.chosen },
    columns: { random: random.columns, spatial: spatial.columns },
  };
}

async function studySplit(places: ParityPlaces, question: ParityQuestion, split: Split, run: Run) {
  const { world, published } = places;
  const { rehearsal, training, trainingRows, heldOut } = divideRows(places, question.seed, split);
  const visible = rehearsal.published;
  const models: ParityModel[] = [];
  const judge = (name: string, parameters: ParityModel["parameters"], computed: Float64Array) => {
    const score = (rows: readonly number[]) => scoreParity(computed, published, places.people, rows);
    const classes = Object.fromEntries(listClasses(places, heldOut).map(({ id, rows }) => [id, score(rows)]));
    models.push({ name, split, parameters, fit: score(trainingRows), heldOut: score(heldOut), classes });
  };
  const families: readonly DecayFamily[] = question.fast ? ["blurred-steps"] : DECAY_FAMILIES;
  const total = SPLITS.length * (families.length + 2);
  let done = SPLITS.indexOf(split) * (families.length + 2);
  const advance = async () => {
    await breathe(run);
    run.progress(done++, total, `parity-${split}`);
  };

  await advance();
  const naive = await fitModel(world, NAIVE, visible, training, { maxPasses: 1, tolerance: 1 }, run);
  judge("naive", { decay: "steps 10/15/20", activity: naive.activity }, naive.uniform);
  let first: ModelParameters | undefined;
  let best: Candidate | undefined;
  const consider = (candidate: Candidate) => {
    if (!best || candidate.loss < best.loss) best = candidate;
    return best;
  };
  for (const family of families) {
    await advance();
    const options = first ? { like: first } : question.fast ? { moves: 3 } : {};
    const parameters = await chooseParameters(world, family, rehearsal, run, options);
    first ??= parameters;
    const fitOn = (mask: Uint8Array) => fitModel(world, parameters, visible, mask, FULL_LIMITS, run);
    const rehearsed = await fitOn(rehearsal.fitted);
    const fit = await fitOn(training);
    const loss = robustLoss(rehearsed.calibrated, rehearsal);
    const name = `calibrated-${family}`;
    consider({ name, parameters, loss, rehearsed, fit });
    const heights = fit.heights ? { knots: KNOTS, heights: Array.from(fit.heights) } : {};
    judge(name, { ...parameters, ...heights, innerLoss: loss }, fit.calibrated);
    if (family === "blurred-steps") judge("one-activity", { ...parameters, activity: fit.activity }, fit.uniform);
  }
  await advance();
  if (!best) throw new Error("no family of decay");
  let chosen: Candidate = best;
  if (!question.fast) {
    const { parameters } = chosen;
    const shiftOn = async (mask: Uint8Array, { heights }: ModelFit): Promise<ModelFit> => ({
      ...(await fitShifted(world, parameters, heights, visible, mask, SHIFTED_LIMITS, run)),
      heights,
    });
    const rehearsed = await shiftOn(rehearsal.fitted, chosen.rehearsed);
    const loss = robustLoss(rehearsed.calibrated, rehearsal);
    const fit = await shiftOn(training, chosen.fit);
    judge("calibrated-shifted", { ...parameters, innerLoss: loss }, fit.calibrated);
    chosen = consider({ name: "calibrated-shifted", parameters, loss, rehearsed, fit });
  }
  const { fitted } = rehearsal;
  const around = await interpolate(
    places,
    rehearsal,
    training,
    meanColumn(visible, fitted),
    meanColumn(visible, training),
    run,
  );
  judge("neighbours", around.parameters, around.values);
  const both = await interpolate(places, rehearsal, training, chosen.rehearsed.calibrated, chosen.fit.calibrated, run);
  judge("calibrated-and-neighbours", { on: chosen.name, ...both.parameters }, both.values);
  const columns = { computed: chosen.fit.calibrated, heldOut: maskOf(published.length, heldOut) };
  return { models, chosen: chosen.name, columns };
}

/** A calibrated model as fitted on the rehearsal's rows, and on all training rows. */
interface Candidate {
  readonly name: string;
  readonly parameters: ModelParameters;
  readonly loss: number;
  readonly rehearsed: ModelFit;
  readonly fit: ModelFit;
}

/** Training rows and held-out ones, and the rehearsal within the first. Whatever is fitted sees NaN for the others. */
function divideRows({ published, codes, blocks }: ParityPlaces, seed: number, split: Split) {
  const keys = split === "random" ? codes : blocks;
  const isHeldOut = holdOut(keys, HELD_OUT_SHARE, seed);
  const isKept = holdOut(keys, HELD_OUT_SHARE, seed + REHEARSAL_SEED);
  const usable = Array.from(published.keys()).filter((i) => !Number.isNaN(published[i]));
  const trainingRows = usable.filter((i) => isHeldOut[i] === 0);
  const training = maskOf(published.length, trainingRows);
  const rehearsal: Rehearsal = {
    published: published.map((value, i) => (training[i] === 1 ? value : Number.NaN)),
    fitted: maskOf(
      published.length,
      trainingRows.filter((i) => isKept[i] === 0),
    ),
    kept: trainingRows.filter((i) => isKept[i] === 1),
  };
  return { rehearsal, training, trainingRows, heldOut: usable.filter((i) => isHeldOut[i] === 1) };
}

/** A base plus what neighbours differ from it, kernel chosen on kept rows. `rehearsed`: the base fitted on fewer rows. */
async function interpolate(
  { near }: ParityPlaces,
  rehearsal: Rehearsal,
  training: Uint8Array,
  rehearsed: Float64Array,
  base: Float64Array,
  run: Run,
) {
  const { published: visible, fitted } = rehearsal;
  const fill = async (mask: Uint8Array, below: Float64Array, scaleKm: number, doubt: number) => {
    await breathe(run);
    const rest = visible.map((value, i) => value - below[i]);
    return neighbourMean(near, rest, mask, { scaleKm, doubt, otherwise: 0 }).map((value, i) => value + below[i]);
  };
  let best = { scaleKm: 0, doubt: 0, loss: Number.POSITIVE_INFINITY };
  for (const scaleKm of KERNEL_KM) {
    for (const doubt of DOUBTS) {
      const loss = robustLoss(await fill(fitted, rehearsed, scaleKm, doubt), rehearsal);
      if (loss < best.loss) best = { scaleKm, doubt, loss };
    }
  }
  const { scaleKm, doubt } = best;
  return { parameters: { kernelKm: scaleKm, doubt }, values: await fill(training, base, scaleKm, doubt) };
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
