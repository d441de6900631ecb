import { degreesOfLatitude, type Places } from "../geo/distance.ts";
import type { NearPairs } from "../geo/near-pairs.ts";
import { weighUncertainMinutes } from "./blurred-steps.ts";
import { weighMinutes } from "./decay.ts";

/** Places that need care and sites that give it, some places being both, joined by straight lines. */
export interface ParityWorld {
  /** Origins: places; destinations: sites. */
  readonly near: NearPairs;
  /** Estimated minutes of each pair, before any parameter. */
  readonly minutes: Float64Array;
  /** 1 for pairs whose minutes are of the road, so that moving a place does not change them; none when absent. */
  readonly isByRoad?: Uint8Array;
  readonly points: Places;
  /** Place of each site. */
  readonly placeOf: Uint32Array;
  /** Practitioners of each site, > 0. */
  readonly supply: Float64Array;
  /** Standardised inhabitants of each place, ≥ 0. */
  readonly demand: Float64Array;
  /** Natural logarithm of inhabitants per km² of each place. */
  readonly logDensity: Float64Array;
  /** Group of each site (its département) within which activity is alike, 0 … groups − 1. */
  readonly groupOf: Uint32Array;
  readonly groups: number;
}

/** Shapes of decay the study compares; the times they see are stretched by a fitted factor. */
export const DECAY_FAMILIES = ["blurred-steps", "steps", "gaussian", "exponential", "linear", "piecewise"] as const;
export type DecayFamily = (typeof DECAY_FAMILIES)[number];

/** What is chosen on rows kept aside within the training rows. */
export interface ModelParameters {
  readonly family: DecayFamily;
  /** Factor on the estimated minutes. */
  readonly stretch: number;
  /** Minutes grow by e to this power for each unit of log density, mean of both ends, above REFERENCE_DENSITY. */
  readonly density: number;
  /** The same for each unit of log density above CONGESTED_DENSITY, on top. */
  readonly congestion: number;
  /** Standard deviation of an estimated time as a share of it; blurred steps only. */
  readonly error: number;
  /**
   * Inhabitants per practitioner at which activity is half of what it would be with any number of them: people are asked for
   * S·activity / (catchment + patients·S), because a practitioner with few people around works less. 0 for no limit.
   */
  readonly patients: number;
  /** Strength with which one practitioner's activity is held to that of the group, in variances of the published values. */
  readonly firmness: number;
}

/** Log of 90 inhabitants per km², about the density of communes where the French live outside towns. */
const REFERENCE_DENSITY = 4.5;

/** Minutes of the floor of the error of an estimated time: centres stand about a kilometre from the town hall. */
const ERROR_FLOOR = 1;

/** Weights under this are cut to 0: a thousandth of a site's supply moves no figure and costs time. */
const SMALLEST_WEIGHT = 1e-3;

const STEPS = { bounds: [10, 15, 20], weights: [1, 0.3, 0.1] } as const;

/** Minutes at which the piecewise linear weights are free; 1 at 0 minutes, 0 from the last on. */
export const KNOTS = [0, 4, 7, 10, 12.5, 15, 17.5, 20, 25] as const;

/** Log of 1,100 inhabitants per km²: streets. */
const CONGESTED_DENSITY = 7;

/** Where places really lie and how far sites really reach, as far as published values tell. */
export interface Shifts {
  /** Kilometres each place is moved. */
  readonly east: Float64Array;
  readonly north: Float64Array;
  /** Log of the factor on the minutes to each site. */
  readonly slowness: Float64Array;
}

/** Straight lines of the pairs under shifts: from the site to the place, kilometres east, north and in all. */
export interface Lines {
  readonly east: Float64Array;
  readonly north: Float64Array;
  readonly km: Float64Array;
}

/** Two places stay at least this far apart, kilometres, however they are moved. */
const CLOSEST_KM = 0.3;

