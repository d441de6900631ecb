import { Random } from "../../../src/core/random.ts";
import type { RoundsSearch } from "../../../src/core/rounds/plan-rounds.ts";
import type { RoundRoute, RoundsFound, RoundsProblem } from "../../../src/core/rounds/problem.ts";

/** A search of `iterations` plans, without clock, its steps kept. */
export function searchRounds(iterations = 2000, seed = 1): RoundsSearch & { readonly told: RoundsFound[] } {
  const told: RoundsFound[] = [];
  return {
    run: { signal: { aborted: false }, progress: () => undefined },
    seconds: () => 0,
    timeLimit: Number.POSITIVE_INFINITY,
    seed,
    iterations,
    tell: (found) => told.push(found),
    told,
  };
}

/** Stops on a straight road, the depot at 0, a minute per kilometre; one visit on the only day unless told. */
export function roadOf(
  stops: readonly (readonly [km: number, reward: number, service: number])[],
  change: Partial<RoundsProblem> = {},
): RoundsProblem {
  const places = stops.length;
  const between = new Float64Array(places * places);
  for (let i = 0; i < places; i++) {
    for (let j = 0; j < places; j++) between[i * places + j] = Math.abs(stops[i][0] - stops[j][0]);
  }
  return {
    places,
    out: Float64Array.from(stops, ([km]) => Math.abs(km)),
    back: Float64Array.from(stops, ([km]) => Math.abs(km)),
    between,
    offers: stops.map(([, reward, serviceMinutes], place) => ({
      place,
      reward,
      serviceMinutes,
      demand: 0,
      patterns: Uint32Array.of(1),
    })),
    vehicles: 1,
    days: 1,
    maxMinutes: 60,
    maxDriving: Number.POSITIVE_INFINITY,
    capacity: Number.POSITIVE_INFINITY,
    minuteCost: 0,
    ...change,
  };
}

/**
 * A world small enough to try every plan: several offers, patterns, limits. In the plane, or with times that differ by direction, miss
 * pairs and break the triangle.
 */
export function drawRounds(seed: number, isMetric: boolean): RoundsProblem {
  const random = new Random(seed);
  const places = 1 + random.below(4);
  const days = 1 + random.below(3);
  const leg = () => (random.below(12) === 0 ? 0 : 1 + random.below(30));
  const maxMinutes = 50 + random.below(80);
  const isLimited = random.below(2) === 0;
  const points = Array.from({ length: places + 1 }, () => [random.below(20), random.below(20)]);
  const far = (a: number, b: number) => Math.hypot(points[a][0] - points[b][0], points[a][1] - points[b][1]);
  const between = Float64Array.from({ length: places * places }, (_, k) => {
    if (isMetric) return far(Math.floor(k / places), k % places);
    return k % (places + 1) === 0 ? 0 : random.below(10) === 0 ? Number.POSITIVE_INFINITY : leg();
  });
  const depotLegs = () => Float64Array.from({ length: places }, (_, p) => (isMetric ? far(p, places) : leg()));
  const offers = Array.from({ length: places + random.below(2) }, (_, k) => {
    const patterns = Array.from({ length: 1 + random.below(3) }, () => 1 + random.below(2 ** days - 1));
    return {
      place: k < places ? k : random.below(places),
      reward: random.below(4) === 0 ? 5 : random.below(50),
      serviceMinutes: random.below(20),
      demand: random.below(5),
      patterns: Uint32Array.from(new Set(patterns)),
    };
  });
  return {
    places,
    out: depotLegs(),
    back: depotLegs(),
    between,
    offers,
    vehicles: 1 + random.below(2),
    days,
    maxMinutes,
    maxDriving: isLimited ? 40 + random.below(40) : Number.POSITIVE_INFINITY,
    capacity: isLimited ? 4 + random.below(5) : Number.POSITIVE_INFINITY,
    minuteCost: random.below(3) === 0 ? random.below(4) / 10 : 0,
  };
}

/** Everything a plan must keep, summed from the problem's own tables; the first breach in words, null: none. */
export function breachOf(problem: RoundsProblem, found: RoundsFound): string | null {
  const { offers, days, vehicles, places } = problem;
  const visited = new Map<number, number>();
  for (const route of found.routes) {
    const breach = breachOfRoute(problem, route);
    if (breach) return breach;
    for (const { offer } of route.visits) {
      const mask = visited.get(offer) ?? 0;
      if ((mask & (1 << route.day)) !== 0) return `offer ${offer} twice on day ${route.day}`;
      visited.set(offer, mask | (1 << route.day));
    }
  }
  const vehicleDays = new Set(found.routes.map(({ day, vehicle }) => day * vehicles + vehicle));
  if (vehicleDays.size !== found.routes.length) return "a vehicle has two routes on a day";
  if (found.routes.some(({ day, vehicle }) => day >= days || vehicle >= vehicles)) return "no such day or vehicle";
  let reward = 0;
  const taken = new Uint8Array(places);
  for (const [offer, mask] of visited) {
    const { place, patterns } = offers[offer];
    if (!patterns.includes(mask)) return `offer ${offer} on days ${mask}, which keep no rhythm`;
    if (taken[place] === 1) return `place ${place} served by two offers`;
    if (found.served[place] !== offer) return `place ${place} is not said to be served by ${offer}`;
    taken[place] = 1;
    reward += offers[offer].reward;
  }
  for (let p = 0; p < places; p++) if (found.served[p] >= 0 !== (taken[p] === 1)) return `place ${p} not visited`;
  if (Math.abs(reward - found.reward) > 1e-9 * reward) return `reward ${found.reward}, not ${reward}`;
  const driving = found.routes.reduce((sum, route) => sum + route.drivingMinutes, 0);
  const objective = reward - problem.minuteCost * driving;
  return Math.abs(objective - found.objective) > 1e-9 * (1 + Math.abs(objective)) ? "another objective" : null;
}

function breachOfRoute(problem: RoundsProblem, route: RoundRoute): string | null {
  const { offers, out, between, back, places, maxMinutes, maxDriving, capacity } = problem;
  let driving = 0;
  let service = 0;
  let load = 0;
  route.visits.forEach(({ place, offer, arrival, departure }, k) => {
    driving += k === 0 ? out[place] : between[route.visits[k - 1].place * places + place];
    if (Math.abs(arrival - driving - service) > 1e-9) load = Number.NaN;
    service += offers[offer].serviceMinutes;
    if (Math.abs(departure - driving - service) > 1e-9) load = Number.NaN;
    load += offers[offer].demand;
  });
  driving += back[route.visits[route.visits.length - 1].place];
  if (Math.abs(driving - route.drivingMinutes) + Math.abs(driving + service - route.minutes) > 1e-9) return "times";
  if (driving + service > maxMinutes * (1 + 1e-9)) return `day ${route.day}: ${driving + service} min of ${maxMinutes}`;
  if (driving > maxDriving * (1 + 1e-9)) return `day ${route.day}: ${driving} min of driving`;
  return load <= capacity && load === route.load ? null : `day ${route.day}: load ${load}, or times not in order`;
}
