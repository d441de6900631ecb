/** Time of what cannot be reached; every other time is smaller. */
export const UNREACHED = 0xffff_ffff;

/**
 * Directed graph in compressed rows: the arcs of node v are `start[v]` … `start[v + 1] - 1`, each to `head` in `ticks`
 * (a whole number of the network's time unit). No loops, one arc per pair of nodes.
 */
export interface RoadGraph {
  readonly nodes: number;
  readonly start: Uint32Array;
  readonly head: Uint32Array;
  readonly ticks: Uint32Array;
}

/** Graph of directed arcs in any order; of parallel arcs the fastest stays, loops go, equal heads keep first place. */
export function buildGraph(nodes: number, from: Uint32Array, to: Uint32Array, ticks: Uint32Array): RoadGraph {
  const { start, order } = groupBy(from, nodes);
  const head = new Uint32Array(order.length);
  const best = new Uint32Array(order.length);
  const kept = new Uint32Array(nodes + 1);
  const place = new Int32Array(nodes).fill(-1);
  let count = 0;
  for (let v = 0; v < nodes; v++) {
    const first = count;
    for (let k = start[v]; k < start[v + 1]; k++) {
      const w = to[order[k]];
      if (w === v) continue;
      const time = ticks[order[k]];
      if (place[w] >= first) best[place[w]] = Math.min(best[place[w]], time);
      else {
        place[w] = count;
        head[count] = w;
        best[count++] = time;
      }
    }
    kept[v + 1] = count;
  }
  return { nodes, start: kept, head: head.slice(0, count), ticks: best.slice(0, count) };
}

/** Row limits (groups + 1) and the indices of `keys` grouped by key, in their own order within a group. */
export function groupBy(
  keys: Uint32Array,
  groups: number,
): { readonly start: Uint32Array; readonly order: Uint32Array } {
  const start = new Uint32Array(groups + 1);
  for (let i = 0; i < keys.length; i++) start[keys[i] + 1]++;
  for (let g = 0; g < groups; g++) start[g + 1] += start[g];
  const next = start.slice(0, groups);
  const order = new Uint32Array(keys.length);
  for (let i = 0; i < keys.length; i++) order[next[keys[i]]++] = i;
  return { start, order };
}
