import { type Service, StaleSites } from "./service.ts";

/**
 * Improves a plan by exchanging one open site for one closed: the best closing for each opening is found in one pass over the
 * rows the opening would touch (Whitaker 1983; Resende & Werneck 2003). A site is looked at again once somebody it could serve
 * is served otherwise; an exchange that only a far change of losses makes good may be missed. `stop` is asked now and then.
 */
export function interchange(service: Service, stop: () => boolean): void {
  const { model, isOpen, loss } = service;
  const { sites, count } = model;
  if (count === 0 || count === sites) return;
  const extra = new Float64Array(sites);
  const touched = new Uint32Array(sites);
  const { offsets, rows, costs } = model.columns;
  const tolerance = 1e-11 * Math.abs(service.value());
  let cheapest = leastLoss(service);
  const stale = new StaleSites(sites);
  service.stale = stale;
  let looked = 0;
  for (let j = stale.take(); j >= 0; j = stale.take()) {
    if (isOpen[j] === 1) continue;
    if ((++looked & 63) === 0 && stop()) break;
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
    stale.add(closing);
  }
  service.stale = null;
}

function leastLoss({ isOpen, loss }: Service): number {
  let best = -1;
  for (let j = 0; j < loss.length; j++) if (isOpen[j] === 1 && (best < 0 || loss[j] < loss[best])) best = j;
  return best;
}
