import { type RoadGraph, UNREACHED } from "./road-graph.ts";

/**
 * One-to-all times by Dijkstra's algorithm on a circular queue of buckets (Dial), each a power of two of ticks wide. A
 * node improved within the bucket being emptied is scanned again, so times are exact at any width. Every array lives as
 * long as the sweep: a run allocates nothing once the queue has grown to its size.
 */
export class BucketSweep {
  /** Time of each node after a run; UNREACHED where it is beyond the limit. */
  readonly ticks: Uint32Array;
  /** The reached nodes, in the order they were first seen: `reached[0 … count - 1]`. */
  readonly reached: Uint32Array;
  count = 0;
  readonly #graph: RoadGraph;
  readonly #shift: number;
  #heads: Int32Array;
  #node = new Uint32Array(1024);
  #key = new Uint32Array(1024);
  #next = new Int32Array(1024);
  /** Entries given out so far, and the first of those given back. */
  #used = 0;
  #free = -1;

  constructor(graph: RoadGraph) {
    this.#graph = graph;
    this.ticks = new Uint32Array(graph.nodes).fill(UNREACHED);
    this.reached = new Uint32Array(graph.nodes);
    let longest = 0;
    let sum = 0;
    for (let a = 0; a < graph.ticks.length; a++) {
      sum += graph.ticks[a];
      if (graph.ticks[a] > longest) longest = graph.ticks[a];
    }
    const mean = sum / Math.max(1, graph.ticks.length);
    this.#shift = Math.min(20, Math.max(0, Math.floor(Math.log2(Math.max(1, mean / 16)))));
    this.#heads = this.#createBuckets(longest);
  }

  /**
   * Times from the nearest of the seeds: node `nodes[i]` is entered after `ticks[i]`, `from` ≤ i < `to`. Nodes at
   * exactly `limit` are reached, seeds included.
   */
  run(nodes: Uint32Array, ticks: Uint32Array, from: number, to: number, limit: number): void {
    this.#clear();
    let first = UNREACHED;
    let last = 0;
    for (let i = from; i < to; i++) {
      first = Math.min(first, ticks[i]);
      last = Math.max(last, ticks[i]);
    }
    if (from === to || first > limit) return;
    if ((last - first) >>> this.#shift >= this.#heads.length - 1) this.#heads = this.#createBuckets(last - first);
    let pending = 0;
    for (let i = from; i < to; i++) pending += this.#improve(nodes[i], ticks[i], limit);
    this.#empty(first >>> this.#shift, pending, limit);
  }

  #empty(firstBucket: number, seeds: number, limit: number): void {
    const { start, head, ticks: arcTicks } = this.#graph;
    const { ticks, reached } = this;
    const heads = this.#heads;
    const mask = heads.length - 1;
    const shift = this.#shift;
    let bucket = firstBucket;
    let pending = seeds;
    let count = this.count;
    let [entryNode, entryKey, entryNext] = [this.#node, this.#key, this.#next];
    let used = this.#used;
    let free = this.#free;
    while (pending > 0) {
      while (heads[bucket & mask] < 0) bucket++;
      const entry = heads[bucket & mask];
      heads[bucket & mask] = entryNext[entry];
      entryNext[entry] = free;
      free = entry;
      pending--;
      const v = entryNode[entry];
      const time = entryKey[entry];
      if (time !== ticks[v]) continue;
      const end = start[v + 1];
      for (let a = start[v]; a < end; a++) {
        const w = head[a];
        const reach = time + arcTicks[a];
        if (reach >= ticks[w] || reach > limit) continue;
        if (ticks[w] === UNREACHED) reached[count++] = w;
        ticks[w] = reach;
        let slot = free;
        if (slot >= 0) free = entryNext[slot];
        else {
          if (used === entryNode.length) {
            this.#grow();
            [entryNode, entryKey, entryNext] = [this.#node, this.#key, this.#next];
          }
          slot = used++;
        }
        entryNode[slot] = w;
        entryKey[slot] = reach;
        const b = (reach >>> shift) & mask;
        entryNext[slot] = heads[b];
        heads[b] = slot;
        pending++;
      }
    }
    this.count = count;
    this.#used = used;
    this.#free = free;
  }

  /** Queues a seed; 1 when it is new or better than what was known. */
  #improve(node: number, time: number, limit: number): number {
    if (time > limit || time >= this.ticks[node]) return 0;
    if (this.ticks[node] === UNREACHED) this.reached[this.count++] = node;
    this.ticks[node] = time;
    let slot = this.#free;
    if (slot >= 0) this.#free = this.#next[slot];
    else {
      if (this.#used === this.#node.length) this.#grow();
      slot = this.#used++;
    }
    this.#node[slot] = node;
    this.#key[slot] = time;
    const b = (time >>> this.#shift) & (this.#heads.length - 1);
    this.#next[slot] = this.#heads[b];
    this.#heads[b] = slot;
    return 1;
  }

  #clear(): void {
    for (let i = 0; i < this.count; i++) this.ticks[this.reached[i]] = UNREACHED;
    this.count = 0;
  }

  #grow(): void {
    const size = 2 * this.#node.length;
    this.#node = extend(this.#node, new Uint32Array(size));
    this.#key = extend(this.#key, new Uint32Array(size));
    this.#next = extend(this.#next, new Int32Array(size));
  }

  #createBuckets(spread: number): Int32Array {
    let size = 2;
    while (size < (spread >>> this.#shift) + 2) size *= 2;
    return new Int32Array(size).fill(-1);
  }
}

function extend<T extends Uint32Array | Int32Array>(old: T, grown: T): T {
  grown.set(old);
  return grown;
}
