import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { scenario } from "../../src/cli/scenario.ts";
import { FailureError } from "../../src/core/failure.ts";
import { parseScenario } from "../../src/core/scenario/document.ts";
import { runOasis } from "./run-oasis.ts";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "scenario-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

const centre = {
  id: "c1",
  kind: "open-centre",
  centre: "Maison de santé",
  commune: "35236",
  to: { staff: [{ profession: "gp", fte: 3 }], days: 5 },
};
const tele = { id: "t1", kind: "teleconsultation", commune: "35126", consultations: 2000, excluded: 0.2 };
const FILE = {
  format: "oasis-scenario",
  version: 1,
  title: "Redon",
  territory: "dep:35",
  series: { profession: "gp", year: 2023, ages: "all" },
  threshold: null,
  model: null,
  changes: [centre],
  computed: null,
};

let files = 0;
function write(part: object): string {
  const path = join(folder, `${files++}.json`);
  writeFileSync(path, JSON.stringify({ ...FILE, ...part }));
  return path;
}
const read = (name: string) => readFileSync(join(folder, name), "utf8");

/** Columns of a table without quoted cells. */
function readColumns(text: string): Readonly<Record<string, readonly string[]>> {
  const [header, ...rows] = text
    .trimEnd()
    .split("\n")
    .map((line) => line.split(","));
  return Object.fromEntries(header.map((name, k) => [name, rows.map((row) => row[k])]));
}

async function complaint(...args: readonly string[]): Promise<string> {
  try {
    await scenario(args);
  } catch (error) {
    if (!(error instanceof FailureError)) throw error;
    return Object.entries(error.failure.params)
      .map(([key, value]) => `${key} ${value}`)
      .join(", ")
      .replaceAll(/\S*\/(\d+\.json)/g, "F");
  }
  return "none";
}

describe("oasis scenario apply", () => {
  it("a row per commune, a summary, and a file kept with what it was computed with", () => {
    const [out, summary, saved] = ["out.csv", "summary.json", "saved.json"].map((name) => join(folder, name));
    const ran = runOasis("scenario", "apply", write({}), "--out", out, "--summary", summary, "--save", saved);
    expect(ran.status).toBe(0);
    const csv = readColumns(read("out.csv"));
    expect(Object.keys(csv)).toEqual([
      ...["code", "name", "population", "before", "after", "delta", "unit", "vintage", "status"],
    ]);
    expect(csv.code.length).toBeGreaterThan(300);
    const redon = csv.code.indexOf("35236");
    expect(Number(csv.delta[redon])).toBeGreaterThan(0.1);
    expect(Number(csv.after[redon]) - Number(csv.before[redon])).toBe(Number(csv.delta[redon]));
    expect(new Set(csv.vintage)).toEqual(new Set(["2023"]));
    const figures = JSON.parse(read("summary.json"));
    expect(figures).toMatchObject({
      title: "Redon",
      territory: "dep:35",
      baseline: "official",
      threshold: 2.5,
      changes: 1,
    });
    expect(figures.supply.brought).toBe(16_200);
    // People under the threshold, counted again from the rows.
    const under = (column: readonly string[]) =>
      csv.population.reduce(
        (sum, people, i) => (column[i] !== "" && Number(column[i]) < 2.5 ? sum + Number(people) : sum),
        0,
      );
    expect(figures.before.people_under).toBeCloseTo(under(csv.before), 6);
    expect(figures.after.people_under).toBeCloseTo(under(csv.after), 6);
    expect(figures.limits.length).toBe(3);
    const kept = parseScenario(read("saved.json"), "saved.json");
    expect(kept.computed?.resultHash).toBe(figures.result_hash);
    expect(kept.computed?.dataRelease).toBe(JSON.parse(readFileSync("data/catalogue.json", "utf8")).release);
    const again = runOasis("scenario", "apply", saved, "--out", join(folder, "again.json"));
    expect([again.status, again.stderr]).toEqual([0, expect.stringContaining("the result the file was kept with")]);
    expect(again.stderr).not.toContain("NOT");
    expect(read("again.json")).toBe(read("summary.json"));
    const other = { ...kept.computed, dataRelease: "older", resultHash: "0".repeat(64) };
    const changed = runOasis("scenario", "apply", write({ computed: other }), "--out", join(folder, "x.csv"));
    expect(changed.stderr).toContain("NOT the result the file was kept with (dataRelease older then");
  });

  it("recomputed values are labelled", async () => {
    const out = join(folder, "recomputed.csv");
    await scenario(["apply", write({}), "--baseline", "recomputed", "--out", out]);
    const { vintage, before, after, delta } = readColumns(read("recomputed.csv"));
    expect(new Set(vintage)).toEqual(new Set(["2023 recomputed"]));
    delta.forEach((cell, i) => {
      expect(Number(cell)).toBe(Number(after[i]) - Number(before[i]));
    });
    expect(delta.some((cell) => Number(cell) > 0)).toBe(true);
  });

  it("a line: the official values stay, people without a car are a table of their own", async () => {
    const line = {
      id: "l",
      kind: "transport-line",
      communes: ["35064"],
      destinations: ["35236"],
      minutes: 9,
      share: 0.08,
    };
    const [out, apart, summary] = ["line.csv", "apart.csv", "line.json"].map((name) => join(folder, name));
    const changes = { changes: [line] };
    await scenario(["apply", write(changes), "--out", out, "--without-car", apart, "--summary", summary]);
    expect(readColumns(read("line.csv")).delta.every((cell) => cell === "" || cell === "0")).toBe(true);
    const rows = readColumns(read("apart.csv"));
    expect([rows.code, rows.basis]).toEqual([["35064"], ["recomputed"]]);
    expect(Number(rows.after[0])).toBeGreaterThan(Number(rows.before[0]));
    const { without_car: figures, limits } = JSON.parse(read("line.json"));
    expect(figures.people).toBe(Number(rows.people_without_car[0]));
    expect(figures.mean_after).toBeCloseTo(Number(rows.after[0]), 12);
    expect(limits.join(" ")).toContain("gives everybody a car");
  });

  it("bad input: file, change, field; exit 2", async () => {
    const bad = write({ changes: [centre, { ...tele, excluded: 3 }] });
    const ran = runOasis("scenario", "apply", bad, "--out", join(folder, "none.csv"));
    expect([ran.status, ran.stderr]).toEqual([
      2,
      `oasis scenario: bad-input: file ${bad}, change 1, id t1, field excluded, problem a number from 0, at most 1 is expected, not 3\n`,
    ]);
    expect(await complaint("apply", write({ version: 9 }))).toBe(
      "file F, field version, problem 9 is later than 1, the one read here",
    );
    expect(await complaint("apply", write({ changes: [{ ...centre, commune: "35999" }] }))).toBe(
      "change 0, id c1, field commune, problem no commune 35999 in the data",
    );
    expect(await complaint("apply", join(folder, "missing.json"))).toContain("problem no such file");
    expect(await complaint("apply")).toBe("files 0, expected 1 scenario file");
    expect(await complaint("apply", write({}), "--baseline", "mine")).toContain("option --baseline");
    expect(await complaint("undo")).toBe("command scenario, expected apply, edit, merge, compare");
  });
});

