import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { IS_FULL, runOasis, sampleOf } from "./run-oasis.ts";

const summaryOf = (...args: string[]) => {
  const folder = mkdtempSync(join(tmpdir(), "oasis-"));
  const ran = runOasis(
    "indicators",
    ...args,
    "--out",
    join(folder, "out.csv"),
    "--summary",
    join(folder, "summary.json"),
  );
  expect(ran.stderr).not.toContain("Error");
  expect(ran.status).toBe(0);
  return {
    ...JSON.parse(readFileSync(join(folder, "summary.json"), "utf8")),
    csv: readFileSync(join(folder, "out.csv"), "utf8"),
  };
};

describe("oasis indicators, on the embedded pack", () => {
  it.runIf(IS_FULL)("gives Vitré's published GP value of 2023", () => {
    const ran = runOasis(
      "indicators",
      "--territory",
      "35360",
      "--profession",
      "gp",
      "--indicator",
      "official-apl",
      "--year",
      "2023",
    );
    expect(ran.status).toBe(0);
    expect(ran.stdout).toBe(
      "code,name,population,value,unit,vintage,status\n35360,Vitré,18603,3.488,consultations/year/standardised inhabitant,2023,value\n",
    );
  });

  it("reproduces the published national figures (METHODS: mean ≤65 3.29, first tenth 1.38 ± 0.02)", () => {
    const france = summaryOf("--territory", "fr", "--ages", "le65", "--year", "2023");
    expect(france.mean).toBeCloseTo(3.29, 2);
    expect(Math.abs(france.lowest_tenth_mean - 1.38)).toBeLessThanOrEqual(0.02);
  });

  it("counts near 11.1 of 66.8 million people under 2.5 in 2023, and writes every unit once", () => {
    const france = summaryOf("--territory", "fr", "--year", "2023");
    expect(france.people_below / 1e6).toBeCloseTo(11.1, 1);
    expect(france.people / 1e6).toBeCloseTo(66.8, 1);
    const codes = france.csv
      .trim()
      .split("\n")
      .slice(1)
      .map((line: string) => line.split(",")[0]);
    expect(codes).toHaveLength(34969 + 45);
    expect(new Set(codes).size).toBe(codes.length);
  });

  it("reads a bare 53 as Bretagne and says so", () => {
    const ran = runOasis("indicators", "--territory", "53", "--out", "-");
    expect(ran.stderr).toContain("dep:53");
    expect(ran.stdout.trim().split("\n")).toHaveLength(1203);
  });

  it.each(
    sampleOf([
      [["indicators"], "--territory"],
      [["indicators", "--territory", "xx"], "unknown-territory"],
      [["indicators", "--territory", "99999"], "unknown-territory"],
      [["indicators", "--territory", "fr", "--profession", "vet"], "unknown-profession"],
      [["indicators", "--territory", "fr", "--year", "1999"], "unknown-series"],
      [["indicators", "--territory", "fr", "--nope"], "--nope"],
      [["indicators", "--territory", "fr", "--data", "no-such-folder"], "pack-file-missing"],
      [["nope"], "unknown command"],
    ]),
  )("refuses %j with one reason and exit 2", (args, reason) => {
    const ran = runOasis(...args);
    expect(ran.status).toBe(2);
    expect(ran.stdout).toBe("");
    expect(ran.stderr.split("\n")[0]).toContain(reason);
  });
});
