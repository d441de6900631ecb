import { euclideanRows, MOST_PAIRS } from "../../src/core/placement/euclidean-rows.ts";
import { placeCenter } from "../../src/core/placement/place-center.ts";
import { placeCover } from "../../src/core/placement/place-cover.ts";
import { placeCoverage } from "../../src/core/placement/place-coverage.ts";
import { placeMedian } from "../../src/core/placement/place-median.ts";
import type { PlacementProblem } from "../../src/core/placement/problem.ts";
import type { Found, Search } from "../../src/core/placement/search.ts";
import { getNumbers } from "../../src/engine/ports.ts";
import { openNodePack } from "../../src/platform/node/duckdb.ts";
import { createHighsSolver } from "../../src/platform/solver/highs.ts";
import { NO_RULES } from "../core/placement/dense-rows.ts";
import { hasOracles, loadPmed, ORACLES } from "../core/placement/oracles.ts";

/**
 * Placement beside the published optima of OR-Library and its own bounds, CPU seconds: the 40 p-median instances, mainland
 * France (every commune, 2,000 sites), Brittany with each objective. Prints, never judges.
 * `OASIS_PLACE=orlib,france,brittany npm run bench placement`
 */
const WANTED = (process.env.OASIS_PLACE ?? "orlib,france,brittany").split(",");
const KM_PER_DEGREE = 111.195;
const GOOD = 0.005;
const highs = createHighsSolver();

interface Timed {
  readonly found: Found;
  readonly seconds: number;
  /** Seconds to a plan that turned out at most 0.5 % worse than the last bound, and to a gap of at most 0.5 %. */
  readonly good: number;
  readonly close: number;
}

async function time(place: (search: Search) => Promise<Found>, timeLimit: number): Promise<Timed> {
  const start = process.cpuUsage();
  const seconds = () => {
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1e6;
  };
  const told: { readonly found: Found; readonly at: number }[] = [];
  const run = { signal: { aborted: false }, progress: () => undefined };
  const tell = (found: Found) => told.push({ found, at: seconds() });
  const found = await place({ run, seconds, timeLimit, seed: 1, solver: highs, tell });
  const isNear = (value: number) => Math.abs(value - found.bound) <= GOOD * Math.abs(value);
  const good = told.find((step) => isNear(step.found.objective))?.at ?? Number.NaN;
  const close = told.find((step) => step.found.gap <= GOOD)?.at ?? Number.NaN;
  return { found, seconds: seconds(), good, close };
}

function say(name: string, { found, seconds, good, close }: Timed): void {
  console.log(
    `${name}: ${found.objective}, bound ${found.bound}, gap ${(100 * found.gap).toFixed(4)} %, ${seconds.toFixed(2)} s (within 0.5 % of the bound after ${good.toFixed(2)} s, gap under 0.5 % after ${close.toFixed(2)} s)`,
  );
}

async function benchOrlib(): Promise<void> {
  if (!hasOracles) return console.log(`OR-Library is not at ${ORACLES}: not run`);
  const sums = { seconds: 0, optima: 0, proven: 0, centers: 0, centerSeconds: 0 };
  for (let k = 1; k <= 40; k++) {
    const { problem, count, medianOptimum, centerOptimum } = loadPmed(k);
    const median = await time((search) => placeMedian(problem, count, search), 120);
    const center = await time((search) => placeCenter(problem, count, search), 120);
    const isBest = median.found.objective === medianOptimum;
    sums.seconds += median.seconds;
    sums.centerSeconds += center.seconds;
    sums.optima += isBest ? 1 : 0;
    sums.proven += isBest && median.found.gap === 0 ? 1 : 0;
    sums.centers += center.found.objective === centerOptimum && center.found.gap === 0 ? 1 : 0;
    console.log(
      `pmed${k} p=${count}: ${median.found.objective} (published ${medianOptimum}), gap ${(100 * median.found.gap).toFixed(4)} %, ${median.seconds.toFixed(2)} s; p-center ${center.found.objective} (published ${centerOptimum}), bound ${center.found.bound}, ${center.seconds.toFixed(2)} s`,
    );
  }
  console.log(
    `OR-Library: p-median ${sums.optima}/40 optima, ${sums.proven}/40 proven, ${sums.seconds.toFixed(1)} CPU s; p-center ${sums.centers}/40 optima proven, ${sums.centerSeconds.toFixed(1)} CPU s`,
  );
}

/** Communes with people as points of a plane, kilometres. */
async function loadCommunes(where: string) {
  const db = await openNodePack("data");
  const table = await db.query(
    `SELECT lon::DOUBLE AS lon, lat::DOUBLE AS lat, population::DOUBLE AS people FROM communes
     WHERE kind = 'commune' AND lon IS NOT NULL AND population > 0 AND ${where} ORDER BY code`,
  );
  const lat = getNumbers(table, "lat");
  const shrink = Math.cos((46.5 * Math.PI) / 180);
  const x = getNumbers(table, "lon").map((degrees) => degrees * KM_PER_DEGREE * shrink);
  return { points: { x, y: lat.map((degrees) => degrees * KM_PER_DEGREE) }, weights: getNumbers(table, "people") };
}

async function benchFrance(): Promise<void> {
  const { points, weights } = await loadCommunes("lon BETWEEN -6 AND 10 AND lat BETWEEN 41 AND 52");
  const start = process.cpuUsage();
  const metric = { decimals: 3, within: Number.POSITIVE_INFINITY, mostPairs: MOST_PAIRS };
  const problem: PlacementProblem = { rows: euclideanRows(points, points, metric), weights, ...NO_RULES };
  const { user, system } = process.cpuUsage(start);
  console.log(`France: ${weights.length} communes, ${problem.rows.targets.length} pairs in ${(user + system) / 1e6} s`);
  say("p-median p=2000", await time((search) => placeMedian(problem, 2000, search), 120));
}

async function benchBrittany(): Promise<void> {
  const { points, weights } = await loadCommunes("left(code, 2) IN ('22', '29', '35', '56')");
  const metric = { decimals: 3, within: Number.POSITIVE_INFINITY, mostPairs: MOST_PAIRS };
  const problem: PlacementProblem = { rows: euclideanRows(points, points, metric), weights, ...NO_RULES };
  console.log(`Brittany: ${weights.length} communes`);
  for (const p of [5, 10, 20]) {
    say(`p-median p=${p}`, await time((search) => placeMedian(problem, p, search), 60));
    say(`coverage p=${p} radius 15 km`, await time((search) => placeCoverage(problem, p, 15, search), 60));
    say(`p-center p=${p}`, await time((search) => placeCenter(problem, p, search), 60));
  }
  say("set covering radius 20 km", await time((search) => placeCover(problem, 20, search), 60));
}

if (WANTED.includes("orlib")) await benchOrlib();
if (WANTED.includes("france")) await benchFrance();
if (WANTED.includes("brittany")) await benchBrittany();
