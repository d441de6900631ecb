import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { place } from "../../src/cli/place.ts";
import { FailureError } from "../../src/core/failure.ts";
import { runOasis } from "./run-oasis.ts";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "place-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

let files = 0;
function write(text: string): string {
  const path = join(folder, `${files++}.csv`);
  writeFileSync(path, text);
  return path;
}

/** Five villages along a road: the costs are worked out in tests/core/placement/hand-worlds.test.ts. */
const ROAD = "id,weight,x,y\nA,10,0,0\nB,20,1,0\nC,30,2,0\nD,40,10,0\nE,5,11,0\n";

/** What the command writes, computed in this process. */
async function answer(...args: readonly string[]) {
  const out = join(folder, "out.json");
  await place([...args, "--out", out]);
  const { seconds, ...rest } = JSON.parse(readFileSync(out, "utf8"));
  expect(seconds).toBeGreaterThanOrEqual(0);
  return rest;
}

/** What the command says of bad input: `key value, key value…`. */
async function complaint(...args: readonly string[]): Promise<string> {
  try {
    await place([...args, "--out", join(folder, "none.json")]);
  } catch (error) {
    if (!(error instanceof FailureError)) throw error;
    return Object.entries(error.failure.params)
      .map(([key, value]) => `${key} ${value}`)
      .join(", ")
      .replaceAll(/\S*\/(\d+\.csv)/g, "F");
  }
  return "met";
}

