import { ROUNDING, type RoundsProblem } from "./problem.ts";

/** Stands for « no way »: sums of it stay exact enough, and no day is that long. */
const NO_WAY = 1e7;

/**
 * A problem in columns. Nodes are places, then the depot; a visit is offer × days + day; sentinels after the visits stand for
 * the depot in the circular list of each route, day × vehicles + vehicle.
 */
export interface RoundsModel {
  readonly problem: RoundsProblem;
  readonly places: number;
  readonly days: number;
  readonly vehicles: number;
  readonly routes: number;
  readonly visits: number;
  /** Minutes, node × (places + 1) + node. */
  readonly minutes: Float64Array;
  /** Node of each visit and sentinel. */
  readonly nodes: Int32Array;
  readonly rewards: Float64Array;
  readonly services: Float64Array;
  readonly demands: Float64Array;
  /** Offers of each place (CSR). */
  readonly offersAt: Int32Array;
  readonly offersOf: Int32Array;
  /** Other places by mean minutes there and back, nearest first; places × (places − 1). */
  readonly near: Int32Array;
  /** 1: to be served whatever it brings. */
  readonly isMandatory: Uint8Array;
  readonly mandatory: number;
  readonly maxMinutes: number;
  readonly maxDriving: number;
  readonly capacity: number;
}

export function buildRoundsModel(problem: RoundsProblem): RoundsModel {
  const { places, days, vehicles, offers } = problem;
  const size = places + 1;
  const minutes = new Float64Array(size * size);
  const finite = (value: number) => Math.min(value, NO_WAY);
  for (let i = 0; i < places; i++) {
    for (let j = 0; j < places; j++) minutes[i * size + j] = finite(problem.between[i * places + j]);
    minutes[places * size + i] = finite(problem.out[i]);
    minutes[i * size + places] = finite(problem.back[i]);
  }
  const visits = offers.length * days;
  const routes = days * vehicles;
  const nodes = new Int32Array(visits + routes).fill(places);
  const isMandatory = new Uint8Array(places);
  for (const place of problem.mandatory ?? []) isMandatory[place] = 1;
  for (let v = 0; v < visits; v++) nodes[v] = offers[Math.floor(v / days)].place;
  const byPlace = Array.from(offers.keys()).sort((a, b) => offers[a].place - offers[b].place || a - b);
  const offersAt = new Int32Array(places + 1);
  for (const { place } of offers) offersAt[place + 1]++;
  for (let p = 0; p < places; p++) offersAt[p + 1] += offersAt[p];
  return {
    problem,
    places,
    days,
    vehicles,
    routes,
    visits,
    minutes,
    nodes,
    rewards: Float64Array.from(offers, (offer) => offer.reward),
    services: Float64Array.from(offers, (offer) => offer.serviceMinutes),
    demands: Float64Array.from(offers, (offer) => offer.demand),
    offersAt,
    offersOf: Int32Array.from(byPlace),
    near: sortNeighbours(places, minutes),
    isMandatory,
    mandatory: isMandatory.reduce((sum, one) => sum + one, 0),
    maxMinutes: problem.maxMinutes * (1 + ROUNDING),
    maxDriving: problem.maxDriving * (1 + ROUNDING),
    capacity: problem.capacity * (1 + ROUNDING),
  };
}

function sortNeighbours(places: number, minutes: Float64Array): Int32Array {
  const near = new Int32Array(places * (places - 1));
  const size = places + 1;
  for (let p = 0; p < places; p++) {
    const far = (q: number) => minutes[p * size + q] + minutes[q * size + p];
    const others = Array.from({ length: places }, (_, q) => q).filter((q) => q !== p);
    near.set(
      others.sort((a, b) => far(a) - far(b) || a - b),
      p * (places - 1),
    );
  }
  return near;
}
