import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inflateSync } from "node:zlib";
import type { Run } from "../../src/core/run.ts";
import { BucketSweep } from "../../src/core/travel/bucket-sweep.ts";
import type { Entries } from "../../src/core/travel/entries.ts";
import { buildHierarchy } from "../../src/core/travel/hierarchy.ts";
import { fillTableByHierarchy } from "../../src/core/travel/hierarchy-table.ts";
import { hilbertIndex } from "../../src/core/travel/hilbert.ts";
import { MinHeap } from "../../src/core/travel/min-heap.ts";
import { readOsmRoads } from "../../src/core/travel/read-osm.ts";
import { buildGraph, type RoadGraph, UNREACHED } from "../../src/core/travel/road-graph.ts";
import { networkGraph, type RoadNetwork } from "../../src/core/travel/road-network.ts";
import { fillTableBySweeps } from "../../src/core/travel/sweep-table.ts";

/**
 * Travel times against peers in one run, CPU seconds: bucket queue, binary heap and scipy one-to-all within 30 minutes;
 * tables by hierarchy and by sweeps. Prints ratios; asserts that the peers agree, never how fast anybody is.
 * `OASIS_EXTRACT=extract.osm.pbf npm run bench travel`
 */
const QUIET: Run = { signal: { aborted: false }, progress: () => undefined };
const LIMIT = 18_000;
const SWEPT = 200;
const TABLE = 1200;
const ROUNDS = 4;
const EXTRACT = process.env.OASIS_EXTRACT ?? "../shared/data/sources/road/porto_portugal.osm.pbf";

function compare(name: string, graph: RoadGraph): void {
  console.log(`\n${name}: ${graph.nodes} nodes, ${graph.head.length} arcs`);
  const spread = (count: number) =>
    Uint32Array.from({ length: count }, (_, i) => Math.floor((i * graph.nodes) / count));
  const sources = spread(SWEPT);
  const zero = new Uint32Array(SWEPT);

  const sweep = new BucketSweep(graph);
  const heap = new HeapSweep(graph);
  const sums = { bucket: 0, heap: 0 };
  for (let i = 0; i < SWEPT; i++) {
    sweep.run(sources, zero, i, i + 1, LIMIT);
    for (let k = 0; k < sweep.count; k++) sums.bucket += sweep.timeOf(sweep.reached[k]);
    heap.run(sources[i], LIMIT);
    sums.heap += heap.ticks.reduce((sum, time) => (time === UNREACHED ? sum : sum + time), 0);
  }
  if (sums.bucket !== sums.heap) throw new Error("bucket queue and binary heap differ");
  // By turns, so that what else the machine does falls on all of them.
  const rounds = Array.from({ length: ROUNDS }, () => ({
    bucket: best(() => {
      for (let i = 0; i < SWEPT; i++) sweep.run(sources, zero, i, i + 1, LIMIT);
    }),
    heap: best(() => {
      for (const source of sources) heap.run(source, LIMIT);
    }),
    scipy: runScipy(graph, sources),
  }));
  const least = (time: (round: (typeof rounds)[number]) => number) =>
    rounds.reduce((shortest, round) => Math.min(shortest, time(round)), Number.POSITIVE_INFINITY);
  const bucketTime = least((round) => round.bucket);
  const heapTime = least((round) => round.heap);
  console.log(
    `one-to-all, 30 min, ms a source: bucket queue ${perSource(bucketTime)}, binary heap ${perSource(heapTime)}`,
  );
  console.log(`  bucket queue is ${(heapTime / bucketTime).toFixed(2)} times as fast as the binary heap`);
  const scipy = rounds[0].scipy && { seconds: least((round) => round.scipy?.seconds ?? Number.NaN) };
  if (scipy === null) console.log("  python3 with scipy is not here: not compared");
  else {
    const sum = rounds[0].scipy?.sum;
    if (sum !== sums.bucket) throw new Error(`scipy differs: ${sum}, not ${sums.bucket}`);
    const ratios = rounds.map((round) => ((round.scipy?.seconds ?? Number.NaN) / round.bucket).toFixed(2));
    console.log(
      `  and ${(scipy.seconds / bucketTime).toFixed(2)} times as fast as scipy (${perSource(scipy.seconds)} ms), by rounds ${ratios.join(", ")}`,
    );
  }

  const points: Entries = {
    count: TABLE,
    start: Uint32Array.from({ length: TABLE + 1 }, (_, i) => i),
    node: spread(TABLE),
    ticks: new Uint32Array(TABLE),
  };
  let hierarchy = buildHierarchy(graph, QUIET);
  const buildTime = best(() => {
    hierarchy = buildHierarchy(graph, QUIET);
  }, 1);
  const totals = { sweeps: 0, hierarchy: 0 };
  const add = (key: keyof typeof totals) => (i: number, row: Uint32Array) => {
    for (const time of row) if (time !== UNREACHED) totals[key] += time * (1 + (i % 7));
  };
  fillTableBySweeps(graph, points, points, LIMIT, QUIET, add("sweeps"));
  fillTableByHierarchy(hierarchy, points, points, LIMIT, QUIET, add("hierarchy"));
  if (totals.sweeps !== totals.hierarchy) throw new Error("hierarchy and sweeps differ");
  const nothing = () => undefined;
  const tableTime = best(() => fillTableByHierarchy(hierarchy, points, points, LIMIT, QUIET, nothing));
  const sweepsTime = best(() => fillTableBySweeps(graph, points, points, LIMIT, QUIET, nothing), 1);
  console.log(
    `${TABLE} x ${TABLE} table, 30 min: hierarchy ${tableTime.toFixed(3)} s after building for ${buildTime.toFixed(2)} s, sweeps ${sweepsTime.toFixed(2)} s`,
  );
  console.log(`  hierarchy is ${(sweepsTime / tableTime).toFixed(1)} times as fast as sweeps`);
  if (scipy !== null) {
    const ratio = ((scipy.seconds / SWEPT) * TABLE) / tableTime;
    console.log(`  and ${ratio.toFixed(1)} times as fast as scipy from as many sources`);
  }
}

