import type { RoadGraph } from "./road-graph.ts";

/** Which nodes can reach each other: `label` per node, `size` per label. */
export interface Components {
  readonly label: Uint32Array;
  readonly size: Uint32Array;
}

/** Strongly connected components (Tarjan 1972, without recursion). Islands without a ferry keep their own. */
export function findComponents(graph: RoadGraph): Components {
  const { nodes, start, head } = graph;
  const label = new Uint32Array(nodes);
  const seen = new Uint32Array(nodes);
  const low = new Uint32Array(nodes);
  const open = new Uint8Array(nodes);
  const arc = new Uint32Array(nodes);
  const path = new Uint32Array(nodes);
  const stack = new Uint32Array(nodes);
  const size: number[] = [];
  let clock = 0;
  let held = 0;
  for (let root = 0; root < nodes; root++) {
    if (seen[root] > 0) continue;
    let depth = 0;
    const enter = (v: number) => {
      path[depth++] = v;
      stack[held++] = v;
      open[v] = 1;
      seen[v] = low[v] = ++clock;
      arc[v] = start[v];
    };
    enter(root);
    while (depth > 0) {
      const v = path[depth - 1];
      if (arc[v] < start[v + 1]) {
        const w = head[arc[v]++];
        if (seen[w] === 0) enter(w);
        else if (open[w] === 1) low[v] = Math.min(low[v], seen[w]);
        continue;
      }
      depth--;
      if (depth > 0) low[path[depth - 1]] = Math.min(low[path[depth - 1]], low[v]);
      if (low[v] !== seen[v]) continue;
      let members = 0;
      let member: number;
      do {
        member = stack[--held];
        open[member] = 0;
        label[member] = size.length;
        members++;
      } while (member !== v);
      size.push(members);
    }
  }
  return { label, size: Uint32Array.from(size) };
}
