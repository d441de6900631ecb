import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { IS_FULL, runOasis, sampleOf } from "./run-oasis.ts";

const folder = mkdtempSync(join(tmpdir(), "oasis-inequality-"));
const write = (name: string, text: string) => {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
};

const FIVE = write(
  "five.csv",
  "id,access,people,zone,income\na,1.2,1000,x,15\nb,2,3000,x,22\nc,2.6,2500,x,19\nd,3.4,2000,y,27\ne,5,1500,y,31\n",
);
const COLUMNS = ["--value", "access", "--weight", "people"];
const ask = (...args: string[]) => {
  const ran = runOasis("inequality", ...args);
  return { ...ran, json: ran.status === 0 ? JSON.parse(ran.stdout) : null };
};
const close = (value: number, digits = 6) => expect.closeTo(value, digits);

describe("inequality --values", () => {
  it("every measure of METHODS' five places", () => {
    const asked = ["--group", "zone", "--rank", "income", "--poverty-line", "2.5", "--bounds", "1.2,5"];
    const { json, stderr } = ask("--values", FIVE, ...COLUMNS, ...asked);
    expect(json).toEqual({
      gini: close(0.215, 12),
      hoover: close(0.160714),
      theil_t: { total: close(0.076843), between: close(0.054018), within: close(0.022826) },
      mld: close(0.078394),
      atkinson: { "0.5": close(0.038124), "1": close(0.0754) },
      p90_p10: close(5 / 1.2, 12),
      palma: close(5 / 1.8, 12),
      d10_d1: close(5 / 1.2, 12),
      concentration: { index: close(0.182857), se: close(0.078961), erreygers: close(0.538947) },
      fgt: { "0": close(0.4, 12), "1": close(0.112, 12), "2": close(0.03904, 12) },
      lorenz: [
        [0, 0],
        [close(0.1, 12), close(1.2 / 28, 12)],
        [close(0.4, 12), close(7.2 / 28, 12)],
        [close(0.65, 12), close(13.7 / 28, 12)],
        [close(0.85, 12), close(20.5 / 28, 12)],
        [1, 1],
      ],
    });
    expect(stderr).toBe("");
  });

  it("null where nothing was asked", () => {
    const { json } = ask("--values", FIVE, ...COLUMNS);
    expect(json.theil_t).toMatchObject({ between: null, within: null });
    expect(json.concentration).toEqual({ index: null, se: null, erreygers: null });
    expect(json.fgt).toEqual({ "0": null, "1": null, "2": null });
  });

  it("what is left out and what is undefined is said on stderr, the rest stands", () => {
    const file = write("gaps.csv", "access,people,zone,income\n0,10,x,-3\n4,90,y,\n,5,,1\n7,0,,2\n2,1,x,4\n");
    const { json, stderr } = ask(
      "--values",
      file,
      ...COLUMNS,
      "--group",
      "zone",
      "--rank",
      "income",
      "--bounds",
      "0,1",
    );
    expect(json.gini).toBeGreaterThan(0);
    expect([json.mld, json.atkinson["1"], json.concentration.erreygers]).toEqual([null, null, null]);
    expect(json.concentration.index).toBeGreaterThan(0);
    expect(json.theil_t.between + json.theil_t.within).toBeCloseTo(json.theil_t.total, 12);
    for (const said of [
      "1 rows without a value left out",
      "1 rows of weight 0 left out",
      "1 rows without a rank left out of the concentration",
      "mld is undefined: a value is 0, which has no logarithm",
      "atkinson 1 is undefined: a value is 0",
      "erreygers is undefined: a value lies outside the bounds",
    ]) {
      expect(stderr).toContain(said);
    }
  });

  it("every value 0: all undefined but the shortfall", () => {
    const { json } = ask("--values", write("zero.csv", "access,people\n0,3\n0,4\n"), ...COLUMNS, "--poverty-line", "1");
    expect([json.gini, json.lorenz, json.palma]).toEqual([null, null, null]);
    expect(json.fgt).toEqual({ "0": 1, "1": 1, "2": 1 });
  });

  it("reads what `indicators` writes: missing communes are empty cells", () => {
    const file = join(folder, "fr.csv");
    expect(runOasis("indicators", "--territory", "53", "--profession", "gp", "--out", file).status).toBe(0);
    const { json } = ask("--values", file, "--value", "value", "--weight", "population", "--poverty-line", "2.5");
    const official = ask("--territory", "reg:53", "--out", "-").json;
    expect(json.gini).toBe(official.gini);
    expect(json.palma).toBe(official.palma);
    expect(json.fgt["1"]).toBe(official.fgt.depth);
  });

  it.each(
    sampleOf([
      ["access,people\n1,2\nx,3\n", [], ["row 3", "column access", '"x"']],
      ["access,people\n1,2\n-1,3\n", [], ["row 3", "column access", "negative"]],
      ["access,people\n1,\n", [], ["row 2", "column people"]],
      ["access,people\n1,-2\n", [], ["row 2", "column people", "negative"]],
      ["access,people\n1,2,3\n", [], ["row 2", "3 cells"]],
      ["value,people\n1,2\n", [], ["row 1", "column access"]],
      ["", [], ["row 1", "empty"]],
      ["access,people\n1,0\n,4\n", [], ["no row has a value and a weight above 0"]],
      ["access,people,income\n1,2,rich\n", ["--rank", "income"], ["row 2", "column income", '"rich"']],
      ["access,people,zone\n1,2,\n", ["--group", "zone"], ["row 2", "column zone", "empty"]],
      ["access,people\n1,2\n", ["--group", "zone"], ["row 1", "column zone"]],
      ["access,people\n1,2\n", ["--poverty-line", "0"], ["--poverty-line"]],
      ["access,people\n1,2\n", ["--bounds", "0,1"], ["--rank"]],
      ["access,people\n1,2\n", ["--bounds", "5,1", "--rank", "people"], ["--bounds", "a < b"]],
      ["access,people\n1,2\n", ["--threshold", "2"], ["--threshold", "not with --values"]],
    ]),
  )("%j %j exits with 2, one line that says %j", (text, args, said) => {
    const file = write("bad.csv", text);
    const { status, stderr, stdout } = ask("--values", file, ...COLUMNS, ...args);
    expect([status, stdout, stderr.trimEnd().split("\n").length]).toEqual([2, "", 1]);
    for (const part of said) expect(stderr).toContain(part);
  });

  it.each(
    sampleOf([
      [["--values", join(folder, "none.csv"), ...COLUMNS], "no such file"],
      [["--values", FIVE, "--value", "access"], "--weight"],
      [[], "--values or --territory"],
      [["--values", FIVE, "--territory", "fr"], "--values or --territory"],
      [["--territory", "fr", "--rank", "income"], "not with --territory"],
      [["--territory", "nowhere"], "unknown-territory"],
      [["--territory", "fr", "--profession", "baker"], "unknown-profession"],
      [["--territory", "fr", "--year", "1999"], "unknown-series"],
      [["--territory", "fr", "--ages", "le70"], "--ages"],
      [["--territory", "fr", "--threshold", "none"], "--threshold"],
      [["--colour", "red"], "--colour"],
    ]),
  )("%j exits with 2 and says %s", (args, said) => {
    const { status, stderr } = ask(...(args as string[]));
    expect(status).toBe(2);
    expect(stderr).toContain(said);
  });
});