function perSource(seconds: number): string {
  return ((1000 * seconds) / SWEPT).toFixed(2);
}

/** Least CPU seconds of a few runs. */
function best(work: () => void, runs = 3): number {
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < runs; i++) {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    least = Math.min(least, (user + system) / 1e6);
  }
  return least;
}

async function readExtract(file: string): Promise<RoadNetwork> {
  const bytes = readFileSync(file);
  const source = { name: file, length: bytes.length, read: (start: number, end: number) => bytes.subarray(start, end) };
  return (await readOsmRoads(source, (packed) => inflateSync(packed), QUIET)).network;
}

/**
 * Jittered grid with a main road every 8th and a fast one every 40th line, 233 m between crossings; numbered along a Hilbert
 * curve, as every network read from an extract is.
 */
function drawCountry(side: number): RoadGraph {
  const number = numberCrossings(side);
  let state = 1;
  const random = () => {
    state = Math.imul(state ^ (state >>> 15), 0x2c1b_3c6d) + 0x9e37_79b9;
    return ((state ^ (state >>> 13)) >>> 0) / 2 ** 32;
  };
  const arcs: [number, number, number][] = [];
  const join = (u: number, v: number, line: number) => {
    const kmh = line % 40 === 0 ? 90 : line % 8 === 0 ? 60 : 30;
    if (kmh === 30 && random() < 0.15) return;
    const ticks = Math.round((233 * (0.8 + 0.6 * random()) * 36) / kmh);
    arcs.push([u, v, ticks], [v, u, ticks]);
  };
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      if (x + 1 < side) join(number[y * side + x], number[y * side + x + 1], y);
      if (y + 1 < side) join(number[y * side + x], number[(y + 1) * side + x], x);
    }
  }
  const column = (k: 0 | 1 | 2) => Uint32Array.from(arcs, (arc) => arc[k]);
  return buildGraph(side * side, column(0), column(1), column(2));
}

