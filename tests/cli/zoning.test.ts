import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { runOasis, sampleOf } from "./run-oasis.ts";

const folder = mkdtempSync(join(tmpdir(), "oasis-"));
const write = (name: string, text: string) => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};

describe("oasis zoning", () => {
  it("says of what rule, on what data, and that it is no decision", () => {
    const summary = join(folder, "summary.json");
    const communes = join(folder, "communes.csv");
    const decisions = write("decisions.csv", "area,class\nbv:35360,zac\n");
    const ran = runOasis(
      ...["zoning", "--territory", "35360", "--rule", "2021", "--decisions", decisions],
      ...["--summary", summary, "--communes", communes],
    );
    expect([ran.status, ran.stderr.includes("simulation, pas une décision")]).toEqual([0, true]);
    const [header, vitre, ...rest] = ran.stdout.trimEnd().split("\n");
    expect(rest).toEqual([]);
    expect(
      header.startsWith(
        "code,kind,name,epci,region,communes,people,people_inside,people_without_access,apl,class,state",
      ),
    ).toBe(true);
    expect(vitre).toMatch(/^bv:35360,whole,Vitré,,53,/);
    expect(vitre).toContain(",vivier,zac,");
    expect(vitre.endsWith('"simulation, pas une décision"')).toBe(true);
    expect(readFileSync(communes, "utf8")).toContain("35360,Vitré,18603,bv:35360,zac");
    const said = JSON.parse(readFileSync(summary, "utf8"));
    expect(said.rule.citation).toContain("13 novembre 2017");
    expect(said.gauges_of).toBe("Bretagne");
    expect(said.gauges[1].allowed).toBeNull();
    expect(said.limits.join(" ")).toContain("territoires de vie-santé");
  });

  it("classes a scenario beside the published access", () => {
    const access = write("access.csv", "code,value\n35360,0\n");
    const ran = runOasis("zoning", "--territory", "35360", "--rule", "gp-2017", "--access", access);
    const [header, vitre] = ran.stdout
      .trimEnd()
      .split("\n")
      .map((line) => line.split(","));
    const cell = (name: string) => vitre[header.indexOf(name)];
    expect(Number(cell("apl"))).toBeLessThan(Number(cell("apl_published")));
    expect([cell("class_published"), cell("class")]).toEqual(["vivier", "zip"]);
  });

  const own = write("own.json", '{"id":"own"}');
  it.each(
    sampleOf([
      [["--rule", "2017"], "--territory"],
      [["--territory", "35360"], "--rule"],
      [["--territory", "35360", "--rule", "1789"], "no such rule"],
      [["--territory", "35360", "--rule", "2025"], "not published"],
      [["--territory", "35360", "--rule", own], "field"],
      [["--territory", "35360", "--rule", "nurse-2020"], "expected gp"],
      [["--territory", "35360", "--rule", "2017", "--year", "2015"], "unknown-series"],
      [["--territory", "35360", "--rule", "2020", "--profession", "surgeon"], "unknown-profession"],
    ]),
  )("%j exits with 2 and one line that says %s", (args, said) => {
    const ran = runOasis("zoning", ...args);
    expect([ran.status, ran.stdout]).toEqual([2, ""]);
    expect(ran.stderr).toContain(said);
    expect(ran.stderr.trimEnd().split("\n").length).toBe(1);
  });
});