/** Lines of every pair on the plane that touches the sphere at the place: exact to a thousandth over 40 km. */
export function drawLines({ near, points, placeOf }: ParityWorld, shifts: Shifts): Lines {
  const perDegree = 1 / degreesOfLatitude(1);
  const lines = { east: near.km.slice(), north: near.km.slice(), km: near.km.slice() };
  for (let i = 0; i < near.origins; i++) {
    const shrink = Math.cos((points.lat[i] * Math.PI) / 180);
    for (let k = near.offsets[i]; k < near.offsets[i + 1]; k++) {
      const place = placeOf[near.targets[k]];
      const east = (points.lon[i] - points.lon[place]) * perDegree * shrink + shifts.east[i] - shifts.east[place];
      const north = (points.lat[i] - points.lat[place]) * perDegree + shifts.north[i] - shifts.north[place];
      lines.east[k] = east;
      lines.north[k] = north;
      lines.km[k] = place === i ? 0 : Math.max(CLOSEST_KM, Math.hypot(east, north));
    }
  }
  return lines;
}

/** Minutes of each pair under the parameters; 0 within a place. `estimated` and `slowness` as shifted, if they are. */
export function stretchMinutes(
  { near, placeOf, logDensity, minutes }: ParityWorld,
  { stretch, density, congestion }: ModelParameters,
  estimated: Float64Array = minutes,
  slowness?: Float64Array,
): Float64Array {
  const stretched = new Float64Array(estimated.length);
  const ofPlace = logDensity.map((d) => Math.sqrt(stretch) * Math.exp((density * (d - REFERENCE_DENSITY)) / 2));
  const ofSite = Float64Array.from(placeOf, (place, j) => ofPlace[place] * Math.exp(slowness?.[j] ?? 0));
  for (let i = 0; i < near.origins; i++) {
    for (let k = near.offsets[i]; k < near.offsets[i + 1]; k++) {
      const site = near.targets[k];
      const place = placeOf[site];
      if (place === i) continue;
      const dense = (logDensity[i] + logDensity[place]) / 2 - CONGESTED_DENSITY;
      const crowd = dense > 0 ? Math.exp(congestion * dense) : 1;
      stretched[k] = ofPlace[i] * ofSite[site] * crowd * estimated[k];
    }
  }
  return stretched;
}

/** Weights of pairs for every family but the piecewise one, whose weights are `heights` at the knots. */
export function weighPairs(
  minutes: Float64Array,
  { family, error }: Pick<ModelParameters, "family" | "error">,
  heights: Float64Array = STARTING_HEIGHTS,
): Float64Array {
  const weights = weighFamily(minutes, family, error, heights);
  for (let k = 0; k < weights.length; k++) {
    if (minutes[k] === 0) weights[k] = 1;
    else if (weights[k] < SMALLEST_WEIGHT) weights[k] = 0;
  }
  return weights;
}

function weighFamily(minutes: Float64Array, family: DecayFamily, error: number, heights: Float64Array): Float64Array {
  const until = (maxMinutes: number) => ({ maxMinutes, bins: "inclusive" }) as const;
  switch (family) {
    case "steps":
      return weighMinutes({ kind: "steps", ...STEPS }, minutes, until(20));
    case "blurred-steps":
      return weighUncertainMinutes(STEPS, minutes, { floor: ERROR_FLOOR, share: error });
    case "gaussian":
      return weighMinutes({ kind: "gaussian", beta: 180 }, minutes, until(30));
    case "exponential":
      return weighMinutes({ kind: "exponential", rate: 0.12 }, minutes, until(30));
    case "linear":
      return weighMinutes({ kind: "linear", range: 20 }, minutes, until(20));
    case "piecewise":
      return minutes.map((t) => {
        const { knot, share } = locate(t);
        return heights[knot] * (1 - share) + heights[knot + 1] * share;
      });
  }
}

/** Knot at or before t and how far t is towards the next, both at the end from the last knot on. */
export function locate(t: number): { readonly knot: number; readonly share: number } {
  const last = KNOTS.length - 1;
  if (t >= KNOTS[last]) return { knot: last - 1, share: 1 };
  let knot = 0;
  while (t > KNOTS[knot + 1]) knot++;
  return { knot, share: (t - KNOTS[knot]) / (KNOTS[knot + 1] - KNOTS[knot]) };
}

export const STARTING_HEIGHTS = Float64Array.of(1, 0.95, 0.8, 0.6, 0.4, 0.25, 0.15, 0.08, 0);