/** Number of each crossing along the curve. */
function numberCrossings(side: number): Uint32Array {
  const place = Float64Array.from({ length: side * side }, (_, v) =>
    hilbertIndex((v % side) / side, Math.floor(v / side) / side),
  );
  const number = new Uint32Array(side * side);
  Uint32Array.from(number.keys())
    .sort((a, b) => place[a] - place[b])
    .forEach((v, i) => {
      number[v] = i;
    });
  return number;
}

/** Dijkstra's algorithm on a binary heap, as plain as can be. */
class HeapSweep {
  readonly ticks: Uint32Array;
  readonly #graph: RoadGraph;
  readonly #heap = new MinHeap();
  readonly #seen: number[] = [];

  constructor(graph: RoadGraph) {
    this.#graph = graph;
    this.ticks = new Uint32Array(graph.nodes).fill(UNREACHED);
  }

  run(source: number, limit: number): void {
    const { start, head, ticks: arcTicks } = this.#graph;
    const { ticks } = this;
    for (const v of this.#seen) ticks[v] = UNREACHED;
    this.#seen.length = 0;
    ticks[source] = 0;
    this.#seen.push(source);
    this.#heap.push(0, source);
    while (this.#heap.size > 0) {
      const time = this.#heap.topKey;
      const v = this.#heap.pop();
      if (time !== ticks[v]) continue;
      for (let a = start[v]; a < start[v + 1]; a++) {
        const reach = time + arcTicks[a];
        if (reach > limit || reach >= ticks[head[a]]) continue;
        if (ticks[head[a]] === UNREACHED) this.#seen.push(head[a]);
        ticks[head[a]] = reach;
        this.#heap.push(reach, head[a]);
      }
    }
  }
}

const SCIPY = `
import sys, time
import numpy as np
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import dijkstra
folder, limit = sys.argv[1], float(sys.argv[2])
start, head, ticks, sources = (np.fromfile(f"{folder}/{n}", dtype=np.uint32) for n in ("start", "head", "ticks", "sources"))
n = len(start) - 1
graph = csr_matrix((ticks.astype(float), head.astype(np.int32), start.astype(np.int32)), shape=(n, n))
least, total = 1e9, 0.0
for turn in range(3):
    total, spent = 0.0, 0.0
    for chunk in np.array_split(sources.astype(np.int32), 10):
        before = time.process_time()
        found = dijkstra(graph, indices=chunk, limit=limit)
        spent += time.process_time() - before
        total += found[np.isfinite(found)].sum()
    least = min(least, spent)
print(least, int(total))
`;

/** The same sources by scipy in a process of its own; null when it is not installed. Times of zero would be lost: none is. */
function runScipy(graph: RoadGraph, sources: Uint32Array): { readonly seconds: number; readonly sum: number } | null {
  const folder = mkdtempSync(join(tmpdir(), "oasis-bench-"));
  writeFileSync(join(folder, "start"), graph.start);
  writeFileSync(join(folder, "head"), graph.head);
  writeFileSync(join(folder, "ticks"), graph.ticks);
  writeFileSync(join(folder, "sources"), sources);
  const env = { ...process.env, OMP_NUM_THREADS: "1", OPENBLAS_NUM_THREADS: "1" };
  const { status, stdout } = spawnSync("python3", ["-c", SCIPY, folder, String(LIMIT)], { encoding: "utf8", env });
  rmSync(folder, { recursive: true });
  if (status !== 0) return null;
  const [seconds, sum] = stdout.trim().split(" ").map(Number);
  return { seconds, sum };
}

if (existsSync(EXTRACT)) compare(EXTRACT, networkGraph(await readExtract(EXTRACT)));
else console.log(`no extract at ${EXTRACT}: only the drawn country`);
compare("drawn country, 360 x 360 crossings", drawCountry(360));
