import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { runOasis, sampleOf } from "./run-oasis.ts";

const VITRE = ["--territory", "35360"];

const summaryOf = (command: string) => {
  const file = join(mkdtempSync(join(tmpdir(), "oasis-")), "summary.json");
  const ran = runOasis(command, ...VITRE, "--summary", file);
  expect([ran.status, ran.stderr.includes("Error")]).toEqual([0, false]);
  return { ...JSON.parse(readFileSync(file, "utf8")), csv: ran.stdout.trimEnd().split("\n") };
};

describe("robustness, departures and cumulated", () => {
  it("robustness: verdict first, one column per variant, each with its source", () => {
    const { csv, variants, times, parents } = summaryOf("robustness");
    expect(csv[0]).toBe(
      "code,name,population,variants_under,variants,verdict,official-all,official-le65,apl-v1,apl-v2,dt70-exp,dt70-gauss,dt70-empirical,linear-20,2sfca-20,e2sfca-30",
    );
    expect(csv[1]).toMatch(/^35360,Vitré,18603,\d+,10,(always|never|depends),3\.488,/);
    expect(csv.length).toBe(2);
    expect(times.kind).toBe("estimate");
    expect(variants.every((v: { source: { author: string } }) => v.source.author !== "")).toBe(true);
    expect(parents.at(-1).territory).toBe("France");
  });

  it("departures: the published columns and where the commune falls", () => {
    const { csv, steps } = summaryOf("departures");
    expect(csv[0]).toBe("code,name,population,all,le65,le62,first_under,inconsistent_at");
    expect(csv[1]).toMatch(/^35360,Vitré,18603,/);
    expect(steps.map((s: { from: string; to: string }) => `${s.from} ${s.to}`)).toEqual(["all le65", "le65 le62"]);
  });

  it("cumulated: values, minutes and two counts, what is counted said", () => {
    const { csv, difficulties, published } = summaryOf("cumulated");
    expect(csv[0]).toBe(
      "code,name,population,gp,nurse,physio,pharmacy_minutes,emergency_minutes,professions_difficult,first_care_difficult",
    );
    expect(csv[1]).toMatch(/^35360,Vitré,18603,3\.488,.*,0,0,0,0$/);
    expect(difficulties.emergency.counts).toContain("D106");
    expect(published.professions.share_with_all).toBe(0.045);
  });

  it.each(
    sampleOf([
      ["robustness", [], "--territory"],
      ["robustness", ["--territory", "nowhere"], "unknown-territory"],
      ["robustness", [...VITRE, "--threshold", "2.5"], "same-share or same-ratio"],
      ["robustness", [...VITRE, "--year", "2015"], "unknown-series"],
      ["departures", [...VITRE, "--year", "soon"], "--year"],
      ["departures", [...VITRE, "--threshold", "-1"], "--threshold"],
      ["departures", ["--territory", "dep:99"], "unknown-territory"],
      ["cumulated", [...VITRE, "--pharmacy-minutes", "90"], "at most 30"],
      ["cumulated", [...VITRE, "--emergency-minutes", ""], "--emergency-minutes"],
      ["cumulated", [...VITRE, "--year", "1999"], "unknown-series"],
      ["cumulated", [...VITRE, "--colour", "red"], "--colour"],
    ]),
  )("%s %j exits with 2 and one line that says %s", (command, args, said) => {
    const ran = runOasis(command as string, ...(args as string[]));
    expect(ran.status).toBe(2);
    expect(ran.stderr).toContain(said);
    expect(ran.stderr.trimEnd().split("\n").length).toBe(1);
    expect(ran.stdout).toBe("");
  });
});
