import { type RoadGraph, UNREACHED } from "./road-graph.ts";

/** Words of a node (time, its first arc), of an arc (head and flag, ticks) and of a queue entry (node, next entry). */
const NODE = 2;
const ARC = 2;
const ENTRY = 2;

/** Times and arcs stay below a quarter of the words there are, so that they add up as signed words without wrapping. */
const MOST_TICKS = 0x3fff_ffff;
/** Time of a node not reached: above any sum. */
const NEVER = 0x7fff_ffff;

/** Buckets in the mean arc: few enough to be passed over quickly, enough that few nodes are scanned twice. */
const BUCKETS_PER_ARC = 5;

/**
 * One-to-all times by Dijkstra's algorithm on a circular queue of buckets (Dial), each a power of two of ticks wide. A
 * node improved within the bucket being emptied is scanned again, so times are exact at any width. Entries hold no time: one
 * whose node has moved to an earlier bucket is passed over. Dead ends are timed and never queued. Every array lives as
 * long as the sweep: a run allocates nothing once the queue has grown to its size.
 */
export class BucketSweep {
  /** The reached nodes, in the order they were first seen: `reached[0 … count - 1]`. */
  readonly reached: Uint32Array;
  count = 0;
  /** Time of each node beside the first word of its arcs, to be read together; a last one ends the arcs. */
  readonly #nodes: Int32Array;
  /** Arcs: first word of the head, plus 1 where it leads nowhere but back; ticks. */
  readonly #arcs: Int32Array;
  readonly #shift: number;
  /** First entry of each bucket; −1 for none, as where an entry has no next. */
  #heads: Int32Array;
  #entries = new Int32Array(ENTRY * 1024);

  constructor(graph: RoadGraph) {
    const { nodes, start, head, ticks } = graph;
    this.reached = new Uint32Array(nodes);
    this.#nodes = new Int32Array(NODE * (nodes + 1));
    this.#arcs = new Int32Array(ARC * head.length);
    let longest = 0;
    let sum = 0;
    for (let v = 0; v <= nodes; v++) {
      this.#nodes[NODE * v] = NEVER;
      this.#nodes[NODE * v + 1] = ARC * start[v];
    }
    for (let v = 0; v < nodes; v++) {
      for (let a = start[v]; a < start[v + 1]; a++) {
        // An arc beyond the longest time is as good as none.
        const time = Math.min(ticks[a], MOST_TICKS + 1);
        this.#arcs[ARC * a] = NODE * head[a] + (isDeadEnd(graph, head[a], v) ? 1 : 0);
        this.#arcs[ARC * a + 1] = time;
        sum += time;
        if (time > longest) longest = time;
      }
    }
    const width = sum / Math.max(1, head.length) / BUCKETS_PER_ARC;
    this.#shift = Math.min(20, Math.max(0, Math.floor(Math.log2(Math.max(1, width)))));
    this.#heads = this.#createBuckets(longest);
  }

  /** Time of a node after a run; UNREACHED where it is beyond the limit. */
  timeOf(node: number): number {
    const time = this.#nodes[NODE * node];
    return time === NEVER ? UNREACHED : time;
  }

  /**
   * Times from the nearest of the seeds: node `nodes[i]` is entered after `ticks[i]`, `from` ≤ i < `to`. Nodes at
   * exactly `limit` are reached, seeds included; none later than 2³⁰ − 1 ticks is (12 days in milliseconds).
   */
  run(nodes: Uint32Array, ticks: Uint32Array, from: number, to: number, limit: number): void {
    this.#clear();
    const most = Math.min(limit, MOST_TICKS);
    let first = UNREACHED;
    let last = 0;
    for (let i = from; i < to; i++) {
      first = Math.min(first, ticks[i]);
      last = Math.max(last, Math.min(ticks[i], most));
    }
    if (from === to || first > most) return;
    if ((last - first) >>> this.#shift >= this.#heads.length - 1) this.#heads = this.#createBuckets(last - first);
    let pending = 0;
    for (let i = from; i < to; i++) {
      const time = ticks[i];
      const at = NODE * nodes[i];
      if (time > most || time >= this.#nodes[at]) continue;
      if (this.#nodes[at] === NEVER) this.reached[this.count++] = nodes[i];
      this.#nodes[at] = time;
      if (ENTRY * (pending + 1) > this.#entries.length) this.#grow();
      const bucket = (time >>> this.#shift) & (this.#heads.length - 1);
      this.#entries.set([at, this.#heads[bucket]], ENTRY * pending);
      this.#heads[bucket] = ENTRY * pending++;
    }
    this.#empty(first >>> this.#shift, pending, most);
  }

  /** Empties the queue of `queued` entries in the order of their times; entries given back are used first. */
  #empty(firstBucket: number, queued: number, limit: number): void {
    const reached = this.reached;
    const nodes = this.#nodes;
    const arcs = this.#arcs;
    const heads = this.#heads;
    const mask = heads.length - 1;
    const shift = this.#shift;
    let entries = this.#entries;
    let bucket = firstBucket;
    let pending = queued;
    let count = this.count;
    let used = ENTRY * queued;
    let free = -1;
    while (pending > 0) {
      const entry = heads[bucket & mask];
      if (entry < 0) {
        bucket++;
        continue;
      }
      heads[bucket & mask] = entries[entry + 1];
      entries[entry + 1] = free;
      free = entry;
      pending--;
      const v = entries[entry];
      const time = nodes[v];
      if (time >>> shift !== bucket) continue;
      const end = nodes[v + NODE + 1];
      for (let a = nodes[v + 1]; a < end; a += ARC) {
        // `| 0` keeps the sum a 32-bit word; without it the compiler adds in floating point.
        const reach = (time + arcs[a + 1]) | 0;
        const head = arcs[a];
        const w = head & ~1;
        const known = nodes[w];
        if (reach >= known || reach > limit) continue;
        nodes[w] = reach;
        const place = reach >>> shift;
        if (known === NEVER) reached[count++] = w >>> 1;
        // Already queued for a later bucket and staying in it.
        else if (known >>> shift === place && place !== bucket) continue;
        if ((head & 1) === 1) continue;
        let slot = free;
        if (slot >= 0) free = entries[slot + 1];
        else {
          if (used === entries.length) entries = this.#grow();
          slot = used;
          used += ENTRY;
        }
        entries[slot] = w;
        entries[slot + 1] = heads[place & mask];
        heads[place & mask] = slot;
        pending++;
      }
    }
    this.count = count;
  }

  /** Forgets the last run. */
  #clear(): void {
    for (let i = 0; i < this.count; i++) this.#nodes[NODE * this.reached[i]] = NEVER;
    this.count = 0;
  }

  #grow(): Int32Array<ArrayBuffer> {
    const grown = new Int32Array(2 * this.#entries.length);
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

/**
 * Whether node w, come to from v, leads nowhere else: it then cannot improve anything. (Come to from elsewhere, it is queued.)
 */
function isDeadEnd({ start, head }: RoadGraph, w: number, v: number): boolean {
  const exits = start[w + 1] - start[w];
  return exits === 0 || (exits === 1 && head[start[w]] === v);
}
