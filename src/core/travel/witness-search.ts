import type { ArcLists } from "./arc-lists.ts";
import { MinHeap } from "./min-heap.ts";

/** Short one-to-few searches that go round a node, to tell whether contracting it needs a shortcut. */
export class WitnessSearch {
  /** Best known times after a run: true upper bounds, Infinity where nothing was found. */
  readonly ticks: Float64Array;
  readonly #arcs: ArcLists;
  readonly #heap = new MinHeap();
  readonly #touched: Uint32Array;
  #count = 0;

  constructor(arcs: ArcLists) {
    this.#arcs = arcs;
    this.ticks = new Float64Array(arcs.first.length).fill(Number.POSITIVE_INFINITY);
    this.#touched = new Uint32Array(arcs.first.length);
  }

  /** Searches from `source` without `avoided`, up to `limit` ticks and `settled` nodes. */
  run(source: number, avoided: number, limit: number, settled: number): void {
    const { ticks } = this;
    const { first, next, other, ticks: arcTicks } = this.#arcs;
    const heap = this.#heap;
    const touched = this.#touched;
    for (let i = 0; i < this.#count; i++) ticks[touched[i]] = Number.POSITIVE_INFINITY;
    let count = 0;
    heap.clear();
    ticks[source] = 0;
    touched[count++] = source;
    heap.push(0, source);
    for (let left = settled; left > 0 && heap.size > 0; ) {
      const time = heap.topKey;
      if (time > limit) break;
      const v = heap.pop();
      if (time !== ticks[v]) continue;
      left--;
      for (let a = first[v]; a >= 0; a = next[a]) {
        const w = other[a];
        const reach = time + arcTicks[a];
        if (w === avoided || reach > limit || reach >= ticks[w]) continue;
        if (ticks[w] === Number.POSITIVE_INFINITY) touched[count++] = w;
        ticks[w] = reach;
        heap.push(reach, w);
      }
    }
    this.#count = count;
  }
}
