import type { Entries } from "./entries.ts";
import { UNREACHED } from "./road-graph.ts";
import type { RoadNetwork } from "./road-network.ts";

/** A point at a node, or on a road, `ticks` from its beginning. */
export type Place = { readonly node: number } | { readonly road: number; readonly ticks: number };

/** A place on a road; its node when it is at an end of the road. */
export function placeOnRoad(network: RoadNetwork, road: number, ticks: number): Place {
  if (ticks === 0) return { node: network.from[road] };
  return ticks === network.forward[road] ? { node: network.to[road] } : { road, ticks };
}

/** How sources leave for the ends of their road, in the directions that are open. */
export function leavingEntries(network: RoadNetwork, places: readonly Place[]): Entries {
  return collect(network, places, (at, road) => [
    { node: network.to[road], ticks: network.forward[road] - at.forward },
    { node: network.from[road], ticks: at.backward },
  ]);
}

/** How targets are come to from the ends of their road. */
export function arrivingEntries(network: RoadNetwork, places: readonly Place[]): Entries {
  return collect(network, places, (at, road) => [
    { node: network.from[road], ticks: at.forward },
    { node: network.to[road], ticks: at.backward === UNREACHED ? UNREACHED : network.backward[road] - at.backward },
  ]);
}

/**
 * Corrects a row of a table for targets on the source's own road, which need not pass a node. `byRoad` lists the targets
 * on each road.
 */
export function improveOnSameRoad(
  network: RoadNetwork,
  source: Place,
  targets: readonly Place[],
  byRoad: ReadonlyMap<number, readonly number[]>,
  limit: number,
  row: Uint32Array,
): void {
  if ("node" in source) return;
  const from = offsets(network, source.road, source.ticks);
  for (const t of byRoad.get(source.road) ?? []) {
    const target = targets[t];
    if ("node" in target) continue;
    const to = offsets(network, target.road, target.ticks);
    const ahead = target.ticks >= source.ticks ? to.forward - from.forward : UNREACHED;
    const behind = target.ticks <= source.ticks && to.backward !== UNREACHED ? from.backward - to.backward : UNREACHED;
    const direct = Math.min(ahead, behind);
    if (direct <= limit && direct < row[t]) row[t] = direct;
  }
}

/** The targets on each road, by road. */
export function groupByRoad(places: readonly Place[]): ReadonlyMap<number, readonly number[]> {
  const byRoad = new Map<number, number[]>();
  places.forEach((place, i) => {
    if ("node" in place) return;
    const list = byRoad.get(place.road);
    if (list) list.push(i);
    else byRoad.set(place.road, [i]);
  });
  return byRoad;
}

/** Times from the beginning of the road to the place (`forward`) and back from it (`backward`); UNREACHED on a one-way road. */
function offsets(network: RoadNetwork, road: number, ticks: number): { forward: number; backward: number } {
  const forward = network.forward[road];
  const backward = network.backward[road];
  if (backward === UNREACHED) return { forward: ticks, backward: UNREACHED };
  return { forward: ticks, backward: Math.round((ticks * backward) / forward) };
}

interface Leg {
  readonly node: number;
  readonly ticks: number;
}

function collect(
  network: RoadNetwork,
  places: readonly Place[],
  legsOf: (at: ReturnType<typeof offsets>, road: number) => readonly Leg[],
): Entries {
  const start = new Uint32Array(places.length + 1);
  const node = new Uint32Array(2 * places.length);
  const ticks = new Uint32Array(2 * places.length);
  let count = 0;
  places.forEach((place, i) => {
    const legs =
      "node" in place
        ? [{ node: place.node, ticks: 0 }]
        : legsOf(offsets(network, place.road, place.ticks), place.road).filter((leg) => leg.ticks !== UNREACHED);
    for (const leg of legs) {
      node[count] = leg.node;
      ticks[count++] = leg.ticks;
    }
    start[i + 1] = count;
  });
  return { count: places.length, start, node: node.slice(0, count), ticks: ticks.slice(0, count) };
}
