import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { BucketSweep } from "../../../src/core/travel/bucket-sweep.ts";
import { buildGraph, type RoadGraph, UNREACHED } from "../../../src/core/travel/road-graph.ts";

type Arc = readonly [from: number, to: number, ticks: number];
type Seed = readonly [node: number, ticks: number];

const graphOf = (nodes: number, arcs: readonly Arc[]): RoadGraph =>
  buildGraph(
    nodes,
    ...(([0, 1, 2] as const).map((k) => Uint32Array.from(arcs, (arc) => arc[k])) as [
      Uint32Array,
      Uint32Array,
      Uint32Array,
    ]),
  );

/** Bellman and Ford's times, by relaxing every arc as often as there are nodes. */
function slowly({ nodes, start, head, ticks }: RoadGraph, seeds: readonly Seed[], limit: number): number[] {
  const times = new Array<number>(nodes).fill(UNREACHED);
  for (const [node, at] of seeds) if (at <= limit) times[node] = Math.min(times[node], at);
  for (let round = 0; round < nodes; round++) {
    for (let v = 0; v < nodes; v++) {
      if (times[v] === UNREACHED) continue;
      for (let a = start[v]; a < start[v + 1]; a++) {
        const reach = times[v] + ticks[a];
        if (reach <= limit && reach < times[head[a]]) times[head[a]] = reach;
      }
    }
  }
  return times;
}

function run(sweep: BucketSweep, seeds: readonly Seed[], limit: number): number[] {
  const column = (k: 0 | 1) => Uint32Array.from(seeds, (seed) => seed[k]);
  sweep.run(column(0), column(1), 0, seeds.length, limit);
  const times = Array.from({ length: sweep.reached.length }, (_, node) => sweep.timeOf(node));
  const reached = [...sweep.reached.subarray(0, sweep.count)].sort((a, b) => a - b);
  expect(reached).toEqual(Array.from(times.keys()).filter((v) => times[v] !== UNREACHED));
  return times;
}

/** Sparse and directed, so that there are dead ends, one-way ones among them, and arcs of very unlike lengths, 0 too. */
const anyCase = fc.integer({ min: 1, max: 14 }).chain((nodes) => {
  const node = fc.nat(nodes - 1);
  const ticks = fc.oneof(fc.nat(3), fc.nat(60), fc.nat(5000));
  return fc.record({
    nodes: fc.constant(nodes),
    arcs: fc.array(fc.tuple(node, node, ticks), { maxLength: 2 * nodes }),
    runs: fc.array(
      fc.record({
        seeds: fc.array(fc.tuple(node, fc.nat(300)), { maxLength: 3 }),
        limit: fc.oneof(fc.nat(120), fc.nat(20_000), fc.constant(UNREACHED - 1)),
      }),
      { minLength: 1, maxLength: 4 },
    ),
  });
});

describe("one-to-all times by buckets", () => {
  it("are those of the slowest way, run after run of the same sweep", () => {
    fc.assert(
      fc.property(anyCase, ({ nodes, arcs, runs }) => {
        const graph = graphOf(nodes, arcs);
        const sweep = new BucketSweep(graph);
        for (const { seeds, limit } of runs) expect(run(sweep, seeds, limit)).toEqual(slowly(graph, seeds, limit));
      }),
      { seed: 11, numRuns: 1500 },
    );
  });

  it("leave a dead end that is a seed, or that another way comes to", () => {
    // 1 leads back to 0 only; 2 leads into it one way.
    const graph = graphOf(4, [
      [0, 1, 50],
      [1, 0, 50],
      [2, 1, 3],
      [0, 3, 7],
    ]);
    const sweep = new BucketSweep(graph);
    expect(run(sweep, [[1, 10]], 1000)).toEqual([60, 10, UNREACHED, 67]);
    expect(run(sweep, [[2, 0]], 1000)).toEqual([53, 3, 0, 60]);
    expect(run(sweep, [[0, 0]], 50)).toEqual([0, 50, UNREACHED, 7]);
  });

  it("do not wrap round where arcs are as long as words are", () => {
    const graph = graphOf(3, [
      [0, 1, 0xffff_fff0],
      [1, 2, 5],
      [0, 2, 800_000_000],
      [2, 1, 600_000_000],
    ]);
    expect(run(new BucketSweep(graph), [[0, 100]], UNREACHED - 1)).toEqual([100, UNREACHED, 800_000_100]);
  });
});
