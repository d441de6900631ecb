import { BucketSweep } from "./bucket-sweep.ts";
import { leavingEntries, type Place } from "./placement.ts";
import { type RoadGraph, UNREACHED } from "./road-graph.ts";
import { DEGREE, type RoadNetwork } from "./road-network.ts";

/** Takes a straight stretch of road between two points, degrees. */
export type StretchTaker = (lonA: number, latA: number, lonB: number, latB: number) => void;

/** Shares of a straight piece in time: its ends are passed at `start` and `end`, and the stretch is `low` … `high`. */
interface Window {
  readonly low: number;
  readonly high: number;
}

/**
 * Every stretch of open road a car is on within `limit` ticks of a place, cut where the time is up; ferries and motorways
 * are driven but not given, since nobody gets off there. Stretches driven both ways may come twice.
 */
export function visitReached(
  network: RoadNetwork,
  graph: RoadGraph,
  place: Place,
  limit: number,
  take: StretchTaker,
): void {
  const sweep = new BucketSweep(graph);
  const seeds = leavingEntries(network, [place]);
  sweep.run(seeds.node, seeds.ticks, 0, seeds.node.length, limit);
  const own = "road" in place ? place : null;
  for (let r = 0; r < network.from.length; r++) {
    if (network.open[r] === 0) continue;
    const windows: Window[] = [];
    const length = network.forward[r];
    const back = network.backward[r];
    const [first, last] = [sweep.timeOf(network.from[r]), sweep.timeOf(network.to[r])];
    if (first <= limit && first !== UNREACHED) windows.push({ low: 0, high: Math.min(length, limit - first) });
    const perTick = back === UNREACHED || length === 0 ? 0 : back / length;
    if (last <= limit && perTick > 0)
      windows.push({ low: Math.max(0, length - (limit - last) / perTick), high: length });
    if (own?.road === r) {
      const behind = perTick > 0 ? limit / perTick : 0;
      windows.push({ low: Math.max(0, own.ticks - behind), high: Math.min(length, own.ticks + limit) });
    }
    for (const window of windows) visitWindow(network, r, window, take);
  }
}

function visitWindow(network: RoadNetwork, road: number, { low, high }: Window, take: StretchTaker): void {
  const { from, to, nodeLon, nodeLat, shapeStart, shapeLon, shapeLat, shapeTicks } = network;
  let [lon, lat, ticks] = [nodeLon[from[road]], nodeLat[from[road]], 0];
  for (let s = shapeStart[road]; s <= shapeStart[road + 1]; s++) {
    const inner = s < shapeStart[road + 1];
    const nextLon = inner ? shapeLon[s] : nodeLon[to[road]];
    const nextLat = inner ? shapeLat[s] : nodeLat[to[road]];
    const nextTicks = inner ? shapeTicks[s] : network.forward[road];
    if (nextTicks >= low && ticks <= high) {
      const share = (at: number) => (nextTicks === ticks ? 0 : (at - ticks) / (nextTicks - ticks));
      const a = share(Math.max(low, ticks));
      const b = nextTicks === ticks ? 1 : share(Math.min(high, nextTicks));
      take(
        (lon + a * (nextLon - lon)) / DEGREE,
        (lat + a * (nextLat - lat)) / DEGREE,
        (lon + b * (nextLon - lon)) / DEGREE,
        (lat + b * (nextLat - lat)) / DEGREE,
      );
    }
    [lon, lat, ticks] = [nextLon, nextLat, nextTicks];
  }
}
