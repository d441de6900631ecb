import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readSpatialWorld } from "../../src/cli/read-spatial-world.ts";
import { runOasis, sampleOf } from "./run-oasis.ts";

const folder = mkdtempSync(join(tmpdir(), "oasis-"));
const file = (name: string, lines: readonly string[]) => {
  const path = join(folder, name);
  writeFileSync(path, `${lines.join("\n")}\n`);
  return path;
};
const rowsOf = (text: string) =>
  text
    .trimEnd()
    .split("\n")
    .map((line) => line.split(","));

/** a–b–c in a row and the island d: values 1 2 6 3, mean 3, Σ of squares 14. */
const VALUES = file("values.csv", ["id,value", "a,1", "b,2", "c,6", "d,3"]);
const LINKS = ["a,b", "b,a", "b,c", "c,b"];
const NEIGHBOURS = file("neighbours.csv", ["id,neighbour,weight", ...LINKS.map((link) => `${link},1`)]);
const FILES = ["clusters", "--values", VALUES, "--neighbours", NEIGHBOURS];

describe("clusters of a file", () => {
  it("by hand: local I, quadrants, Gi* and Moran, the island kept in n", () => {
    const summary = join(folder, "summary.json");
    const { status, stdout, stderr } = runOasis(...FILES, "--summary", summary);
    expect(status).toBe(0);
    const [header, ...rows] = rowsOf(stdout);
    expect(header.join()).toBe("id,local_i,quadrant,p,p_fdr,gi_star_z");
    // Deviations −2 −1 3 0, variance 3.5: a −2·−1, b −1·(−2 + 3), c 3·−1, all over 3.5.
    expect(rows.map((row) => Number(row[1]))).toEqual([2, -1, -3, 0].map((x) => expect.closeTo(x / 3.5, 12)));
    expect(rows.map((row) => row[2])).toEqual(["LL", "LH", "HL", ""]);
    expect(rows[3].slice(2, 5)).toEqual(["", "", ""]);
    // Gi*: sums of deviations −3, 0, 2, 0 over √(3.5·m(4 − m)/3).
    const spread = (m: number) => Math.sqrt((3.5 * m * (4 - m)) / 3);
    expect(rows.map((row) => Number(row[5]))).toEqual(
      [-3 / spread(2), 0, 2 / spread(2), 0].map((x) => expect.closeTo(x, 12)),
    );
    const { moran, islands, n } = JSON.parse(readFileSync(summary, "utf8"));
    expect(Object.keys(moran).join()).toBe("i,expected,var_normality,z_normality,var_randomisation,z_randomisation,p");
    // Σ w z z = 2·(2 − 3) = −2 of variance 3.5 over 4 links.
    expect(moran.i).toBeCloseTo(-2 / 3.5 / 4, 12);
    expect([moran.expected, islands, n]).toEqual([expect.closeTo(-1 / 3, 14), 1, 4]);
    expect(stderr).toContain("weights as given");
  });

  it("brings weights to a sum of 1 on request, and repeats itself for a seed", () => {
    const [, ...rows] = rowsOf(runOasis(...FILES, "--standardise").stdout);
    expect(Number(rows[1][1])).toBeCloseTo(-1 / 3.5 / 2, 12);
    const drawn = (seed: string) => runOasis(...FILES, "--seed", seed, "--permutations", "99").stdout;
    expect(drawn("7")).toBe(drawn("7"));
  });

  it.each(
    sampleOf([
      [["--permutations", "0"], "--permutations"],
      [["--seed", "x"], "--seed"],
      [["--territory", "fr"], "one of them"],
      [["--deserts", "-"], "--deserts"],
      [["--neighbours", file("unknown.csv", ["id,neighbour,weight", "a,b,1", "a,z,1"])], "row 3, column neighbour"],
      [["--values", file("equal.csv", ["id,value", "a,5", "b,5", "c,5", "d,5"])], "all values are equal"],
      [["--neighbours", file("none.csv", ["id,neighbour,weight", "a,b,0"])], "no links"],
    ]),
  )("%j exits with 2 and one line", (args, said) => {
    const ran = runOasis(...FILES, ...args);
    expect(ran.status).toBe(2);
    expect(ran.stderr).toContain(said);
    expect(ran.stderr.trimEnd().split("\n").length).toBe(1);
    expect(ran.stdout).toBe("");
  });
});

