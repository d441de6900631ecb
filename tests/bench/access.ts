import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Decay, NO_LIMIT, weighMinutes } from "../../src/core/access/decay.ts";
import { buildTravelTable, type TravelPairs } from "../../src/core/access/travel-table.ts";
import { twoStepAccess } from "../../src/core/access/two-step.ts";
import type { AccessWorld } from "../../src/core/access/world.ts";
import { median, report } from "./report.ts";

const PLACES = 35_000;
const DECAY: Decay = { kind: "steps", bounds: [10, 20, 30], weights: [1, 0.68, 0.22] };

/** The same E2SFCA in numpy: weights by searchsorted, both steps by bincount; prints seconds per run and Σ demand·access. */
const NUMPY = `
import json, sys, time
import numpy as np
folder, runs = sys.argv[1], int(sys.argv[2])
read = lambda name, kind: np.fromfile(f"{folder}/{name}", dtype=kind)
src, dst = read("origins", np.uint32).astype(np.int64), read("destinations", np.uint32).astype(np.int64)
t, p, s = read("minutes", np.float64), read("demand", np.float64), read("supply", np.float64)
steps, weights = np.array([10.0, 20.0, 30.0]), np.array([1, 0.68, 0.22, 0])
seconds = []
for _ in range(runs):
    start = time.perf_counter()
    w = weights[np.searchsorted(steps, t)]
    d = np.bincount(dst, p[src] * w, minlength=len(s))
    r = np.divide(s, d, out=np.zeros_like(s), where=d > 0)
    a = np.bincount(src, r[dst] * w, minlength=len(p))
    seconds.append(time.perf_counter() - start)
print(json.dumps({"version": np.__version__, "seconds": seconds, "total": float(p @ a)}))
`;

interface NumpyRun {
  readonly version: string;
  readonly seconds: readonly number[];
  readonly total: number;
}

/** E2SFCA of 35,000 × 35,000 places with 2 and 10 million pairs: our kernel beside numpy's bincount, same data, same run. */
export function benchAccess(runs: number): void {
  for (const count of [2_000_000, 10_000_000]) {
    const pairs = drawPairs(count, 42);
    const started = performance.now();
    const table = buildTravelTable(pairs, PLACES, PLACES);
    const build = performance.now() - started;
    const world = { table, demand: drawColumn(1, 3000, 1), supply: drawColumn(2, 5, 0.3) };
    const ours: number[] = [];
    let total = 0;
    for (let run = 0; run < runs; run++) {
      const start = performance.now();
      const { values } = twoStepAccess(world, weighMinutes(DECAY, table.minutes, NO_LIMIT));
      ours.push(performance.now() - start);
      total = values.reduce((sum, value, i) => sum + value * world.demand[i], 0);
    }
    const numpy = runNumpy(world, pairs, runs);
    const name = `E2SFCA, ${pairs.minutes.length / 1e6} M pairs`;
    report(`${name}, table built`, { ms: build });
    report(`${name}, our kernel`, { ms: median(ours) });
    if (numpy === null) console.log(`${name}, numpy bincount: python3 with numpy is not here`);
    else {
      const theirs = median(numpy.seconds) * 1000;
      report(`${name}, numpy ${numpy.version} bincount`, { ms: theirs, numpy_over_ours: theirs / median(ours) });
      report(`${name}, relative difference of the totals`, { difference: Math.abs(total / numpy.total - 1) });
    }
  }
}

/** Every place reaches as many neighbours, spread over a band of indices around it; minutes in tenths. */
function drawPairs(count: number, seed: number): TravelPairs {
  const random = drawFrom(seed);
  const each = Math.floor(count / PLACES);
  const pairs = {
    origins: new Uint32Array(each * PLACES),
    destinations: new Uint32Array(each * PLACES),
    minutes: new Float64Array(each * PLACES),
  };
  for (let i = 0, k = 0; i < PLACES; i++) {
    for (let n = 0; n < each; n++, k++) {
      pairs.origins[k] = i;
      pairs.destinations[k] = (i + 5 * n + Math.floor(5 * random())) % PLACES;
      pairs.minutes[k] = Math.floor(400 * random()) / 10;
    }
  }
  return pairs;
}

/** Values up to `max`, a share of them above 0. */
function drawColumn(seed: number, max: number, share: number): Float64Array {
  const random = drawFrom(seed);
  return Float64Array.from({ length: PLACES }, () => (random() < share ? max * random() : 0));
}

function runNumpy(world: AccessWorld, pairs: TravelPairs, runs: number): NumpyRun | null {
  const folder = mkdtempSync(join(tmpdir(), "bench-"));
  try {
    for (const [name, column] of Object.entries({ ...pairs, demand: world.demand, supply: world.supply })) {
      writeFileSync(join(folder, name), column);
    }
    const { status, stdout } = spawnSync("python3", ["-c", NUMPY, folder, String(runs)], { encoding: "utf8" });
    return status === 0 ? (JSON.parse(stdout) as NumpyRun) : null;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Mulberry32: uniform on [0, 1), the same numbers for the same seed. */
function drawFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let x = Math.imul(state ^ (state >>> 15), state | 1);
    x ^= x + Math.imul(x ^ (x >>> 7), x | 61);
    return ((x ^ (x >>> 14)) >>> 0) / 4_294_967_296;
  };
}
