import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { PlacementProblem } from "../../../src/core/placement/problem.ts";
import { buildDenseRows, NO_RULES } from "./dense-rows.ts";

/** OR-Library (Beasley 1985) and spopt's San Francisco stores: third-party, kept beside the project, not in it. */
export const ORACLES = fileURLToPath(new URL("../../../../shared/oracles/", import.meta.url));
export const hasOracles = existsSync(`${ORACLES}location/README.md`) && existsSync(`${ORACLES}orlib_pmed/README.md`);

export interface PmedInstance {
  readonly problem: PlacementProblem;
  readonly count: number;
  readonly medianOptimum: number;
  readonly centerOptimum: number;
}

/** Number `k` of the 40 p-median instances: shortest paths of a network, the last of two equal edges counting. */
export function loadPmed(k: number): PmedInstance {
  const known = JSON.parse(readFileSync(`${ORACLES}orlib_pmed/known_optima.json`, "utf8"))[`pmed${k}`];
  const numbers = readFileSync(`${ORACLES}orlib_pmed/pmed${k}.txt`, "utf8").trim().split(/\s+/).map(Number);
  const [n, edges, count] = numbers;
  const paths = new Float64Array(n * n).fill(Number.POSITIVE_INFINITY);
  for (let i = 0; i < n; i++) paths[i * n + i] = 0;
  for (let e = 0; e < edges; e++) {
    const [a, b, length] = numbers.slice(3 + 3 * e, 6 + 3 * e);
    paths[(a - 1) * n + b - 1] = length;
    paths[(b - 1) * n + a - 1] = length;
  }
  for (let via = 0; via < n; via++) {
    for (let i = 0; i < n; i++) {
      const first = paths[i * n + via];
      if (first === Number.POSITIVE_INFINITY) continue;
      for (let j = 0; j < n; j++) paths[i * n + j] = Math.min(paths[i * n + j], first + paths[via * n + j]);
    }
  }
  return {
    problem: { rows: buildDenseRows(paths, n, n), weights: new Float64Array(n).fill(1), ...NO_RULES },
    count,
    medianOptimum: known.p_median_opt,
    centerOptimum: known.p_center_opt,
  };
}

/** 205 demand points and 16 stores of San Francisco. */
export function loadStores() {
  const folder = `${ORACLES}location/sf205x16/`;
  const [header, ...lines] = readFileSync(`${folder}input_cost_matrix_metres.csv`, "utf8").trim().split(/\r?\n/);
  const cells = lines.map((line) => line.split(",").map(Number));
  const stores = header.split(",").slice(2);
  const matrix = cells.flatMap((row) => row.slice(2));
  const problem: PlacementProblem = {
    rows: buildDenseRows(matrix, cells.length, stores.length),
    weights: Float64Array.from(cells, (row) => row[1]),
    ...NO_RULES,
  };
  return { problem, expected: JSON.parse(readFileSync(`${folder}expected.json`, "utf8")) };
}
