import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fisherJenks } from "../../src/core/classify/fisher-jenks.ts";
import { localMoran } from "../../src/core/spatial/local-moran.ts";
import { permuteMoran } from "../../src/core/spatial/moran.ts";
import { type Neighbours, standardiseRows } from "../../src/core/spatial/neighbours.ts";
import { loadNationalFrame } from "../../src/engine/national-frame.ts";
import { loadSeries } from "../../src/engine/series-columns.ts";
import { createNeighbourhoods } from "../../src/engine/unit-neighbours.ts";
import { openNodePack } from "../../src/platform/node/duckdb.ts";
import { median, report } from "./report.ts";

const PERMUTATIONS = 999;
const CLASSES = 7;

/**
 * The same local Moran by esda (numba, warm) where it is installed; else in numpy, whole arrays at a time, deals drawn once as
 * esda does, itself passed over. Then the global one by numpy, and Fisher-Jenks by mapclassify where it is installed.
 */
const PEERS = `
import json, sys, time
import numpy as np
folder, runs, deals, classes = sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4])
read = lambda name, kind: np.fromfile(f"{folder}/{name}", dtype=kind)
x, w = read("values", np.float64), read("weights", np.float64)
offsets, targets = read("offsets", np.uint32).astype(np.int64), read("targets", np.uint32).astype(np.int64)
n, degrees = len(x), np.diff(read("offsets", np.uint32).astype(np.int64))
z = (x - x.mean()) / x.std()
def timed(work, times):
    seconds = []
    for _ in range(times):
        start = time.perf_counter()
        result = work()
        seconds.append(time.perf_counter() - start)
    return result, seconds
def lag(y):
    products = np.append(w * y[targets], 0.0)
    return np.where(degrees > 0, np.add.reduceat(products, offsets[:-1]), 0.0)
observed = lag(z)
def local_numpy():
    rng = np.random.default_rng(1)
    ids = np.empty((deals, degrees.max()), dtype=np.int64)
    for k in range(deals):
        ids[k] = rng.choice(n - 1, size=degrees.max(), replace=False)
    p = np.full(n, np.nan)
    for d in np.unique(degrees[degrees > 0]):
        units = np.flatnonzero(degrees == d)
        for some in np.array_split(units, max(1, len(units) * d * deals // 4_000_000)):
            drawn = ids[None, :, :d] + (ids[None, :, :d] >= some[:, None, None])
            sums = z[drawn].mean(axis=2)
            least = np.minimum((sums >= observed[some, None]).sum(axis=1), (sums <= observed[some, None]).sum(axis=1))
            p[some] = np.minimum(1, 2 * (least + 1) / (deals + 1))
    return p
out = {"numpy": np.__version__}
try:
    import warnings
    warnings.simplefilter("ignore")
    import esda, libpysal, numba
    links = {i: targets[offsets[i]:offsets[i + 1]].tolist() for i in range(n)}
    weights = libpysal.weights.W(links, silence_warnings=True)
    weights.transform = "r"
    local = lambda: esda.Moran_Local(x, weights, permutations=deals, n_jobs=1, seed=1).p_sim * 2
    local()
    out["local_by"] = f"esda {esda.__version__}, numba {numba.__version__}, warm"
except ImportError:
    local = local_numpy
    out["local_by"] = f"numpy {np.__version__}, whole arrays"
p, out["local"] = timed(local, runs)
out["under"] = int((p <= 0.05).sum())
def global_numpy():
    rng = np.random.default_rng(1)
    y, found = z.copy(), []
    for _ in range(deals):
        rng.shuffle(y)
        found.append(float(y @ lag(y)))
    return found
_, out["global"] = timed(global_numpy, 1)
try:
    import mapclassify
    mapclassify.FisherJenks(x, k=classes)
    cut, out["jenks"] = timed(lambda: mapclassify.FisherJenks(x, k=classes), 1)
    out["jenks_by"] = f"mapclassify {mapclassify.__version__}"
except ImportError:
    pass
print(json.dumps(out))
`;

