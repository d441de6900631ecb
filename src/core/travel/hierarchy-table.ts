import { assertRunning, type Run } from "../run.ts";
import type { Entries } from "./entries.ts";
import type { Hierarchy } from "./hierarchy.ts";
import { groupBy, UNREACHED } from "./road-graph.ts";
import { UpwardSearch } from "./upward-search.ts";

/**
 * Times from every source to every target within `limit` ticks (inclusive), one row per source: `onRow` gets a row of
 * the targets' times that is overwritten by the next. Targets leave their time at each node they are reached through
 * going up; a source going up reads them (Knopp et al. 2007). Throws `cancelled`.
 */
export function fillTableByHierarchy(
  hierarchy: Hierarchy,
  sources: Entries,
  targets: Entries,
  limit: number,
  run: Run,
  onRow: (source: number, row: Uint32Array) => void,
): void {
  const buckets = collectBuckets(hierarchy, targets, limit, run);
  const search = new UpwardSearch(hierarchy.forward, hierarchy.backward);
  const row = new Uint32Array(targets.count);
  for (let i = 0; i < sources.count; i++) {
    if (i % 64 === 0) {
      assertRunning(run);
      run.progress(i, sources.count, "times");
    }
    row.fill(UNREACHED);
    search.run(hierarchy.rank, sources, i, limit);
    for (let k = 0; k < search.count; k++) {
      const v = search.settled[k];
      const time = search.ticks[v];
      const room = limit - time;
      for (let b = buckets.start[v]; b < buckets.start[v + 1]; b++) {
        const rest = buckets.ticks[b];
        if (rest > room) break;
        if (time + rest < row[buckets.target[b]]) row[buckets.target[b]] = time + rest;
      }
    }
    onRow(i, row);
  }
  run.progress(sources.count, sources.count, "times");
}

/** Per node, the targets reached from it going down, nearest first. */
interface Buckets {
  readonly start: Uint32Array;
  readonly target: Uint32Array;
  readonly ticks: Uint32Array;
}

function collectBuckets(hierarchy: Hierarchy, targets: Entries, limit: number, run: Run): Buckets {
  const search = new UpwardSearch(hierarchy.backward, hierarchy.forward);
  let node = new Uint32Array(1024);
  let target = new Uint32Array(1024);
  let ticks = new Uint32Array(1024);
  let count = 0;
  for (let t = 0; t < targets.count; t++) {
    if (t % 256 === 0) {
      assertRunning(run);
      run.progress(t, targets.count, "targets");
    }
    search.run(hierarchy.rank, targets, t, limit);
    if (count + search.count > node.length) {
      const size = 2 * (count + search.count);
      [node, target, ticks] = [node, target, ticks].map((old) => {
        const grown = new Uint32Array(size);
        grown.set(old);
        return grown;
      });
    }
    for (let k = 0; k < search.count; k++) {
      node[count] = search.settled[k];
      target[count] = t;
      ticks[count++] = search.ticks[search.settled[k]];
    }
  }
  const { start, order } = groupBy(node.subarray(0, count), hierarchy.rank.length);
  for (let v = 0; v < hierarchy.rank.length; v++) {
    if (start[v + 1] - start[v] > 1)
      order.subarray(start[v], start[v + 1]).sort((a, b) => ticks[a] - ticks[b] || a - b);
  }
  return { start, target: order.map((i) => target[i]), ticks: order.map((i) => ticks[i]) };
}
