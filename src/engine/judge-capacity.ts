import { buildCapacityModel } from "../core/placement/capacity-model.ts";
import { bestAddition } from "../core/placement/exchange-capacity.ts";
import { type Flow, serveWithin } from "../core/placement/serve-within.ts";
import { Transport } from "../core/placement/transport.ts";
import type { ServiceJudgement } from "./judge-plans.ts";
import { requestCapacity, serviceProblem } from "./limit-capacity.ts";
import type { PlacementWorld, ServiceWorld, SiteCapacity } from "./placement-world.ts";

type Plan = ArrayLike<number>;

/** A plan whose sites take so many people, no more. */
export interface CapacityFigures {
  /** People to be served. */
  readonly demand: number;
  /** Of these, by the new sites, and left out: with no new site within the minutes, or in reach of full ones alone. */
  readonly served: number;
  readonly left: { readonly beyond: number; readonly full: number };
  /** In the order of the plan. */
  readonly sites: readonly CapacityOfSite[];
  /**
   * Who goes where: people of each row of the answer by site, from `offsets[row]` to `offsets[row + 1]`; sites are positions in the
   * plan. Those who go to today's places, or nowhere, are not among them.
   */
  readonly flows: {
    readonly offsets: Uint32Array;
    readonly sites: Uint16Array;
    readonly people: Float64Array;
    readonly minutes: Float64Array;
  };
  /** Of the people served. */
  readonly minutes: MinuteFigures;
}

export interface MinuteFigures {
  /** Over people. */
  readonly mean: number;
  /** People within the minutes of the question. */
  readonly peopleWithin: number;
  readonly farthest: { readonly name: string; readonly minutes: number };
}

export interface CapacityOfSite {
  /** People it takes; Infinity: any. */
  readonly capacity: number;
  readonly people: number;
  /** Mean minutes of those; NaN where nobody goes. */
  readonly minutes: number;
  /** What one more place there would save: minutes, or people covered; 0 where there is room. */
  readonly oneMore: number;
}

export interface CapacityJudgement extends ServiceJudgement {
  describe(plan: Plan): CapacityFigures;
}

/** Plans by minutes when sites take so many people: the same judgements, everybody going where the plan sends them. */
export function judgeCapacity(
  world: PlacementWorld,
  service: ServiceWorld,
  limit: SiteCapacity,
  chosen: Plan,
): CapacityJudgement {
  const { people } = world;
  const problem = serviceProblem(world, service);
  const request = requestCapacity(world, limit);
  const { capacities, radius } = request;
  const count = Math.max(1, chosen.length);
  const model = buildCapacityModel(problem, { capacities, radius }, count);
  const transport = new Transport(model);
  const today = new Set(problem.existing);
  const open = (plan: Plan) => [...Array.from(plan), ...today];
  const isChosen = new Set(Array.from(chosen));
  const demand = problem.weights.reduce((sum, weight) => sum + weight, 0);
  const read = (cost: number) => (radius === null ? -cost : demand - model.base - cost);
  const serve = (plan: Plan) => serveWithin(problem, request, plan);
  return {
    value(plan) {
      const cost = transport.solve(open(plan));
      return radius === null && !transport.servesAll() ? Number.NEGATIVE_INFINITY : read(cost);
    },
    bestOther(others) {
      const free = (j: number) => !isChosen.has(j) && !today.has(j);
      const best = bestAddition(transport, open(others), Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, free);
      if (!best) return null;
      transport.solve([...open(others), best.site]);
      return radius === null && !transport.servesAll() ? null : { site: best.site, value: read(best.cost) };
    },
    minutes(plan) {
      const all = new Float64Array(people.length).fill(Number.NaN);
      const isToday = plan.length === 0;
      for (const r of service.demands) if (isToday) all[r] = service.today[r];
      if (isToday) return all;
      const sums = new Float64Array(service.demands.length);
      const going = new Float64Array(service.demands.length);
      for (const flow of serve(plan)) {
        if (flow.site < 0) continue;
        sums[flow.row] += flow.people * flow.cost;
        going[flow.row] += flow.people;
      }
      service.demands.forEach((r, row) => {
        if (problem.weights[row] > 0) all[r] = going[row] > 0 ? sums[row] / going[row] : Number.POSITIVE_INFINITY;
      });
      return all;
    },
    peopleNearest: (plan) => sumBySite(serve(plan), plan).loads,
    describe(plan) {
      const all = serve(plan);
      const flows = all.filter(({ site }) => site >= 0);
      const left = { beyond: 0, full: 0 };
      for (const { site, isReached, people: out } of all) if (site < 0) left[isReached ? "full" : "beyond"] += out;
      const { loads, minutes } = sumBySite(flows, plan);
      transport.solve(open(plan));
      const worth = new Map(transport.open.map((j, s) => [j, transport.worth[s]]));
      return {
        demand,
        served: loads.reduce((sum, load) => sum + load, 0),
        left,
        sites: Array.from(plan, (j, k) => ({
          capacity: capacities[j],
          people: loads[k],
          minutes: minutes[k] / loads[k],
          oneMore: worth.get(j) ?? 0,
        })),
        flows: listFlows(flows, plan, service, people.length),
        minutes: sumMinutes(flows, world, service),
      };
    },
  };
}

function sumBySite(flows: readonly Flow[], plan: Plan) {
  const place = new Map(Array.from(plan, (j, k) => [j, k]));
  const loads = new Float64Array(plan.length);
  const minutes = new Float64Array(plan.length);
  for (const flow of flows) {
    const k = place.get(flow.site);
    if (k === undefined) continue;
    loads[k] += flow.people;
    minutes[k] += flow.people * flow.cost;
  }
  return { loads, minutes };
}

/** The new sites' flows by row of the answer; rows ascend in both. */
function listFlows(
  all: readonly Flow[],
  plan: Plan,
  { demands }: ServiceWorld,
  rows: number,
): CapacityFigures["flows"] {
  const place = new Map(Array.from(plan, (j, k) => [j, k]));
  const flows = all.filter(({ site }) => place.has(site));
  const offsets = new Uint32Array(rows + 1);
  for (const { row } of flows) offsets[demands[row] + 1]++;
  for (let r = 0; r < rows; r++) offsets[r + 1] += offsets[r];
  return {
    offsets,
    sites: Uint16Array.from(flows, ({ site }) => place.get(site) ?? 0),
    people: Float64Array.from(flows, (flow) => flow.people),
    minutes: Float64Array.from(flows, (flow) => flow.cost),
  };
}

/** Of the people served, today's places included. */
function sumMinutes(
  flows: readonly Flow[],
  { names, question }: PlacementWorld,
  { demands }: ServiceWorld,
): MinuteFigures {
  let [people, sum, peopleWithin] = [0, 0, 0];
  let farthest: Flow | null = null;
  for (const flow of flows) {
    people += flow.people;
    sum += flow.people * flow.cost;
    if (flow.cost <= question.minutes) peopleWithin += flow.people;
    if (farthest === null || flow.cost > farthest.cost) farthest = flow;
  }
  return {
    mean: people > 0 ? sum / people : Number.NaN,
    peopleWithin,
    farthest: farthest
      ? { name: names[demands[farthest.row]], minutes: farthest.cost }
      : { name: "", minutes: Number.NaN },
  };
}
