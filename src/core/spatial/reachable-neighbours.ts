import type { TravelTable } from "../access/travel-table.ts";
import { buildNeighbours, type Neighbours } from "./neighbours.ts";

/** Units at most `minutes` apart in a table of units × units, limit included, weight 1. Throws RangeError on another shape. */
export function findReachableNeighbours(table: TravelTable, minutes: number): Neighbours {
  if (table.origins !== table.destinations) throw new RangeError("origins are not the destinations");
  const from: number[] = [];
  const to: number[] = [];
  for (let i = 0; i < table.origins; i++) {
    for (let k = table.offsets[i]; k < table.offsets[i + 1]; k++) {
      if (table.targets[k] === i || table.minutes[k] > minutes) continue;
      from.push(i);
      to.push(table.targets[k]);
    }
  }
  return buildNeighbours({ from: Uint32Array.from(from), to: Uint32Array.from(to) }, table.origins);
}
