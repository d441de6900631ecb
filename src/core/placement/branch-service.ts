import { decideSites } from "./decide-sites.ts";
import { DualAscent } from "./dual-ascent.ts";
import type { Incumbent } from "./incumbent.ts";
import { pauseAndAsk } from "./search.ts";
import { carry, improve, type Rest, settlePart } from "./search-service.ts";
import { Service } from "./service.ts";
import { restrict } from "./service-model.ts";

interface Node extends Rest {
  readonly bound: number;
  /** Where the next question is asked: the site most open in the relaxation. */
  readonly site: number;
}

const STEPS = 60;
const FIRST_PACE = 0.3;
/** Pairs in the parts kept at most, about 25 bytes each. */
const MOST_HELD = 20_000_000;

/**
 * Branch and bound on the relaxation: the part of the problem with the lowest bound is split by one site, open or closed,
 * each half priced anew from its parent's prices, until no part can hold a better plan. Ends early, the bound being then the
 * lowest of the parts left, once `most` parts have been split.
 */
export async function branchService(rest: Rest, incumbent: Incumbent, most: number): Promise<void> {
  const open: Node[] = [];
  const look = (part: Rest, floor: number) => {
    const node = explore(part, incumbent, floor);
    if (node) open.push(node);
  };
  look(rest, incumbent.bound);
  for (let split = 0; open.length > 0; split++) {
    let at = 0;
    for (let k = 1; k < open.length; k++) if (open[k].bound < open[at].bound) at = k;
    incumbent.raise(open[at].bound);
    const held = open.reduce((sum, { model }) => sum + model.targets.length, 0);
    const isFull = split >= most || held > MOST_HELD;
    if (incumbent.isClosed() || isFull || (await pauseAndAsk(incumbent.search))) return;
    const [node] = open.splice(at, 1);
    for (const answer of [2, 0]) {
      const keep = new Uint8Array(node.model.sites).fill(1);
      keep[node.site] = answer;
      look(carry(restrict(node.model, keep), node.prices), node.bound);
    }
    for (let k = open.length - 1; k >= 0; k--) if (incumbent.isBeaten(open[k].bound)) open.splice(k, 1);
    incumbent.search.run.progress(split, split + open.length, "branches");
  }
  incumbent.raise(incumbent.value);
}

/** Prices a part; null when it can hold nothing better than the best plan. */
function explore(part: Rest, incumbent: Incumbent, floor: number): Node | null {
  let { model, prices } = part;
  let bound = floor;
  let target = Math.min(incumbent.value, valueOfNothing(model));
  for (let round = 0; ; round++) {
    if (model.count === 0 || model.count >= model.sites) return settlePart(model, incumbent);
    const ascent = new DualAscent(model, prices, FIRST_PACE);
    for (let step = 0; step < STEPS; step++) {
      ascent.step(target);
      if (incumbent.isBeaten(ascent.bound)) return null;
    }
    bound = Math.max(bound, ascent.bound);
    if (round === 0) {
      const service = new Service(model);
      service.reset(ascent.order.subarray(0, model.count));
      target = Math.min(target, improve(service, incumbent));
    }
    const smaller = decideSites(ascent, incumbent, Math.max(1, model.sites >> 4));
    if (!smaller) return { model, prices: ascent.bestPrices, bound, site: chooseSite(ascent) };
    ({ model, prices } = carry(smaller, ascent.bestPrices));
  }
}

/** What serving nobody costs: where to aim while no plan serves everybody. */
function valueOfNothing({ base, caps }: Rest["model"]): number {
  return caps.reduce((sum, cap) => sum + cap, base);
}

function chooseSite({ share }: DualAscent): number {
  let best = 0;
  for (let j = 1; j < share.length; j++) if (share[j] > share[best]) best = j;
  return best;
}
