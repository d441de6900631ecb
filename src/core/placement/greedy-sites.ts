import type { Service } from "./service.ts";

/**
 * Opens sites one by one, each time the one that lowers the value most (Cornuéjols, Fisher & Nemhauser 1977). What a site
 * would gain never grows as others open, so only sites that could still be the best are looked at again (Minoux 1978).
 */
export function openGreedily(service: Service, count: number): void {
  const { model, isOpen } = service;
  const gains = new Float64Array(model.sites).fill(Number.POSITIVE_INFINITY);
  const seenAt = new Int32Array(model.sites).fill(-1);
  for (let step = 0; step < count; step++) {
    for (;;) {
      let best = -1;
      for (let j = 0; j < model.sites; j++) if (isOpen[j] === 0 && (best < 0 || gains[j] > gains[best])) best = j;
      if (seenAt[best] === step) {
        service.open(best);
        break;
      }
      if (gains[best] === Number.POSITIVE_INFINITY) {
        for (let j = 0; j < model.sites; j++) {
          if (isOpen[j] === 1) continue;
          gains[j] = gainOf(service, j);
          seenAt[j] = step;
        }
      } else {
        gains[best] = gainOf(service, best);
        seenAt[best] = step;
      }
    }
  }
}

function gainOf({ model, nearestCost }: Service, j: number): number {
  const { offsets, rows, costs } = model.columns;
  let gain = 0;
  for (let k = offsets[j]; k < offsets[j + 1]; k++) gain += Math.max(0, nearestCost[rows[k]] - costs[k]);
  return gain;
}
