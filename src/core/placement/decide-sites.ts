import type { DualAscent } from "./dual-ascent.ts";
import type { Incumbent } from "./incumbent.ts";
import { selectLeast } from "./least-sites.ts";
import { type Restricted, restrict } from "./service-model.ts";

/**
 * Sites that no better plan can open, or leave closed: the bound of the relaxation with that one decision taken already
 * reaches the best plan. Returns the smaller model, or null when fewer than `least` sites are decided.
 */
export function decideSites(ascent: DualAscent, incumbent: Incumbent, least: number): Restricted | null {
  const { model, bestValues, bound } = ascent;
  const { sites, count } = model;
  if (count === 0 || count === sites) return null;
  const order = Uint32Array.from({ length: sites }, (_, j) => j);
  selectLeast(order, bestValues, count);
  const lastIn = order
    .subarray(0, count)
    .reduce((worst, j) => Math.max(worst, bestValues[j]), Number.NEGATIVE_INFINITY);
  const firstOut = order.subarray(count).reduce((best, j) => Math.min(best, bestValues[j]), Number.POSITIVE_INFINITY);
  const keep = new Uint8Array(sites).fill(1);
  let decided = 0;
  order.forEach((j, place) => {
    const isIn = place < count;
    const against = isIn ? bound - bestValues[j] + firstOut : bound + bestValues[j] - lastIn;
    if (!incumbent.isBeaten(against)) return;
    keep[j] = isIn ? 2 : 0;
    decided++;
  });
  return decided < least ? null : restrict(model, keep);
}
