import type { Service } from "./service.ts";

/**
 * Improves a plan by exchanging one open site for one closed, until no exchange helps: the best closing for each opening is
 * found in one pass over the rows the opening would touch (Whitaker 1983; Resende & Werneck 2003). `stop` is asked between
 * openings. Returns the exchanges made.
 */
export function interchange(service: Service, stop: () => boolean): number {
  const { model, isOpen, loss } = service;
  const { sites, count } = model;
  if (count === 0 || count === sites) return 0;
  const extra = new Float64Array(sites);
  const touched = new Uint32Array(sites);
  const { offsets, rows, costs } = model.columns;
  const tolerance = 1e-11 * Math.abs(service.value());
  let cheapest = leastLoss(service);
  let exchanges = 0;
  let since = 0;
  for (let j = 0; since < sites; j = j + 1 < sites ? j + 1 : 0) {
    since++;
    if (isOpen[j] === 1) continue;
    if ((since & 63) === 0 && stop()) break;
    let gain = 0;
    let touches = 0;
    const end = offsets[j + 1];
    for (let k = offsets[j]; k < end; k++) {
      const i = rows[k];
      const second = service.secondCost[i];
      const cost = costs[k];
      if (cost >= second) continue;
      const first = service.nearestCost[i];
      const closing = service.nearest[i];
      if (cost < first) gain += first - cost;
      const kept = second - Math.max(cost, first);
      if (closing < 0 || kept === 0) continue;
      if (extra[closing] === 0) touched[touches++] = closing;
      extra[closing] += kept;
    }
    let closing = cheapest;
    let price = loss[cheapest];
    for (let t = 0; t < touches; t++) {
      const r = touched[t];
      const its = loss[r] - extra[r];
      if (its < price || (its === price && r < closing)) {
        price = its;
        closing = r;
      }
      extra[r] = 0;
    }
    if (gain - price <= tolerance) continue;
    service.open(j);
    service.close(closing);
    cheapest = leastLoss(service);
    exchanges++;
    since = 0;
  }
  return exchanges;
}

function leastLoss({ isOpen, loss }: Service): number {
  let best = -1;
  for (let j = 0; j < loss.length; j++) if (isOpen[j] === 1 && (best < 0 || loss[j] < loss[best])) best = j;
  return best;
}
