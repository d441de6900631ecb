import type { Entries } from "./entries.ts";
import { MinHeap } from "./min-heap.ts";
import { type RoadGraph, UNREACHED } from "./road-graph.ts";

/** Searches up one half of a hierarchy, leaving out nodes better reached over a higher one (stall on demand). */
export class UpwardSearch {
  /** The nodes that count, by rank, after a run: `settled[0 … count - 1]`, with their times in `ticks`. */
  readonly settled: Uint32Array;
  readonly ticks: Uint32Array;
  count = 0;
  readonly #up: RoadGraph;
  readonly #down: RoadGraph;
  readonly #heap = new MinHeap();
  readonly #touched: Uint32Array;
  #touchedCount = 0;

  /** `up` is searched; `down` holds, for each node, the arcs arriving from higher nodes. */
  constructor(up: RoadGraph, down: RoadGraph) {
    this.#up = up;
    this.#down = down;
    this.ticks = new Uint32Array(up.nodes).fill(UNREACHED);
    this.settled = new Uint32Array(up.nodes);
    this.#touched = new Uint32Array(up.nodes);
  }

  /** Searches from the entries of a point up to `limit` ticks, inclusive. */
  run(rank: Uint32Array, entries: Entries, point: number, limit: number): void {
    const { ticks, settled } = this;
    const { start, head, ticks: arcTicks } = this.#up;
    const { start: downStart, head: downHead, ticks: downTicks } = this.#down;
    const heap = this.#heap;
    const touched = this.#touched;
    for (let i = 0; i < this.#touchedCount; i++) ticks[touched[i]] = UNREACHED;
    let known = 0;
    let count = 0;
    heap.clear();
    for (let k = entries.start[point]; k < entries.start[point + 1]; k++) {
      const v = rank[entries.node[k]];
      const time = entries.ticks[k];
      if (time > limit || time >= ticks[v]) continue;
      if (ticks[v] === UNREACHED) touched[known++] = v;
      ticks[v] = time;
      heap.push(time, v);
    }
    while (heap.size > 0) {
      const time = heap.topKey;
      const v = heap.pop();
      if (time !== ticks[v]) continue;
      let stalled = false;
      for (let a = downStart[v]; a < downStart[v + 1] && !stalled; a++) {
        stalled = ticks[downHead[a]] + downTicks[a] < time;
      }
      if (stalled) continue;
      settled[count++] = v;
      for (let a = start[v]; a < start[v + 1]; a++) {
        const w = head[a];
        const reach = time + arcTicks[a];
        if (reach > limit || reach >= ticks[w]) continue;
        if (ticks[w] === UNREACHED) touched[known++] = w;
        ticks[w] = reach;
        heap.push(reach, w);
      }
    }
    this.count = count;
    this.#touchedCount = known;
  }
}