describe("inequality --territory", () => {
  it("a département: figures, parents, years, divisions, income, groups, limits", () => {
    const { json, stderr } = ask("--territory", "dep:35", "--year", "2022", "--threshold", "3");
    expect([json.territory, json.year, json.profession, json.ages, json.threshold]).toEqual([
      "Ille-et-Vilaine",
      2022,
      "gp",
      "all",
      3,
    ]);
    expect(json.parents.map((parent: { territory: string }) => parent.territory)).toEqual(["Bretagne", "France"]);
    expect(json.trend.map((one: { year: number }) => one.year)).toEqual([2015, 2022, 2023]);
    expect(json.gini_interval_95.low).toBeLessThan(json.gini);
    expect(json.divisions.map((one: { division: string }) => one.division)).toEqual([
      "epci",
      "bassin_de_vie",
      "departement",
    ]);
    expect(json.concentration_by_median_income.access.se).toBeGreaterThan(0);
    expect(json.groups.map((one: { by: string }) => one.by)).toEqual([
      "income-fifth",
      "density",
      "urban-unit",
      "age",
      "car",
    ]);
    expect(json.lorenz.length).toBeLessThanOrEqual(200);
    expect(json.limits.length).toBeGreaterThan(3);
    expect(stderr).toMatch(/^Ille-et-Vilaine gp 2022: Gini 0\.\d{3}, D10\/D1 \d\.\d\d, \d+\.\d\d % under 3$/m);
  });

  it.runIf(IS_FULL)("one commune: equality with itself, and why there is no interval", () => {
    const { json } = ask("--territory", "35360");
    expect([json.gini, json.hoover, json.d10_d1]).toEqual([0, 0, 1]);
    expect(json.gini_interval_95).toEqual({ undefined: "one area alone cannot be drawn anew" });
  });
});