describe("oasis place", () => {
  it("answers with plan, bound and proof, and writes who is served by whom", async () => {
    const assignment = join(folder, "assignment.csv");
    const ran = runOasis(
      ...["place", "--objective", "p-median", "--demand", write(ROAD), "--p", "2", "--mandatory", "A"],
      ...["--metric", "euclidean", "--decimals", "2", "--assignment", assignment],
    );
    expect([ran.status, ran.stderr]).toEqual([0, ""]);
    const { seconds, ...rest } = JSON.parse(ran.stdout);
    expect(rest).toEqual({ objective: 85, bound: 85, gap: 0, proven: true, sites: ["A", "D"] });
    expect(seconds).toBeGreaterThan(0);
    expect(readFileSync(assignment, "utf8")).toBe("demand,site,cost\nA,A,0\nB,A,1\nC,A,2\nD,D,0\nE,D,1\n");
  });

  it("every objective of distance", async () => {
    const demand = ["--demand", write(ROAD)];
    const one = { bound: 60, gap: 0, objective: 60, proven: true, sites: ["B"] };
    expect(await answer("--objective", "mclp", ...demand, "--p", "1", "--radius", "1")).toEqual(one);
    const lscp = await answer("--objective", "lscp", ...demand, "--radius", "1");
    expect([lscp.objective, lscp.bound, lscp.proven, lscp.sites.length]).toEqual([2, 2, true, 2]);
    const center = await answer("--objective", "p-center", ...demand, "--p", "1");
    expect(center).toEqual({ objective: 9, bound: 9, gap: 0, proven: true, sites: ["C"] });
  });

  it("takes costs and candidates from files", async () => {
    const demand = write("id,weight\nu,2\nv,3\n");
    const candidates = write("id\ns\nt\n");
    const costs = write("demand,candidate,cost\nu,s,1\nv,s,5\nu,t,4\nv,t,0.5\n");
    const args = ["--objective", "p-median", "--demand", demand, "--candidates", candidates, "--costs", costs];
    // s: 2·1 + 3·5 = 17; t: 2·4 + 3·0.5 = 9.5.
    expect(await answer(...args, "--p", "1")).toEqual({
      objective: 9.5,
      bound: 9.5,
      gap: 0,
      proven: true,
      sites: ["t"],
    });
  });

  it("shortfall from weights, from weighted demand, and from minutes by a decay", async () => {
    // T = 2.5, 100 people at 1 and 50 at 2; supply 100. Site s reaches both fully: 100/150 each, 100·0.6667 + 50·0.5 = 91.67.
    // Site t reaches the first alone: 100/100 = 1, 100·1 = 100.
    const demand = write("id,weight,access\na,100,1\nb,50,2\n");
    const candidates = write("id\ns\nt\n");
    const weights = write("origin,site,weight\na,s,1\nb,s,1\na,t,1\n");
    const common = [
      "--objective",
      "shortfall",
      "--demand",
      demand,
      "--p",
      "1",
      "--threshold",
      "2.5",
      "--supply",
      "100",
    ];
    const t = await answer(...common, "--candidates", candidates, "--weights", weights);
    expect([t.objective, t.sites, t.proven]).toEqual([100, ["t"], true]);
    const s = await answer(...common, "--candidates", candidates, "--weights", weights, "--excluded", "t");
    expect(s.objective).toBeCloseTo(100 * (100 / 150) + 50 * 0.5, 9);
    // Somebody else's demand at t: 1,000 in all, so that it lifts by 0.1 and brings 10.
    const crowded = write("id,weighted_demand\ns,150\nt,1000\n");
    expect((await answer(...common, "--candidates", crowded, "--weights", weights)).sites).toEqual(["s"]);
    const times = write("origin,destination,minutes\na,s,10\nb,s,10\na,t,9\nb,t,21\n");
    const byTimes = ["--candidates", candidates, "--times", times, "--decay", "10:1,20:0.5"];
    expect(await answer(...common, ...byTimes)).toEqual(t);
  });

  it("capacities: of all candidates or of each, who goes where, and what is short", async () => {
    // The road of tests/core/placement/capacity.test.ts, with E: B and D serve 60 and 45 people. With 55 places each, 5 of C go
    // from B to D, 8 − 1 = 7 dearer: A 10 + C 30 + E 5 = 45, and 35.
    const road = ["--objective", "p-median", "--demand", write(ROAD), "--p", "2"];
    const flows = join(folder, "flows.csv");
    const found = await answer(...road, "--capacity", "55", "--assignment", flows);
    expect(found).toEqual({ objective: 80, bound: 80, gap: 0, proven: true, sites: ["B", "D"] });
    expect(readFileSync(flows, "utf8")).toBe(
      "demand,site,people,cost\nA,B,10,1\nB,B,20,0\nC,B,25,1\nC,D,5,8\nD,D,40,0\nE,D,5,1\n",
    );
    const own = write("id,x,y,capacity\nB,1,0,60\nD,10,0,45\nE,11,0,105\n");
    expect((await answer(...road, "--candidates", own)).objective).toBe(45);
    const mclp = ["--objective", "mclp", "--demand", write(ROAD), "--p", "1", "--radius", "1"];
    expect((await answer(...mclp, "--capacity", "42")).objective).toBe(42);
    expect(await complaint(...road, "--capacity", "50")).toMatch(/^constraint 2 sites take 100 people .+ missing 5$/);
    const none = ["--objective", "p-center", "--demand", write(ROAD), "--p", "2", "--capacity", "50"];
    expect(await complaint(...none)).toBe("option --capacity, problem with --objective p-median or mclp");
  });

  it("in a territory of the pack: several professions, a budget, capacities, as the engine", async () => {
    const common = ["--territory", "dep:22", "--threshold", "2.5", "--with-pharmacy"];
    const mixed = await answer("--objective", "shortfall", ...common, "--p", "2", "--staff", "dentist:1:2,gp:2");
    expect(
      mixed.professions.map(({ profession, plan_fte }: Record<string, unknown>) => [profession, plan_fte]),
    ).toEqual([
      ["gp", 4],
      ["dentist", 2],
    ]);
    for (const { people_under, people_under_after } of mixed.professions) {
      expect(people_under_after).toBeLessThan(people_under);
    }
    const bought = await answer(
      ...["--objective", "shortfall", ...common, "--supply", "5400", "--budget", "900", "--sizes", "1:300,2:500"],
    );
    expect(bought.spent).toBeLessThanOrEqual(900);
    expect(bought.next.more).toBe(300);
    const flows = join(folder, "flows.csv");
    const near = await answer(
      ...["--objective", "mclp", ...common, "--supply", "5400", "--p", "2", "--radius", "8"],
      ...["--capacity", "3000", "--served", "under", "--flows", flows],
    );
    expect(near.objective).toBe(6000);
    expect(near.capacity.people_served).toBeCloseTo(6000, 6);
    const lines = readFileSync(flows, "utf8").trim().split("\n").slice(1);
    expect(lines.reduce((sum, line) => sum + Number(line.split(",")[2]), 0)).toBeCloseTo(6000, 6);
    expect(
      await complaint("--objective", "p-center", ...common, "--supply", "1", "--p", "1", "--capacity", "1"),
    ).toMatch(/^option --capacity/);
  });

  it("bad input: file, row and column", async () => {
    const common = ["--objective", "p-median", "--p", "1"];
    expect(await complaint(...common, "--demand", write("id,weight,x,y\nA,-1,0,0\n"))).toBe(
      "file F, row 2, column weight, problem negative (-1)",
    );
    expect(await complaint(...common, "--demand", write("id,weight,x,y\nA,1,0,0\nB,1,,0\n"))).toBe(
      'file F, row 3, column x, problem not a number ("")',
    );
    expect(await complaint(...common, "--demand", write("id,weight\nA,1\n"))).toBe(
      "file F, row 1, column x,y, problem needed where there is no --costs",
    );
    const demand = write("id,weight\nA,1\nB,1\n");
    const costs = (text: string) => ["--demand", demand, "--costs", write(`demand,candidate,cost\n${text}`)];
    expect(await complaint(...common, ...costs("A,A,0\nA,Z,1\n"))).toBe(
      'file F, row 3, column candidate, problem "Z" is not in F',
    );
    expect(await complaint(...common, ...costs("A,A,0\nA,B,1\nA,A,3\n"))).toBe(
      "file F, row 4, column demand,candidate, problem the pair of row 2 again",
    );
  });

  it("impossible requests: the constraint, in words, exit 2", async () => {
    const road = write(ROAD);
    const ran = runOasis("place", "--objective", "p-median", "--demand", road, "--p", "9");
    expect([ran.status, ran.stderr]).toEqual([
      2,
      "oasis place: bad-input: constraint 9 sites are asked for and there are 5 candidates\n",
    ]);
    const common = ["--demand", road, "--p", "1"];
    expect(await complaint("--objective", "p-median", ...common, "--mandatory", "A", "--excluded", "A")).toBe(
      "constraint candidate A is both mandatory and excluded",
    );
    const sites = write("id,x,y\nfar,100,0\n");
    expect(await complaint("--objective", "lscp", "--demand", road, "--candidates", sites, "--radius", "90")).toBe(
      "constraint no candidate serves demand point A within 90 (nor 2 other demand points), rule out-of-reach, name A, others 2, within 90",
    );
    expect(await complaint("--objective", "best", ...common)).toBe(
      "option --objective, text best, expected shortfall, p-median, mclp, p-center, lscp",
    );
    expect(await complaint("--objective", "p-median", ...common, "--excluded", "Z")).toMatch(
      /^option --excluded, text Z/,
    );
  });
});
