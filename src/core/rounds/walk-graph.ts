import type { RoundsModel } from "./model.ts";

/**
 * Visits as a walk sees them: a node is a place with minutes of service and a demand. Steps are whole numbers of a grid, the
 * driving of each leg by the shortest way and its service rounded down, so that every true route is a walk within `budget`.
 */
export interface WalkGraph {
  readonly size: number;
  readonly place: Int32Array;
  readonly demand: Float64Array;
  /** Node of each offer. */
  readonly nodeOf: Int32Array;
  /** Grid steps from node to node, service of the second included; size × size. */
  readonly steps: Int32Array;
  readonly firstSteps: Int32Array;
  readonly lastSteps: Int32Array;
  /** Minutes of driving of the same legs. */
  readonly driving: Float64Array;
  readonly firstDriving: Float64Array;
  readonly lastDriving: Float64Array;
  readonly budget: number;
}

const COARSE = 240;
const FINE = 1440;
/** Legs times steps that a walk may take to find. */
const WORK = 3e5;

export function buildWalkGraph(model: RoundsModel): WalkGraph {
  const { places, services, demands, maxMinutes, problem } = model;
  const numbers = new Map<string, number>();
  const nodeOf = new Int32Array(problem.offers.length);
  const place: number[] = [];
  const service: number[] = [];
  const demand: number[] = [];
  problem.offers.forEach((offer, o) => {
    const key = `${offer.place} ${services[o]} ${demands[o]}`;
    const known = numbers.get(key);
    nodeOf[o] = known ?? place.length;
    if (known !== undefined) return;
    numbers.set(key, place.length);
    place.push(offer.place);
    service.push(services[o]);
    demand.push(demands[o]);
  });
  const size = place.length;
  const ways = shortestWays(model);
  const width = places + 1;
  const leg = (a: number, b: number) => ways[a * width + b];
  const driving = new Float64Array(size * size);
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < size; j++) {
      driving[i * size + j] = leg(place[i], place[j]);
      if (place[i] !== place[j]) least = Math.min(least, driving[i * size + j] + service[j]);
    }
  }
  const legs = [model.minutes, services, [problem.maxMinutes]];
  const isWhole = problem.maxMinutes <= FINE && legs.every((row) => row.every(Number.isInteger));
  const wanted = Math.min(
    FINE,
    Math.max(COARSE, Math.ceil(WORK / size ** 2), Math.ceil(maxMinutes / Math.max(least, 1e-3))),
  );
  // Whole minutes need no rounding. Else the finer the grid, the tighter the bound, and no leg should be a step of 0.
  const grid = isWhole ? 1 : maxMinutes / wanted;
  const count = isWhole ? problem.maxMinutes : wanted;
  const steps = new Int32Array(size * size);
  const short = new Uint8Array(size);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < size; j++) {
      const whole = Math.floor((driving[i * size + j] + service[j]) / grid);
      if (whole < 1 && place[i] !== place[j]) short[j] = 1;
      steps[i * size + j] = Math.max(1, whole);
    }
  }
  const firstDriving = Float64Array.from(place, (p) => leg(places, p));
  const lastDriving = Float64Array.from(place, (p) => leg(p, places));
  return {
    size,
    place: Int32Array.from(place),
    demand: Float64Array.from(demand),
    nodeOf,
    steps,
    firstSteps: Int32Array.from(place, (_, i) => Math.floor((firstDriving[i] + service[i]) / grid)),
    lastSteps: Int32Array.from(lastDriving, (minutes) => Math.floor(minutes / grid)),
    driving,
    firstDriving,
    lastDriving,
    // A leg counted as one step though it is shorter lengthens a route once at most, at its node.
    budget: count + short.reduce((sum, one) => sum + one, 0),
  };
}

/** Driving by any other places on the way (Floyd 1962): with it, a place not worth its price need never be on a walk. */
function shortestWays({ places, minutes }: RoundsModel): Float64Array {
  const width = places + 1;
  const ways = minutes.slice();
  for (let via = 0; via < places; via++) {
    for (let i = 0; i < width; i++) {
      const first = ways[i * width + via];
      for (let j = 0; j < width; j++) {
        const through = first + ways[via * width + j];
        if (through < ways[i * width + j]) ways[i * width + j] = through;
      }
    }
  }
  return ways;
}
