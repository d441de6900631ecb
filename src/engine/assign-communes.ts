import { type PlanAssignment, SERVED, type SiteFlows } from "../core/placement/assignment.ts";
import { assignDemand } from "../core/placement/plan-values.ts";
import type { PlacementWorld, ServiceWorld } from "./placement-world.ts";

/** Every row of the world to the nearest open site, whole; `order` lists positions of the plan as the answer does. */
export function assignCommunes(
  { question, people, sites }: Pick<PlacementWorld, "question" | "people" | "sites">,
  { demands, rows }: Pick<ServiceWorld, "demands" | "rows">,
  plan: ArrayLike<number>,
  order: readonly number[],
): PlanAssignment {
  const places = sites.names.length;
  const existing = rows.candidates > places ? [places] : [];
  const nearest = assignDemand({ rows, existing }, plan);
  const rank = new Map(order.map((k, at) => [plan[k], at]));
  const within = question.objective === "mclp" || question.objective === "lscp" ? question.minutes : Infinity;
  const served = new Uint8Array(people.length).fill(SERVED.uncounted);
  const site = new Int32Array(people.length).fill(-1);
  const minutes = new Float64Array(people.length);
  demands.forEach((r, i) => {
    const at = rank.get(nearest.sites[i]);
    if (at === undefined) served[r] = nearest.sites[i] < 0 ? SERVED.nobody : SERVED.today;
    else {
      site[r] = at;
      minutes[r] = nearest.costs[i];
      served[r] = minutes[r] <= within ? SERVED.site : SERVED.beyond;
    }
  });
  const kept = Uint32Array.from(site.keys()).filter((r) => site[r] >= 0);
  const offsets = new Uint32Array(people.length + 1);
  for (let r = 0; r < people.length; r++) offsets[r + 1] = offsets[r] + (site[r] >= 0 ? 1 : 0);
  return {
    served,
    offsets,
    sites: Uint16Array.from(kept, (r) => site[r]),
    people: Float64Array.from(kept, (r) => people[r]),
    minutes: Float64Array.from(kept, (r) => minutes[r]),
  };
}

/** The same of sites that take so many people: `minutes` of each row, Infinity: nobody serves it, NaN: nobody is to be served. */
export function assignFlows(flows: SiteFlows, minutes: Float64Array): PlanAssignment {
  const served = Uint8Array.from(minutes, (time, r) => {
    if (flows.offsets[r + 1] > flows.offsets[r]) return SERVED.site;
    if (Number.isNaN(time)) return SERVED.uncounted;
    return time === Infinity ? SERVED.nobody : SERVED.today;
  });
  return { ...flows, served };
}
