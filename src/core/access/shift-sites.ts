import { breathe, type Run } from "../run.ts";
import { estimateMinutes } from "../travel/estimate.ts";
import type { FitLimits } from "./calibrate.ts";
import { fitWithWeights, type ModelFit } from "./parity-model.ts";
import {
  drawLines,
  type Lines,
  type ModelParameters,
  type ParityWorld,
  type Shifts,
  STARTING_HEIGHTS,
  stretchMinutes,
  weighPairs,
} from "./parity-world.ts";

/** Standard deviations expected beforehand: a centre from the town hall, kilometres, and the log slowness of a site. */
const EXPECTED_KM = 1.5;
const EXPECTED_SLOWNESS = 0.15;
const ROUNDS = 5;
/** Share of each step taken, because positions, slowness and ratios move at the same time; and the longest, kilometres. */
const DAMPING = 0.5;
const LONGEST_STEP_KM = 1;
/** Half the width, minutes, over which the slope of a decay is taken: about what an estimate is off. */
const SLOPE_MINUTES = 1.5;

/**
 * Fits where sites lie and how slowly they are reached, together with their ratios: damped Gauss-Newton steps on the training
 * rows, each site drawn back to where it was by the noise of the fit. A commune without practitioners stays where it is.
 * `parameters` and, for the piecewise family, `heights` come from `fitModel` on the same rows. Throws `cancelled`.
 */
export async function fitShifted(
  world: ParityWorld,
  parameters: ModelParameters,
  heights: Float64Array | null,
  published: Float64Array,
  training: Uint8Array,
  limits: FitLimits,
  run: Run,
): Promise<Omit<ModelFit, "heights">> {
  const places = world.near.origins;
  const shifts = {
    east: new Float64Array(places),
    north: new Float64Array(places),
    slowness: new Float64Array(world.supply.length),
  };
  const weigh = (minutes: Float64Array) => weighPairs(minutes, parameters, heights ?? STARTING_HEIGHTS);
  let ratios: Float64Array | undefined;
  for (let round = 0; ; round++) {
    await breathe(run);
    const lines = drawLines(world, shifts);
    const minutes = stretchMinutes(world, parameters, timeLines(world, lines), shifts.slowness);
    const fit = fitWithWeights(world, weigh(minutes), parameters, published, training, limits, run, ratios);
    ratios = fit.ratios;
    if (round === ROUNDS) return fit;
    const slopes = slopesOf(weigh, minutes, fit.ratios, world);
    const residuals = published.map((value, i) => (training[i] === 1 ? value - fit.calibrated[i] : 0));
    const trained = training.reduce((a, b) => a + b, 0);
    const noise = residuals.reduce((a, b) => a + b * b, 0) / trained;
    step(world, lines, minutes, slopes, residuals, training, noise, shifts);
  }
}

/** Minutes of each pair: those of the road where they are known, else estimated along the line. */
function timeLines({ minutes, isByRoad }: ParityWorld, { km }: Lines): Float64Array {
  return km.map((length, k) => (isByRoad?.[k] === 1 ? minutes[k] : estimateMinutes(length)));
}

/** R_j·dw/dt of each pair, per minute. */
function slopesOf(
  weigh: (minutes: Float64Array) => Float64Array,
  minutes: Float64Array,
  ratios: Float64Array,
  { near }: ParityWorld,
): Float64Array {
  const later = weigh(minutes.map((t) => (t > 0 ? t + SLOPE_MINUTES : 0)));
  const sooner = weigh(minutes.map((t) => (t > 0 ? Math.max(1e-9, t - SLOPE_MINUTES) : 0)));
  return later.map((w, k) => {
    const width = SLOPE_MINUTES + Math.min(SLOPE_MINUTES, minutes[k]);
    return minutes[k] > 0 ? (ratios[near.targets[k]] * (w - sooner[k])) / width : 0;
  });
}

function step(
  { near, placeOf, supply, isByRoad }: ParityWorld,
  lines: Lines,
  minutes: Float64Array,
  slopes: Float64Array,
  residuals: Float64Array,
  training: Uint8Array,
  noise: number,
  shifts: Shifts,
): void {
  const sums = Array.from({ length: 7 }, () => new Float64Array(supply.length));
  const [ee, en, nn, e, n, ss, s] = sums;
  for (let i = 0; i < near.origins; i++) {
    if (training[i] === 0) continue;
    for (let k = near.offsets[i]; k < near.offsets[i + 1]; k++) {
      if (slopes[k] === 0) continue;
      const j = near.targets[k];
      const perKm = isByRoad?.[k] === 1 ? 0 : (-slopes[k] * minutes[k] * KM_EXPONENT) / (lines.km[k] * lines.km[k]);
      const east = perKm * lines.east[k];
      const north = perKm * lines.north[k];
      const slow = slopes[k] * minutes[k];
      ee[j] += east * east;
      en[j] += east * north;
      nn[j] += north * north;
      e[j] += east * residuals[i];
      n[j] += north * residuals[i];
      ss[j] += slow * slow;
      s[j] += slow * residuals[i];
    }
  }
  const holdPlace = noise / EXPECTED_KM ** 2;
  const holdSlowness = noise / EXPECTED_SLOWNESS ** 2;
  for (let j = 0; j < supply.length; j++) {
    const place = placeOf[j];
    const a = ee[j] + holdPlace;
    const c = nn[j] + holdPlace;
    const b = en[j];
    const pullEast = e[j] - holdPlace * shifts.east[place];
    const pullNorth = n[j] - holdPlace * shifts.north[place];
    const east = (DAMPING * (c * pullEast - b * pullNorth)) / (a * c - b * b);
    const north = (DAMPING * (a * pullNorth - b * pullEast)) / (a * c - b * b);
    const shorten = Math.min(1, LONGEST_STEP_KM / Math.hypot(east, north));
    shifts.east[place] += shorten * east;
    shifts.north[place] += shorten * north;
    shifts.slowness[j] += (DAMPING * (s[j] - holdSlowness * shifts.slowness[j])) / (ss[j] + holdSlowness);
  }
}

/** Minutes grow about as the kilometres to this power. */
const KM_EXPONENT = 0.9;
