import { assertRunning, breathe, type Run } from "../run.ts";
import { type FitLimits, fitRatios } from "./calibrate.ts";
import { fitHeights, groupWeights } from "./parity-columns.ts";
import {
  type ModelParameters,
  type ParityWorld,
  STARTING_HEIGHTS,
  stretchMinutes,
  weighPairs,
} from "./parity-world.ts";
import { gather, weightedDemand } from "./two-step.ts";

export interface ModelFit {
  /** Access of every place with the fitted ratios. */
  readonly calibrated: Float64Array;
  /** Access with supply shared by catchments and one activity per practitioner for the whole country. */
  readonly uniform: Float64Array;
  /** Supply per demand of each site, unit of the published values. */
  readonly ratios: Float64Array;
  /** Mean activity of a practitioner: factor from places of practice to the published unit, all country. */
  readonly activity: number;
  /** Weights at the knots of the piecewise family, else null. */
  readonly heights: Float64Array | null;
  readonly converged: boolean;
}

/** Rounds of fitting ratios given weights, then weights given ratios; changes are in the third digit by the fourth. */
const PIECEWISE_ROUNDS = 4;
/** Weight of the country's mean against a group's own rows. */
const GROUP_FIRMNESS = 20;

/**
 * Fits the model on the rows where `training` is 1; `published` is read nowhere else. Every training row counts the same:
 * the published values are exact and the error of a straight line does not shrink with inhabitants. Throws `cancelled`.
 */
export async function fitModel(
  world: ParityWorld,
  parameters: ModelParameters,
  published: Float64Array,
  training: Uint8Array,
  limits: FitLimits,
  run: Run,
): Promise<ModelFit> {
  await breathe(run);
  const minutes = stretchMinutes(world, parameters);
  if (parameters.family !== "piecewise") {
    return {
      ...fitWithWeights(world, weighPairs(minutes, parameters), parameters, published, training, limits, run),
      heights: null,
    };
  }
  let heights: Float64Array = STARTING_HEIGHTS;
  let fit = fitWithWeights(
    world,
    weighPairs(minutes, parameters, heights),
    parameters,
    published,
    training,
    limits,
    run,
  );
  for (let round = 1; round < PIECEWISE_ROUNDS; round++) {
    await breathe(run);
    heights = fitHeights(world, minutes, fit.ratios, heights, published, training, run);
    const weights = weighPairs(minutes, parameters, heights);
    fit = fitWithWeights(world, weights, parameters, published, training, limits, run, fit.ratios);
  }
  return { ...fit, heights };
}

/** The model of `fitModel` with the weights of pairs given. */
export function fitWithWeights(
  world: ParityWorld,
  weights: Float64Array,
  { firmness, patients }: ModelParameters,
  published: Float64Array,
  training: Uint8Array,
  limits: FitLimits,
  run: Run,
  start?: Float64Array,
): Omit<ModelFit, "heights"> {
  assertRunning(run);
  const table = { ...world.near, minutes: world.near.km };
  const importance = Float64Array.from(training);
  const catchment = weightedDemand(table, world.demand, weights);
  const shares = world.supply.map((s, j) => (catchment[j] > 0 ? s / (catchment[j] + patients * s) : 0));
  const activity = slope(gather(table, shares, weights), published, training);
  const expected = shares.map((share) => share * activity);
  const uniform = gather(table, expected, weights);
  const spread = varianceOf(published, training);
  const grouped = groupWeights(world, weights, expected);
  const activities = fitRatios(
    {
      table: grouped,
      weights: grouped.minutes,
      observed: published,
      importance,
      expected: new Float64Array(world.groups).fill(1),
      firmness: new Float64Array(world.groups).fill(GROUP_FIRMNESS * spread),
    },
    limits,
    run,
  ).ratios;
  const local = expected.map((e, j) => e * activities[world.groupOf[j]]);
  const fitted = fitRatios(
    {
      table,
      weights,
      observed: published,
      importance,
      expected: local,
      firmness: world.supply.map((s) => firmness * spread * s),
    },
    limits,
    run,
    start,
  );
  const calibrated = gather(table, fitted.ratios, weights);
  return { calibrated, uniform, ratios: fitted.ratios, activity, converged: fitted.converged };
}

/** Factor on `computed` that brings it closest to `published` over the training rows. */
function slope(computed: Float64Array, published: Float64Array, training: Uint8Array): number {
  let product = 0;
  let square = 0;
  for (let i = 0; i < computed.length; i++) {
    if (training[i] === 0) continue;
    product += computed[i] * published[i];
    square += computed[i] * computed[i];
  }
  return square > 0 ? product / square : 0;
}

function varianceOf(published: Float64Array, training: Uint8Array): number {
  const values = published.filter((_, i) => training[i] === 1);
  const mean = values.reduce((a, b) => a + b, 0) / values.length;
  return values.reduce((a, b) => a + (b - mean) ** 2, 0) / values.length;
}