describe("oasis scenario edit", () => {
  it("does, undoes and does again; what cannot be is named by its step", async () => {
    const write2 = (steps: unknown) => {
      const path = join(folder, `${files++}.json`);
      writeFileSync(path, typeof steps === "string" ? steps : JSON.stringify(steps));
      return path;
    };
    const put = { kind: "put", change: tele };
    const steps = [put, { kind: "remove", id: "c1" }, { kind: "undo" }, { kind: "undo" }, { kind: "redo" }];
    const out = join(folder, "edited.json");
    await scenario(["edit", write({}), "--edits", write2(steps), "--title", "Both", "--out", out]);
    const edited = parseScenario(read("edited.json"), "edited.json");
    expect([edited.title, edited.changes]).toEqual(["Both", [centre, tele]]);
    const said = (list: unknown) => complaint("edit", write({}), "--edits", write2(list), "--out", out);
    expect(await said([put, { kind: "remove", id: "zz" }])).toBe("file F, step 1, id zz, problem no such change");
    expect(await said([{ ...put, change: { ...tele, id: "" } }])).toBe(
      'file F, step 0, change 0, field id, problem a text of 1 to 80 characters is expected, not ""',
    );
    expect(await said([{ kind: "undo", id: "c1" }])).toBe("file F, step 0, field id, problem unknown field");
    expect(await said("[{")).toMatch(/^file F, problem /);
    expect(await said({})).toContain("a list of at most 10000 steps is expected");
  });
});

describe("oasis scenario merge", () => {
  it("takes what each side changed; nothing is written on a conflict", async () => {
    const base = write({});
    const bigger = { ...centre, to: { ...centre.to, days: 6 } };
    const [ours, theirs] = [write({ changes: [bigger] }), write({ changes: [centre, tele], threshold: 2 })];
    await scenario(["merge", ours, theirs, base, "--out", join(folder, "merged.json")]);
    const merged = parseScenario(read("merged.json"), "merged.json");
    expect([merged.changes, merged.threshold, merged.title]).toEqual([[bigger, tele], 2, "Redon"]);
    const smaller = { ...centre, to: { ...centre.to, days: 2 } };
    const [left, right] = [write({ changes: [smaller], title: "L" }), write({ changes: [bigger], title: "R" })];
    const conflicts = join(folder, "conflicts.json");
    expect(
      await complaint("merge", left, right, base, "--conflicts", conflicts, "--out", join(folder, "no.json")),
    ).toBe("conflicts 2, subjects title; centre Maison de santé");
    expect(JSON.parse(read("conflicts.json"))[1]).toEqual({
      subject: "centre Maison de santé",
      base: centre,
      ours: smaller,
      theirs: bigger,
    });
    expect(() => read("no.json")).toThrow();
    expect(await complaint("merge", left, right, base, "--title", "Both")).toBe(
      "conflicts 1, subjects centre Maison de santé",
    );
  });
});

describe("oasis scenario compare", () => {
  it("one table, and what may not be compared", async () => {
    const [one, two] = [write({}), write({ title: "Less", changes: [tele] })];
    await scenario(["compare", one, two, "--out", join(folder, "table.json")]);
    const { scenarios } = JSON.parse(read("table.json"));
    expect(scenarios.map(({ title }: { readonly title: string }) => title)).toEqual(["Redon", "Less"]);
    expect(scenarios[0].before).toEqual(scenarios[1].before);
    expect(scenarios[0].after.mean).toBeGreaterThan(scenarios[1].after.mean);
    // 2,000 consultations, a fifth of which goes unused.
    expect(scenarios[1].supply.brought).toBe(1600);
    expect(scenarios[0].people_best_served).toBeGreaterThan(0);
    expect(await complaint("compare", one, write({ territory: "dep:22", changes: [] }))).toBe(
      "scenario 2, problem another territory than the first",
    );
    expect(await complaint("compare", one)).toBe("files 1, expected 2 to 4 scenario files");
  });
});
