import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Decay, NO_LIMIT, weighMinutes } from "../../src/core/access/decay.ts";
import { buildTravelTable, type TravelPairs } from "../../src/core/access/travel-table.ts";
import { twoStepAccess } from "../../src/core/access/two-step.ts";
import type { AccessWorld } from "../../src/core/access/world.ts";
import { median, report } from "./report.ts";

const PYTHON = process.env.OASIS_PYTHON ?? "python3";
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

/**
 * PySAL's own two_stage_fca with its step_fn, from the installed package `access` or from a folder that holds its fca.py and
 * weights.py: merge, apply and groupby of pandas, on frames made beforehand.
 */
const PYSAL = `
import json, os, sys, time
import numpy as np, pandas as pd
folder, runs = sys.argv[1], int(sys.argv[2])
if os.environ.get("OASIS_PYSAL"):
    sys.path.insert(0, os.environ["OASIS_PYSAL"])
    import fca, weights
    version = "source"
else:
    import access
    from access import fca, weights
    version = access.__version__
read = lambda name, kind: np.fromfile(f"{folder}/{name}", dtype=kind)
src, dst, t = read("origins", np.uint32).astype(np.int64), read("destinations", np.uint32).astype(np.int64), read("minutes", np.float64)
demand = pd.DataFrame({"demand": read("demand", np.float64)}); demand.index.name = "geoid"
supply = pd.DataFrame({"supply": read("supply", np.float64)}); supply.index.name = "geoid"
cost = pd.DataFrame({"origin": src, "dest": dst, "cost": t})
steps = weights.step_fn({10: 1, 20: 0.68, 30: 0.22})
seconds = []
for _ in range(runs):
    start = time.perf_counter()
    a = fca.two_stage_fca(demand, supply, cost, max_cost=30, demand_index=True, weight_fn=steps)
    seconds.append(time.perf_counter() - start)
total = float((a * demand["demand"]).sum())
print(json.dumps({"version": f"{version}, pandas {pd.__version__}", "seconds": seconds, "total": total}))
`;

interface PeerRun {
  readonly version: string;
  readonly seconds: readonly number[];
  readonly total: number;
}

/**
 * E2SFCA of 35,000 × 35,000 places: our kernel beside numpy's bincount with 2 and 10 million pairs, beside PySAL with 2, same
 * data, same run. `OASIS_PYTHON` names the Python, `OASIS_PYSAL` a folder with PySAL's fca.py where the package is not installed.
 */
export function benchAccess(runs: number): void {
  for (const count of [2_000_000, 10_000_000]) {
    const pairs = drawPairs(count, 42);
    const started = performance.now();
    const table = buildTravelTable(pairs, PLACES, PLACES);
    const build = performance.now() - started;
    const world = { table, demand: drawColumn(1, 3000, 1), supply: drawColumn(2, 5, 0.3) };
    const ours = { whole: [] as number[], weights: [] as number[] };
    let total = 0;
    for (let run = 0; run < 2 * runs; run++) {
      const start = performance.now();
      const weights = weighMinutes(DECAY, table.minutes, NO_LIMIT);
      const weighed = performance.now();
      const { values } = twoStepAccess(world, weights);
      ours.whole.push(performance.now() - start);
      ours.weights.push(weighed - start);
      total = values.reduce((sum, value, i) => sum + value * world.demand[i], 0);
    }
    const name = `E2SFCA, ${pairs.minutes.length / 1e6} M pairs`;
    const milliseconds = median(ours.whole);
    report(`${name}, table built`, { ms: build });
    report(`${name}, our kernel`, {
      ms: milliseconds,
      least_ms: Math.min(...ours.whole),
      first_ms: ours.whole[0],
      weights_ms: median(ours.weights),
    });
    const peers = { "numpy bincount": NUMPY, ...(count === 2_000_000 ? { "PySAL access": PYSAL } : {}) };
    for (const [peer, script] of Object.entries(peers)) {
      const theirs = runPeer(script, world, pairs, runs);
      if (theirs === null) {
        console.log(`${name}, ${peer}: NOT COMPARED, ${PYTHON} does not have it`);
        continue;
      }
      const ms = median(theirs.seconds) * 1000;
      report(`${name}, ${peer} (${theirs.version})`, { ms, over_ours: ms / milliseconds });
      report(`${name}, relative difference of the totals`, { difference: Math.abs(total / theirs.total - 1) });
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

function runPeer(script: string, world: AccessWorld, pairs: TravelPairs, runs: number): PeerRun | null {
  const folder = mkdtempSync(join(tmpdir(), "bench-"));
  try {
    for (const [name, column] of Object.entries({ ...pairs, demand: world.demand, supply: world.supply })) {
      writeFileSync(join(folder, name), column);
    }
    const { status, stdout } = spawnSync(PYTHON, ["-c", script, folder, String(runs)], { encoding: "utf8" });
    return status === 0 ? (JSON.parse(stdout) as PeerRun) : null;
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