describe("files of values and neighbours", () => {
  const values = (...lines: string[]) => file("bad-values.csv", ["id,value", ...lines]);
  const links = (...lines: string[]) => file("bad-neighbours.csv", ["id,neighbour,weight", ...lines]);
  const where = (row: number, column: string) => ({ failure: { code: "bad-input", params: { row, column } } });

  it.each(
    sampleOf([
      [["a,1", "b,x"], where(3, "value")],
      [["a,1", "b,"], where(3, "value")],
      [["a,1", "b,2", "a,3"], where(4, "id")],
      [["a,1", ",2"], where(3, "id")],
      [["a,Infinity"], where(2, "value")],
    ]),
  )("refuse values %j, naming the cell", async (lines, failure) => {
    await expect(readSpatialWorld(values(...lines), NEIGHBOURS)).rejects.toMatchObject(failure);
  });

  it.each(
    sampleOf([
      [["a,b,1", "a,z,1"], where(3, "neighbour")],
      [["z,a,1"], where(2, "id")],
      [["a,b,-1"], where(2, "weight")],
      [["a,b,heavy"], where(2, "weight")],
      [["a,b,1", "b,a,1", "a,b,2"], where(4, "id,neighbour")],
      [["a,a,1"], where(2, "neighbour")],
      [["a,b"], where(2, "weight")],
    ]),
  )("refuse links %j, naming the cell", async (lines, failure) => {
    await expect(readSpatialWorld(VALUES, links(...lines))).rejects.toMatchObject(failure);
  });

  it("take weights of 1 where there is no column, and drop those of 0", async () => {
    const bare = await readSpatialWorld(VALUES, file("bare.csv", ["id,neighbour", "c,a"]));
    expect([bare.hasWeights, [...bare.neighbours.targets], [...bare.neighbours.weights]]).toEqual([false, [0], [1]]);
    const zero = await readSpatialWorld(VALUES, links("a,b,0", "a,c,2"));
    expect([[...zero.neighbours.targets], [...zero.neighbours.weights]]).toEqual([[2], [2]]);
  });
});

describe("clusters of a territory", () => {
  it("rows, deserts and summary agree", () => {
    const [deserts, summary] = [join(folder, "deserts.csv"), join(folder, "territory.json")];
    const args = ["--territory", "dep:35", "--permutations", "499", "--deserts", deserts, "--summary", summary];
    const { status, stdout, stderr } = runOasis("clusters", ...args);
    expect([status, stderr.split(";").length]).toEqual([0, 3]);
    const [header, ...rows] = rowsOf(stdout);
    expect(header.join()).toBe("code,name,population,value,local_i,quadrant,p,p_fdr,gi_star_z,desert");
    const [, ...list] = rowsOf(readFileSync(deserts, "utf8"));
    const said = JSON.parse(readFileSync(summary, "utf8"));
    expect(said.deserts).toBe(list.length);
    const inside = list.map((row) => Number(row[4]));
    expect(inside.reduce((a, b) => a + b, 0)).toBeCloseTo(said.people_in_deserts, 6);
    list.forEach((row, k) => {
      const own = rows.filter((r) => r[9] === String(k + 1));
      expect(own.length).toBe(Number(row[6]));
      expect(own.reduce((sum, r) => sum + Number(r[2]), 0)).toBeCloseTo(inside[k], 6);
      for (const r of own) expect(Number(r[3])).toBeLessThan(said.threshold);
    });
    expect(said.smoothed_by_construction).toBe(true);
    expect(said.limits.length).toBeGreaterThan(3);
  });

  it.each(
    sampleOf([
      [["--neighbour-kind", "bishop"], "queen, rook, nearest:K or minutes:M"],
      [["--neighbour-kind", "nearest:0"], "nearest:K"],
      [["--neighbour-kind", "minutes:90"], "at most 30"],
      [["--reference", "moon"], "country or territory"],
      [["--profession", "wizard"], "unknown-profession"],
      [["--profession", "nurse", "--robustness"], "no other profession"],
      [["--year", "1999"], "unknown-series"],
      [["--threshold", "0"], "--threshold"],
      [["--standardise"], "not with --territory"],
    ]),
  )("%j exits with 2", (args, said) => {
    const ran = runOasis("clusters", "--territory", "35360", ...args);
    expect(ran.status).toBe(2);
    expect(ran.stderr).toContain(said);
  });
});

describe("classes and crossed", () => {
  it("classes: three heaps, their counts and fit", () => {
    const heaps = file("heaps.csv", ["id,value", ...[1, 2, 2, 10, 11, 50, 51].map((x, i) => `u${i},${x}`)]);
    const summary = join(folder, "classes.json");
    const ran = runOasis("classes", "--values", heaps, "--classes", "3", "--summary", summary);
    expect(rowsOf(ran.stdout).map((row) => row[1])).toEqual(["class", "1", "1", "1", "2", "2", "3", "3"]);
    const said = JSON.parse(readFileSync(summary, "utf8"));
    expect([said.limits, said.counts]).toEqual([
      [10, 50],
      [3, 2, 2],
    ]);
    expect(said.sse).toBeCloseTo(2 / 3 + 0.5 + 0.5, 12);
    const fixed = runOasis("classes", "--values", heaps, "--method", "breaks", "--breaks", "2,11");
    expect(rowsOf(fixed.stdout).map((row) => row[1])).toEqual(["class", "1", "2", "2", "2", "3", "3", "3"]);
    for (const bad of [
      ["--breaks", "2"],
      ["--method", "breaks", "--breaks", "3,2"],
      ["--classes", "0"],
    ]) {
      expect(runOasis("classes", "--values", heaps, ...bad).status).toBe(2);
    }
  });

  it("crossed: people of the nine classes and those without one are everyone counted", () => {
    const summary = join(folder, "crossed.json");
    const { status, stdout } = runOasis("crossed", "--territory", "dep:35", "--summary", summary);
    expect(status).toBe(0);
    const said = JSON.parse(readFileSync(summary, "utf8"));
    const people = said.people_by_class.flat().reduce((a: number, b: number) => a + b, said.people_without);
    const [, ...rows] = rowsOf(stdout);
    expect(rows.reduce((sum, row) => sum + Number(row[2]), 0)).toBeCloseTo(people, 6);
    expect(runOasis("crossed", "--territory", "dep:35", "--reference", "moon").status).toBe(2);
  });
});
