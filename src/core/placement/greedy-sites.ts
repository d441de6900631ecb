import { MinHeap } from "../travel/min-heap.ts";
import type { Service } from "./service.ts";

/**
 * Opens at most `count` sites one by one, each time the one that lowers the value most (Cornuéjols, Fisher & Nemhauser 1977),
 * as long as its gain is worth it. What a site would gain never grows as others open, so only sites that could still be the
 * best are looked at again (Minoux 1978).
 */
export function openGreedily(service: Service, count: number, isWorth: (gain: number) => boolean = () => true): void {
  const { sites } = service.model;
  const waiting = new MinHeap();
  for (let j = 0; j < sites; j++) if (service.isOpen[j] === 0) waiting.push(-gainOf(service, j), j);
  for (let opened = 0; opened < count && waiting.size > 0; ) {
    const j = waiting.pop();
    const gain = gainOf(service, j);
    if (waiting.size > 0 && -waiting.topKey > gain) waiting.push(-gain, j);
    else if (isWorth(gain)) {
      service.open(j);
      opened++;
    } else return;
  }
}

function gainOf({ model, nearestCost }: Service, j: number): number {
  const { offsets, rows, costs } = model.columns;
  let gain = 0;
  for (let k = offsets[j]; k < offsets[j + 1]; k++) gain += Math.max(0, nearestCost[rows[k]] - costs[k]);
  return gain;
}
