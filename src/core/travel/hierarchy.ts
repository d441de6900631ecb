import { assertRunning, type Run } from "../run.ts";
import { ArcLists } from "./arc-lists.ts";
import { MinHeap } from "./min-heap.ts";
import type { RoadGraph } from "./road-graph.ts";
import { WitnessSearch } from "./witness-search.ts";

/**
 * Contraction hierarchy (Geisberger et al. 2008): nodes are renumbered by rank, and every fastest path of the graph goes
 * up `forward` arcs and then down `backward` arcs. Both lead to higher ranks; a backward arc u → w is a way from w to u.
 */
export interface Hierarchy {
  /** Rank of each node of the graph. */
  readonly rank: Uint32Array;
  readonly forward: RoadGraph;
  readonly backward: RoadGraph;
}

/** Nodes a witness search may settle: while guessing a node's place, and when it is contracted. */
const GUESS_SETTLED = 16;
const CONTRACT_SETTLED = 60;

/**
 * Contracts nodes one by one, least important first: a node costs its level and what its contraction adds for what it
 * removes (arcs and the original arcs they stand for). Shortcuts are left out only when as fast a way round is found, so
 * times stay exact whatever the search limits. Throws `cancelled`.
 */
export function buildHierarchy(graph: RoadGraph, run: Run): Hierarchy {
  const contraction = new Contraction(graph);
  const rank = new Uint32Array(graph.nodes);
  const queue = new MinHeap();
  for (let v = 0; v < graph.nodes; v++) queue.push(contraction.cost(v), v);
  for (let done = 0; done < graph.nodes; ) {
    if (done % 4096 === 0) {
      assertRunning(run);
      run.progress(done, graph.nodes, "hierarchy");
    }
    const v = queue.pop();
    const cost = contraction.cost(v);
    if (queue.size > 0 && cost > queue.topKey) queue.push(cost, v);
    else {
      contraction.contract(v);
      rank[v] = done++;
    }
  }
  run.progress(graph.nodes, graph.nodes, "hierarchy");
  return { rank, forward: contraction.out.toGraph(rank), backward: contraction.into.toGraph(rank) };
}

class Contraction {
  /** Arcs among nodes left; a contracted node keeps its own, all to nodes contracted later. */
  readonly out: ArcLists;
  readonly into: ArcLists;
  readonly #level: Uint32Array;
  readonly #witness: WitnessSearch;
  #addedArcs = 0;
  #addedHops = 0;

  constructor(graph: RoadGraph) {
    this.out = new ArcLists(graph.nodes, 2 * graph.head.length);
    this.into = new ArcLists(graph.nodes, 2 * graph.head.length);
    this.#level = new Uint32Array(graph.nodes);
    for (let v = 0; v < graph.nodes; v++) {
      for (let a = graph.start[v]; a < graph.start[v + 1]; a++) {
        this.out.append(v, graph.head[a], graph.ticks[a], 1);
        this.into.append(graph.head[a], v, graph.ticks[a], 1);
      }
    }
    this.#witness = new WitnessSearch(this.out);
  }

  /** Importance of a node, in thousandths. */
  cost(v: number): number {
    this.#findShortcuts(v, GUESS_SETTLED, false);
    const arcs = this.out.degree[v] + this.into.degree[v];
    if (arcs === 0) return 1000 * this.#level[v];
    const hops = sumHops(this.out, v) + sumHops(this.into, v);
    return (
      1000 * this.#level[v] + Math.floor((1000 * this.#addedArcs) / arcs) + Math.floor((1000 * this.#addedHops) / hops)
    );
  }

  contract(v: number): void {
    this.#findShortcuts(v, CONTRACT_SETTLED, true);
    const level = this.#level[v] + 1;
    for (let a = this.into.first[v]; a >= 0; a = this.into.next[a]) {
      const u = this.into.other[a];
      this.out.remove(u, v);
      if (this.#level[u] < level) this.#level[u] = level;
    }
    for (let a = this.out.first[v]; a >= 0; a = this.out.next[a]) {
      const w = this.out.other[a];
      this.into.remove(w, v);
      if (this.#level[w] < level) this.#level[w] = level;
    }
  }

  /** Counts, and when `keep` is set adds, the arcs needed to do without v. */
  #findShortcuts(v: number, settled: number, keep: boolean): void {
    const { out, into } = this;
    this.#addedArcs = 0;
    this.#addedHops = 0;
    for (let i = into.first[v]; i >= 0; i = into.next[i]) {
      const u = into.other[i];
      const [ticksIn, hopsIn] = [into.ticks[i], into.hops[i]];
      let longest = -1;
      let targets = 0;
      for (let o = out.first[v]; o >= 0; o = out.next[o]) {
        if (out.other[o] === u) continue;
        targets++;
        if (out.ticks[o] > longest) longest = out.ticks[o];
      }
      if (targets === 0) continue;
      this.#witness.run(u, v, ticksIn + longest, settled);
      for (let o = out.first[v]; o >= 0; o = out.next[o]) {
        const w = out.other[o];
        const ticks = ticksIn + out.ticks[o];
        if (w === u || this.#witness.ticks[w] <= ticks) continue;
        const hops = hopsIn + out.hops[o];
        this.#addedArcs++;
        this.#addedHops += hops;
        if (!keep) continue;
        out.add(u, w, ticks, hops);
        into.add(w, u, ticks, hops);
      }
    }
  }
}

function sumHops(lists: ArcLists, v: number): number {
  let sum = 0;
  for (let a = lists.first[v]; a >= 0; a = lists.next[a]) sum += lists.hops[a];
  return sum;
}
