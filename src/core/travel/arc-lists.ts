import type { RoadGraph } from "./road-graph.ts";

/** Arcs of a graph that changes: one linked list per node, in typed arrays that grow. At most one arc per pair. */
export class ArcLists {
  /** First arc of each node, then `next[arc]`; −1 ends a list. */
  readonly first: Int32Array;
  next: Int32Array;
  other: Uint32Array;
  ticks: Uint32Array;
  /** Number of original arcs an arc stands for. */
  hops: Uint32Array;
  readonly degree: Uint32Array;
  #used = 0;
  #free = -1;

  constructor(nodes: number, room: number) {
    this.first = new Int32Array(nodes).fill(-1);
    this.degree = new Uint32Array(nodes);
    const size = Math.max(16, room);
    this.next = new Int32Array(size);
    this.other = new Uint32Array(size);
    this.ticks = new Uint32Array(size);
    this.hops = new Uint32Array(size);
  }

  /** Adds an arc, or makes the one there is faster. */
  add(node: number, other: number, ticks: number, hops: number): void {
    for (let a = this.first[node]; a >= 0; a = this.next[a]) {
      if (this.other[a] !== other) continue;
      if (ticks < this.ticks[a]) {
        this.ticks[a] = ticks;
        this.hops[a] = hops;
      }
      return;
    }
    this.append(node, other, ticks, hops);
  }

  /** Adds an arc known to be new. */
  append(node: number, other: number, ticks: number, hops: number): void {
    let slot = this.#free;
    if (slot >= 0) this.#free = this.next[slot];
    else {
      if (this.#used === this.next.length) this.#grow();
      slot = this.#used++;
    }
    this.other[slot] = other;
    this.ticks[slot] = ticks;
    this.hops[slot] = hops;
    this.next[slot] = this.first[node];
    this.first[node] = slot;
    this.degree[node]++;
  }

  remove(node: number, other: number): void {
    let before = -1;
    for (let a = this.first[node]; a >= 0; before = a, a = this.next[a]) {
      if (this.other[a] !== other) continue;
      if (before < 0) this.first[node] = this.next[a];
      else this.next[before] = this.next[a];
      this.next[a] = this.#free;
      this.#free = a;
      this.degree[node]--;
      return;
    }
  }

  /** The lists as rows, with node v under the number `rename[v]`. */
  toGraph(rename: Uint32Array): RoadGraph {
    const nodes = this.first.length;
    const start = new Uint32Array(nodes + 1);
    for (let v = 0; v < nodes; v++) start[rename[v] + 1] = this.degree[v];
    for (let v = 0; v < nodes; v++) start[v + 1] += start[v];
    const head = new Uint32Array(start[nodes]);
    const ticks = new Uint32Array(start[nodes]);
    for (let v = 0; v < nodes; v++) {
      let at = start[rename[v]];
      for (let a = this.first[v]; a >= 0; a = this.next[a]) {
        head[at] = rename[this.other[a]];
        ticks[at++] = this.ticks[a];
      }
    }
    return { nodes, start, head, ticks };
  }

  #grow(): void {
    const size = 2 * this.next.length;
    const next = new Int32Array(size);
    next.set(this.next);
    this.next = next;
    this.other = lengthen(this.other, size);
    this.ticks = lengthen(this.ticks, size);
    this.hops = lengthen(this.hops, size);
  }
}

function lengthen(old: Uint32Array, size: number): Uint32Array {
  const grown = new Uint32Array(size);
  grown.set(old);
  return grown;
}
