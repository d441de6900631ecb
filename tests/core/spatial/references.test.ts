import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { getisOrdStar } from "../../../src/core/spatial/getis-ord.ts";
import { localMoran, QUADRANTS } from "../../../src/core/spatial/local-moran.ts";
import { globalMoran, type Moran, permuteMoran } from "../../../src/core/spatial/moran.ts";
import { buildNeighbours, isIsland, standardiseRows } from "../../../src/core/spatial/neighbours.ts";

/** PySAL esda 2.10 and R spdep 1.2 on the published Columbus data (third-party, kept beside the project, not in it). */
const ORACLES = fileURLToPath(new URL("../../../../shared/oracles/spatial/", import.meta.url));
const present = existsSync(`${ORACLES}README.md`);
// biome-ignore lint/suspicious/noConsole: a check that did not run must be seen
if (!present) console.warn(`REFERENCES NOT RUN: no spatial oracles in ${ORACLES}`);

type Row = Readonly<Record<string, string>>;

function readRows(path: string): readonly Row[] {
  const [header, ...lines] = readFileSync(`${ORACLES}${path}`, "utf8").trim().split(/\r?\n/);
  const names = header.split(",");
  return lines.map((line) => Object.fromEntries(line.split(",").map((cell, k) => [names[k], cell.trim()])));
}

const SETS = [
  ["columbus49", "HOVAL"],
  ["columbus49", "CRIME"],
  ["columbus49_islands", "HOVAL"],
] as const;

function load(set: string, variable: string) {
  const links = readRows(`${set}/input_neighbors_binary.csv`);
  const rows = readRows(`${set}/input.csv`);
  const local = readRows(`${set}/expected_local.csv`);
  const binary = buildNeighbours(
    { from: Uint32Array.from(links, (l) => Number(l.i)), to: Uint32Array.from(links, (l) => Number(l.j)) },
    rows.length,
  );
  return {
    values: Float64Array.from(rows, (row) => Number(row[variable])),
    binary,
    rowwise: standardiseRows(binary),
    global: JSON.parse(readFileSync(`${ORACLES}${set}/expected_global.json`, "utf8")).vars[variable],
    column: (name: string) => local.map((row) => Number(row[`${variable}__${name}`])),
    spdep: (name: string) =>
      readRows(`${set}/expected_local_spdep.csv`).map((row) => Number(row[`${variable}__${name}_spdep`])),
  };
}

const expectClose = (actual: Float64Array, expected: readonly number[], tolerance: number) => {
  expect(actual.length).toBe(expected.length);
  const worst = Math.max(...expected.map((value, i) => Math.abs(actual[i] - value)));
  expect(worst).toBeLessThan(tolerance);
};

describe.skipIf(!present).each(SETS)("esda and spdep, %s %s", (set, variable) => {
  const oracle = present ? load(set, variable) : ({} as ReturnType<typeof load>);
  const run = { permutations: 9999, seed: 1 };

  it.each([
    ["moran_r", "rowwise"],
    ["moran_b", "binary"],
  ] as const)("global Moran and its moments, %s", (key, weights) => {
    const expected = oracle.global[key];
    const actual: Moran = globalMoran(oracle.values, oracle[weights]);
    expect(Math.abs(actual.i - expected.I)).toBeLessThan(1e-12);
    expect(actual.expected).toBeCloseTo(expected.EI, 14);
    expect(actual.varianceNormality / expected.VI_norm).toBeCloseTo(1, 10);
    expect(actual.varianceRandomisation / expected.VI_rand).toBeCloseTo(1, 10);
    expect(actual.zNormality / expected.z_norm).toBeCloseTo(1, 10);
    expect(actual.zRandomisation / expected.z_rand).toBeCloseTo(1, 10);
  });

  it("z, lag, quadrants and local I, brought from their n − 1 to Anselin's scale", () => {
    const { z, lag, localI, quadrants } = localMoran(oracle.values, oracle.rowwise, run);
    const n = oracle.values.length;
    expectClose(z, oracle.column("z"), 1e-12);
    expectClose(lag, oracle.column("lag"), 1e-12);
    expectClose(
      localI,
      oracle.column("Is_r").map((i) => (i * n) / (n - 1)),
      1e-12,
    );
    expectClose(localI, oracle.spdep("Ii_W"), 1e-12);
    oracle.column("q_r").forEach((quadrant, i) => {
      const expected = isIsland(oracle.rowwise, i) ? 0 : quadrant;
      expect(QUADRANTS[quadrants[i]]).toBe(["", "HH", "LH", "LL", "HL"][expected]);
    });
    const binary = localMoran(oracle.values, oracle.binary, run);
    expectClose(
      binary.localI,
      oracle.column("Is_b").map((i) => (i * n) / (n - 1)),
      1e-12,
    );
  });

  it("Gi*: binary, itself included, textbook variance", () => {
    const { z } = localMoran(oracle.values, oracle.rowwise, { permutations: 1, seed: 1 });
    for (const weights of [oracle.rowwise, oracle.binary]) {
      expectClose(getisOrdStar(z, weights), oracle.column("Gstarz_B_textbook"), 1e-12);
      expectClose(getisOrdStar(z, weights), oracle.spdep("Gstarz_B"), 1e-12);
    }
  });

  it("pseudo p: within four Monte-Carlo errors of twice their one-sided ones, on average within one and a half", () => {
    const { p } = localMoran(oracle.values, oracle.rowwise, run);
    const errors = oracle.column("p_sim_directed_9999").flatMap((oneSided, i) => {
      if (isIsland(oracle.rowwise, i)) {
        expect(p[i]).toBeNaN();
        return [];
      }
      const ours = p[i] / 2;
      // Both are simulated, in steps of 1/10,000; p of one run share their deals, so their errors go together.
      return [Math.abs(ours - oneSided) / (Math.sqrt((2 * oneSided * (1 - oneSided)) / 9999) + 1e-4)];
    });
    expect(Math.max(...errors)).toBeLessThan(4);
    expect(errors.reduce((a, b) => a + b, 0) / errors.length).toBeLessThan(1.5);
  });

  it("permuted global Moran: their mean, and their p doubled", () => {
    const { EI_sim, seI_sim, p_sim } = oracle.global.moran_r_perm9999;
    const test = permuteMoran(oracle.values, oracle.rowwise, 1);
    test.draw(9999);
    expect(Math.abs(test.mean() - EI_sim)).toBeLessThan((4 * seI_sim * Math.SQRT2) / Math.sqrt(9999));
    expect(Math.abs(test.p() / 2 - p_sim)).toBeLessThan(4 * Math.sqrt((2 * p_sim) / 9999) + 1e-4);
  });
});
