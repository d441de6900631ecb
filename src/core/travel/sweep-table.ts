import { assertRunning, type Run } from "../run.ts";
import { BucketSweep } from "./bucket-sweep.ts";
import type { Entries } from "./entries.ts";
import { type RoadGraph, UNREACHED } from "./road-graph.ts";

/** What one source reaches within the limit: nodes (itself included when it is one) and the sum of their times. */
export interface Reach {
  readonly nodes: number;
  readonly ticks: number;
}

/** Nodes reached from each source within `limit` ticks, inclusive. Throws `cancelled`. */
export function measureReach(
  graph: RoadGraph,
  sources: Entries,
  limit: number,
  run: Run,
  onReach: (source: number, reach: Reach) => void,
): void {
  sweepSources(graph, sources, limit, run, (source, sweep) => {
    let sum = 0;
    for (let k = 0; k < sweep.count; k++) sum += sweep.timeOf(sweep.reached[k]);
    onReach(source, { nodes: sweep.count, ticks: sum });
  });
}

/** The same table as by hierarchy, one sweep per source: quicker for few sources, and the measure of the other. */
export function fillTableBySweeps(
  graph: RoadGraph,
  sources: Entries,
  targets: Entries,
  limit: number,
  run: Run,
  onRow: (source: number, row: Uint32Array) => void,
): void {
  const row = new Uint32Array(targets.count);
  sweepSources(graph, sources, limit, run, (source, sweep) => {
    for (let t = 0; t < targets.count; t++) {
      let best = UNREACHED;
      for (let k = targets.start[t]; k < targets.start[t + 1]; k++) {
        const time = sweep.timeOf(targets.node[k]) + targets.ticks[k];
        if (time < best && time <= limit) best = time;
      }
      row[t] = best;
    }
    onRow(source, row);
  });
}

function sweepSources(
  graph: RoadGraph,
  sources: Entries,
  limit: number,
  run: Run,
  onSweep: (source: number, sweep: BucketSweep) => void,
): void {
  const sweep = new BucketSweep(graph);
  for (let i = 0; i < sources.count; i++) {
    if (i % 16 === 0) {
      assertRunning(run);
      run.progress(i, sources.count, "times");
    }
    sweep.run(sources.node, sources.ticks, sources.start[i], sources.start[i + 1], limit);
    onSweep(i, sweep);
  }
  run.progress(sources.count, sources.count, "times");
}