interface Peers {
  readonly local_by: string;
  readonly numpy: string;
  readonly local: readonly number[];
  readonly under: number;
  readonly global: readonly number[];
  readonly jenks_by?: string;
  readonly jenks?: readonly number[];
}

/** Autocorrelation of the access to GPs of every commune, and its classes: ours beside peers on the same columns. */
export async function benchSpatial(runs: number): Promise<void> {
  const { values, neighbours } = await loadCountry();
  const name = `${values.length} communes, ${neighbours.targets.length} links`;
  const peers = runPeers(values, neighbours, runs);
  const time = (work: () => unknown) =>
    median(
      Array.from({ length: runs }, () => {
        const start = performance.now();
        work();
        return performance.now() - start;
      }),
    );
  const beside = (ms: number, seconds: readonly number[] | undefined) =>
    seconds === undefined
      ? { ms }
      : { ms, peer_ms: median(seconds) * 1000, peer_over_ours: (median(seconds) * 1000) / ms };
  if (peers === null) console.log("peers: python3 with numpy is not here");
  const local = () => localMoran(values, neighbours, { permutations: PERMUTATIONS, seed: 1 });
  report(
    `local Moran, ${name}, ${PERMUTATIONS} permutations, ours beside ${peers?.local_by}`,
    beside(time(local), peers?.local),
  );
  const under = local().p.reduce((n, p) => n + (p <= 0.05 ? 1 : 0), 0);
  report("local Moran, communes with p of 0.05 at most", { ours: under, peer: peers?.under ?? Number.NaN });
  const uneven = { ...neighbours, weights: neighbours.weights.map((weight, k) => weight * (1 + (k % 3) / 100)) };
  report("local Moran, weights that differ within a unit, ours beside the same peer", {
    ...beside(
      time(() => localMoran(values, uneven, { permutations: PERMUTATIONS, seed: 1 })),
      peers?.local,
    ),
  });
  report("local Moran, 99,999 permutations, ours", {
    ms: time(() => localMoran(values, neighbours, { permutations: 99_999, seed: 1 })),
  });
  report(
    `global Moran, ${PERMUTATIONS} permutations, ours beside numpy ${peers?.numpy}`,
    beside(
      time(() => permuteMoran(values, neighbours, 1).draw(PERMUTATIONS)),
      peers?.global,
    ),
  );
  report(
    `Fisher-Jenks, ${CLASSES} classes of ${new Set(values).size} distinct values, ours beside ${peers?.jenks_by ?? "nothing: mapclassify is not here"}`,
    beside(
      time(() => fisherJenks(values, CLASSES)),
      peers?.jenks,
    ),
  );
  const distinct = values.map((value, i) => value + i * 1e-9);
  report(`Fisher-Jenks, ${CLASSES} classes of ${distinct.length} distinct values, ours`, {
    ms: time(() => fisherJenks(distinct, CLASSES)),
  });
}

async function loadCountry() {
  const db = await openNodePack("data");
  const frame = await loadNationalFrame(db);
  const { values } = await loadSeries(db, frame, { profession: "gp", year: 2023, ages: "all" });
  const isAnalysed = (unit: number) => frame.isArrondissement[unit] === 0 && !Number.isNaN(values[unit]);
  const units = Uint32Array.from(values.keys()).filter(isAnalysed);
  const neighbours = standardiseRows(await createNeighbourhoods(db, frame)({ kind: "queen" }, units));
  return { values: Float64Array.from(units, (unit) => values[unit]), neighbours };
}

function runPeers(values: Float64Array, { offsets, targets, weights }: Neighbours, runs: number): Peers | null {
  const folder = mkdtempSync(join(tmpdir(), "bench-"));
  try {
    for (const [name, column] of Object.entries({ values, offsets, targets, weights })) {
      writeFileSync(join(folder, name), column);
    }
    const args = ["-c", PEERS, folder, String(runs), String(PERMUTATIONS), String(CLASSES)];
    const { status, stdout, stderr } = spawnSync("python3", args, { encoding: "utf8" });
    if (status !== 0 && !stderr.includes("ModuleNotFoundError")) throw new Error(stderr);
    return status === 0 ? (JSON.parse(stdout) as Peers) : null;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
