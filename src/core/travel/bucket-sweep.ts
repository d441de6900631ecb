import { type RoadGraph, UNREACHED } from "./road-graph.ts";

/** Words of an arc (head, ticks) and of a queue entry (node, time, next entry). */
const ARC = 2;
const ENTRY = 3;

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
  readonly #start: Uint32Array;
  /** Arcs with their two words side by side, to be read together. */
  readonly #arcs: Uint32Array;
  readonly #shift: number;
  /** First entry of each bucket, −1 for none; `next` words say none by UNREACHED, which is −1 here. */
  #heads: Int32Array;
  #entries = new Uint32Array(ENTRY * 1024);

  constructor(graph: RoadGraph) {
    this.ticks = new Uint32Array(graph.nodes).fill(UNREACHED);
    this.reached = new Uint32Array(graph.nodes);
    this.#start = graph.start;
    this.#arcs = new Uint32Array(ARC * graph.head.length);
    let longest = 0;
    let sum = 0;
    for (let a = 0; a < graph.head.length; a++) {
      this.#arcs[ARC * a] = graph.head[a];
      this.#arcs[ARC * a + 1] = graph.ticks[a];
      sum += graph.ticks[a];
      if (graph.ticks[a] > longest) longest = graph.ticks[a];
    }
    const mean = sum / Math.max(1, graph.head.length);
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
    for (let i = from; i < to; i++) {
      const time = ticks[i];
      if (time > limit || time >= this.ticks[nodes[i]]) continue;
      if (this.ticks[nodes[i]] === UNREACHED) this.reached[this.count++] = nodes[i];
      this.ticks[nodes[i]] = time;
      if (ENTRY * (pending + 1) > this.#entries.length) this.#grow();
      const bucket = (time >>> this.#shift) & (this.#heads.length - 1);
      this.#entries.set([nodes[i], time, this.#heads[bucket]], ENTRY * pending);
      this.#heads[bucket] = ENTRY * pending++;
    }
    this.#empty(first >>> this.#shift, pending, limit);
  }

  /** Empties the queue of `queued` entries in the order of their times; entries given back are used first. */
  #empty(firstBucket: number, queued: number, limit: number): void {
    const { ticks, reached } = this;
    const start = this.#start;
    const arcs = this.#arcs;
    const heads = this.#heads;
    const mask = heads.length - 1;
    const shift = this.#shift;
    let entries = this.#entries;
    let bucket = firstBucket;
    let pending = queued;
    let count = this.count;
    let used = ENTRY * queued;
    let free = UNREACHED;
    while (pending > 0) {
      const entry = heads[bucket & mask];
      if (entry < 0) {
        bucket++;
        continue;
      }
      heads[bucket & mask] = entries[entry + 2];
      entries[entry + 2] = free;
      free = entry;
      pending--;
      const v = entries[entry];
      const time = entries[entry + 1];
      if (time !== ticks[v]) continue;
      const end = ARC * start[v + 1];
      for (let a = ARC * start[v]; a < end; a += ARC) {
        const w = arcs[a];
        const reach = time + arcs[a + 1];
        const known = ticks[w];
        if (reach >= known || reach > limit) continue;
        if (known === UNREACHED) reached[count++] = w;
        ticks[w] = reach;
        let slot = free;
        if (slot !== UNREACHED) free = entries[slot + 2];
        else {
          if (used === entries.length) entries = this.#grow();
          slot = used;
          used += ENTRY;
        }
        const place = (reach >>> shift) & mask;
        entries[slot] = w;
        entries[slot + 1] = reach;
        entries[slot + 2] = heads[place];
        heads[place] = slot;
        pending++;
      }
    }
    this.count = count;
  }

  #clear(): void {
    for (let i = 0; i < this.count; i++) this.ticks[this.reached[i]] = UNREACHED;
    this.count = 0;
  }

  #grow(): Uint32Array<ArrayBuffer> {
    const grown = new Uint32Array(2 * this.#entries.length);
    grown.set(this.#entries);
    this.#entries = grown;
    return grown;
  }

  #createBuckets(spread: number): Int32Array {
    let size = 2;
    while (size < (spread >>> this.#shift) + 2) size *= 2;
    return new Int32Array(size).fill(-1);
  }
}
