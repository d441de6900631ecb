import { Knapsack } from "./capacity-prices.ts";
import type { Transport } from "./transport.ts";

/** Sites looked at exactly for each one closed; the others are ruled out by their bound, or left for another start. */
const TRIED = 12;

/**
 * Exchanges an open site for a closed one while that helps. What a closed one could at most save beside the others is bounded by
 * the prices of their assignment, so that few are solved.
 */
export async function exchangeSites(
  transport: Transport,
  start: readonly number[],
  isOver: () => boolean | Promise<boolean>,
): Promise<readonly number[]> {
  const { model } = transport;
  let open = start;
  let best = transport.solve(open);
  for (let since = 0, n = 0; since < open.length; n = (n + 1) % open.length, since++) {
    if (await isOver()) break;
    if (model.isForced[open[n]] === 1) continue;
    const others = open.filter((_, at) => at !== n);
    const found = bestAddition(transport, others, best * (1 - 1e-12), TRIED);
    if (!found) continue;
    open = [...others, found.site];
    best = found.cost;
    since = 0;
  }
  return open;
}

/** The site that makes the cheapest plan with others, if cheaper than `limit`; those tried in the order of their bounds. */
export function bestAddition(
  transport: Transport,
  others: readonly number[],
  limit: number,
  most = Number.POSITIVE_INFINITY,
  isAllowed: (site: number) => boolean = () => true,
): { readonly site: number; readonly cost: number } | null {
  const { model } = transport;
  transport.solve(others);
  const base = transport.dualValue();
  const prices = transport.prices.slice();
  const knapsack = new Knapsack(model);
  const closed = new Set(others);
  const tries: { readonly site: number; readonly bound: number }[] = [];
  for (let j = 0; j < model.sites; j++) {
    if (closed.has(j) || !isAllowed(j)) continue;
    const bound = base + knapsack.valueOf(j, prices);
    if (bound < limit) tries.push({ site: j, bound });
  }
  tries.sort((a, b) => a.bound - b.bound || a.site - b.site);
  let best: { readonly site: number; readonly cost: number } | null = null;
  for (let n = 0; n < tries.length && n < most; n++) {
    const { site, bound } = tries[n];
    if (bound >= (best?.cost ?? limit)) break;
    const cost = transport.solve([...others, site]);
    if (cost < (best?.cost ?? limit)) best = { site, cost };
  }
  return best;
}
